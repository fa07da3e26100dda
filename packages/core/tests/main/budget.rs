//! Budgets: so much in each period, until a date or a word.

use cosmwasm_std::Uint128;
use isonomia_core::budget::{Budget, BudgetError};
use proptest::prelude::*;

use crate::given::{cases, DAY};

const NOW: u64 = 1_000_000;

/// A hundred every week, for four weeks.
fn weekly() -> Budget {
    Budget::check(100u128.into(), DAY.days(7), NOW + DAY.days(28), NOW, DAY).unwrap()
}

fn pay(budget: &mut Budget, amount: u128, now: u64) -> Result<(), BudgetError> {
    budget.pay(amount.into(), now)
}

fn over(amount: u128, left: u128, ends: u64) -> Result<(), BudgetError> {
    let [amount, left, limit] = [amount, left, 100].map(Uint128::new);
    Err(BudgetError::OverLimit { amount, left, limit, ends })
}

#[test]
fn a_period_pays_its_limit_and_not_one_unit_more() {
    let (mut budget, next) = (weekly(), NOW + DAY.days(7));

    assert_eq!(pay(&mut budget, 101, NOW), over(101, 100, next));
    assert_eq!(pay(&mut budget, 60, NOW), Ok(()));
    assert_eq!(pay(&mut budget, 41, next - 1), over(41, 40, next));
    assert_eq!(pay(&mut budget, 40, next - 1), Ok(()));
    assert_eq!((budget.left(next - 1), budget.left(next)), (Uint128::zero(), Uint128::new(100)));
}

#[test]
fn what_a_period_leaves_is_not_carried_over() {
    let mut budget = weekly();
    pay(&mut budget, 1, NOW).unwrap();

    assert_eq!(budget.left(NOW + DAY.days(7)).u128(), 100);
    assert_eq!(pay(&mut budget, 101, NOW + DAY.days(21)), over(101, 100, budget.until));
}

#[test]
fn only_the_first_period_was_counted_in_advance() {
    let budget = weekly();

    assert!(budget.is_counted(NOW) && budget.is_counted(NOW + DAY.days(7) - 1));
    assert!(!budget.is_counted(NOW + DAY.days(7)));
}

#[test]
fn it_ends_at_its_date() {
    let mut budget = weekly();
    let until = budget.until;

    assert_eq!(pay(&mut budget, 1, until - 1), Ok(()));
    assert_eq!(pay(&mut budget, 1, until), Err(BudgetError::Ended { until, now: until }));
    assert_eq!(budget.left(until), Uint128::zero());
    assert_eq!(budget.revoke(until), Err(BudgetError::Ended { until, now: until }));
}

#[test]
fn it_ends_at_a_word() {
    let mut budget = weekly();

    assert_eq!(budget.revoke(NOW + 1), Ok(()));
    assert_eq!(pay(&mut budget, 1, NOW + 1), Err(BudgetError::Revoked));
    assert_eq!(budget.revoke(NOW + 1), Err(BudgetError::Revoked));
    assert_eq!(budget.left(NOW + 1), Uint128::zero());
}

#[test]
fn its_figures_have_bounds() {
    let check = |period, until| Budget::check(1u128.into(), period, until, NOW, DAY).map(drop);
    let (least, most, latest) = (DAY.days(1), DAY.days(365), NOW + DAY.days(730));

    assert_eq!((check(least, NOW + 1), check(most, latest)), (Ok(()), Ok(())));
    for period in [0, least - 1, most + 1] {
        assert_eq!(check(period, latest), Err(BudgetError::Period { period, least, most }));
    }
    for until in [0, NOW, latest + 1] {
        assert_eq!(check(least, until), Err(BudgetError::Until { until, now: NOW, latest }));
    }
}

#[test]
fn the_last_moments_do_not_overflow() {
    let budget = Budget::check(Uint128::MAX, 86_400, u64::MAX, u64::MAX - 9, DAY).unwrap();

    assert_eq!(budget.ends(u64::MAX - 5), u64::MAX);
    assert_eq!(budget.left(u64::MAX - 1), Uint128::MAX);
}

proptest! {
    #![proptest_config(cases(300))]

    /// Beside a model that remembers every payment: no period pays more than its limit, and whatever fits is paid.
    #[test]
    fn no_period_pays_more_than_its_limit(
        payments in prop::collection::vec((0..5 * 86_400u64, 0..150u128), 1..40),
    ) {
        let (mut budget, mut now, mut paid) = (weekly(), NOW, Vec::<(u64, u128)>::new());
        for (later, amount) in payments {
            now += later;
            let week = (now - NOW) / (7 * 86_400);
            let spent: u128 = paid.iter().filter(|(of, _)| *of == week).map(|(_, amount)| amount).sum();
            let fits = now < NOW + 28 * 86_400 && spent + amount <= 100;
            prop_assert_eq!(pay(&mut budget, amount, now).is_ok(), fits);
            if fits {
                paid.push((week, amount));
            }
        }
    }
}
