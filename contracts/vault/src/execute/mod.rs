//! One file per message.

mod claim;
mod receive;
mod stake;
mod sync;
mod unstake;

pub use claim::claim;
pub use receive::receive;
pub use stake::stake;
pub use sync::sync;
pub use unstake::unstake;
