//! When a deposit that leaves the vault is paid: whole days, never before the unbonding has passed (I17, I21).

use isonomia_core::clock::Day;
use isonomia_core::release::{after_notice, at_the_latest};
use proptest::prelude::*;

use crate::given::{cases, DAY};

const D: u64 = 86_400;

#[test]
fn a_claim_is_due_on_the_first_day_boundary_after_the_unbonding() {
    assert_eq!(after_notice(DAY, 28 * D, 5 * D), 33);
    assert_eq!(after_notice(DAY, 28 * D, 5 * D + 1), 34);
    assert_eq!(after_notice(DAY, 28 * D, 6 * D - 1), 34);
    assert_eq!(after_notice(DAY, 28 * D, 6 * D), 34);
    assert_eq!(after_notice(DAY, 28 * D - 1, 5 * D + 1), 33);
}

#[test]
fn a_claim_is_due_after_twice_the_unbonding_whatever_others_do() {
    assert_eq!(at_the_latest(DAY, 28 * D, 5 * D), 61);
    assert_eq!(at_the_latest(DAY, 28 * D, 5 * D + 1), 62);
}

#[test]
fn the_end_of_time_does_not_overflow() {
    let last = u64::MAX.div_ceil(D);

    assert_eq!(after_notice(DAY, 28 * D, u64::MAX), last);
    assert_eq!(at_the_latest(DAY, u64::MAX, 1), last);
}

proptest! {
    #![proptest_config(cases(500))]

    /// I17: never earlier than the unbonding, and never a whole day later.
    #[test]
    fn rounding_never_shortens_the_unbonding(day in 10..=D, unbonding in 0..90 * D, now in 0..1u64 << 40) {
        let paid = after_notice(Day(day), unbonding, now) * day;
        prop_assert!(now + unbonding <= paid && paid < now + unbonding + day);
        prop_assert!(at_the_latest(Day(day), unbonding, now) * day >= now + 2 * unbonding);
    }
}
