use cosmwasm_std::{Api, DepsMut, MessageInfo, Response};
use isonomia_api::proposal::{Deposit, Entry, Routine, MAX_ROUTINES};
use isonomia_core::rules::Rules;
use isonomia_kit::assets::{check_asset, no_coins, nonzero};
use isonomia_kit::authority::only;

use crate::error::ContractError;
use crate::event;
use crate::state::{CONFIG, ENTRY, ROUTINES, RULES};

/// The most bytes of a message's key.
const MAX_KEY: usize = 64;

pub fn set_rules(deps: DepsMut, info: MessageInfo, rules: Rules) -> Result<Response, ContractError> {
    let config = CONFIG.load(deps.storage)?;
    only(&config.timelock, &info.sender)?;
    no_coins(&info.funds)?;
    rules.check(config.day, config.unbonding)?;

    RULES.save(deps.storage, &rules)?;
    Ok(event::response("set_rules", &info.sender))
}

pub fn set_entry(deps: DepsMut, info: MessageInfo, entry: Entry) -> Result<Response, ContractError> {
    only(&CONFIG.load(deps.storage)?.timelock, &info.sender)?;
    no_coins(&info.funds)?;
    let entry = check_entry(deps.api, entry)?;

    ENTRY.save(deps.storage, &entry)?;
    Ok(event::response("set_entry", &info.sender))
}

pub fn set_routines(
    deps: DepsMut,
    info: MessageInfo,
    routines: Vec<Routine>,
) -> Result<Response, ContractError> {
    only(&CONFIG.load(deps.storage)?.timelock, &info.sender)?;
    no_coins(&info.funds)?;
    check_routines(deps.api, &routines)?;

    ROUTINES.save(deps.storage, &routines)?;
    Ok(event::response("set_routines", &info.sender))
}

/// A deposit is of a real asset and not of nothing.
pub fn check_entry(api: &dyn Api, entry: Entry) -> Result<Entry, ContractError> {
    let Some(Deposit { asset, amount }) = entry.deposit else {
        return Ok(entry);
    };
    let deposit = Some(Deposit { asset: check_asset(api, &asset)?, amount: nonzero(amount)? });
    Ok(Entry { deposit, ..entry })
}

fn check_routines(api: &dyn Api, routines: &[Routine]) -> Result<(), ContractError> {
    let malformed = ContractError::Routines { most: MAX_ROUTINES };
    if routines.len() > MAX_ROUTINES {
        return Err(malformed);
    }
    for (index, routine) in routines.iter().enumerate() {
        api.addr_validate(&routine.contract)?;
        let bounded = (1..=MAX_KEY).contains(&routine.message.len());
        let same = |other: &Routine| other.contract == routine.contract && other.message == routine.message;
        if !bounded || routines[..index].iter().any(same) {
            return Err(malformed);
        }
    }
    Ok(())
}
