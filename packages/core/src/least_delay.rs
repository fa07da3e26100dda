//! The least delay of a class, which the timelock keeps whatever the rules say. It rises at once and falls slowly, so that
//! nobody shortens the time in which people can object and uses it the same day.

use crate::clock::{is_due, Day};
use crate::stored_as_list;

/// Days that a lowering waits at least.
pub const LOWERING_DAYS: u64 = 5;

/// A least delay.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LeastDelay {
    /// Seconds, until a lowering takes effect.
    pub seconds: u64,
    /// What it is lowered to, if it is.
    pub lowered: Option<Lowered>,
}

stored_as_list!(LeastDelay { seconds, lowered });

/// A lowering that waits, or has taken effect.
#[derive(Clone, Debug, PartialEq)]
pub struct Lowered {
    /// Seconds.
    pub seconds: u64,
    /// The first moment at which they hold.
    pub from: u64,
}

stored_as_list!(Lowered { seconds, from });

impl LeastDelay {
    /// A least delay to begin with.
    pub fn new(seconds: u64) -> LeastDelay {
        LeastDelay { seconds, lowered: None }
    }

    /// The seconds that hold now.
    pub fn at(&self, now: u64) -> u64 {
        match &self.lowered {
            Some(lowered) if is_due(lowered.from, now) => lowered.seconds,
            _ => self.seconds,
        }
    }

    /// The lowering that waits.
    pub fn waiting(&self, now: u64) -> Option<&Lowered> {
        self.lowered.as_ref().filter(|lowered| !is_due(lowered.from, now))
    }

    /// The delay after it was set: at once where it does not fall; otherwise after the present delay, and 5 days at least.
    /// Setting it again starts over, and takes back a lowering that waits.
    pub fn set(&self, seconds: u64, day: Day, now: u64) -> LeastDelay {
        let present = self.at(now);
        if seconds >= present {
            return LeastDelay::new(seconds);
        }
        let from = now.saturating_add(present.max(day.days(LOWERING_DAYS)));
        LeastDelay { seconds: present, lowered: Some(Lowered { seconds, from }) }
    }
}
