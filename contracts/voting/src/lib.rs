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

use isonomia_core::migration::Build;

/// The name under which cw2 knows this contract.
pub const CONTRACT: &str = "crates.io:isonomia-voting";

/// This code: what its store is marked with. The layout changes with docs/decisions/0054-migrations.md.
pub const CODE: Build = Build { contract: CONTRACT, version: env!("CARGO_PKG_VERSION"), layout: 1 };
