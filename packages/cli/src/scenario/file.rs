//! Reads a scenario file.

use std::path::Path;

use super::{Scenario, ScenarioError};

/// The most bytes of a scenario file.
const MAX_BYTES: u64 = 64 * 1024 * 1024;

/// A scenario from its text: unknown keys, duplicate keys and malformed numbers are refused.
pub fn parse(text: &str) -> Result<Scenario, ScenarioError> {
    serde_json::from_str(text).map_err(|error| ScenarioError::Malformed(error.to_string()))
}

/// A scenario from a file of at most 64 MiB.
pub fn read(path: &Path) -> Result<Scenario, ScenarioError> {
    let name = path.display().to_string();
    let failed = |error: std::io::Error| ScenarioError::Read { path: name.clone(), why: error.to_string() };
    let bytes = std::fs::metadata(path).map_err(failed)?.len();
    if bytes > MAX_BYTES {
        return Err(ScenarioError::TooLarge { path: name, bytes, most: MAX_BYTES });
    }
    parse(&std::fs::read_to_string(path).map_err(failed)?)
}
