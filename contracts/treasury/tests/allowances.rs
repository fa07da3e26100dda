//! What small spends may pay out, however they are split.

use isonomia_api::asset::Asset;
use isonomia_api::treasury::ExecuteMsg;
use isonomia_core::allowance::OverAllowance;
use isonomia_treasury::error::TreasuryError;

use crate::suite::{allowance, coin, refusal, Suite, DAY};

fn over(asset: Asset, amount: u128, left: u128, limit: u128) -> TreasuryError {
    let over = OverAllowance { amount: amount.into(), left: left.into(), limit: limit.into() };
    TreasuryError::OverAllowance { asset, over }
}

fn coin_number(number: usize) -> Asset {
    Asset::Native { denom: format!("coin{number:02}") }
}

#[test]
fn a_small_spend_may_take_the_whole_allowance_and_not_one_more() {
    let mut suite = Suite::new();

    assert_eq!(refusal(suite.spend_small(7, coin(), 1_001, "ann")), over(coin(), 1_001, 1_000, 1_000));
    suite.spend_small(7, coin(), 1_000, "ann").unwrap();
    assert_eq!(refusal(suite.spend_small(8, coin(), 1, "ann")), over(coin(), 1, 0, 1_000));

    assert_eq!(suite.coins_of("ann"), 1_000);
    assert_eq!(suite.outflows(None, None).len(), 1);
}

#[test]
fn splitting_over_proposals_and_days_gains_nothing() {
    let mut suite = Suite::new();

    for id in 1..=10 {
        suite.spend_small(id, coin(), 100, "ann").unwrap();
        suite.advance(2 * DAY);
    }

    assert_eq!(refusal(suite.spend_small(11, coin(), 1, "ann")), over(coin(), 1, 0, 1_000));
}

#[test]
fn splitting_over_the_actions_of_one_proposal_gains_nothing() {
    let mut suite = Suite::new();
    let half = ExecuteMsg::SpendSmall { payment: suite.payment(coin(), 500, "ann") };
    let rest = ExecuteMsg::SpendSmall { payment: suite.payment(coin(), 501, "ann") };

    let outcome = suite.operate(7, &[half, rest]);

    assert_eq!(refusal(outcome), over(coin(), 501, 500, 1_000));
    assert_eq!((suite.coins_of("ann"), suite.left(coin())), (0, 1_000));
}

#[test]
fn what_was_spent_comes_back_after_30_whole_days() {
    let mut suite = Suite::new();
    suite.advance(DAY - 1);
    suite.spend_small(1, coin(), 600, "ann").unwrap();
    suite.advance(1);
    suite.spend_small(2, coin(), 400, "ann").unwrap();

    suite.advance(30 * DAY - 1);
    assert_eq!(suite.left(coin()), 0);
    suite.advance(1);
    assert_eq!(suite.left(coin()), 600);
    suite.spend_small(3, coin(), 600, "ann").unwrap();
    assert_eq!(suite.left(coin()), 0);
    suite.advance(DAY);
    assert_eq!(suite.left(coin()), 400);
}

#[test]
fn an_ordinary_spend_draws_on_no_allowance() {
    let mut suite = Suite::new();

    suite.spend(7, coin(), 5_000, "ann").unwrap();

    assert_eq!(suite.left(coin()), 1_000);
}

#[test]
fn each_asset_has_an_allowance_of_its_own() {
    let mut suite = Suite::new();
    let token = suite.token();

    suite.spend_small(7, coin(), 1_000, "ann").unwrap();
    assert_eq!(refusal(suite.spend_small(8, token.clone(), 501, "ann")), over(token.clone(), 501, 500, 500));
    suite.spend_small(8, token.clone(), 500, "ann").unwrap();

    assert_eq!((suite.left(coin()), suite.left(token)), (0, 0));
}

#[test]
fn a_coin_that_is_spelled_like_a_token_is_not_that_token() {
    let mut suite = Suite::new();
    let twin = Asset::Native { denom: format!("cw20:{}", suite.token) };
    assert_eq!(twin.to_string(), suite.token().to_string());

    suite.set_allowance(twin.clone(), 9).unwrap();
    suite.spend_small(7, suite.token(), 500, "ann").unwrap();

    assert_eq!((suite.left(twin), suite.left(suite.token())), (9, 0));
}

#[test]
fn an_asset_without_an_allowance_has_none() {
    let mut suite = Suite::new();
    let other = coin_number(0);

    assert_eq!(refusal(suite.spend_small(7, other.clone(), 1, "ann")), over(other.clone(), 1, 0, 0));

    assert_eq!(suite.asset(other), (0, 0, 0));
}

#[test]
fn an_allowance_that_is_lowered_below_what_was_spent_leaves_nothing() {
    let mut suite = Suite::new();
    suite.spend_small(7, coin(), 600, "ann").unwrap();

    suite.set_allowance(coin(), 500).unwrap();

    assert_eq!(refusal(suite.spend_small(8, coin(), 1, "ann")), over(coin(), 1, 0, 500));
}

#[test]
fn removing_an_allowance_and_setting_it_again_forgets_nothing() {
    let mut suite = Suite::new();
    suite.spend_small(7, coin(), 600, "ann").unwrap();

    suite.set_allowance(coin(), 0).unwrap();
    assert_eq!(suite.allowances(), [allowance(suite.token(), 500)]);
    assert_eq!(suite.left(coin()), 0);
    suite.set_allowance(coin(), 1_000).unwrap();

    assert_eq!(suite.left(coin()), 400);
}

#[test]
fn at_most_32_assets_have_an_allowance() {
    let mut suite = Suite::without_treasury();
    let allowances = |count| (0..count).map(|number| allowance(coin_number(number), 5)).collect::<Vec<_>>();

    let full = TreasuryError::TooManyAllowances { asset: coin_number(32) };
    assert_eq!(refusal(suite.make_treasury(DAY, allowances(33))), full);
    suite.make_treasury(DAY, allowances(32)).unwrap();
    assert_eq!(suite.allowances(), allowances(32));
    assert_eq!(refusal(suite.set_allowance(coin_number(32), 5)), full);

    suite.set_allowance(coin_number(31), 6).unwrap();
    suite.set_allowance(coin_number(31), 0).unwrap();
    suite.set_allowance(coin_number(32), 5).unwrap();
    assert_eq!(suite.allowances().len(), 32);
}

#[test]
fn no_asset_begins_with_two_allowances() {
    let mut suite = Suite::without_treasury();

    let outcome = suite.make_treasury(DAY, vec![allowance(coin(), 1), allowance(coin(), 2)]);

    assert_eq!(refusal(outcome), TreasuryError::AllowanceTwice { asset: coin() });
}
