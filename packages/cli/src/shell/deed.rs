//! What a command will do: shown before it is signed, and one call when it is.

use anyhow::Result;
use cosmwasm_std::{to_json_binary, Addr};
use cw20::Cw20ExecuteMsg;
use isonomia_api::asset::Asset;
use isonomia_chain::Funds;
use serde::Serialize;

use super::desk::Desk;
use super::notation::Amount;
use crate::keeper::{Asked, Call};
use crate::live::Preview;

/// What a command will do.
pub struct Deed {
    /// What is shown before it is signed.
    pub preview: Preview,
    /// The call that does it.
    pub call: Call,
    /// The coins that go along.
    pub funds: Funds,
}

/// A command that signs.
pub trait Verb {
    /// What it will do for this account. Fails where the chain tells already that it cannot be done.
    fn deed<D: Asked>(&self, desk: &Desk<'_, D>, who: &str) -> Result<Deed>;
}

impl Deed {
    /// A call without coins.
    pub fn new(preview: Preview, contract: &Addr, msg: &impl Serialize) -> Result<Deed> {
        let call = Call { contract: contract.clone(), msg: serde_json::to_vec(msg)? };
        Ok(Deed { preview, call, funds: vec![] })
    }

    /// A call that pays: native coins go along, a cw20 token is sent to the contract with `inner` inside.
    pub fn paying(
        preview: Preview,
        contract: &Addr,
        pays: &Amount,
        native: &impl Serialize,
        inner: &impl Serialize,
    ) -> Result<Deed> {
        match &pays.asset {
            Asset::Native { denom } => {
                let deed = Deed::new(preview, contract, native)?;
                Ok(Deed { funds: vec![(pays.units, denom.clone())], ..deed })
            }
            Asset::Cw20 { contract: token } => {
                let (contract, amount) = (contract.to_string(), pays.units.into());
                let send = Cw20ExecuteMsg::Send { contract, amount, msg: to_json_binary(inner)? };
                Deed::new(preview, &Addr::unchecked(token), &send)
            }
        }
    }
}
