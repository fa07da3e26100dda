//! Outflow caps: a part of the treasury in any 7 days, lowered at once and raised later.

use cosmwasm_std::Uint128;
use isonomia_core::cap::{self, loosens_from, Cap, Limit, LimitError, OverCap, Raise};
use isonomia_core::clock::Day;
use isonomia_core::rolling::Rolling;
use proptest::prelude::*;

use crate::given::{cases, DAY};

const FIVE: Limit = Limit::Share { bps: 500 };

fn share(bps: u16) -> Limit {
    Limit::Share { bps }
}

fn tokens(count: u32) -> Limit {
    Limit::Count { count }
}

fn count(window: &mut Rolling, limit: Limit, free: u128, amount: u128, today: u64) -> Result<(), OverCap> {
    cap::count(window, limit, free.into(), amount.into(), today)
}

#[test]
fn a_twentieth_leaves_and_not_one_unit_more() {
    let mut window = Rolling::default();

    let [amount, left, most, counted] = [51, 50, 50, 0].map(Uint128::new);
    let over = OverCap { amount, left, limit: FIVE, most, counted };
    assert_eq!(count(&mut window, FIVE, 1_000, 51, 3), Err(over));
    assert_eq!(count(&mut window, FIVE, 1_000, 30, 3), Ok(()));
    let [amount, left, counted] = [21, 20, 30].map(Uint128::new);
    let over = OverCap { amount, left, limit: FIVE, most, counted };
    assert_eq!(count(&mut window, FIVE, 970, 21, 3), Err(over));
    assert_eq!(count(&mut window, FIVE, 970, 20, 3), Ok(()));
}

#[test]
fn what_was_counted_counts_for_eight_days_so_that_no_seven_see_more() {
    let mut window = Rolling::default();
    count(&mut window, FIVE, 1_000, 50, 3).unwrap();

    assert!(count(&mut window, FIVE, 950, 1, 10).is_err());
    assert_eq!(count(&mut window, FIVE, 950, 47, 11), Ok(()), "a twentieth of what is left, rounded down");
    assert!(count(&mut window, FIVE, 903, 1, 11).is_err());
}

#[test]
fn at_most_eight_days_are_kept() {
    let mut window = Rolling::default();
    for day in 0..100 {
        count(&mut window, share(10_000), u128::MAX, 1, day).unwrap();
    }

    assert_eq!(window.days.len(), 8);
}

#[test]
fn a_share_is_rounded_down_so_that_of_nineteen_units_none_leave() {
    assert_eq!(FIVE.most(19u128.into(), 0u128.into()), Uint128::zero());
    assert_eq!(FIVE.most(20u128.into(), 0u128.into()), Uint128::one());
    assert_eq!(share(0).most(Uint128::MAX, Uint128::MAX), Uint128::zero());
}

#[test]
fn the_richest_treasury_does_not_overflow() {
    let mut window = Rolling::default();

    assert_eq!(share(10_000).most(Uint128::MAX, Uint128::MAX), Uint128::MAX);
    assert_eq!(count(&mut window, share(10_000), u128::MAX, u128::MAX, 1), Ok(()));
    assert!(count(&mut window, share(10_000), u128::MAX, 1, 1).is_err());
}

#[test]
fn of_a_collection_so_many_tokens_leave_however_few_there_are() {
    let mut window = Rolling::default();

    assert_eq!(count(&mut window, tokens(1), 3, 1, 1), Ok(()));
    let [amount, left, most, counted] = [1, 0, 1, 1].map(Uint128::new);
    let over = OverCap { amount, left, limit: tokens(1), most, counted };
    assert_eq!(count(&mut window, tokens(1), 2, 1, 8), Err(over));
    assert_eq!(count(&mut window, tokens(1), 2, 1, 9), Ok(()));
}

#[test]
fn a_limit_has_bounds_and_the_unit_of_its_holding() {
    let too_high = |limit, most| Err(LimitError::TooHigh { limit, most });

    assert_eq!(share(10_000).check(true), Ok(share(10_000)));
    assert_eq!(share(10_001).check(true), too_high(share(10_001), share(10_000)));
    assert_eq!(tokens(1_000).check(false), Ok(tokens(1_000)));
    assert_eq!(tokens(1_001).check(false), too_high(tokens(1_001), tokens(1_000)));
    assert_eq!(share(1).check(false), Err(LimitError::WrongUnit { limit: share(1) }));
    assert_eq!(tokens(1).check(true), Err(LimitError::WrongUnit { limit: tokens(1) }));
}

