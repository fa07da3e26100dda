//! The founding.

use cosmwasm_std::{DepsMut, Env, MessageInfo, Response};
use isonomia_api::identity::{InstantiateMsg, Issuer, MAX_ISSUERS};
use isonomia_api::voting::Voting;
use isonomia_core::clock::Day;

use isonomia_kit::migration;
use isonomia_kit::response::response;

use crate::error::ContractError;
use crate::state::{Config, CONFIG};
use crate::{event, issuers, CODE};

/// Names the first issuers and asks voting for the day and the least number of attestations.
pub fn instantiate(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    msg: InstantiateMsg,
) -> Result<Response, ContractError> {
    check_counts(&msg.issuers, msg.min_issuers)?;
    let voting = deps.api.addr_validate(&msg.voting)?;
    let asked = Voting(voting.clone()).config(&deps.querier)?;
    let config = Config {
        voting,
        timelock: deps.api.addr_validate(&msg.timelock)?,
        min_issuers: msg.min_issuers,
        min_attested: asked.min_attested,
        day: checked_day(asked.day)?,
        started: env.block.time.seconds(),
    };
    migration::mark(deps.storage, &CODE)?;
    CONFIG.save(deps.storage, &config)?;
    let mut response = response("instantiate", &info.sender).add_event(event::instantiated(&config));
    for issuer in msg.issuers {
        let issuer = issuers::add(deps.storage, deps.api, issuer)?;
        response = response.add_event(event::issuer_added(&issuer));
    }
    Ok(response)
}

fn check_counts(issuers: &[Issuer], min_issuers: u64) -> Result<(), ContractError> {
    if issuers.is_empty() {
        return Err(ContractError::NoIssuers);
    }
    if !(1..=MAX_ISSUERS as u64).contains(&min_issuers) {
        return Err(ContractError::MinIssuers { min_issuers });
    }
    Ok(())
}

fn checked_day(seconds: u64) -> Result<Day, ContractError> {
    if seconds < Day::LEAST {
        return Err(ContractError::Day { seconds });
    }
    Ok(Day(seconds))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_of_nothing_is_refused() {
        for seconds in [0, Day::LEAST - 1] {
            assert_eq!(checked_day(seconds), Err(ContractError::Day { seconds }));
        }
        assert_eq!(checked_day(Day::LEAST), Ok(Day(Day::LEAST)));
    }
}
