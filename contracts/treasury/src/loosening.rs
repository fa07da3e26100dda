//! When what loosens a brake starts.

use cosmwasm_std::{QuerierWrapper, StdResult};
use isonomia_api::timelock::Timelock;
use isonomia_core::cap::loosens_from;
use isonomia_core::class::Class;

use crate::state::Config;

/// After the delay of a Critical proposal, which the timelock knows, and after 5 days at least.
pub fn from(querier: &QuerierWrapper, config: &Config, now: u64) -> StdResult<u64> {
    let timelock = Timelock(config.timelock.clone()).config(querier)?;
    Ok(loosens_from(config.day, timelock.least_delays.of(Class::Critical), now))
}
