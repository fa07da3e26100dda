//! Voting: power, delegation, ballots and the quorum in one contract, so that a vote touches no other.

pub mod contract;
mod delegators;
pub mod error;
mod event;
mod execute;
mod ledger;
mod members;
mod polls;
mod query;
mod state;
mod votes;

/// The name under which cw2 knows this contract.
pub const CONTRACT: &str = "crates.io:isonomia-voting";
