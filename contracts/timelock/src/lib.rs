//! The timelock: the only executor, and the owner of every other contract but the vault, and of itself. It keeps the
//! hash of what was voted on, waits, and then sends exactly that.
//!
//! | file | what it knows |
//! |---|---|
//! | `operations` | what waits, and what was executed last |
//! | `delays` | how soon at the earliest |
//! | `guardian` | who may cancel and pause, until when |
//! | `pauses` | what is paused |
//! | `incidents` | what was cancelled, paused and rolled back, by whom and why |
//! | `pins` | whether the code that is called is the code that was voted on |
//! | `upgrades` | whether what is migrated is what was voted on |
//! | `rollbacks` | the way back that was voted on, until when |
//! | `readiness` | who the operators are, and who of them is ready |
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
pub mod readiness;
pub mod rollbacks;
pub mod state;
pub mod upgrades;

use isonomia_core::migration::Build;

/// The name under which cw2 knows this contract.
pub const CONTRACT: &str = "crates.io:isonomia-timelock";

/// This code: what its store is marked with. The layout changes with docs/decisions/0054-migrations.md.
pub const CODE: Build = Build { contract: CONTRACT, version: env!("CARGO_PKG_VERSION"), layout: 1 };
