//! The entry points.

use cosmwasm_std::{
    entry_point, to_json_binary, Binary, Deps, DepsMut, Env, MessageInfo, Response, StdResult,
};
use isonomia_api::migration::MigrateMsg;
use isonomia_api::timelock::{ExecuteMsg, InstantiateMsg, QueryMsg};
use isonomia_kit::assets::no_coins;
use isonomia_kit::migration;

use crate::error::ContractError;
use crate::execute::Request;
use crate::guardian::Term;
use crate::incidents::Notice;
use crate::{execute, instantiate as founding, query as ask, CODE};

/// Makes a timelock.
#[entry_point]
pub fn instantiate(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    msg: InstantiateMsg,
) -> Result<Response, ContractError> {
    no_coins(&info.funds)?;
    founding::instantiate(deps, env, info, msg)
}

/// Takes a message; none takes coins.
#[entry_point]
pub fn execute(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    msg: ExecuteMsg,
) -> Result<Response, ContractError> {
    no_coins(&info.funds)?;
    match msg {
        ExecuteMsg::Schedule { operation } => execute::schedule(deps, env, info, operation),
        ExecuteMsg::Execute { id, actions } => execute::execute(deps, env, info, id, actions),
        ExecuteMsg::Cancel { id, incident, reason } => {
            execute::cancel(deps, env, info, id, Notice { incident, reason })
        }
        ExecuteMsg::Pause { scope, seconds, incident, reason } => {
            let notice = Notice { incident, reason };
            execute::pause(deps, env, info, Request { scope, seconds, notice })
        }
        ExecuteMsg::Unpause {} => execute::unpause(deps, env, info),
        ExecuteMsg::SetGuardian { guardian, until } => {
            execute::set_guardian(deps, env, info, Term { guardian, until })
        }
        ExecuteMsg::RemoveGuardian {} => execute::remove_guardian(deps, env, info),
        ExecuteMsg::SetLeastDelays { least_delays } => {
            execute::set_least_delays(deps, env, info, least_delays)
        }
        ExecuteMsg::Assert { assertion } => execute::assert(deps, info, assertion),
        ExecuteMsg::Upgrade { migrations, rollback } => {
            execute::upgrade(deps, env, info, migrations, rollback)
        }
        ExecuteMsg::Rollback { id, incident, reason } => {
            execute::rollback(deps, env, info, id, Notice { incident, reason })
        }
        ExecuteMsg::Ready { id, checksum } => execute::ready(deps, env, info, id, checksum),
        ExecuteMsg::Unready { id } => execute::unready(deps, env, info, id),
        ExecuteMsg::SetOperators { operators } => execute::set_operators(deps, env, info, operators),
        ExecuteMsg::SetProposal { proposal } => execute::set_proposal(deps, env, info, proposal),
    }
}

/// Takes over the store of other code of this contract.
#[entry_point]
pub fn migrate(deps: DepsMut, _env: Env, msg: MigrateMsg) -> Result<Response, ContractError> {
    Ok(migration::migrate(deps.storage, &CODE, "timelock_migrated", msg)?)
}

/// Answers a query.
#[entry_point]
pub fn query(deps: Deps, env: Env, msg: QueryMsg) -> StdResult<Binary> {
    match msg {
        QueryMsg::Config {} => to_json_binary(&ask::config(deps, env)?),
        QueryMsg::Operation { id } => to_json_binary(&ask::operation(deps, env, id)?),
        QueryMsg::Operations { start_after, limit } => {
            to_json_binary(&ask::operations(deps, env, start_after, limit)?)
        }
        QueryMsg::LatestOperations { start_before, limit } => {
            to_json_binary(&ask::latest_operations(deps, env, start_before, limit)?)
        }
        QueryMsg::Queue { start_after, limit } => to_json_binary(&ask::queue(deps, env, start_after, limit)?),
        QueryMsg::Executing {} => to_json_binary(&ask::executing(deps)?),
        QueryMsg::Guardian {} => to_json_binary(&ask::guardian(deps, env)?),
        QueryMsg::Pause {} => to_json_binary(&ask::pause(deps, env)?),
        QueryMsg::Upgrade { id } => to_json_binary(&ask::upgrade(deps, env, id)?),
        QueryMsg::Operators {} => to_json_binary(&ask::operators(deps)?),
        QueryMsg::Incidents { start_after, limit } => {
            to_json_binary(&ask::incidents(deps, start_after, limit)?)
        }
        QueryMsg::LatestIncidents { start_before, limit } => {
            to_json_binary(&ask::latest_incidents(deps, start_before, limit)?)
        }
    }
}
