//! The table of contents: one line per message.

use cosmwasm_std::{entry_point, to_json_binary, Binary, Deps, DepsMut, Env, MessageInfo, Response};
use isonomia_api::migration::MigrateMsg;
use isonomia_api::proposal::{ExecuteMsg, InstantiateMsg, QueryMsg};
use isonomia_kit::migration;

use crate::error::ContractError;
use crate::{execute, latest, preview, query, CODE};

/// Makes a proposal contract.
#[entry_point]
pub fn instantiate(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    msg: InstantiateMsg,
) -> Result<Response, ContractError> {
    execute::instantiate(deps, env, info, msg)
}

/// Takes a message.
#[entry_point]
pub fn execute(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    msg: ExecuteMsg,
) -> Result<Response, ContractError> {
    match msg {
        ExecuteMsg::Propose { draft } => execute::propose(deps, env, info, draft),
        ExecuteMsg::Receive(transfer) => execute::receive(deps, env, info, transfer),
        ExecuteMsg::Withdraw { id } => execute::withdraw(deps, env, info, id),
        ExecuteMsg::Resolve { id } => execute::resolve(deps, env, info, id),
        ExecuteMsg::ClaimDeposit { id } => execute::claim_deposit(deps, info, id),
        ExecuteMsg::SetRules { rules } => execute::set_rules(deps, info, rules),
        ExecuteMsg::SetEntry { entry } => execute::set_entry(deps, info, entry),
        ExecuteMsg::SetIdentity { identity } => execute::set_identity(deps, info, identity),
        ExecuteMsg::SetRoutines { routines } => execute::set_routines(deps, info, routines),
        ExecuteMsg::ApproveRescue { rescue } => execute::approve_rescue(deps, env, info, rescue),
        ExecuteMsg::RevokeRescue { contract, checksum } => {
            execute::revoke_rescue(deps, info, contract, checksum)
        }
    }
}

/// Takes over the store of other code of this contract.
#[entry_point]
pub fn migrate(deps: DepsMut, _env: Env, msg: MigrateMsg) -> Result<Response, ContractError> {
    Ok(migration::migrate(deps.storage, &CODE, "proposal_migrated", msg)?)
}

/// Answers a question.
#[entry_point]
pub fn query(deps: Deps, env: Env, msg: QueryMsg) -> Result<Binary, ContractError> {
    Ok(match msg {
        QueryMsg::Config {} => to_json_binary(&query::config(deps)?),
        QueryMsg::Rules {} => to_json_binary(&query::rules(deps)?),
        QueryMsg::Routines {} => to_json_binary(&query::routines(deps)?),
        QueryMsg::Proposal { id } => to_json_binary(&query::proposal(deps, id)?),
        QueryMsg::Body { id } => to_json_binary(&query::body(deps, id)?),
        QueryMsg::Proposals { start_after, limit } => {
            to_json_binary(&query::proposals(deps, start_after, limit)?)
        }
        QueryMsg::LatestProposals { filter, start_before, limit } => {
            to_json_binary(&latest::proposals(deps, filter.unwrap_or_default(), start_before, limit)?)
        }
        QueryMsg::Deposit { class } => to_json_binary(&query::deposit(deps, class)?),
        QueryMsg::Rescues {} => to_json_binary(&query::rescues(deps, env)?),
        QueryMsg::Preview { actions, emergency } => {
            to_json_binary(&preview::preview(deps, &env, actions, emergency)?)
        }
    }?)
}
