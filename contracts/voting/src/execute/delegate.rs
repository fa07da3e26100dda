use cosmwasm_std::{Addr, DepsMut, Env, MessageInfo, Response};
use isonomia_api::voting::Share;
use isonomia_core::account::{Account, AccountError};
use isonomia_core::delegation::{check_split, DelegationError, Part, MAX_PARTS};

use isonomia_kit::response::response;

use crate::error::ContractError;
use crate::state::{ACCOUNTS, PARAMETERS};
use crate::{event, ledger};

pub fn delegate(
    mut deps: DepsMut,
    env: Env,
    info: MessageInfo,
    to: Vec<Share>,
) -> Result<Response, ContractError> {
    if to.len() > MAX_PARTS {
        return Err(DelegationError::TooMany { count: to.len() }.into());
    }
    let parameters = PARAMETERS.load(deps.storage)?;
    let validate = |share: Share| Ok((deps.api.addr_validate(&share.delegate)?, share.bps));
    let split = to.into_iter().map(validate).collect::<Result<Vec<(Addr, u16)>, ContractError>>()?;
    check_split(&info.sender, &split)?;

    let mut parts = Vec::new();
    for (delegate, bps) in split {
        let target = ACCOUNTS.load(deps.storage, &delegate)?;
        parts.push(Part::make(delegate, bps, &target, parameters.season, env.block.time.seconds())?);
    }
    let told = |(number, part)| event::delegated(&info.sender, number, part);
    let events: Vec<_> = (1..).zip(&parts).map(told).collect();

    let changed = ledger::change::<AccountError>(&mut deps, &env, &parameters, &info.sender, |account| {
        account.delegate(parts)
    })?;
    Ok(response("delegate", &info.sender).add_events(changed).add_events(events))
}

pub fn undelegate(mut deps: DepsMut, env: Env, info: MessageInfo) -> Result<Response, ContractError> {
    let parameters = PARAMETERS.load(deps.storage)?;

    let changed =
        ledger::change::<AccountError>(&mut deps, &env, &parameters, &info.sender, Account::undelegate)?;
    let undelegated = event::undelegated(&info.sender);
    Ok(response("undelegate", &info.sender).add_events(changed).add_event(undelegated))
}
