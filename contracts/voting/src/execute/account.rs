use cosmwasm_std::{DepsMut, Env, MessageInfo, Response, StdResult, Storage, Uint128};
use isonomia_core::account::{Account, AccountError};
use isonomia_core::units::Stake;
use isonomia_kit::authority::only;

use isonomia_kit::response::response;

use crate::error::ContractError;
use crate::state::{Parameters, ACCOUNTS, PARAMETERS, VAULT};
use crate::{event, ledger};

pub fn set_stake(
    mut deps: DepsMut,
    env: Env,
    info: MessageInfo,
    account: String,
    amount: Uint128,
) -> Result<Response, ContractError> {
    only(&VAULT.load(deps.storage)?, &info.sender)?;
    let parameters = PARAMETERS.load(deps.storage)?;
    let who = deps.api.addr_validate(&account)?;

    let changed = ledger::change(&mut deps, &env, &parameters, &who, |account| {
        account.stake = Stake(amount);
        Ok::<(), ContractError>(())
    })?;
    Ok(response("set_stake", &info.sender).add_events(changed))
}

pub fn register_delegate(mut deps: DepsMut, env: Env, info: MessageInfo) -> Result<Response, ContractError> {
    let parameters = PARAMETERS.load(deps.storage)?;
    let account = ACCOUNTS.load(deps.storage, &info.sender)?;
    let now = env.block.time.seconds();
    let delegates = delegation_lives(deps.storage, &parameters, &account, now)?;

    let mut generation = account.generation;
    let changed = ledger::change::<AccountError>(&mut deps, &env, &parameters, &info.sender, |account| {
        account.register(delegates, now)?;
        generation = account.generation;
        Ok(())
    })?;
    let registered = event::delegate_registered(&info.sender, generation, now);
    Ok(response("register_delegate", &info.sender).add_events(changed).add_event(registered))
}

pub fn resign(mut deps: DepsMut, env: Env, info: MessageInfo) -> Result<Response, ContractError> {
    let parameters = PARAMETERS.load(deps.storage)?;

    let changed =
        ledger::change::<AccountError>(&mut deps, &env, &parameters, &info.sender, Account::resign)?;
    let resigned = event::resigned(&info.sender);
    Ok(response("resign", &info.sender).add_events(changed).add_event(resigned))
}

/// Whether any part of what an account delegates still lives: a dead delegation is cleared by registering.
fn delegation_lives(
    storage: &dyn Storage,
    parameters: &Parameters,
    account: &Account,
    now: u64,
) -> StdResult<bool> {
    for part in account.parts() {
        let delegate = ACCOUNTS.load(storage, &part.delegate)?;
        if part.lives(&delegate, parameters.season, now) {
            return Ok(true);
        }
    }
    Ok(false)
}
