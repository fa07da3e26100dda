//! Scenarios: a file of parameters and steps, replayed through the real contracts.

mod deeds;
mod doing;
mod error;
mod file;
mod format;
mod params;
mod report;
mod runner;

pub use deeds::*;
pub use error::ScenarioError;
pub use file::{parse, read};
pub use format::*;
pub(crate) use params::apply;
pub use runner::{core_class, run, Runner};
