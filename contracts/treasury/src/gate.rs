//! Whether anything may leave now, and who may say so: the only writer of `PAUSED_UNTIL`.

use cosmwasm_std::{MessageInfo, StdResult, Storage};
use isonomia_core::clock::is_due;
use isonomia_core::rules::LONGEST_PAUSE_DAYS;
use isonomia_kit::assets::no_coins;
use isonomia_kit::authority::only;

use crate::error::TreasuryError;
use crate::state::{Config, CONFIG, EXECUTION, PAUSED_UNTIL};

/// Lets the timelock in, without coins.
pub fn admit_timelock(storage: &dyn Storage, info: &MessageInfo) -> Result<Config, TreasuryError> {
    let config = CONFIG.load(storage)?;
    only(&config.timelock, &info.sender)?;
    no_coins(&info.funds)?;
    Ok(config)
}

/// Refuses while the treasury is paused, and while it executes: a contract that is called back by one that the treasury
/// calls is paid nothing.
pub fn check_open(storage: &dyn Storage, now: u64) -> Result<(), TreasuryError> {
    if let Some(until) = paused_until(storage, now)? {
        return Err(TreasuryError::Paused { until, now });
    }
    if EXECUTION.exists(storage) {
        return Err(TreasuryError::Executing);
    }
    Ok(())
}

/// The first moment at which it pays again, while it is paused.
pub fn paused_until(storage: &dyn Storage, now: u64) -> StdResult<Option<u64>> {
    Ok(PAUSED_UNTIL.may_load(storage)?.filter(|until| !is_due(*until, now)))
}

/// Pauses until a moment.
pub fn pause(storage: &mut dyn Storage, config: &Config, until: u64, now: u64) -> Result<(), TreasuryError> {
    if let Some(until) = paused_until(storage, now)? {
        return Err(TreasuryError::Paused { until, now });
    }
    let latest = now.saturating_add(config.day.days(LONGEST_PAUSE_DAYS));
    if until > latest || is_due(until, now) {
        return Err(TreasuryError::PauseUntil { until, now, latest });
    }
    Ok(PAUSED_UNTIL.save(storage, &until)?)
}

/// Ends the pause.
pub fn unpause(storage: &mut dyn Storage, now: u64) -> Result<(), TreasuryError> {
    paused_until(storage, now)?.ok_or(TreasuryError::NotPaused)?;
    PAUSED_UNTIL.remove(storage);
    Ok(())
}
