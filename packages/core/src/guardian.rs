//! The guardian: who may cancel what waits and pause, for a term that ends by itself. What a bad guardian can do is delay,
//! for a term.

use cosmwasm_schema::cw_serde;
use cosmwasm_std::Addr;

use crate::clock::{is_due, Day};
use crate::stored_as_list;

/// Days of the longest term.
pub const LONGEST_TERM_DAYS: u64 = 180;

/// Who was named last.
#[derive(Clone, Debug, PartialEq)]
pub struct Guardian {
    /// Who: an account, a multisig, another DAO.
    pub account: Addr,
    /// The first moment at which the term has ended.
    pub until: u64,
}

stored_as_list!(Guardian { account, until });

/// Where the seat of the guardian stands.
#[cw_serde]
#[derive(Copy, Eq)]
pub enum SeatStage {
    /// Nobody was named, or was removed.
    Vacant,
    /// A term runs.
    Serving,
    /// The term has ended by itself.
    Ended,
}

/// What can happen to the seat.
#[cw_serde]
#[derive(Copy, Eq)]
pub enum SeatEvent {
    /// Governance names a guardian, for a new term.
    Name,
    /// Governance removes the guardian.
    Remove,
    /// The guardian cancels or pauses.
    Act,
}

/// Why a guardian is refused.
#[derive(Debug, PartialEq, thiserror::Error)]
pub enum GuardianError {
    /// A term that has ended before it begins, or is too long.
    #[error("a guardian's term ends after {now} and not after {latest} ({LONGEST_TERM_DAYS} days), not at {until}")]
    Term {
        /// When it was to end.
        until: u64,
        /// The present moment.
        now: u64,
        /// The latest end.
        latest: u64,
    },
    /// Nobody to remove.
    #[error("there is no guardian to remove")]
    NobodyToRemove,
    /// Somebody else.
    #[error("only the guardian or the timelock may do this, not {sender}")]
    NotGuardian {
        /// Who tried.
        sender: Addr,
    },
    /// A guardian of the past.
    #[error("the guardian's term ended at {until}, now it is {now}")]
    TermEnded {
        /// When it ended.
        until: u64,
        /// The present moment.
        now: u64,
    },
}

impl SeatStage {
    /// The only way from stage to stage; what is not listed is illegal.
    pub fn step(self, event: SeatEvent) -> Option<SeatStage> {
        match (self, event) {
            (_, SeatEvent::Name) => Some(SeatStage::Serving),
            (SeatStage::Serving | SeatStage::Ended, SeatEvent::Remove) => Some(SeatStage::Vacant),
            (SeatStage::Serving, SeatEvent::Act) => Some(SeatStage::Serving),
            _ => None,
        }
    }
}

/// Where the seat stands.
pub fn seat(guardian: Option<&Guardian>, now: u64) -> SeatStage {
    match guardian {
        None => SeatStage::Vacant,
        Some(guardian) if is_due(guardian.until, now) => SeatStage::Ended,
        Some(_) => SeatStage::Serving,
    }
}

/// Names a guardian: the term begins now, and lasts at most 180 days.
pub fn name(account: Addr, until: u64, day: Day, now: u64) -> Result<Guardian, GuardianError> {
    let latest = now.saturating_add(day.days(LONGEST_TERM_DAYS));
    if is_due(until, now) || !is_due(until, latest) {
        return Err(GuardianError::Term { until, now, latest });
    }
    Ok(Guardian { account, until })
}

/// Whether there is somebody to remove.
pub fn check_removal(guardian: Option<&Guardian>, now: u64) -> Result<(), GuardianError> {
    let removed = seat(guardian, now).step(SeatEvent::Remove);
    removed.map(drop).ok_or(GuardianError::NobodyToRemove)
}

/// Whether somebody is the guardian, and still.
pub fn check_act(guardian: Option<&Guardian>, sender: &Addr, now: u64) -> Result<(), GuardianError> {
    let Some(guardian) = guardian.filter(|guardian| guardian.account == *sender) else {
        return Err(GuardianError::NotGuardian { sender: sender.clone() });
    };
    let acted = seat(Some(guardian), now).step(SeatEvent::Act);
    acted.map(drop).ok_or(GuardianError::TermEnded { until: guardian.until, now })
}
