//! The treasury: what the DAO owns, paid out by the timelock alone.
//!
//! It receives native coins and cw20 tokens from anyone. A small spend is limited by the rolling 30-day allowance of its
//! asset, so the cheap class of proposals never moves more than that; every outflow is entered in a ledger with the
//! proposal that paid it.

pub mod contract;
pub mod error;
pub mod event;
pub mod state;

mod allowance;
mod execute;
mod instantiate;
mod outflow;
mod query;

/// The name in cw2.
pub const CONTRACT: &str = "crates.io:isonomia-treasury";
