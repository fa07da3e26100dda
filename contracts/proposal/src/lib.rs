//! Proposals: what is proposed, of which class, under which rules, and what it came to.

mod actions;
pub mod contract;
mod draft;
pub mod error;
mod event;
mod execute;
mod latest;
mod preview;
mod query;
mod rescues;
mod state;
mod targets;

/// The name under which cw2 knows this contract.
pub const CONTRACT: &str = "crates.io:isonomia-proposal";
