//! Why a scenario stops at once.

use super::Report;

/// Why a scenario stops at once. A step that a contract refuses is no such reason: it is reported, and the run goes on.
#[derive(Debug, thiserror::Error)]
pub enum ScenarioError {
    /// The file cannot be read.
    #[error("{path}: {why}")]
    Read {
        /// The file.
        path: String,
        /// What the system says.
        why: String,
    },
    /// The file is too large.
    #[error("{path} has {bytes} bytes, more than {most}")]
    TooLarge {
        /// The file.
        path: String,
        /// How large it is.
        bytes: u64,
        /// The most.
        most: u64,
    },
    /// Not a scenario: malformed JSON, an unknown key, a malformed number.
    #[error("not a scenario: {0}")]
    Malformed(String),
    /// A parameter does not fit its type.
    #[error("{name} is {value}, more than {most}")]
    TooLargeNumber {
        /// Which parameter.
        name: &'static str,
        /// Its value.
        value: u128,
        /// The most that it can be.
        most: u128,
    },
    /// Parameters out of bounds: what the contracts said.
    #[error("the parameters are refused: {0}")]
    Params(String),
    /// The embedded chain failed.
    #[error("the embedded chain failed: {0}")]
    Chain(String),
    /// A step was refused, and the run is strict.
    #[error("step {step} was refused: {error}")]
    Strict {
        /// Which step, counted from 0.
        step: usize,
        /// The error of the contract.
        error: String,
        /// What has come of the run so far, the refusal included.
        report: Box<Report>,
    },
}
