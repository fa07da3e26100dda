//! The timelock: the only executor, and the owner of every other contract but the vault, and of itself. It keeps the
//! hash of what was voted on, waits, and then sends exactly that.
//!
//! | file | what it knows |
//! |---|---|
//! | `operations` | what waits, and what was executed last |
//! | `delays` | how soon at the earliest |
//! | `guardian` | who may cancel and pause, until when |
//! | `pauses` | what is paused |
//! | `incidents` | what was cancelled and paused, by whom and why |
//! | `pins` | whether the code that is called is the code that was voted on |
//! | `assertion` | whether an answer is what it should be |

pub mod assertion;
pub mod contract;
pub mod delays;
pub mod error;
pub mod event;
pub mod execute;
pub mod guardian;
pub mod incidents;
pub mod instantiate;
pub mod operations;
pub mod pauses;
pub mod pins;
pub mod query;
mod queue;
pub mod state;

/// The name under which cw2 knows this contract.
pub const CONTRACT: &str = "crates.io:isonomia-timelock";
