//! One way to call a contract.

use cosmwasm_std::{to_json_binary, Addr, CosmosMsg, StdResult, WasmMsg};
use serde::Serialize;

/// A call without coins.
pub fn call(contract: &Addr, msg: &impl Serialize) -> StdResult<CosmosMsg> {
    let msg = to_json_binary(msg)?;
    Ok(WasmMsg::Execute { contract_addr: contract.to_string(), msg, funds: vec![] }.into())
}
