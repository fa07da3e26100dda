//! The line: how long too few have been attested, and what starts the count again.

use isonomia_core::line::Line;

use crate::given::DAY;

const D: u64 = 86_400;

/// What happened when: `true` is a change that leaves n below the line.
fn line(changes: &[(bool, u64)]) -> Line {
    let mut line = Line::default();
    for (is_below, now) in changes {
        line.follow(*is_below, DAY, *now);
    }
    line
}

fn lasted(line: &Line, days: u64, now: u64) -> bool {
    line.has_lasted(days, DAY, now)
}

#[test]
fn a_registry_that_was_never_below_has_lasted_no_time() {
    assert!(!lasted(&Line::default(), 30, u64::MAX));
    assert!(!lasted(&line(&[(false, 0)]), 30, u64::MAX));
}

#[test]
fn the_count_starts_with_the_change_that_falls_below() {
    let fell = line(&[(false, 0), (true, 100)]);

    for days in [30, 90] {
        assert!(!lasted(&fell, days, 100 + days * D - 1));
        assert!(lasted(&fell, days, 100 + days * D));
    }
}

#[test]
fn falling_further_does_not_start_it_again() {
    let fell = line(&[(true, 100), (true, 20 * D), (true, 29 * D)]);

    assert!(lasted(&fell, 30, 100 + 30 * D));
}

#[test]
fn recovering_for_less_than_14_days_does_not_start_it_again() {
    let dipped = line(&[(true, 100), (false, D), (true, 15 * D - 1)]);

    assert!(lasted(&dipped, 30, 100 + 30 * D));
}

#[test]
fn recovering_for_14_days_unbroken_starts_it_again() {
    let recovered = line(&[(true, 100), (false, D), (true, 15 * D)]);

    assert!(!lasted(&recovered, 30, 45 * D - 1));
    assert!(lasted(&recovered, 30, 45 * D));
}

#[test]
fn rising_further_does_not_break_a_recovery() {
    let recovered = line(&[(true, 100), (false, D), (false, 2 * D), (false, 14 * D), (true, 15 * D)]);

    assert!(!lasted(&recovered, 30, 45 * D - 1));
}

#[test]
fn recoveries_do_not_add_up() {
    let flickering = line(&[(true, 100), (false, D), (true, 14 * D), (false, 14 * D + 1), (true, 28 * D)]);

    assert!(lasted(&flickering, 30, 100 + 30 * D));
}

/// A full recovery forgets what was before it, also when the next one is short.
#[test]
fn after_a_recovery_the_old_count_never_comes_back() {
    let again = line(&[(true, 0), (false, D), (true, 20 * D), (false, 21 * D), (true, 22 * D)]);

    assert!(!lasted(&again, 30, 50 * D - 1));
    assert!(lasted(&again, 30, 50 * D));
}

#[test]
fn the_end_of_time_does_not_overflow() {
    assert!(!lasted(&line(&[(true, u64::MAX - 1)]), 30, u64::MAX - 1));
}
