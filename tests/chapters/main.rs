//! The chapters: short stories with named people, laws, and named attacks, through the real contracts.

mod attacks;
mod authority;
mod delegation;
mod golden;
mod identity;
mod indexer;
mod interop;
mod keeper;
mod laws;
mod lifecycle;
mod limits;
mod migration;
mod quadratic;
mod recipes;
mod scenario;
mod schemas;
mod screens;
mod shell;
mod tidy;
mod timelock;
mod treasury;
mod upgrade;
mod vault;
mod voting;

use isonomia_api::plan::Suite;
use isonomia_embedded::{suite_codes, Code, DaoBuilder};

/// What every chapter makes its DAOs from: the contracts as they are written. `tests/vm` includes the chapters as well,
/// and makes its DAOs from the contracts as they are compiled. Everything that these tell is noted, for the indexer.
fn dao() -> DaoBuilder {
    DaoBuilder::new().listening()
}

/// The codes of such a DAO.
fn codes() -> Suite<Code> {
    suite_codes()
}
