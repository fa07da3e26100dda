//! A timelock that executes at once whatever it is handed, and says of which operation it is.

use cosmwasm_schema::cw_serde;
use cosmwasm_std::{
    to_json_binary, Binary, CosmosMsg, Deps, DepsMut, Empty, Env, MessageInfo, Response, StdResult,
};
use cw_multi_test::{Contract, ContractWrapper};
use cw_storage_plus::Item;
use isonomia_api::timelock::{self, ConfigResponse, Executing, LeastDelays, QueryMsg};

/// An operation: its id, unless it is to have none, and its actions.
#[cw_serde]
pub struct Operation {
    pub id: Option<u64>,
    pub actions: Vec<CosmosMsg>,
}

/// The least delay of a Critical: six days.
pub const CRITICAL_DELAY: u64 = 6 * 86_400;

const EXECUTING: Item<Executing> = Item::new(timelock::EXECUTING);

pub fn contract() -> Box<dyn Contract<Empty>> {
    Box::new(ContractWrapper::new(execute, instantiate, query))
}

fn instantiate(_deps: DepsMut, _env: Env, _info: MessageInfo, _msg: Empty) -> StdResult<Response> {
    Ok(Response::new())
}

fn execute(deps: DepsMut, env: Env, _info: MessageInfo, operation: Operation) -> StdResult<Response> {
    if let Some(id) = operation.id {
        let executing = Executing { id, height: env.block.height, transaction: None };
        EXECUTING.save(deps.storage, &executing)?;
    }
    Ok(Response::new().add_messages(operation.actions))
}

fn query(_deps: Deps, env: Env, _msg: QueryMsg) -> StdResult<Binary> {
    let least_delays = LeastDelays { standard: 0, critical: CRITICAL_DELAY, emergency: 0 };
    let (proposal, treasury) = (env.contract.address.clone(), env.contract.address);
    to_json_binary(&ConfigResponse { proposal, treasury, day: 86_400, least_delays, lowerings: vec![] })
}
