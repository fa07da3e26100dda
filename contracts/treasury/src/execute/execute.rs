//! `Execute`: the timelock sends any wasm message from the treasury.

use cosmwasm_std::{DepsMut, Env, MessageInfo, Response, WasmMsg};
use isonomia_api::call::call;
use isonomia_api::treasury::ExecuteMsg;
use isonomia_kit::response::response;

use crate::error::TreasuryError;
use crate::execution::{self, Sendable};
use crate::{gate, outflow};

/// Notes the balances, sends the message, and has the treasury close behind it.
pub fn execute(deps: DepsMut, env: Env, info: MessageInfo, msg: WasmMsg) -> Result<Response, TreasuryError> {
    let config = gate::admit_timelock(deps.storage, &info)?;
    gate::check_open(deps.storage, env.block.time.seconds())?;
    let proposal = outflow::proposal(&deps.querier, &config)?;
    let Sendable { msg, to } = execution::check(deps.as_ref(), &env, msg)?;
    execution::begin(deps, &env, proposal, to)?;
    Ok(response("execute", &info.sender)
        .add_message(msg)
        .add_message(call(&env.contract.address, &ExecuteMsg::CloseExecution {})?))
}
