//! Chapter lifecycle: from the first word of a proposal to the last coin that it pays.

mod class;
mod course;
mod defeat;
pub mod deposit;
mod entry;
mod forfeit;
mod founding;
mod late;
mod mule;
mod opening;
mod policy;
pub mod preview;
mod rules;
pub mod town;
