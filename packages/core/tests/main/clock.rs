//! The one clock: how long a day is, and what is counted in days, hours, epochs and seasons.

use isonomia_core::clock::{is_due, season, Day, DayLength, ORDINARY_DAY};

use crate::given::DAY;

#[test]
fn a_day_has_10_to_86_400_seconds() {
    for seconds in [10, 86_400] {
        assert_eq!(Day::check(seconds), Ok(Day(seconds)));
    }
    for seconds in [0, 9, 86_401] {
        assert_eq!(Day::check(seconds), Err(DayLength { seconds }));
    }
}

#[test]
fn every_duration_is_a_multiple_of_the_day() {
    assert_eq!((DAY.days(14), DAY.hours(1), DAY.hours(24)), (1_209_600, 3_600, 86_400));
    assert_eq!((Day(240).days(14), Day(240).hours(1), Day(240).hours(24)), (3_360, 10, 240));
}

#[test]
fn the_hours_of_a_short_day_are_rounded_up_so_that_no_wait_is_nothing() {
    assert_eq!([1, 2, 3, 24].map(|hours| Day(10).hours(hours)), [1, 1, 2, 10]);
}

#[test]
fn a_moment_is_due_from_itself_on() {
    assert!(!is_due(100, 99) && is_due(100, 100) && is_due(100, 101));
    assert!(is_due(u64::MAX, u64::MAX));
}

#[test]
fn an_epoch_has_14_days_and_a_season_its_length_each_from_its_own_start() {
    let start = 777;

    assert_eq!(DAY.epoch(start, start + 14 * ORDINARY_DAY - 1), 0);
    assert_eq!(DAY.epoch(start, start + 14 * ORDINARY_DAY), 1);
    assert_eq!(season(start, 100, start + 199), 1);
    assert_eq!(season(start, 100, start + 200), 2);
}
