//! How people write moments and durations.

use std::time::{Duration, UNIX_EPOCH};

use isonomia_core::clock::is_due;
use thiserror::Error;

/// The longest duration that may be written: a hundred years.
const LONGEST: u64 = 36_525 * 86_400;

/// The present moment, and the length of a day of the DAO.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Clock {
    /// The moment of the last block, in seconds.
    pub now: u64,
    /// Seconds of a day of the DAO; 86 400 but on a test network.
    pub day: u64,
}

/// Why a moment is refused.
#[derive(Clone, Debug, Error, PartialEq)]
pub enum MomentError {
    /// Neither a date nor a duration.
    #[error(
        "`{0}` is neither a date (`2026-12-24`, `2026-12-24 18:00`; UTC) nor a duration (`90d`, `in 3 days`)"
    )]
    Malformed(String),
    /// A number without a unit.
    #[error("`{0}` of what? Write s, min, h, d or w: `90d`")]
    NoUnit(String),
    /// Too far away.
    #[error("`{0}` is longer than a hundred years")]
    TooLong(String),
    /// Not in the future.
    #[error("`{text}` is past: the chain has {now}")]
    Past {
        /// The text.
        text: String,
        /// The present moment.
        now: String,
    },
}

impl Clock {
    /// A moment to come: a date in UTC, or a duration from now.
    pub fn moment(&self, text: &str) -> Result<u64, MomentError> {
        let text = text.trim();
        let moment = match date(text) {
            Some(moment) => moment,
            None => self.now.saturating_add(self.duration(text)?),
        };
        match is_due(moment, self.now) {
            true => Err(MomentError::Past { text: text.to_string(), now: utc(self.now) }),
            false => Ok(moment),
        }
    }

    /// A duration: `90d`, `in 3 days`, `1 d 12 h`. A day is the DAO's own; 86 400 seconds but on a test network.
    pub fn duration(&self, text: &str) -> Result<u64, MomentError> {
        let malformed = || MomentError::Malformed(text.to_string());
        let mut rest = text.trim().strip_prefix("in ").unwrap_or(text).trim();
        let mut sum: u64 = 0;
        if rest.is_empty() {
            return Err(malformed());
        }
        while !rest.is_empty() {
            let digits = rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len());
            let (number, after) = (&rest[..digits], rest[digits..].trim_start());
            let letters = after.find(|letter: char| !letter.is_ascii_alphabetic()).unwrap_or(after.len());
            if number.is_empty() {
                return Err(malformed());
            }
            if after.is_empty() {
                return Err(MomentError::NoUnit(text.to_string()));
            }
            let unit = self.unit(&after[..letters]).ok_or_else(malformed)?;
            let seconds = number.parse::<u64>().ok().and_then(|number| number.checked_mul(unit));
            let total = seconds.and_then(|seconds| sum.checked_add(seconds));
            sum = total
                .filter(|total| *total <= LONGEST)
                .ok_or_else(|| MomentError::TooLong(text.to_string()))?;
            rest = after[letters..].trim_start();
        }
        Ok(sum)
    }

    fn unit(&self, word: &str) -> Option<u64> {
        match word {
            "s" | "sec" | "second" | "seconds" => Some(1),
            "m" | "min" | "minute" | "minutes" => Some(60),
            "h" | "hour" | "hours" => Some(3_600),
            "d" | "day" | "days" => Some(self.day),
            "w" | "week" | "weeks" => self.day.checked_mul(7),
            _ => None,
        }
    }

    /// A moment as people read it: `2026-12-24 18:00:00 UTC (in 3 d 4 h)`.
    pub fn says(&self, moment: u64) -> String {
        match moment.checked_sub(self.now) {
            Some(0) => format!("{} (now)", utc(moment)),
            Some(_) if !is_written(moment) => utc(moment),
            Some(ahead) => format!("{} (in {})", utc(moment), span(ahead)),
            None => format!("{} ({} ago)", utc(moment), span(self.now - moment)),
        }
    }
}

/// A moment in UTC. One past the year 9999 is never.
pub fn utc(moment: u64) -> String {
    if !is_written(moment) {
        return "never".to_string();
    }
    let written = humantime::format_rfc3339_seconds(UNIX_EPOCH + Duration::from_secs(moment)).to_string();
    written.replace('T', " ").replace('Z', " UTC")
}

