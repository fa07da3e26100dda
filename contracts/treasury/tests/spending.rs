//! Who pays out, and what the ledger says of it.

use cosmwasm_std::coins;
use cw_multi_test::Executor;
use isonomia_api::asset::Asset;
use isonomia_api::treasury::{ConfigResponse, ExecuteMsg, Means, Outflow, QueryMsg, SumsResponse};
use isonomia_core::clock::DayLength;
use isonomia_kit::assets::PaymentError;
use isonomia_kit::authority::Unauthorized;
use isonomia_treasury::error::TreasuryError;

use crate::suite::{allowance, coin, refusal, Suite, DAY, DENOM, FORTUNE, START};

#[test]
fn ann_is_paid_in_coins_and_in_tokens() {
    let mut suite = Suite::new();

    suite.spend(7, coin(), 5_000, "ann").unwrap();
    suite.spend(8, suite.token(), 6_000, "ann").unwrap();

    assert_eq!((suite.coins_of("ann"), suite.tokens_of("ann")), (5_000, 6_000));
    assert_eq!(suite.asset(coin()), (FORTUNE - 5_000, 1_000, 1_000));
    assert_eq!(suite.asset(suite.token()), (FORTUNE - 6_000, 500, 500));
}

#[test]
fn the_ledger_names_the_proposal_of_every_outflow() {
    let mut suite = Suite::new();
    let small = ExecuteMsg::SpendSmall { payment: suite.payment(coin(), 10, "ben") };
    let large = ExecuteMsg::Spend { payment: suite.payment(suite.token(), 20, "cat") };

    suite.spend(7, coin(), 5_000, "ann").unwrap();
    suite.advance(60);
    suite.operate(9, &[small, large]).unwrap();

    let outflow = |number, proposal, asset: Asset, amount: u128, to, small, at| {
        let (to, amount, holding) = (Some(suite.person(to)), amount.into(), asset.into());
        let by = if small { Means::SpendSmall } else { Means::Spend };
        Outflow { number, proposal, by, holding, amount, to, at }
    };
    let expected = [
        outflow(1, 7, coin(), 5_000, "ann", false, START),
        outflow(2, 9, coin(), 10, "ben", true, START + 60),
        outflow(3, 9, suite.token(), 20, "cat", false, START + 60),
    ];
    assert_eq!(suite.outflows(None, None), expected);
    assert_eq!(suite.outflows(None, Some(2)), expected[..2]);
    assert_eq!(suite.outflows(Some(2), None), expected[2..]);
}

#[test]
fn nobody_but_the_timelock_spends_or_sets() {
    let mut suite = Suite::new();
    let (payment, allowance) = (suite.payment(coin(), 1, "ann"), allowance(coin(), 1));

    for msg in [
        ExecuteMsg::Spend { payment: payment.clone() },
        ExecuteMsg::SpendSmall { payment },
        ExecuteMsg::SetAllowance { allowance },
    ] {
        let (allowed, sender) = (suite.timelock.clone(), suite.person("ann"));
        let outcome = suite.app.execute_contract(sender.clone(), suite.treasury.clone(), &msg, &[]);
        assert_eq!(refusal(outcome), Unauthorized { allowed, sender }.into());
    }
}

#[test]
fn no_message_takes_coins() {
    let mut suite = Suite::new();
    let (timelock, treasury) = (suite.timelock.clone(), suite.treasury.clone());
    suite.spend(7, coin(), 100, "ann").unwrap();
    suite.app.send_tokens(suite.person("ann"), timelock.clone(), &coins(100, DENOM)).unwrap();
    let (payment, allowance) = (suite.payment(coin(), 1, "ann"), allowance(coin(), 1));
    let received =
        cw20::Cw20ReceiveMsg { sender: "ann".into(), amount: 1u128.into(), msg: Default::default() };

    for msg in [
        ExecuteMsg::Spend { payment: payment.clone() },
        ExecuteMsg::SpendSmall { payment },
        ExecuteMsg::SetAllowance { allowance },
        ExecuteMsg::Receive(received),
    ] {
        let outcome =
            suite.app.execute_contract(timelock.clone(), treasury.clone(), &msg, &coins(100, DENOM));
        assert!(matches!(refusal(outcome), TreasuryError::Payment(PaymentError::NoCoins { .. })), "{msg:?}");
    }
}

