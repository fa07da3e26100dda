//! A whole DAO on an embedded chain: no node, no network.
//!
//! [`DaoBuilder`] makes one with the defaults of the mechanism; [`Dao`] has a verb for everything an actor can do. Each
//! verb runs in a block of its own, and none moves the clock but those of `clock`.

mod builder;
mod clock;
mod codes;
mod dao;
mod queries;
mod verbs;

pub use builder::{predict, DaoBuilder};
pub use codes::{suite_codes, Code};
pub use dao::{first_wasm_error, rule, Dao, Told};
pub use verbs::{cancel, proposal_id};

/// The staked coin of a DAO that stakes a native one.
pub const STAKED: &str = "uiso";
/// The coin that treasuries and deposits are made of.
pub const CASH: &str = "ucash";
/// Seconds of a day.
pub const DAY: u64 = isonomia_core::clock::ORDINARY_DAY;
