//! Budgets: what is counted when they are made and when they pay, and what they refuse.

use isonomia_api::treasury::{ExecuteMsg, Means};
use isonomia_core::budget::BudgetError;
use isonomia_kit::assets::PaymentError;
use isonomia_kit::authority::Unauthorized;
use isonomia_treasury::error::TreasuryError;

use crate::promises::{over, CAP};
use crate::suite::{coin, refusal, Suite, DAY, FORTUNE, START};

fn budget_refuses(why: BudgetError) -> TreasuryError {
    TreasuryError::Budget { id: 1, why }
}

#[test]
fn the_limit_of_a_budget_counts_when_it_is_made_and_its_first_payments_no_more() {
    let mut suite = Suite::capped();

    assert_eq!(refusal(suite.grant(|budget| budget.limit = (CAP + 1).into())), over(CAP + 1, CAP, CAP, 0));
    suite.grant(|budget| budget.limit = CAP.into()).unwrap();
    assert_eq!(suite.counted(), CAP);
    suite.pay(1, "ann", CAP).unwrap();

    assert_eq!((suite.coins_of("ann"), suite.counted(), suite.reserved()), (CAP, CAP, 0));
    let refused = refusal(suite.spend(8, coin(), 1, "ann"));
    assert_eq!(refused, over(1, 0, CAP, CAP));
    let entry = &suite.outflows(None, None)[0];
    assert_eq!((entry.proposal, &entry.by, entry.amount.u128()), (7, &Means::Budget { id: 1 }, CAP));
}

#[test]
fn later_periods_count_what_they_pay() {
    let mut suite = Suite::capped();
    suite.grant(|_| ()).unwrap();
    suite.advance(8 * DAY);
    assert_eq!(suite.counted(), 0);

    suite.pay(1, "ann", 300).unwrap();
    assert_eq!(suite.counted(), 300);
    suite.spend(8, coin(), CAP - 300, "ben").unwrap();

    // Nothing is left of the cap, though much is left of the budget.
    assert_eq!(refusal(suite.pay(1, "ann", 1)), over(1, 0, CAP, CAP));
    assert_eq!(suite.budgets()[0].left.u128(), 700);
}

#[test]
fn many_budgets_gain_nothing() {
    let mut suite = Suite::capped();
    suite.grant(|budget| (budget.limit, budget.period) = ((CAP / 2).into(), DAY)).unwrap();
    suite.grant(|budget| (budget.limit, budget.period) = ((CAP / 2).into(), DAY)).unwrap();
    suite.pay(1, "ann", CAP / 2).unwrap();
    suite.pay(2, "ann", CAP / 2).unwrap();

    for _ in 0..6 {
        suite.advance(DAY);
        assert_eq!(refusal(suite.pay(1, "ann", 1)), over(1, 0, CAP, CAP));
        assert_eq!(refusal(suite.grant(|budget| budget.limit = 1u128.into())), over(1, 0, CAP, CAP));
    }
    assert_eq!(suite.coins_of("ann"), CAP);
}

#[test]
fn a_holder_pays_its_limit_and_nobody_else_pays() {
    let mut suite = Suite::capped();
    suite.grant(|_| ()).unwrap();
    let refused = BudgetError::OverLimit {
        amount: 1_001u128.into(),
        left: 1_000u128.into(),
        limit: 1_000u128.into(),
        ends: START + 7 * DAY,
    };

    assert_eq!(refusal(suite.pay(1, "ann", 1_001)), budget_refuses(refused));
    assert_eq!(refusal(suite.pay(1, "ann", 0)), PaymentError::Zero.into());
    assert_eq!(refusal(suite.pay(2, "ann", 1)), TreasuryError::NoBudget { id: 2 });
    let (allowed, sender, to) =
        (suite.person("hugo"), suite.person("mallory"), suite.person("mallory").into());
    let stolen = suite.send("mallory", &ExecuteMsg::PayFromBudget { id: 1, to, amount: 1u128.into() });
    assert_eq!(refusal(stolen), Unauthorized { allowed, sender }.into());
    suite.pay(1, "ann", 999).unwrap();
    suite.pay(1, "ben", 1).unwrap();
    assert_eq!((suite.coins_of("ann"), suite.coins_of("ben"), suite.budgets()[0].left.u128()), (999, 1, 0));
}

