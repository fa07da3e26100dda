use cosmwasm_std::{Api, Deps, DepsMut, MessageInfo, Response};
use isonomia_api::proposal::{Deposit, Entry, Routine, MAX_ROUTINES};
use isonomia_api::timelock::Timelock;
use isonomia_core::class::Class;
use isonomia_core::rules::Rules;
use isonomia_kit::assets::{check_asset, no_coins, nonzero};
use isonomia_kit::authority::only;

use isonomia_kit::response::response;

use crate::error::ContractError;
use crate::event;
use crate::state::{Config, CONFIG, ENTRY, ROUTINES, RULES};

/// The most bytes of a message's key.
const MAX_KEY: usize = 64;

pub fn set_rules(deps: DepsMut, info: MessageInfo, rules: Rules) -> Result<Response, ContractError> {
    let config = CONFIG.load(deps.storage)?;
    only(&config.timelock, &info.sender)?;
    no_coins(&info.funds)?;
    rules.check(config.day, config.unbonding)?;
    check_least_delays(deps.as_ref(), &config, &rules)?;

    RULES.save(deps.storage, &rules.to_list())?;
    Ok(response("set_rules", &info.sender).add_event(event::rules_set(&rules)?))
}

pub fn set_entry(deps: DepsMut, info: MessageInfo, entry: Entry) -> Result<Response, ContractError> {
    only(&CONFIG.load(deps.storage)?.timelock, &info.sender)?;
    no_coins(&info.funds)?;
    let entry = check_entry(deps.api, entry)?;

    ENTRY.save(deps.storage, &entry)?;
    Ok(response("set_entry", &info.sender).add_event(event::entry_set(&entry)))
}

pub fn set_identity(deps: DepsMut, info: MessageInfo, identity: String) -> Result<Response, ContractError> {
    let config = CONFIG.load(deps.storage)?;
    only(&config.timelock, &info.sender)?;
    no_coins(&info.funds)?;
    let identity = deps.api.addr_validate(&identity)?;

    let named = event::identity_named(&identity);
    CONFIG.save(deps.storage, &Config { identity, ..config })?;
    Ok(response("set_identity", &info.sender).add_event(named))
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
    Ok(response("set_routines", &info.sender).add_event(event::routines_set(&routines)?))
}

/// The timelock has least delays of its own; rules below them would say less than what happens.
pub fn check_least_delays(deps: Deps, config: &Config, rules: &Rules) -> Result<(), ContractError> {
    let least = Timelock(config.timelock.clone()).config(&deps.querier)?.least_delays;
    for class in Class::ALL {
        let (timelock, least) = (rules.of(class).timelock, least.of(class));
        if timelock < least {
            return Err(ContractError::BelowLeastDelay { class, timelock, least });
        }
    }
    Ok(())
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
