//! A native coin or a cw20 token.

use std::fmt;

use cosmwasm_schema::cw_serde;

/// A native coin or a cw20 token.
#[cw_serde]
#[derive(Eq, PartialOrd, Ord)]
#[serde(deny_unknown_fields)]
pub enum Asset {
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
}

impl fmt::Display for Asset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Asset::Native { denom } => f.write_str(denom),
            Asset::Cw20 { contract } => write!(f, "cw20:{contract}"),
        }
    }
}
