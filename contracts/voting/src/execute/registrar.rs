use cosmwasm_std::{DepsMut, Env, MessageInfo, Response};
use isonomia_core::account::{Account, AccountError};
use isonomia_core::clock::is_due;
use isonomia_kit::authority::only;

use isonomia_kit::response::response;

use crate::error::ContractError;
use crate::state::{ACCOUNTS, CONTRACTS, PARAMETERS, REGISTRY};
use crate::{event, ledger};

/// The most accounts of one `Poke`.
const MAX_POKED: usize = 32;

pub fn attest(
    mut deps: DepsMut,
    env: Env,
    info: MessageInfo,
    account: String,
    until: u64,
) -> Result<Response, ContractError> {
    only(&CONTRACTS.load(deps.storage)?.registrar, &info.sender)?;
    let parameters = PARAMETERS.load(deps.storage)?;
    let who = deps.api.addr_validate(&account)?;

    let changed = ledger::change(&mut deps, &env, &parameters, &who, |account| {
        account.attested = Some(until);
        Ok::<(), ContractError>(())
    })?;
    Ok(response("attest", &info.sender).add_events(changed))
}

pub fn revoke(
    mut deps: DepsMut,
    env: Env,
    info: MessageInfo,
    account: String,
) -> Result<Response, ContractError> {
    only(&CONTRACTS.load(deps.storage)?.registrar, &info.sender)?;
    let parameters = PARAMETERS.load(deps.storage)?;
    let who = deps.api.addr_validate(&account)?;

    let changed = ledger::change::<AccountError>(&mut deps, &env, &parameters, &who, Account::revoke)?;
    Ok(response("revoke", &info.sender).add_events(changed))
}

pub fn ready(deps: DepsMut, env: Env, info: MessageInfo) -> Result<Response, ContractError> {
    only(&CONTRACTS.load(deps.storage)?.registrar, &info.sender)?;

    let mut registry = REGISTRY.load(deps.storage)?;
    let ready_at = registry.ready_at.unwrap_or(env.block.height);
    registry.ready_at = Some(ready_at);
    REGISTRY.save(deps.storage, &registry)?;
    Ok(response("ready", &info.sender).add_event(event::ready(ready_at)))
}

pub fn poke(
    mut deps: DepsMut,
    env: Env,
    info: MessageInfo,
    accounts: Vec<String>,
) -> Result<Response, ContractError> {
    if accounts.is_empty() || accounts.len() > MAX_POKED {
        return Err(ContractError::Accounts { count: accounts.len(), most: MAX_POKED });
    }
    let parameters = PARAMETERS.load(deps.storage)?;
    let now = env.block.time.seconds();
    let mut events = Vec::new();
    for account in accounts {
        let who = deps.api.addr_validate(&account)?;
        let until = ACCOUNTS.load(deps.storage, &who)?.attested;
        if until.is_some_and(|until| is_due(until, now)) {
            let expire = |account: &mut Account| account.expire(now);
            events.extend(ledger::change(&mut deps, &env, &parameters, &who, expire)?);
        }
    }
    if events.is_empty() {
        return Err(ContractError::NothingExpired);
    }
    Ok(response("poke", &info.sender).add_events(events))
}
