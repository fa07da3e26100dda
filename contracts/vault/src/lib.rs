//! The vault: it holds stake, and nobody but its owner can ever move it.
//!
//! No admin, no owner, no configuration that can change, no code that can be migrated. It takes deposits, tells voting
//! every new amount, and pays each depositor in full after the unbonding time, whatever any other contract answers or
//! does (invariant I21): the notice of an exit is a sub-message whose failure is noted and outlived.
//!
//! Balance of the vault = all stakes + all claims, noticed and waiting (+ gifts that nobody asked for).

pub mod contract;
pub mod error;
pub mod event;
pub mod state;

mod claims;
mod deposit;
mod execute;
mod instantiate;
mod notice;
mod query;
mod reply;

pub use notice::NOTICE_GAS;

/// The name in cw2.
pub const CONTRACT: &str = "crates.io:isonomia-vault";
