//! Pauses: of one thing, for at most 72 hours, and then none for a week, whoever paused. A pause delays and does not stop
//! the clock; windows of execution are longer.

use cosmwasm_schema::cw_serde;

use crate::clock::{Day, Phase, Window};
use crate::rules::LONGEST_PAUSE_DAYS;
use crate::stored_as_list;

/// Days after a pause in which there is no other, of whatever scope.
pub const COOL_DOWN_DAYS: u64 = 7;

/// What is paused.
#[cw_serde]
#[derive(Copy, Eq)]
pub enum PauseScope {
    /// The treasury pays nobody.
    TreasuryOutflow,
    /// The timelock executes nothing but what only changes the guardian or only unpauses.
    Execution,
}

impl PauseScope {
    /// The name, as in messages.
    pub fn name(self) -> &'static str {
        match self {
            PauseScope::TreasuryOutflow => "treasury_outflow",
            PauseScope::Execution => "execution",
        }
    }
}

/// The last pause.
#[derive(Clone, Debug, PartialEq)]
pub struct Pause {
    /// What is paused.
    pub scope: PauseScope,
    /// When it began.
    pub from: u64,
    /// The first moment at which it is over.
    pub until: u64,
}

stored_as_list!(Pause { scope, from, until });

/// Where pausing stands.
#[cw_serde]
#[derive(Copy, Eq)]
pub enum PauseStage {
    /// A pause may begin.
    Free,
    /// A pause runs.
    Running,
    /// A pause is over, and none may begin yet.
    Cooling,
}

/// What can happen.
#[cw_serde]
#[derive(Copy, Eq)]
pub enum PauseEvent {
    /// The guardian or an emergency pauses.
    Pause,
    /// Governance unpauses.
    Unpause,
}

/// Why a pause is refused.
#[derive(Debug, PartialEq, thiserror::Error)]
pub enum PauseError {
    /// Of no length, or too long.
    #[error("a pause lasts 1 to {most} s, not {seconds}")]
    Length {
        /// How long it was to last.
        seconds: u64,
        /// The longest.
        most: u64,
    },
    /// Too early after the last one, of whatever scope.
    #[error("the last pause ended or ends at {until}; another may begin at {free_from}, now it is {now}")]
    TooSoon {
        /// When the last one ended, or ends.
        until: u64,
        /// When another may begin.
        free_from: u64,
        /// The present moment.
        now: u64,
    },
    /// Nothing to unpause.
    #[error("nothing is paused")]
    NothingPaused,
}

impl PauseStage {
    /// The only way from stage to stage; what is not listed is illegal.
    pub fn step(self, event: PauseEvent) -> Option<PauseStage> {
        match (self, event) {
            (PauseStage::Free, PauseEvent::Pause) => Some(PauseStage::Running),
            (PauseStage::Running, PauseEvent::Unpause) => Some(PauseStage::Cooling),
            _ => None,
        }
    }
}

impl Pause {
    /// Where pausing stands.
    pub fn stage(&self, day: Day, now: u64) -> PauseStage {
        if self.window().phase(now) != Phase::After {
            return PauseStage::Running;
        }
        match (Window { opens: self.until, closes: self.free_from(day) }).phase(now) {
            Phase::After => PauseStage::Free,
            Phase::Before | Phase::Inside => PauseStage::Cooling,
        }
    }

    /// The first moment at which another may begin.
    pub fn free_from(&self, day: Day) -> u64 {
        self.until.saturating_add(day.days(COOL_DOWN_DAYS))
    }

    /// Whether it holds up a scope now.
    pub fn holds(&self, scope: PauseScope, now: u64) -> bool {
        self.scope == scope && self.window().phase(now) == Phase::Inside
    }

    fn window(&self) -> Window {
        Window { opens: self.from, closes: self.until }
    }
}

/// Begins a pause, if the last one is a week past.
pub fn begin(
    last: Option<&Pause>,
    scope: PauseScope,
    seconds: u64,
    day: Day,
    now: u64,
) -> Result<Pause, PauseError> {
    let most = day.days(LONGEST_PAUSE_DAYS);
    if !(1..=most).contains(&seconds) {
        return Err(PauseError::Length { seconds, most });
    }
    if let Some(last) = last {
        let begun = last.stage(day, now).step(PauseEvent::Pause);
        begun.ok_or(PauseError::TooSoon { until: last.until, free_from: last.free_from(day), now })?;
    }
    Ok(Pause { scope, from: now, until: now.saturating_add(seconds) })
}

/// Ends a pause that runs; the week counts from now.
pub fn lift(last: Option<Pause>, day: Day, now: u64) -> Result<Pause, PauseError> {
    let running = last.filter(|last| last.stage(day, now).step(PauseEvent::Unpause).is_some());
    let Pause { scope, from, .. } = running.ok_or(PauseError::NothingPaused)?;
    Ok(Pause { scope, from, until: now })
}
