//! Scenarios: a file of parameters and steps, replayed through the real contracts.

mod amount;
mod deeds;
mod doing;
mod error;
mod file;
mod format;
mod outcome;
mod params;
mod report;
mod runner;
mod upgrading;

pub use amount::Amount;
pub use deeds::*;
pub use error::ScenarioError;
pub use file::{parse, read};
pub use format::*;
pub use outcome::*;
pub(crate) use params::apply;
pub use runner::{core_class, run, Runner};
pub use upgrading::{ContractName, OperatorReady, OperatorUnready, Rollback, StoreCode};
