//! The rolling allowance: splitting a large spend over many small ones gains nothing.

use cosmwasm_std::Uint128;
use isonomia_core::allowance::{self, OverAllowance, ALLOWANCE_DAYS};
use isonomia_core::rolling::Rolling;
use proptest::prelude::*;

use crate::given::cases;

fn spend(rolling: &mut Rolling, limit: u128, amount: u128, today: u64) -> Result<(), OverAllowance> {
    allowance::spend(rolling, limit.into(), amount.into(), today)
}

fn over(amount: u128, left: u128, limit: u128) -> Result<(), OverAllowance> {
    let [amount, left, limit] = [amount, left, limit].map(Uint128::new);
    Err(OverAllowance { amount, left, limit })
}

#[test]
fn exactly_the_allowance_leaves_and_not_one_unit_more() {
    let mut rolling = Rolling::default();

    assert_eq!(spend(&mut rolling, 100, 101, 5), over(101, 100, 100));
    assert_eq!(spend(&mut rolling, 100, 60, 5), Ok(()));
    assert_eq!(spend(&mut rolling, 100, 41, 5), over(41, 40, 100));
    assert_eq!(spend(&mut rolling, 100, 40, 5), Ok(()));
    assert_eq!(spend(&mut rolling, 100, 1, 5), over(1, 0, 100));
}

#[test]
fn what_is_refused_is_not_noted() {
    let mut rolling = Rolling::default();
    spend(&mut rolling, 100, 60, 5).unwrap();
    let before = rolling.clone();

    spend(&mut rolling, 100, 41, 5).unwrap_err();

    assert_eq!(rolling, before);
}

#[test]
fn nothing_is_free_again_before_30_whole_days_have_passed() {
    let mut rolling = Rolling::default();
    spend(&mut rolling, 100, 100, 5).unwrap();

    assert_eq!(spend(&mut rolling, 100, 1, 35), over(1, 0, 100));
    assert_eq!(spend(&mut rolling, 100, 100, 36), Ok(()));
}

#[test]
fn each_day_frees_what_left_on_it() {
    let mut rolling = Rolling::default();
    spend(&mut rolling, 100, 70, 5).unwrap();
    spend(&mut rolling, 100, 30, 6).unwrap();

    assert_eq!(rolling.total(ALLOWANCE_DAYS, 35), Uint128::new(100));
    assert_eq!(rolling.total(ALLOWANCE_DAYS, 36), Uint128::new(30));
    assert_eq!(rolling.total(ALLOWANCE_DAYS, 37), Uint128::zero());
}

#[test]
fn an_asset_without_an_allowance_never_leaves() {
    assert_eq!(spend(&mut Rolling::default(), 0, 1, 5), over(1, 0, 0));
}

#[test]
fn a_lowered_allowance_leaves_nothing_until_enough_is_free_again() {
    let mut rolling = Rolling::default();
    spend(&mut rolling, 100, 70, 5).unwrap();

    assert_eq!(spend(&mut rolling, 50, 1, 5), over(1, 0, 50));
    assert_eq!(spend(&mut rolling, 50, 50, 36), Ok(()));
}

#[test]
fn the_widest_allowance_does_not_overflow() {
    let mut rolling = Rolling::default();

    assert_eq!(spend(&mut rolling, u128::MAX, u128::MAX, 5), Ok(()));
    assert_eq!(spend(&mut rolling, u128::MAX, 1, 6), over(1, 0, u128::MAX));
}

#[test]
fn at_most_31_days_are_kept() {
    let mut rolling = Rolling::default();
    for day in 0..100 {
        for _ in 0..3 {
            spend(&mut rolling, u128::MAX, 1, day).unwrap();
        }
    }

    assert_eq!(rolling.days.len() as u64, ALLOWANCE_DAYS + 1);
    assert_eq!(rolling.total(ALLOWANCE_DAYS, 99), Uint128::new(3 * 31));
}

proptest! {
    #![proptest_config(cases(300))]

    /// However spends are spread: no span of 30 days and the one it begins in ever sees more than the allowance.
    #[test]
    fn no_span_sees_more_than_the_allowance(
        spends in prop::collection::vec((0..12u64, 0..120u128), 1..60), limit in 1..200u128,
    ) {
        let (mut rolling, mut today, mut left) = (Rolling::default(), 0, Vec::new());
        for (later, amount) in spends {
            today += later;
            let in_span = |days: &[(u64, u128)]| -> u128 {
                days.iter().filter(|(day, _)| day + 30 >= today).map(|(_, amount)| amount).sum()
            };
            let fits = in_span(&left) + amount <= limit;
            prop_assert_eq!(spend(&mut rolling, limit, amount, today).is_ok(), fits);
            if fits {
                left.push((today, amount));
            }
        }
    }
}
