//! Why a founding file is refused. Nothing was sent.

use isonomia_chain::{AddressError, AmountError};
use isonomia_core::clock::DayLength;
use thiserror::Error;

use crate::scenario::ScenarioError;

/// Why a founding file is refused.
#[derive(Debug, Error)]
pub enum FoundingError {
    /// It cannot be read.
    #[error("founding file {path}: {why}")]
    Read {
        /// Which.
        path: String,
        /// Why.
        why: String,
    },
    /// It is not one.
    #[error("not a founding file: {0}. docs/deploy.md has a complete one")]
    Malformed(String),
    /// None is named where one is needed.
    #[error("say what is to be founded on {chain_id}: --params FILE (docs/deploy.md has a complete one)")]
    NoFile {
        /// The chain.
        chain_id: String,
    },
    /// A day of a test on a real network.
    #[error("{chain_id} is no test network: a day there has 86400 s, not {seconds}; leave --day out")]
    RealNetwork {
        /// The chain.
        chain_id: String,
        /// What was asked for.
        seconds: u64,
    },
    /// A day that is none.
    #[error(transparent)]
    Day(#[from] DayLength),
    /// A text that does not read.
    #[error("{name}: `{text}` is no {kind}")]
    Text {
        /// Which entry.
        name: String,
        /// What it says.
        text: String,
        /// What it should be.
        kind: &'static str,
    },
    /// An amount that is none.
    #[error("{name}: {why}")]
    Amount {
        /// Which entry.
        name: String,
        /// Why.
        why: AmountError,
    },
    /// An amount of another coin than is staked.
    #[error("{name} is of `{found}`, but `{staked}` is staked")]
    OtherCoin {
        /// Which entry.
        name: String,
        /// Its coin.
        found: String,
        /// What is staked.
        staked: String,
    },
    /// An address that is none.
    #[error("{name}: {why}")]
    Address {
        /// Which entry.
        name: String,
        /// Why.
        why: AddressError,
    },
    /// A number that does not fit.
    #[error(transparent)]
    Number(#[from] ScenarioError),
    /// A rule of founding that no contract can check.
    #[error("{0}")]
    Rule(String),
    /// What the contracts say to it.
    #[error("the contracts refuse these parameters: {0}")]
    Contracts(String),
}
