//! The treasury: what the DAO owns, paid out by the timelock, and by budgets and streams that it has made.
//!
//! It receives native coins, cw20 and cw721 tokens from anyone. A small spend is limited by the rolling 30-day allowance
//! of its asset, so the cheap class of proposals never moves more than that. Whatever leaves, or is promised, counts
//! against the outflow cap of its holding, whoever decided it: a part of the treasury in any 7 days. Every outflow is
//! entered in a ledger with the proposal, budget or stream that paid it.

pub mod contract;
pub mod error;
pub mod event;
pub mod state;

mod allowance;
mod budgets;
mod execute;
mod execution;
mod gate;
mod holdings;
mod instantiate;
mod listing;
mod loosening;
mod numbers;
mod outflow;
mod pages;
mod query;
mod reserve;
mod streams;

use isonomia_core::migration::Build;

/// The name in cw2.
pub const CONTRACT: &str = "crates.io:isonomia-treasury";

/// This code: what its store is marked with. The layout changes with docs/decisions/0054-migrations.md.
pub const CODE: Build = Build { contract: CONTRACT, version: env!("CARGO_PKG_VERSION"), layout: 1 };
