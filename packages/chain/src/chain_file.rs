//! What must be known of a chain before it can be spoken to.

use std::path::Path;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The chains whose facts come with the command. Facts age: each file tells when and where they were read.
const KNOWN: [(&str, &str); 4] = [
    ("pion-1", include_str!("../chains/pion-1.json")),
    ("uni-7", include_str!("../chains/uni-7.json")),
    ("osmo-test-5", include_str!("../chains/osmo-test-5.json")),
    ("xion-testnet-2", include_str!("../chains/xion-testnet-2.json")),
];

/// A chain, as a file describes it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ChainFile {
    /// The id that every signature is bound to.
    pub chain_id: String,
    /// RPC endpoints (`http://127.0.0.1:26657`); the first that answers is used.
    pub rpc: Vec<String>,
    /// The prefix of its addresses.
    pub prefix: String,
    /// The number of its coin in the path of a derived key; 118 on most chains.
    pub coin_type: u32,
    /// What gas costs.
    pub fee: Fee,
    /// Coins that amounts may be written in. Base units of any denomination can always be written.
    pub coins: Vec<Coin>,
    /// Whether this is a test network: only there may a day be anything but 86400 seconds.
    pub test_network: bool,
    /// The most bytes of a contract that the chain stores.
    pub max_wasm_bytes: u64,
    /// Where test coins come from, for a person.
    pub faucet: Option<String>,
    /// When these facts were read, and where.
    pub facts: String,
}

/// What gas costs.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Fee {
    /// The denomination that fees are paid in.
    pub denom: String,
    /// Its price for a unit of gas, as a decimal number.
    pub price: String,
}

/// A coin that amounts may be written in: `1.5 iso` is 1500000 of `uiso` where it has 6 decimals.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Coin {
    /// The denomination of its base unit on the chain.
    pub denom: String,
    /// What people call it.
    pub symbol: String,
    /// The digits behind its decimal point.
    pub decimals: u8,
}

/// Why a chain file is refused.
#[derive(Debug, Error, PartialEq)]
pub enum ChainFileError {
    /// Neither a known chain nor a file.
    #[error("no chain is called `{0}` and there is no such file; known are: {known}", known = ChainFile::known().join(", "))]
    Unknown(String),
    /// The file cannot be read.
    #[error("chain file {path}: {why}")]
    Read {
        /// Which.
        path: String,
        /// Why.
        why: String,
    },
    /// The file is not a chain file.
    #[error("chain file {path} is malformed: {why}")]
    Malformed {
        /// Which.
        path: String,
        /// Why.
        why: String,
    },
}

impl ChainFile {
    /// The names of the chains whose facts come with the command.
    pub fn known() -> Vec<&'static str> {
        KNOWN.map(|(name, _)| name).to_vec()
    }

    /// A known chain by its name, or else the file of that path.
    pub fn load(name_or_path: &str) -> Result<ChainFile, ChainFileError> {
        if let Some((name, text)) = KNOWN.iter().find(|(name, _)| *name == name_or_path) {
            return parse(name, text);
        }
        if !Path::new(name_or_path).is_file() {
            return Err(ChainFileError::Unknown(name_or_path.to_string()));
        }
        ChainFile::read(Path::new(name_or_path))
    }

    /// The file of that path.
    pub fn read(path: &Path) -> Result<ChainFile, ChainFileError> {
        let name = path.display().to_string();
        let text = std::fs::read_to_string(path)
            .map_err(|error| ChainFileError::Read { path: name.clone(), why: error.to_string() })?;
        parse(&name, &text)
    }
}

fn parse(path: &str, text: &str) -> Result<ChainFile, ChainFileError> {
    let malformed = |why: String| ChainFileError::Malformed { path: path.to_string(), why };
    let file: ChainFile = serde_json::from_str(text).map_err(|error| malformed(error.to_string()))?;
    if file.rpc.is_empty() {
        return Err(malformed("it names no RPC endpoint".to_string()));
    }
    if !file.fee.price.parse::<f64>().is_ok_and(|price| price >= 0.0 && price.is_finite()) {
        return Err(malformed(format!("the gas price `{}` is not a number", file.fee.price)));
    }
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_known_chains_are_test_networks_with_endpoints() {
        for name in ChainFile::known() {
            let chain = ChainFile::load(name).unwrap();
            assert_eq!(chain.chain_id, name);
            assert!(chain.test_network, "{name}");
            assert!(chain.rpc.iter().all(|rpc| rpc.starts_with("https://")), "{name}");
        }
    }

    #[test]
    fn an_unknown_chain_is_told_with_the_known_ones() {
        let error = ChainFile::load("pion-2").unwrap_err().to_string();
        assert!(error.starts_with("no chain is called `pion-2` and there is no such file"), "{error}");
        assert!(error.contains("pion-1, uni-7"), "{error}");
    }

    #[test]
    fn a_price_that_is_no_number_is_refused() {
        let text = include_str!("../chains/uni-7.json").replace("0.0045", "cheap");
        let error = parse("mine.json", &text).unwrap_err().to_string();
        assert_eq!(error, "chain file mine.json is malformed: the gas price `cheap` is not a number");
    }
}
