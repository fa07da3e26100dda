use cosmwasm_std::{DepsMut, Env, MessageInfo, Response};
use isonomia_core::account::{Account, AccountError};
use isonomia_core::clock::is_due;
use isonomia_kit::authority::only;

use crate::error::ContractError;
use crate::state::{ACCOUNTS, CONFIG, REGISTRY};
use crate::{event, ledger};

/// The most accounts of one `Poke`.
const MAX_POKED: usize = 32;

pub fn attest(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    account: String,
    until: u64,
) -> Result<Response, ContractError> {
    let config = CONFIG.load(deps.storage)?;
    only(&config.registrar, &info.sender)?;
    let who = deps.api.addr_validate(&account)?;

    let changed = ledger::change(deps.storage, &env, &config, &who, |account| {
        account.attested = Some(until);
        Ok::<(), ContractError>(())
    })?;
    Ok(event::response("attest", &info).add_event(changed))
}

pub fn revoke(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    account: String,
) -> Result<Response, ContractError> {
    let config = CONFIG.load(deps.storage)?;
    only(&config.registrar, &info.sender)?;
    let who = deps.api.addr_validate(&account)?;

    let changed = ledger::change::<AccountError>(deps.storage, &env, &config, &who, Account::revoke)?;
    Ok(event::response("revoke", &info).add_event(changed))
}

pub fn ready(deps: DepsMut, env: Env, info: MessageInfo) -> Result<Response, ContractError> {
    let config = CONFIG.load(deps.storage)?;
    only(&config.registrar, &info.sender)?;

    let mut registry = REGISTRY.load(deps.storage)?;
    registry.ready_at = registry.ready_at.or(Some(env.block.height));
    REGISTRY.save(deps.storage, &registry)?;
    Ok(event::response("ready", &info))
}

pub fn poke(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    accounts: Vec<String>,
) -> Result<Response, ContractError> {
    if accounts.is_empty() || accounts.len() > MAX_POKED {
        return Err(ContractError::Accounts { count: accounts.len(), most: MAX_POKED });
    }
    let config = CONFIG.load(deps.storage)?;
    let now = env.block.time.seconds();
    let mut events = Vec::new();
    for account in accounts {
        let who = deps.api.addr_validate(&account)?;
        let until = ACCOUNTS.load(deps.storage, &who)?.attested;
        if until.is_some_and(|until| is_due(until, now)) {
            events.push(ledger::change(deps.storage, &env, &config, &who, |account| account.expire(now))?);
        }
    }
    if events.is_empty() {
        return Err(ContractError::NothingExpired);
    }
    Ok(event::response("poke", &info).add_events(events))
}
