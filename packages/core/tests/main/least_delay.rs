//! Least delays: up at once, down after the longer of the delay and 5 days.

use isonomia_core::clock::{Day, ORDINARY_DAY};
use isonomia_core::least_delay::{LeastDelay, Lowered};

const DAY: Day = Day(ORDINARY_DAY);
const NOW: u64 = 1_000;

fn days(count: u64) -> u64 {
    DAY.days(count)
}

#[test]
fn a_raise_holds_at_once() {
    let raised = LeastDelay::new(days(2)).set(days(3), DAY, NOW);

    assert_eq!(raised, LeastDelay::new(days(3)));
    assert_eq!(raised.at(NOW), days(3));
}

#[test]
fn a_lowering_waits_for_the_old_delay_and_for_five_days_at_least() {
    for (old, wait) in [(2, 5), (5, 5), (7, 7)] {
        let lowered = LeastDelay::new(days(old)).set(60, DAY, NOW);
        let from = NOW + days(wait);

        assert_eq!(lowered.waiting(from - 1), Some(&Lowered { seconds: 60, from }));
        assert_eq!((lowered.at(NOW), lowered.at(from - 1), lowered.at(from)), (days(old), days(old), 60));
        assert_eq!(lowered.waiting(from), None);
    }
}

#[test]
fn a_lowering_that_waits_is_taken_back_by_the_old_delay() {
    let lowered = LeastDelay::new(days(7)).set(60, DAY, NOW);

    let restored = lowered.set(days(7), DAY, NOW + days(7) - 1);

    assert_eq!(restored, LeastDelay::new(days(7)));
}

#[test]
fn a_second_lowering_starts_over() {
    let first = LeastDelay::new(days(7)).set(days(6), DAY, NOW);

    let second = first.set(60, DAY, NOW + days(6));

    let from = NOW + days(13);
    assert_eq!((second.at(from - 1), second.at(from)), (days(7), 60));
}

#[test]
fn a_lowering_that_holds_is_the_delay_that_the_next_one_waits_for() {
    let first = LeastDelay::new(days(20)).set(days(6), DAY, NOW);
    let held = NOW + days(20);

    let second = first.set(60, DAY, held);

    assert_eq!((second.at(held), second.at(held + days(6))), (days(6), 60));
}
