//! The chapters: short stories with named people, laws, and named attacks, through the real contracts.

mod attacks;
mod authority;
mod delegation;
mod golden;
mod identity;
mod interop;
mod keeper;
mod laws;
mod lifecycle;
mod limits;
mod quadratic;
mod scenario;
mod schemas;
mod screens;
mod shell;
mod tidy;
mod timelock;
mod treasury;
mod vault;
mod voting;

use isonomia_api::plan::Suite;
use isonomia_embedded::{suite_codes, Code, DaoBuilder};

/// What every chapter makes its DAOs from: the contracts as they are written. `tests/vm` includes the chapters as well,
/// and makes its DAOs from the contracts as they are compiled.
fn dao() -> DaoBuilder {
    DaoBuilder::new()
}

/// The codes of such a DAO.
fn codes() -> Suite<Code> {
    suite_codes()
}