#[test]
fn a_budget_with_a_list_pays_nobody_else() {
    let mut suite = Suite::capped();
    let ann = suite.person("ann").into_string();
    suite.grant(|budget| budget.recipients = Some(vec![ann])).unwrap();

    let to = suite.person("ben").into_string();
    assert_eq!(refusal(suite.pay(1, "ben", 1)), TreasuryError::NotRecipient { id: 1, to });
    suite.pay(1, "ann", 1).unwrap();
}

#[test]
fn a_list_has_one_to_32_recipients() {
    let mut suite = Suite::capped();
    let people = |count: usize| (0..count).map(|number| suite.person(&format!("p{number}")).into()).collect();
    let (full, past): (Vec<String>, Vec<String>) = (people(32), people(33));

    let refused = refusal(suite.grant(|budget| budget.recipients = Some(past)));
    assert_eq!(refused, TreasuryError::Recipients { count: 33 });
    let refused = refusal(suite.grant(|budget| budget.recipients = Some(vec![])));
    assert_eq!(refused, TreasuryError::Recipients { count: 0 });
    suite.grant(|budget| budget.recipients = Some(full)).unwrap();
    suite.pay(1, "p31", 1).unwrap();
}

#[test]
fn a_revoked_budget_pays_no_more_and_what_was_counted_stays_counted() {
    let mut suite = Suite::capped();
    suite.grant(|_| ()).unwrap();
    suite.pay(1, "ann", 10).unwrap();

    suite.operate(8, &[ExecuteMsg::RevokeBudget { id: 1 }]).unwrap();

    assert_eq!(refusal(suite.pay(1, "ann", 1)), budget_refuses(BudgetError::Revoked));
    let again = suite.operate(8, &[ExecuteMsg::RevokeBudget { id: 1 }]);
    assert_eq!(refusal(again), budget_refuses(BudgetError::Revoked));
    let other = suite.operate(8, &[ExecuteMsg::RevokeBudget { id: 2 }]);
    assert_eq!(refusal(other), TreasuryError::NoBudget { id: 2 });
    let told = &suite.budgets()[0];
    assert_eq!((told.revoked, told.left.u128(), suite.counted()), (true, 0, 1_000));
}

#[test]
fn a_budget_ends_at_its_date() {
    let mut suite = Suite::capped();
    suite.grant(|_| ()).unwrap();

    suite.advance(28 * DAY - 1);
    suite.pay(1, "ann", 1).unwrap();
    suite.advance(1);
    let (until, now) = (START + 28 * DAY, START + 28 * DAY);
    assert_eq!(refusal(suite.pay(1, "ann", 1)), budget_refuses(BudgetError::Ended { until, now }));
}

#[test]
fn a_budget_that_is_none_is_refused() {
    let mut suite = Suite::capped();
    let (least, most) = (DAY, 365 * DAY);
    let (now, latest) = (START, START + 730 * DAY);

    assert_eq!(refusal(suite.grant(|budget| budget.limit = 0u128.into())), PaymentError::Zero.into());
    let period = DAY - 1;
    let refused = refusal(suite.grant(|budget| budget.period = period));
    assert_eq!(refused, BudgetError::Period { period, least, most }.into());
    let until = latest + 1;
    let refused = refusal(suite.grant(|budget| budget.until = until));
    assert_eq!(refused, BudgetError::Until { until, now, latest }.into());
    let past = (FORTUNE + 1).into();
    assert!(matches!(refusal(suite.grant(|budget| budget.limit = past)), TreasuryError::NotFree { .. }));
    assert!(suite.budgets().is_empty());
}
