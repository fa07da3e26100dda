//! The line: how long the registry has had too few attestations for ordinary votes.

use crate::clock::{is_due, Day};
use crate::stored_as_list;

/// Days unbroken at or above the line that start the count again.
pub const RECOVERY_DAYS: u64 = 14;
/// Days below the line after which stake may repair the registry.
pub const REPAIR_DAYS: u64 = 30;
/// Days below the line after which stake may name another registrar.
pub const REGISTRAR_DAYS: u64 = 90;

/// When the count below the line began, and since when n has been at or above it again.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    /// Since when the time below the line counts.
    pub below_since: Option<u64>,
    /// Since when n is at or above the line; nothing while it is below.
    pub above_since: Option<u64>,
}

stored_as_list!(Line { below_since, above_since });

impl Line {
    /// Follows a change of n. Short recoveries do not start the count again, so fakes that come and go win no time.
    pub fn follow(&mut self, is_below: bool, day: Day, now: u64) {
        if !is_below {
            self.above_since = self.above_since.or(Some(now));
            return;
        }
        let recovered = self.above_since.is_some_and(|since| is_due(since + day.days(RECOVERY_DAYS), now));
        if recovered || self.below_since.is_none() {
            self.below_since = Some(now);
        }
        self.above_since = None;
    }

    /// Whether the time below the line has lasted that many days.
    pub fn has_lasted(&self, days: u64, day: Day, now: u64) -> bool {
        self.below_since.is_some_and(|since| is_due(since.saturating_add(day.days(days)), now))
    }
}
