//! Pauses: one at a time, and then none for a week. The only writer of `PAUSE`.

use cosmwasm_std::{CosmosMsg, StdResult, Storage};
use isonomia_api::call::call;
use isonomia_api::treasury;
use isonomia_core::operation::Operation;
use isonomia_core::pause::{begin, lift, Pause, PauseScope};

use crate::error::ContractError;
use crate::state::{Config, PAUSE};

/// Execution is paused.
#[derive(Debug, PartialEq, thiserror::Error)]
#[error("execution is paused until {until}, now it is {now}; the clock of operation {id} runs on")]
pub struct ExecutionPaused {
    /// The operation that waits.
    pub id: u64,
    /// Until when.
    pub until: u64,
    /// The present moment.
    pub now: u64,
}

/// The last pause.
pub fn last(storage: &dyn Storage) -> StdResult<Option<Pause>> {
    PAUSE.may_load(storage)
}

/// Begins a pause.
pub fn start(
    storage: &mut dyn Storage,
    config: &Config,
    scope: PauseScope,
    seconds: u64,
    now: u64,
) -> Result<Pause, ContractError> {
    let pause = begin(last(storage)?.as_ref(), scope, seconds, config.day, now)?;
    PAUSE.save(storage, &pause)?;
    Ok(pause)
}

/// Ends the pause that runs.
pub fn end(storage: &mut dyn Storage, config: &Config, now: u64) -> Result<Pause, ContractError> {
    let pause = lift(last(storage)?, config.day, now)?;
    PAUSE.save(storage, &pause)?;
    Ok(pause)
}

/// Holds up an operation while execution is paused, unless it only changes the guardian or only unpauses.
pub fn check(storage: &dyn Storage, id: u64, operation: &Operation, now: u64) -> Result<(), ContractError> {
    if operation.protected {
        return Ok(());
    }
    match last(storage)?.filter(|pause| pause.holds(PauseScope::Execution, now)) {
        Some(Pause { until, .. }) => Err(ExecutionPaused { id, until, now }.into()),
        None => Ok(()),
    }
}

/// What the treasury is told, where a pause is its.
pub fn relay(config: &Config, scope: PauseScope, msg: &treasury::ExecuteMsg) -> StdResult<Option<CosmosMsg>> {
    match scope {
        PauseScope::TreasuryOutflow => call(&config.treasury, msg).map(Some),
        PauseScope::Execution => Ok(None),
    }
}
