//! One file per message.

mod assert;
mod cancel;
#[allow(clippy::module_inception)]
mod execute;
mod pause;
mod ready;
mod remove_guardian;
mod rollback;
mod schedule;
mod set_guardian;
mod set_least_delays;
mod set_operators;
mod set_proposal;
mod unpause;
mod upgrade;

pub use assert::assert;
pub use cancel::cancel;
pub use execute::execute;
pub use pause::{pause, Request};
pub use ready::{ready, unready};
pub use remove_guardian::remove_guardian;
pub use rollback::rollback;
pub use schedule::schedule;
pub use set_guardian::set_guardian;
pub use set_least_delays::set_least_delays;
pub use set_operators::set_operators;
pub use set_proposal::set_proposal;
pub use unpause::unpause;
pub use upgrade::upgrade;
