//! The three messages of cw721 that a treasury needs. They are declared here: the published crate speaks another
//! version of the standard library.

use cosmwasm_schema::cw_serde;
use cosmwasm_std::{Addr, Binary, QuerierWrapper, StdResult};

/// What a collection tells the contract that a token was sent to.
#[cw_serde]
pub struct Cw721ReceiveMsg {
    /// Who sent it.
    pub sender: String,
    /// The token.
    pub token_id: String,
    /// For the receiver.
    pub msg: Binary,
}

/// What a collection is told.
#[cw_serde]
pub enum Cw721ExecuteMsg {
    /// Moves a token.
    TransferNft {
        /// To whom.
        recipient: String,
        /// The token.
        token_id: String,
    },
}

/// What a collection is asked.
#[cw_serde]
pub enum Cw721QueryMsg {
    /// Whose a token is.
    OwnerOf {
        /// The token.
        token_id: String,
        /// Whether approvals that have expired are answered too.
        include_expired: Option<bool>,
    },
    /// How many tokens there are.
    NumTokens {},
}

/// Whose a token is. A collection answers more; the rest is passed over.
#[cw_serde]
pub struct OwnerOfResponse {
    /// Who.
    pub owner: String,
}

/// How many tokens there are.
#[cw_serde]
pub struct NumTokensResponse {
    /// So many.
    pub count: u64,
}

/// A handle to a collection.
pub struct Cw721(pub Addr);

impl Cw721 {
    /// Whose a token is.
    pub fn owner_of(&self, querier: &QuerierWrapper, token_id: &str) -> StdResult<String> {
        let msg = Cw721QueryMsg::OwnerOf { token_id: token_id.to_string(), include_expired: None };
        Ok(querier.query_wasm_smart::<OwnerOfResponse>(&self.0, &msg)?.owner)
    }

    /// How many tokens there are.
    pub fn count(&self, querier: &QuerierWrapper) -> StdResult<u64> {
        Ok(querier.query_wasm_smart::<NumTokensResponse>(&self.0, &Cw721QueryMsg::NumTokens {})?.count)
    }
}
