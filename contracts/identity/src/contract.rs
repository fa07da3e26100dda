//! The entry points.

use cosmwasm_std::{
    entry_point, to_json_binary, Binary, Deps, DepsMut, Env, MessageInfo, Response, StdResult,
};
use isonomia_api::identity::{ExecuteMsg, InstantiateMsg, QueryMsg};
use isonomia_api::migration::MigrateMsg;
use isonomia_kit::assets::no_coins;
use isonomia_kit::migration;

use crate::error::ContractError;
use crate::testimony::{SignedRevocation, Submission};
use crate::{execute, instantiate as founding, query as ask, CODE};

/// Makes a registry.
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
        ExecuteMsg::File { account, statement } => execute::file(deps, env, info, account, statement),
        ExecuteMsg::Submit { issuer, statement, signature } => {
            execute::submit(deps, env, info, Submission { issuer, statement, signature })
        }
        ExecuteMsg::Activate {} => execute::activate(deps, env, info),
        ExecuteMsg::Revoke { accounts } => execute::revoke(deps, env, info, accounts),
        ExecuteMsg::RevokeFew { accounts } => execute::revoke_few(deps, env, info, accounts),
        ExecuteMsg::RevokeSigned { issuer, revocation, signature } => {
            execute::revoke_signed(deps, env, info, SignedRevocation { issuer, revocation, signature })
        }
        ExecuteMsg::Expire { accounts } => execute::expire(deps, env, info, accounts),
        ExecuteMsg::Ready {} => execute::ready(deps, info),
        ExecuteMsg::AddIssuer { issuer } => execute::add_issuer(deps, info, issuer),
        ExecuteMsg::RemoveIssuer { id } => execute::remove_issuer(deps, info, id),
    }
}

/// Takes over the store of other code of this contract.
#[entry_point]
pub fn migrate(deps: DepsMut, _env: Env, msg: MigrateMsg) -> Result<Response, ContractError> {
    Ok(migration::migrate(deps.storage, &CODE, "identity_migrated", msg)?)
}

/// Answers a query.
#[entry_point]
pub fn query(deps: Deps, env: Env, msg: QueryMsg) -> StdResult<Binary> {
    match msg {
        QueryMsg::Config {} => to_json_binary(&ask::config(deps)?),
        QueryMsg::Issuers {} => to_json_binary(&ask::issuers(deps)?),
        QueryMsg::Attestation { account } => to_json_binary(&ask::attestation(deps, account)?),
        QueryMsg::Attestations { start_after, limit } => {
            to_json_binary(&ask::attestations(deps, start_after, limit)?)
        }
        QueryMsg::Epoch {} => to_json_binary(&ask::epoch(deps, env)?),
    }
}