#[test]
fn nothing_is_not_paid_and_nowhere_is_not_paid_to() {
    let mut suite = Suite::new();
    let mut payment = suite.payment(coin(), 1, "ann");
    payment.to = "nowhere".into();

    assert_eq!(refusal(suite.spend(7, coin(), 0, "ann")), PaymentError::Zero.into());
    assert_eq!(refusal(suite.spend_small(7, coin(), 0, "ann")), PaymentError::Zero.into());
    let nowhere = suite.operate(7, &[ExecuteMsg::Spend { payment }]);
    assert!(matches!(refusal(nowhere), TreasuryError::Std(_)));
    let token = Asset::Cw20 { contract: "nowhere".into() };
    assert!(matches!(refusal(suite.spend(7, token, 1, "ann")), TreasuryError::Asset(_)));
    assert!(suite.outflows(None, None).is_empty());
}

#[test]
fn what_the_treasury_does_not_have_is_not_paid_and_not_entered() {
    let mut suite = Suite::new();
    suite.set_allowance(coin(), u128::MAX).unwrap();

    suite.spend(7, coin(), FORTUNE + 1, "ann").unwrap_err();
    suite.spend_small(7, coin(), FORTUNE + 1, "ann").unwrap_err();
    suite.spend(7, suite.token(), FORTUNE + 1, "ann").unwrap_err();

    assert!(suite.outflows(None, None).is_empty());
    assert_eq!(suite.left(coin()), u128::MAX);
    suite.spend(7, coin(), FORTUNE, "ann").unwrap();
    assert_eq!(suite.asset(coin()).0, 0);
}

#[test]
fn the_sums_of_each_day_are_those_of_the_ledger() {
    let mut suite = Suite::new();
    suite.spend(7, coin(), 5, "ann").unwrap();
    suite.spend(7, coin(), 6, "ben").unwrap();
    suite.spend(7, suite.token(), 7, "ben").unwrap();
    suite.advance(2 * DAY);
    suite.spend_small(7, coin(), 8, "ann").unwrap();
    let sums = |holding: Asset, start_after, limit| {
        let holding = holding.into();
        let sums = suite.ask::<SumsResponse>(&QueryMsg::Sums { holding, start_after, limit }).sums;
        sums.iter().map(|sum| (sum.day, sum.amount.u128())).collect::<Vec<_>>()
    };

    let today = START / DAY;
    assert_eq!(sums(coin(), None, None), [(today, 11), (today + 2, 8)]);
    assert_eq!(sums(coin(), None, Some(1)), [(today, 11)]);
    assert_eq!(sums(coin(), Some(today), None), [(today + 2, 8)]);
    assert_eq!(sums(suite.token(), None, None), [(today, 7)]);
    assert_eq!(sums(Asset::Native { denom: "other".into() }, None, None), []);
}

#[test]
fn an_outflow_without_a_proposal_is_refused() {
    let mut suite = Suite::new();
    let payment = suite.payment(coin(), 1, "ann");

    let outcome = suite.operate(None, &[ExecuteMsg::Spend { payment }]);

    assert_eq!(refusal(outcome), TreasuryError::NoProposal);
}

#[test]
fn a_token_is_taken_whatever_its_message_says() {
    let mut suite = Suite::new();
    suite.spend(7, suite.token(), 10, "ann").unwrap();
    let (contract, token) = (suite.treasury.to_string(), suite.token.clone());
    let msg = cosmwasm_std::Binary::from(b"\xff not json");
    let msg = cw20::Cw20ExecuteMsg::Send { contract, amount: 10u128.into(), msg };

    suite.app.execute_contract(suite.person("ann"), token, &msg, &[]).unwrap();

    assert_eq!(suite.asset(suite.token()).0, FORTUNE);
}

#[test]
fn the_configuration_is_as_it_was_made() {
    let suite = Suite::new();

    let config: ConfigResponse = suite.ask(&QueryMsg::Config {});

    let (timelock, paused_until) = (suite.timelock, None);
    assert_eq!(config, ConfigResponse { timelock, day: DAY, outflow_cap_bps: 10_000, paused_until });
}

#[test]
fn a_day_has_10_to_86400_seconds() {
    let mut suite = Suite::without_treasury();

    for day in [0, 9, 86_401] {
        assert_eq!(
            refusal(suite.make_treasury(day, vec![])),
            TreasuryError::from(DayLength { seconds: day })
        );
    }
    for day in [10, 86_400] {
        suite.make_treasury(day, vec![]).unwrap();
    }
}
