//! The way out survives a voting contract that errs, answers nonsense or calls back (I21).

use cosmwasm_std::Event;
use isonomia_api::vault::ExecuteMsg;
use isonomia_vault::error::VaultError;

use crate::suite::{refusal, Suite, DAY, FORTUNE, UNBONDING};
use crate::voting::{Answer, Mood};

fn unstake_40() -> ExecuteMsg {
    ExecuteMsg::Unstake { amount: 40u128.into(), quiet: false }
}

/// Ann has 600 at stake, and so has voting itself.
fn voting_calls_back(calls: &[ExecuteMsg], then: Answer, own: Answer) -> Suite {
    let mut suite = Suite::native();
    suite.stake("ann", 600).unwrap();
    suite.stake("voting", 600).unwrap();
    suite.voting_becomes(Mood::CallsBack { calls: calls.to_vec(), then, own });
    suite
}

#[test]
fn ann_leaves_while_voting_errs_and_is_paid_after_twice_the_unbonding() {
    for mut suite in [Suite::native(), Suite::cw20()] {
        suite.stake("ann", 600).unwrap();
        suite.voting_becomes(Mood::Errs);

        suite.unstake("ann", 600).unwrap();
        assert_eq!(suite.claims("ann"), [(56, 0, 600)]);
        assert_eq!(suite.unnoticed(None, None), [suite.person("ann")]);
        suite.assert_books_balance();
        suite.advance_to(2 * UNBONDING - 1);
        refusal(suite.claim("ann"));
        suite.advance_to(2 * UNBONDING);
        suite.claim("ann").unwrap();

        assert_eq!((suite.wallet("ann"), suite.balance(&suite.vault)), (FORTUNE, 0));
    }
}

#[test]
fn the_error_of_voting_is_neither_stored_nor_emitted() {
    let mut suite = Suite::native();
    suite.stake("ann", 600).unwrap();
    suite.voting_becomes(Mood::Errs);

    let events = suite.unstake("ann", 600).unwrap().events;

    let (account, released) = (suite.person("ann"), (crate::suite::START + 2 * UNBONDING).to_string());
    let failed = Event::new("wasm-vault_notice_failed")
        .add_attribute("_contract_address", &suite.vault)
        .add_attribute("account", account)
        .add_attribute("amount", "600")
        .add_attribute("released", released);
    assert!(events.contains(&failed), "{events:?}");
    let longest = suite.app.dump_wasm_raw(&suite.vault).iter().map(|(_, value)| value.len()).max().unwrap();
    assert!(longest < 500, "a value of {longest} bytes is stored");
    assert!(!format!("{events:?}").contains("outrage"));
}

#[test]
fn nonsense_is_as_good_as_a_nod() {
    let mut suite = Suite::native();
    suite.stake("ann", 600).unwrap();
    suite.voting_becomes(Mood::Nonsense);

    suite.unstake("ann", 250).unwrap();
    assert_eq!((suite.staked("ann"), suite.claims("ann")), (350, vec![(28, 250, 0)]));
    suite.advance(UNBONDING);
    suite.claim("ann").unwrap();

    assert_eq!(suite.wallet("ann"), FORTUNE - 350);
    suite.assert_books_balance();
}

#[test]
fn a_failed_notice_spares_an_earlier_claim_of_the_same_day() {
    let mut suite = Suite::native();
    suite.stake("ann", 600).unwrap();
    suite.unstake("ann", 100).unwrap();
    suite.voting_becomes(Mood::Errs);

    suite.unstake("ann", 20).unwrap();

    assert_eq!(suite.claims("ann"), [(28, 100, 0), (56, 0, 20)]);
    suite.assert_books_balance();
}

#[test]
fn anyone_syncs_ann_once_voting_has_come_to_its_senses() {
    let mut suite = Suite::native();
    suite.stake("ann", 600).unwrap();
    suite.voting_becomes(Mood::Errs);
    suite.unstake("ann", 250).unwrap();
    suite.sync("ben", "ann").unwrap_err();
    assert!(!suite.deposit("ann").noticed);

    suite.voting_becomes(Mood::Honest);
    suite.advance_to(3 * DAY);
    suite.sync("ben", "ann").unwrap();

    assert_eq!((suite.known("ann"), suite.deposit("ann").noticed), (350, true));
    assert_eq!(suite.claims("ann"), [(31, 250, 0)]);
    let account = suite.person("ann");
    assert_eq!(refusal(suite.sync("ben", "ann")), VaultError::AlreadyNoticed { account });
    suite.assert_books_balance();
}

#[test]
fn a_late_sync_never_moves_a_release_back() {
    let mut suite = Suite::native();
    suite.stake("ann", 600).unwrap();
    suite.unstake_quietly("ann", 250).unwrap();

    suite.advance_to(50 * DAY);
    suite.sync("ben", "ann").unwrap();

    assert_eq!(suite.claims("ann"), [(56, 250, 0)]);
}

#[test]
fn a_new_stake_tells_voting_as_well_as_a_sync() {
    let mut suite = Suite::native();
    suite.stake("ann", 600).unwrap();
    suite.unstake_quietly("ann", 250).unwrap();

    suite.stake("ann", 1).unwrap();

    assert_eq!((suite.known("ann"), suite.deposit("ann").noticed), (351, true));
    assert_eq!(suite.claims("ann"), [(28, 250, 0)]);
    assert!(suite.unnoticed(None, None).is_empty());
}

