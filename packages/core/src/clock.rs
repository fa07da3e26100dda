//! One clock: the day, epochs, and half-open windows. No other file compares moments.

use cosmwasm_schema::cw_serde;

/// Seconds of an ordinary day.
pub const ORDINARY_DAY: u64 = 86_400;
/// Days of an epoch, of the quorum and of the registry alike.
pub const EPOCH_DAYS: u64 = 14;

/// The mechanism's day: an immutable number of seconds, the same in all contracts.
///
/// 86 400 everywhere but on a test network, which may live through a month in minutes.
#[cw_serde]
#[derive(Copy, Eq)]
pub struct Day(pub u64);

/// A day that is none.
#[derive(Debug, PartialEq, thiserror::Error)]
#[error("a day has {} to {ORDINARY_DAY} seconds, not {seconds}", Day::LEAST)]
pub struct DayLength {
    /// The seconds that were asked for.
    pub seconds: u64,
}

impl Day {
    /// The least day: short enough for a test network, and long enough for its hours to differ from nothing.
    pub const LEAST: u64 = 10;

    /// A day of so many seconds: 10 to 86 400.
    pub fn check(seconds: u64) -> Result<Day, DayLength> {
        if !(Day::LEAST..=ORDINARY_DAY).contains(&seconds) {
            return Err(DayLength { seconds });
        }
        Ok(Day(seconds))
    }

    /// That many days, in seconds.
    pub fn days(self, count: u64) -> u64 {
        self.0.saturating_mul(count)
    }

    /// That many hours, in seconds: a twenty-fourth of the day each, rounded up so that no wait becomes nothing.
    pub fn hours(self, count: u64) -> u64 {
        self.0.saturating_mul(count).div_ceil(24)
    }

    /// Which epoch `now` lies in, counted from 0 at `start`.
    pub fn epoch(self, start: u64, now: u64) -> u64 {
        now.saturating_sub(start) / self.days(EPOCH_DAYS)
    }

    /// The number of the first day boundary at or after a moment.
    pub fn boundary_at_or_after(self, moment: u64) -> u64 {
        moment.div_ceil(self.0)
    }

    /// The number of the day that a moment lies in.
    pub fn number(self, moment: u64) -> u64 {
        moment / self.0
    }
}

/// A block: its height, by which a node finds what happened in it, and its time.
#[cw_serde]
#[derive(Copy, Eq)]
pub struct Moment {
    /// The height.
    pub height: u64,
    /// Seconds.
    pub time: u64,
}

/// Which season `now` lies in, counted from 0 at the delegate's registration.
pub fn season(registered: u64, season_length: u64, now: u64) -> u64 {
    now.saturating_sub(registered) / season_length
}

/// A half-open span of time: `opens` is inside, `closes` is outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// The first second inside.
    pub opens: u64,
    /// The first second after.
    pub closes: u64,
}

/// Where a moment lies with respect to a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// `now < opens`
    Before,
    /// `opens <= now < closes`
    Inside,
    /// `closes <= now`
    After,
}

impl Window {
    /// Where `now` lies.
    pub fn phase(self, now: u64) -> Phase {
        if now < self.opens {
            Phase::Before
        } else if now < self.closes {
            Phase::Inside
        } else {
            Phase::After
        }
    }
}

/// Whether a moment has come.
pub fn is_due(moment: u64, now: u64) -> bool {
    Window { opens: moment, closes: u64::MAX }.phase(now) != Phase::Before
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_holds_its_opening_and_not_its_close() {
        let window = Window { opens: 10, closes: 20 };

        assert_eq!(window.phase(9), Phase::Before);
        assert_eq!(window.phase(10), Phase::Inside);
        assert_eq!(window.phase(19), Phase::Inside);
        assert_eq!(window.phase(20), Phase::After);
    }

    #[test]
    fn an_empty_window_holds_nothing() {
        assert_eq!(Window { opens: 10, closes: 10 }.phase(10), Phase::After);
    }

    #[test]
    fn epochs_count_from_their_start() {
        let day = Day(ORDINARY_DAY);

        assert_eq!(day.epoch(1_000, 1_000), 0);
        assert_eq!(day.epoch(1_000, 1_000 + day.days(14) - 1), 0);
        assert_eq!(day.epoch(1_000, 1_000 + day.days(14)), 1);
    }

    #[test]
    fn a_day_boundary_is_rounded_up() {
        let day = Day(10);

        assert_eq!(day.boundary_at_or_after(20), 2);
        assert_eq!(day.boundary_at_or_after(21), 3);
    }
}
