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

use isonomia_core::migration::Build;

/// The name under which cw2 knows this contract.
pub const CONTRACT: &str = "crates.io:isonomia-proposal";

/// This code: what its store is marked with. The layout changes with docs/decisions/0054-migrations.md.
pub const CODE: Build = Build { contract: CONTRACT, version: env!("CARGO_PKG_VERSION"), layout: 1 };
