//! What goes in, and what does not.

use cosmwasm_std::{coins, to_json_binary, Addr};
use cw20::Cw20ReceiveMsg;
use cw_multi_test::Executor;
use isonomia_api::asset::Asset;
use isonomia_api::vault::{ConfigResponse, ExecuteMsg, InstantiateMsg, QueryMsg, ReceiveMsg};
use isonomia_core::clock::DayLength;
use isonomia_kit::assets::{AssetError, PaymentError};
use isonomia_vault::error::VaultError;

use crate::suite::{refusal, Suite, DAY, DENOM, FORTUNE, UNBONDING};
use crate::voting::Mood;

#[test]
fn ann_stakes_coins_twice_and_voting_knows_all_of_them() {
    let mut suite = Suite::native();

    suite.stake("ann", 600).unwrap();
    suite.stake("ann", 1).unwrap();

    assert_eq!((suite.staked("ann"), suite.known("ann")), (601, 601));
    assert_eq!(suite.wallet("ann"), FORTUNE - 601);
    suite.assert_books_balance();
}

#[test]
fn ann_stakes_tokens_and_gets_them_back() {
    let mut suite = Suite::cw20();

    suite.stake("ann", 600).unwrap();
    assert_eq!((suite.staked("ann"), suite.known("ann")), (600, 600));
    suite.unstake("ann", 600).unwrap();
    suite.assert_books_balance();
    suite.advance(UNBONDING);
    suite.claim("ann").unwrap();

    assert_eq!((suite.wallet("ann"), suite.balance(&suite.vault)), (FORTUNE, 0));
}

#[test]
fn a_vault_of_tokens_takes_no_coins_and_no_other_token() {
    let mut suite = Suite::cw20();
    let other = suite.make_token();

    let coins = suite.send("ann", &ExecuteMsg::Stake {}, 5, DENOM);
    let nothing = suite.call("ann", &ExecuteMsg::Stake {});
    let other = suite.send_token("ann", other.as_str(), 5);

    assert!(matches!(refusal(coins), VaultError::Payment(PaymentError::WrongAsset { .. })));
    assert_eq!(refusal(nothing), PaymentError::Zero.into());
    assert!(matches!(refusal(other), VaultError::Payment(PaymentError::WrongAsset { .. })));
    assert_eq!(suite.staked("ann"), 0);
}

#[test]
fn a_vault_of_coins_takes_no_tokens_and_not_nothing() {
    let mut suite = Suite::native();
    let token = suite.make_token();

    let tokens = suite.send_token("ann", token.as_str(), 5);
    let nothing = suite.call("ann", &ExecuteMsg::Stake {});

    assert!(matches!(refusal(tokens), VaultError::Payment(PaymentError::WrongAsset { .. })));
    assert!(matches!(refusal(nothing), VaultError::Payment(PaymentError::WrongCoins { .. })));
}

#[test]
fn coins_are_refused_where_none_are_taken() {
    let mut suite = Suite::native();
    suite.stake("ann", 100).unwrap();
    suite.unstake("ann", 50).unwrap();
    suite.advance(UNBONDING);
    let account = suite.person("ann").into();

    for msg in [
        ExecuteMsg::Unstake { amount: 5u128.into(), quiet: false },
        ExecuteMsg::Claim {},
        ExecuteMsg::Sync { account },
    ] {
        let refused = refusal(suite.send("ann", &msg, 7, DENOM));
        assert!(matches!(refused, VaultError::Payment(PaymentError::NoCoins { .. })), "{msg:?}: {refused}");
    }
}

#[test]
fn coins_are_refused_along_with_tokens() {
    let mut suite = Suite::cw20();
    let Asset::Cw20 { contract } = suite.asset.clone() else { unreachable!() };
    let (ann, token) = (suite.person("ann"), Addr::unchecked(contract));
    suite.app.send_tokens(ann.clone(), token.clone(), &coins(9, DENOM)).unwrap();
    let msg = to_json_binary(&ReceiveMsg::Stake {}).unwrap();
    let msg = ExecuteMsg::Receive(Cw20ReceiveMsg { sender: ann.into(), amount: 5u128.into(), msg });

    let outcome = suite.app.execute_contract(token, suite.vault.clone(), &msg, &coins(9, DENOM));

    assert!(matches!(refusal(outcome), VaultError::Payment(PaymentError::NoCoins { .. })));
}

#[test]
fn coins_are_refused_when_the_vault_is_made() {
    let mut suite = Suite::native();
    let code = suite.app.contract_data(&suite.vault).unwrap().code_id;
    let (voting, asset) = (suite.voting.to_string(), suite.asset.clone());
    let msg = InstantiateMsg { voting, asset, unbonding: UNBONDING, day: DAY };

    let outcome =
        suite.app.instantiate_contract(code, suite.person("ann"), &msg, &coins(9, DENOM), "vault", None);

    assert!(matches!(refusal(outcome), VaultError::Payment(PaymentError::NoCoins { .. })));
}

#[test]
fn a_deposit_that_voting_refuses_does_not_happen() {
    for mut suite in [Suite::native(), Suite::cw20()] {
        suite.voting_becomes(Mood::Errs);

        suite.stake("ann", 600).unwrap_err();

        assert_eq!((suite.staked("ann"), suite.wallet("ann")), (0, FORTUNE));
        suite.assert_books_balance();
    }
}

#[test]
fn a_gift_belongs_to_nobody_and_disturbs_nobody() {
    let mut suite = Suite::native();
    suite.stake("ann", 600).unwrap();

    suite.app.send_tokens(suite.person("ben"), suite.vault.clone(), &coins(9, DENOM)).unwrap();

    assert_eq!((suite.staked("ann"), suite.staked("ben")), (600, 0));
    assert_eq!(suite.balance(&suite.vault), 609);
}

#[test]
fn unbonding_takes_1_to_90_days() {
    let mut suite = Suite::without_vault(Asset::Native { denom: DENOM.into() });

    for day in [10, 3_600, DAY] {
        suite.make_vault(day, day).unwrap();
        suite.make_vault(90 * day, day).unwrap();
        for unbonding in [day - 1, 90 * day + 1] {
            let refused = refusal(suite.make_vault(unbonding, day));
            assert_eq!(refused, VaultError::Unbonding { unbonding, day });
        }
    }
}

#[test]
fn a_day_has_10_to_86400_seconds() {
    let mut suite = Suite::without_vault(Asset::Native { denom: DENOM.into() });

    for day in [0, 9, 86_401, u64::MAX] {
        let refused = refusal(suite.make_vault(day, day));
        assert_eq!(refused, VaultError::from(DayLength { seconds: day }));
    }
}

#[test]
fn the_asset_is_checked() {
    let mut suite = Suite::without_vault(Asset::Native { denom: "u".into() });
    let denom = refusal(suite.make_vault(UNBONDING, DAY));
    suite.asset = Asset::Cw20 { contract: "nowhere".into() };
    let contract = refusal(suite.make_vault(UNBONDING, DAY));

    assert_eq!(denom, VaultError::Asset(PaymentError::Denom { denom: "u".into() }.into()));
    assert!(matches!(contract, VaultError::Asset(AssetError::Std(_))), "{contract}");
}

#[test]
fn the_configuration_is_as_it_was_made() {
    let suite = Suite::native();

    let config: ConfigResponse = suite.ask(&QueryMsg::Config {});

    let Suite { voting, asset, .. } = suite;
    assert_eq!(config, ConfigResponse { voting, asset, unbonding: UNBONDING, day: DAY });
}
