//! What a treasury can hold.

use std::fmt;

use cosmwasm_schema::cw_serde;
use isonomia_core::cap::Limit;

use crate::asset::Asset;

/// What a treasury can hold: a coin, a cw20 token, or the tokens of a cw721 collection, which are counted.
#[cw_serde]
#[derive(Eq, PartialOrd, Ord)]
#[serde(deny_unknown_fields)]
pub enum Holding {
    /// A coin of the chain.
    Native {
        /// Its denomination, 3 to 128 characters.
        denom: String,
    },
    /// A cw20 token.
    Cw20 {
        /// The token's contract.
        contract: String,
    },
    /// The tokens of a cw721 collection.
    Cw721 {
        /// The collection's contract.
        contract: String,
    },
}

/// A holding and its outflow cap.
#[cw_serde]
#[serde(deny_unknown_fields)]
pub struct HoldingCap {
    /// Which.
    pub holding: Holding,
    /// The most that may leave in any 7 days: a share of coins and cw20 tokens, a count of cw721 tokens.
    pub limit: Limit,
}

impl Holding {
    /// The coin or cw20 token that it is; nothing where it is a collection.
    pub fn asset(&self) -> Option<Asset> {
        match self.clone() {
            Holding::Native { denom } => Some(Asset::Native { denom }),
            Holding::Cw20 { contract } => Some(Asset::Cw20 { contract }),
            Holding::Cw721 { .. } => None,
        }
    }
}

impl From<Asset> for Holding {
    fn from(asset: Asset) -> Holding {
        match asset {
            Asset::Native { denom } => Holding::Native { denom },
            Asset::Cw20 { contract } => Holding::Cw20 { contract },
        }
    }
}

impl fmt::Display for Holding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Holding::Native { denom } => f.write_str(denom),
            Holding::Cw20 { contract } => write!(f, "cw20:{contract}"),
            Holding::Cw721 { contract } => write!(f, "cw721:{contract}"),
        }
    }
}