/// Whether a moment lies before the year 10000.
fn is_written(moment: u64) -> bool {
    moment < 253_402_300_800
}

/// A duration as people read it, its two largest units; a day has 86 400 seconds.
pub fn span(seconds: u64) -> String {
    let units = [(86_400, "d"), (3_600, "h"), (60, "min"), (1, "s")];
    let mut rest = seconds;
    let mut parts = Vec::new();
    for (unit, name) in units {
        if rest >= unit {
            parts.push(format!("{} {name}", rest / unit));
        }
        rest %= unit;
    }
    match parts.is_empty() {
        true => "0 s".to_string(),
        false => parts[..parts.len().min(2)].join(" "),
    }
}

/// A date, with or without a time of day, in UTC.
fn date(text: &str) -> Option<u64> {
    let (day, time) = match text.split_once([' ', 'T']) {
        Some((day, time)) => (day, time.trim_end_matches("UTC").trim_end_matches('Z').trim()),
        None => (text, "00:00"),
    };
    let time = if time.len() == 5 { format!("{time}:00") } else { time.to_string() };
    let parsed = humantime::parse_rfc3339_weak(&format!("{day} {time}")).ok()?;
    parsed.duration_since(UNIX_EPOCH).ok().map(|since| since.as_secs())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2026-11-25 13:00:00 UTC.
    const NOW: u64 = 1_795_611_600;
    const CLOCK: Clock = Clock { now: NOW, day: 86_400 };

    #[test]
    fn a_moment_is_a_date_or_a_duration_from_now() {
        let midnight = NOW - 13 * 3_600;
        let written = [
            ("2026-11-26", midnight + 86_400),
            ("2026-11-25 18:30", midnight + 18 * 3_600 + 1_800),
            ("2026-11-25T18:30:05Z", midnight + 18 * 3_600 + 1_805),
            ("2026-11-25 18:30 UTC", midnight + 18 * 3_600 + 1_800),
            ("90d", NOW + 90 * 86_400),
            ("in 3 days", NOW + 3 * 86_400),
            ("1 d 12 h", NOW + 86_400 + 43_200),
            ("2w", NOW + 14 * 86_400),
            ("1s", NOW + 1),
        ];
        for (text, moment) in written {
            assert_eq!(CLOCK.moment(text), Ok(moment), "{text}");
        }
    }

    #[test]
    fn a_day_is_the_daos_own_and_an_hour_is_an_hour() {
        let short = Clock { day: 10, ..CLOCK };
        assert_eq!(short.moment("3d"), Ok(NOW + 30));
        assert_eq!(short.moment("1h"), Ok(NOW + 3_600));
    }

    #[test]
    fn what_is_no_moment_names_the_rule() {
        let refused = |text: &str| CLOCK.moment(text).unwrap_err();
        for text in ["", "soon", "d", "3 d 4", "-1d", "1.5d", "2026-13-01", "3 fortnights", "in"] {
            let error = refused(text);
            assert!(!matches!(error, MomentError::Past { .. } | MomentError::TooLong(_)), "{text}: {error}");
        }
        assert_eq!(refused("90"), MomentError::NoUnit("90".to_string()));
        assert!(refused("2026-11-25").to_string().contains("is past: the chain has 2026-11-25 13:00:00 UTC"));
        assert!(matches!(refused("0d"), MomentError::Past { .. }));
        assert_eq!(CLOCK.duration("36525d"), Ok(LONGEST));
        assert!(matches!(refused("36525d 1s"), MomentError::TooLong(_)));
        assert!(matches!(refused("99999999999999999999d"), MomentError::TooLong(_)));
    }

    #[test]
    fn moments_are_read_in_utc_and_from_now() {
        assert_eq!(CLOCK.says(NOW), "2026-11-25 13:00:00 UTC (now)");
        assert_eq!(CLOCK.says(NOW + 90_061), "2026-11-26 14:01:01 UTC (in 1 d 1 h)");
        assert_eq!(CLOCK.says(NOW - 61), "2026-11-25 12:58:59 UTC (1 min 1 s ago)");
        assert_eq!(CLOCK.says(u64::MAX), "never");
        assert_eq!(utc(253_402_300_799), "9999-12-31 23:59:59 UTC");
        assert_eq!((span(0), span(59), span(86_401)), ("0 s".into(), "59 s".into(), "1 d 1 s".into()));
    }
}