#[test]
fn lowering_is_at_once() {
    let cap = Cap::new(FIVE);

    assert_eq!(cap.lower(share(499), 7), Ok(Cap::new(share(499))));
    assert_eq!(cap.lower(FIVE, 7), Ok(cap));
    assert_eq!(cap.lower(share(501), 7), Err(LimitError::NotLower { now: FIVE, limit: share(501) }));
    assert_eq!(cap.lower(tokens(0), 7), Err(LimitError::WrongUnit { limit: tokens(0) }));
}

#[test]
fn raising_starts_when_it_starts_and_not_a_second_before() {
    let raised = Cap::new(FIVE).raise(share(900), 100, 7).unwrap();

    assert_eq!((raised.now(99), raised.now(100)), (FIVE, share(900)));
    assert_eq!(raised.waiting(99), Some(Raise { to: share(900), from: 100 }));
    assert_eq!(raised.waiting(100), None);
    assert_eq!(
        raised.raise(share(900), 200, 100),
        Err(LimitError::NotHigher { now: share(900), limit: share(900) })
    );
    assert_eq!(raised.raise(tokens(9), 200, 100), Err(LimitError::WrongUnit { limit: tokens(9) }));
    assert_eq!(
        raised.raise(share(901), 200, 100).unwrap().now(199),
        share(900),
        "a raise that has started stays"
    );
}

#[test]
fn a_second_raise_takes_the_place_of_the_first_and_waits_from_the_beginning() {
    let twice =
        Cap::new(FIVE).raise(share(900), 100, 7).and_then(|cap| cap.raise(share(600), 150, 50)).unwrap();

    assert_eq!((twice.now(149), twice.now(150)), (FIVE, share(600)));
}

#[test]
fn lowering_drops_a_raise_that_waits() {
    let raised = Cap::new(FIVE).raise(share(900), 100, 7).unwrap();

    assert_eq!(raised.lower(FIVE, 50).unwrap().now(u64::MAX), FIVE);
    assert_eq!(
        raised.lower(share(600), 100).unwrap().now(u64::MAX),
        share(600),
        "it has started: this lowers it"
    );
}

#[test]
fn what_loosens_waits_as_long_as_a_critical_and_five_days_at_least() {
    assert_eq!(loosens_from(DAY, 0, 7), 7 + DAY.days(5));
    assert_eq!(loosens_from(DAY, DAY.days(5) + 1, 7), 8 + DAY.days(5));
    assert_eq!(loosens_from(Day(10), 0, 7), 57);
    assert_eq!(loosens_from(DAY, u64::MAX, 7), u64::MAX);
}

/// What somebody does with a treasury.
#[derive(Clone, Debug)]
enum Deed {
    Spend(u128),
    Receive(u128),
    Sleep(u64),
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        4 => (0..200u128).prop_map(Deed::Spend),
        1 => (0..300u128).prop_map(Deed::Receive),
        3 => (0..4u64).prop_map(Deed::Sleep),
    ]
}

proptest! {
    #![proptest_config(cases(400))]

    /// Beside a model that remembers every outflow for ever: an outflow fits if it and all of the last eight days
    /// together are no more than the share of what there was and what has left in them.
    #[test]
    fn the_cap_says_what_a_model_says_that_forgets_nothing(
        deeds in prop::collection::vec(deed(), 1..80), bps in 0..3_000u16, balance in 0..3_000u128,
    ) {
        let (mut window, mut today, mut balance, mut all) = (Rolling::default(), 100u64, balance, vec![]);
        for deed in deeds {
            match deed {
                Deed::Sleep(days) => today += days,
                Deed::Receive(amount) => balance += amount,
                Deed::Spend(amount) if amount <= balance => {
                    let recent: u128 = all.iter().filter(|(day, _)| day + 7 >= today).map(|(_, left)| left).sum();
                    let fits = (recent + amount) * 10_000 <= (balance + recent) * u128::from(bps);
                    prop_assert_eq!(count(&mut window, share(bps), balance, amount, today).is_ok(), fits || amount == 0);
                    if fits {
                        all.push((today, amount));
                        balance -= amount;
                    }
                }
                Deed::Spend(_) => {}
            }
        }
    }

    /// However an outflow is split, no more leaves of a treasury that receives nothing.
    #[test]
    fn splitting_gains_nothing(parts in prop::collection::vec(1..50u128, 1..40), balance in 0..5_000u128) {
        let (mut window, mut left) = (Rolling::default(), balance);
        for part in parts {
            if part <= left && count(&mut window, FIVE, left, part, 9).is_ok() {
                left -= part;
            }
        }
        prop_assert!((balance - left) * 20 <= balance);
    }
}
