//! The chapters, through the contracts as they are compiled.
//!
//! The same files as in `tests/chapters`: what a chapter makes its DAOs from is the only difference.

use isonomia_api::plan::Suite;
use isonomia_embedded::{Code, DaoBuilder};
use isonomia_vm::{artifacts, Vm};

use chapters::{identity, lifecycle, voting};

#[path = "../../chapters"]
mod chapters {
    mod attacks;
    mod authority;
    mod delegation;
    mod golden;
    pub mod identity;
    pub mod lifecycle;
    mod limits;
    mod quadratic;
    mod timelock;
    mod treasury;
    mod upgrade;
    mod vault;
    pub mod voting;
}

/// A DAO of compiled contracts.
fn dao() -> DaoBuilder {
    DaoBuilder::new().with_codes(codes())
}

/// The compiled contracts.
fn codes() -> Suite<Code> {
    Vm::new().unwrap().suite(artifacts()).unwrap()
}