#[test]
fn a_sync_after_the_payment_still_tells_voting() {
    let mut suite = Suite::native();
    suite.stake("ann", 600).unwrap();
    suite.unstake_quietly("ann", 250).unwrap();
    suite.advance_to(2 * UNBONDING);
    suite.claim("ann").unwrap();
    assert_eq!((suite.known("ann"), suite.deposit("ann").noticed), (600, false));

    suite.sync("ben", "ann").unwrap();

    assert_eq!((suite.known("ann"), suite.deposit("ann").noticed), (350, true));
}

#[test]
fn thirty_three_waiting_days_take_two_syncs() {
    let mut suite = Suite::native();
    suite.stake("ann", 600).unwrap();
    for day in 0..33 {
        suite.advance_to(day * DAY);
        suite.unstake_quietly("ann", 10).unwrap();
    }

    suite.sync("ben", "ann").unwrap();
    assert_eq!(suite.known("ann"), 270);
    assert_eq!(suite.claims("ann").last(), Some(&(56 + 32, 0, 10)));
    assert!(!suite.deposit("ann").noticed);
    suite.sync("ben", "ann").unwrap();

    assert!(suite.deposit("ann").noticed);
    assert_eq!(suite.claims("ann").last(), Some(&(28 + 32, 10 + 28 * 10, 0)));
    suite.assert_books_balance();
}

#[test]
fn voting_unstakes_while_it_hears_and_both_exits_stand() {
    let mut suite = voting_calls_back(&[unstake_40()], Answer::Agrees, Answer::Agrees);

    suite.unstake("ann", 250).unwrap();

    assert_eq!(suite.claims("ann"), [(28, 250, 0)]);
    assert_eq!(suite.claims("voting"), [(28, 40, 0)]);
    assert!(suite.unnoticed(None, None).is_empty());
    suite.assert_books_balance();
}

#[test]
fn voting_unstakes_while_it_hears_and_errs_about_itself_alone() {
    let mut suite = voting_calls_back(&[unstake_40()], Answer::Agrees, Answer::Errs);

    suite.unstake("ann", 250).unwrap();

    assert_eq!(suite.claims("ann"), [(28, 250, 0)]);
    assert_eq!(suite.claims("voting"), [(56, 0, 40)]);
    assert_eq!(suite.unnoticed(None, None), [suite.person("voting")]);
    suite.assert_books_balance();
}

#[test]
fn voting_unstakes_while_it_hears_and_then_errs_so_only_anns_exit_stands() {
    for own in [Answer::Agrees, Answer::Errs] {
        let mut suite = voting_calls_back(&[unstake_40()], Answer::Errs, own);

        suite.unstake("ann", 250).unwrap();

        assert_eq!((suite.staked("ann"), suite.claims("ann")), (350, vec![(56, 0, 250)]));
        assert_eq!((suite.staked("voting"), suite.claims("voting")), (600, vec![]));
        assert_eq!(suite.unnoticed(None, None), [suite.person("ann")]);
        suite.assert_books_balance();
    }
}

#[test]
fn voting_stakes_unstakes_and_syncs_while_it_hears() {
    let quietly = ExecuteMsg::Unstake { amount: 40u128.into(), quiet: true };
    let mut suite = Suite::native();
    let account = suite.person("voting").into();
    suite.stake("ann", 600).unwrap();
    let calls = vec![ExecuteMsg::Stake {}, quietly, unstake_40(), ExecuteMsg::Sync { account }];
    suite.voting_becomes(Mood::CallsBack { calls, then: Answer::Agrees, own: Answer::Agrees });

    suite.unstake("ann", 250).unwrap();

    assert_eq!((suite.staked("ann"), suite.claims("ann")), (350, vec![(28, 250, 0)]));
    assert_eq!((suite.staked("voting"), suite.claims("voting")), (20, vec![(28, 80, 0)]));
    suite.assert_books_balance();
}

#[test]
fn voting_claims_while_it_hears_and_gets_its_own_alone() {
    let mut suite = voting_calls_back(&[ExecuteMsg::Claim {}], Answer::Agrees, Answer::Agrees);
    suite.unstake("voting", 600).unwrap();
    suite.stake("ben", 600).unwrap_err();
    suite.advance(UNBONDING);

    suite.unstake("ann", 250).unwrap();

    assert_eq!((suite.wallet("voting"), suite.claims("voting")), (FORTUNE, vec![]));
    assert_eq!(suite.claims("ann"), [(56, 250, 0)]);
    suite.assert_books_balance();
}

#[test]
fn voting_cannot_claim_twice_while_it_hears() {
    let twice = [ExecuteMsg::Claim {}, ExecuteMsg::Claim {}];
    let mut suite = voting_calls_back(&twice, Answer::Agrees, Answer::Agrees);
    suite.unstake("voting", 600).unwrap();
    suite.advance(UNBONDING);

    suite.unstake("ann", 250).unwrap();

    assert_eq!(suite.claims("ann"), [(84, 0, 250)]);
    assert_eq!(suite.wallet("voting"), FORTUNE - 600);
    suite.assert_books_balance();
}

#[test]
fn the_unnoticed_are_paged_in_order_of_address() {
    let mut suite = Suite::native();
    for name in ["ann", "ben", "cat"] {
        suite.stake(name, 600).unwrap();
        suite.unstake_quietly(name, 1).unwrap();
    }

    let all = suite.unnoticed(None, None);
    let first = suite.unnoticed(None, Some(2));
    let rest = suite.unnoticed(Some(first[1].to_string()), None);

    assert!(all.is_sorted() && all.len() == 3);
    assert_eq!(all, [first, rest].concat());
}
