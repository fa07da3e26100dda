//! One file per message.

mod assert;
mod cancel;
#[allow(clippy::module_inception)]
mod execute;
mod schedule;
mod set_proposal;

pub use assert::assert;
pub use cancel::cancel;
pub use execute::execute;
pub use schedule::schedule;
pub use set_proposal::set_proposal;
