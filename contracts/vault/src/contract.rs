//! The entry points: a table of contents. There is no `migrate`, and there never will be.

use cosmwasm_std::{entry_point, to_json_binary, Binary, Deps, DepsMut, Env, MessageInfo, Reply, Response};
use isonomia_api::vault::{ExecuteMsg, InstantiateMsg, QueryMsg};

use crate::error::VaultError;
use crate::{execute, instantiate as made, query as answers, reply as replies};

/// Makes a vault.
#[entry_point]
pub fn instantiate(
    deps: DepsMut,
    _env: Env,
    info: MessageInfo,
    msg: InstantiateMsg,
) -> Result<Response, VaultError> {
    made::instantiate(deps, info, msg)
}

/// Takes a message; each says in its own comment who may send it, and when.
#[entry_point]
pub fn execute(deps: DepsMut, env: Env, info: MessageInfo, msg: ExecuteMsg) -> Result<Response, VaultError> {
    match msg {
        ExecuteMsg::Stake {} => execute::stake(deps, env, info),
        ExecuteMsg::Receive(received) => execute::receive(deps, env, info, received),
        ExecuteMsg::Unstake { amount, quiet } => execute::unstake(deps, env, info, amount, quiet),
        ExecuteMsg::Claim {} => execute::claim(deps, env, info),
        ExecuteMsg::Sync { account } => execute::sync(deps, env, info, account),
    }
}

/// Hears that the notice of an exit has failed. It is the only reply that the vault asks for.
#[entry_point]
pub fn reply(deps: DepsMut, env: Env, _failure: Reply) -> Result<Response, VaultError> {
    replies::notice_failed(deps, env)
}

/// Answers.
#[entry_point]
pub fn query(deps: Deps, _env: Env, msg: QueryMsg) -> Result<Binary, VaultError> {
    Ok(match msg {
        QueryMsg::Config {} => to_json_binary(&answers::config(deps)?),
        QueryMsg::Deposit { account } => to_json_binary(&answers::deposit(deps, account)?),
        QueryMsg::Claims { account, start_after, limit } => {
            to_json_binary(&answers::claims(deps, account, start_after, limit)?)
        }
        QueryMsg::Unnoticed { start_after, limit } => {
            to_json_binary(&answers::unnoticed(deps, start_after, limit)?)
        }
    }?)
}
