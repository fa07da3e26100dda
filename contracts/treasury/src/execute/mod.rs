//! One file per message.

mod pause;
mod receive;
mod set_allowance;
mod spend;
mod spend_small;

pub use pause::pause;
pub use receive::receive;
pub use set_allowance::set_allowance;
pub use spend::spend;
pub use spend_small::spend_small;
