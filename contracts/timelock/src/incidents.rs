//! The incident log: what was cancelled and paused, by whom and why. The only writer of `INCIDENTS`.

use cosmwasm_std::{Addr, Order, OverflowError, OverflowOperation, StdError, Storage};
use isonomia_api::timelock::{Act, MAX_INCIDENT, MAX_REASON};

use crate::error::ContractError;
use crate::state::{Incident, INCIDENTS};

/// Why an entry is refused.
#[derive(Debug, PartialEq, thiserror::Error)]
pub enum IncidentError {
    /// A text that is missing or too long.
    #[error("the {text} of an act has 1 to {most} bytes, not {bytes}")]
    Length {
        /// Which text.
        text: &'static str,
        /// The most.
        most: usize,
        /// How many it has.
        bytes: usize,
    },
}

/// What an act says of itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// The name of the incident.
    pub incident: String,
    /// Why.
    pub reason: String,
}

/// Enters an act; answers its number.
pub fn enter(
    storage: &mut dyn Storage,
    by: Addr,
    act: Act,
    notice: Notice,
    at: u64,
) -> Result<u64, ContractError> {
    let Notice { incident, reason } = notice;
    for (text, most, bytes) in
        [("incident", MAX_INCIDENT, incident.len()), ("reason", MAX_REASON, reason.len())]
    {
        if !(1..=most).contains(&bytes) {
            return Err(IncidentError::Length { text, most, bytes }.into());
        }
    }
    let last = INCIDENTS.keys(storage, None, None, Order::Descending).next().transpose()?;
    let next = last.unwrap_or_default().checked_add(1);
    let number = next.ok_or(StdError::overflow(OverflowError::new(OverflowOperation::Add)))?;
    INCIDENTS.save(storage, number, &Incident { at, by, act, incident, reason })?;
    Ok(number)
}
