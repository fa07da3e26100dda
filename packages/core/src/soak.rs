//! The soak of an upgrade: for how long it may be rolled back without a vote, and that it may be so once.

use cosmwasm_schema::cw_serde;

use crate::clock::{is_due, Day};
use crate::stored_as_list;

/// Days of the longest soak.
pub const LONGEST_SOAK_DAYS: u64 = 14;

/// A soak.
#[derive(Clone, Debug, PartialEq)]
pub struct Soak {
    /// The first moment at which it is over.
    pub until: u64,
    /// Whether it was rolled back.
    pub rolled_back: bool,
}

stored_as_list!(Soak { until, rolled_back });

/// Where a soak stands.
#[cw_serde]
#[derive(Copy, Eq)]
pub enum SoakStage {
    /// The upgrade may be rolled back.
    Soaking,
    /// It was rolled back.
    RolledBack,
    /// The time is over: only a vote changes it.
    Over,
}

/// What can happen in a soak.
#[cw_serde]
#[derive(Copy, Eq)]
pub enum SoakEvent {
    /// Somebody who may rolls back.
    RollBack,
}

/// Why a soak is refused, or refuses.
#[derive(Debug, PartialEq, thiserror::Error)]
pub enum SoakError {
    /// Too short or too long.
    #[error("a soak lasts 1 to {longest} s ({LONGEST_SOAK_DAYS} days), not {seconds} s")]
    Length {
        /// How long it was to last.
        seconds: u64,
        /// The longest.
        longest: u64,
    },
    /// An event that it does not take.
    #[error(
        "a soak that is {stage:?} does not take {event:?}: it lasts until before {until}, now it is {now}"
    )]
    Step {
        /// The stage.
        stage: SoakStage,
        /// The event.
        event: SoakEvent,
        /// The first moment at which it is over.
        until: u64,
        /// The present moment.
        now: u64,
    },
}

impl SoakStage {
    /// The only way from stage to stage; what is not listed is illegal.
    pub fn step(self, event: SoakEvent) -> Option<SoakStage> {
        match (self, event) {
            (SoakStage::Soaking, SoakEvent::RollBack) => Some(SoakStage::RolledBack),
            _ => None,
        }
    }
}

impl Soak {
    /// A soak that begins now.
    pub fn begin(seconds: u64, day: Day, now: u64) -> Result<Soak, SoakError> {
        let longest = day.days(LONGEST_SOAK_DAYS);
        if !(1..=longest).contains(&seconds) {
            return Err(SoakError::Length { seconds, longest });
        }
        Ok(Soak { until: now.saturating_add(seconds), rolled_back: false })
    }

    /// Where it stands.
    pub fn stage(&self, now: u64) -> SoakStage {
        match self.rolled_back {
            true => SoakStage::RolledBack,
            false if is_due(self.until, now) => SoakStage::Over,
            false => SoakStage::Soaking,
        }
    }

    /// Takes an event, or says why not.
    pub fn take(&mut self, event: SoakEvent, now: u64) -> Result<(), SoakError> {
        let (stage, until) = (self.stage(now), self.until);
        stage.step(event).ok_or(SoakError::Step { stage, event, until, now })?;
        self.rolled_back = true;
        Ok(())
    }
}
