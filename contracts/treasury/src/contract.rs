//! The entry points: a table of contents.

use cosmwasm_std::{entry_point, to_json_binary, Binary, Deps, DepsMut, Env, MessageInfo, Response};
use isonomia_api::treasury::{ExecuteMsg, InstantiateMsg, QueryMsg};

use crate::error::TreasuryError;
use crate::{execute, instantiate as made, query as answers};

/// Makes a treasury.
#[entry_point]
pub fn instantiate(
    deps: DepsMut,
    _env: Env,
    info: MessageInfo,
    msg: InstantiateMsg,
) -> Result<Response, TreasuryError> {
    made::instantiate(deps, info, msg)
}

/// Takes a message; each says in its own comment who may send it, and when.
#[entry_point]
pub fn execute(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    msg: ExecuteMsg,
) -> Result<Response, TreasuryError> {
    match msg {
        ExecuteMsg::Receive(_) => execute::receive(info),
        ExecuteMsg::SpendSmall { payment } => execute::spend_small(deps, env, info, payment),
        ExecuteMsg::Spend { payment } => execute::spend(deps, env, info, payment),
        ExecuteMsg::SetAllowance { allowance } => execute::set_allowance(deps, info, allowance),
        ExecuteMsg::Pause { until } => execute::pause(deps, info, until),
        ExecuteMsg::Unpause {} => execute::pause(deps, info, 0),
    }
}

/// Answers.
#[entry_point]
pub fn query(deps: Deps, env: Env, msg: QueryMsg) -> Result<Binary, TreasuryError> {
    Ok(match msg {
        QueryMsg::Config {} => to_json_binary(&answers::config(deps)?),
        QueryMsg::Asset { asset } => to_json_binary(&answers::asset(deps, env, asset)?),
        QueryMsg::Allowances {} => to_json_binary(&answers::allowances(deps)?),
        QueryMsg::Outflows { start_after, limit } => {
            to_json_binary(&answers::outflows(deps, start_after, limit)?)
        }
    }?)
}
