//! What each message does.

mod account;
mod delegate;
mod instantiate;
mod poll;
mod registrar;
mod set;
mod vote;

pub use account::{register_delegate, resign, set_stake};
pub use delegate::{delegate, undelegate};
pub use instantiate::instantiate;
pub use poll::{cancel_poll, open, open_poll, settle};
pub use registrar::{attest, poke, ready, revoke};
pub use set::{set_proposal, set_registrar};
pub use vote::vote;
