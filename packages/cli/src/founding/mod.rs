//! The founding file: what a founder decides, as a person writes it (docs/deploy.md).

mod error;
mod format;
mod plan;
mod rehearsal;
mod text;

use std::path::Path;

use isonomia_chain::ChainFile;
use isonomia_core::clock::{Day, ORDINARY_DAY};

use crate::devnet;

pub use error::FoundingError;
pub use format::*;

/// The DAO that is founded on a devnet where no file says otherwise.
const TOWN: &str = include_str!("town.json");

impl Founding {
    /// Reads a founding file. Unknown keys are refused.
    pub fn read(path: &Path) -> Result<Founding, FoundingError> {
        let text = std::fs::read_to_string(path).map_err(|error| FoundingError::Read {
            path: path.display().to_string(),
            why: error.to_string(),
        })?;
        Founding::parse(&text)
    }

    /// Reads the text of a founding file.
    pub fn parse(text: &str) -> Result<Founding, FoundingError> {
        serde_json::from_str(text).map_err(|error| FoundingError::Malformed(error.to_string()))
    }

    /// What is founded where no file is named: a test DAO on a devnet, nothing elsewhere.
    pub fn default_on(chain: &ChainFile) -> Result<Founding, FoundingError> {
        match devnet::is_devnet_chain(&chain.chain_id) {
            true => Founding::parse(TOWN),
            false => Err(FoundingError::NoFile { chain_id: chain.chain_id.clone() }),
        }
    }
}

/// The day of a DAO on this chain: an ordinary one, unless another is asked for and the chain is a test network.
pub fn day_on(chain: &ChainFile, asked: Option<u64>) -> Result<Day, FoundingError> {
    let seconds = asked.unwrap_or(ORDINARY_DAY);
    if seconds != ORDINARY_DAY && !chain.test_network {
        return Err(FoundingError::RealNetwork { chain_id: chain.chain_id.clone(), seconds });
    }
    Ok(Day::check(seconds)?)
}

/// Reads a length of a day: `10s`, `1m`, `86400s`.
pub fn read_day(text: &str) -> Result<u64, String> {
    let wrong = || "write it as `10s` or `1m`".to_string();
    let end = text.find(|c: char| !c.is_ascii_digit()).ok_or_else(wrong)?;
    let unit = match &text[end..] {
        "s" => 1,
        "m" => 60,
        "h" => 3_600,
        _ => return Err(wrong()),
    };
    let count: u64 = text[..end].parse().map_err(|_| wrong())?;
    count.checked_mul(unit).ok_or_else(wrong)
}

#[cfg(test)]
mod tests;
