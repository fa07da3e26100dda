//! The snapshot: the state at the start of the opening block, for everyone and for good.

use cosmwasm_std::{Addr, Uint128};
use isonomia_api::vault;
use isonomia_api::voting::{ExecuteMsg, Share};
use isonomia_core::class::Class;
use isonomia_core::tally::Choice;
use isonomia_embedded::Dao;

use super::town::{attested, totals, town, weight, Town, COIN, FOR_EVER};

/// Opens a poll in a new block, and does something in the same block, first or last.
fn open_and(dao: &mut Dao, id: u64, first: bool, act: impl FnOnce(&mut Dao)) {
    dao.next_block();
    if first {
        act(dao);
        dao.open_now(id);
    } else {
        dao.open_now(id);
        act(dao);
    }
}

fn unstake_now(dao: &mut Dao, who: &Addr, amount: u128) {
    let (vault, amount) = (dao.contracts.vault.clone(), Uint128::new(amount));
    dao.send_now(who, &vault, &vault::ExecuteMsg::Unstake { amount, quiet: false });
}

fn delegate_now(dao: &mut Dao, who: &Addr, to: &Addr) {
    let to = vec![Share { delegate: to.to_string(), bps: 10_000 }];
    dao.to_voting_now(who, &ExecuteMsg::Delegate { to });
}

#[test]
fn what_is_staked_in_the_opening_block_does_not_count() {
    for first in [true, false] {
        let mut dao = town();
        let [ann, bob] = [dao.person("ann", 4 * COIN), dao.person("bob", COIN)];
        let id = dao.due(Class::Standard);

        open_and(&mut dao, id, first, |dao| dao.stake_now(&ann, 5 * COIN));

        assert_eq!(dao.opened(id).unwrap().totals, totals(3 * COIN, 5 * COIN, 2));
        dao.all_vote(id, Choice::Yes, [&ann, &bob]);
        assert_eq!(dao.tally(id).yes, attested(3 * COIN, 5 * COIN));
        assert_eq!(dao.totals().unwrap(), totals(4 * COIN, 10 * COIN, 2));
    }
}

#[test]
fn who_is_attested_in_the_opening_block_is_not() {
    for first in [true, false] {
        let mut dao = town();
        let (ann, registrar) = (dao.holder("ann", 4 * COIN), dao.addr("registrar"));
        let attest = ExecuteMsg::Attest { account: ann.to_string(), until: FOR_EVER };
        let id = dao.due(Class::Standard);

        open_and(&mut dao, id, first, |dao| dao.to_voting_now(&registrar, &attest));

        assert_eq!(dao.opened(id).unwrap().totals, totals(0, 4 * COIN, 0));
        dao.vote(&ann, id, Choice::Yes).unwrap();
        assert_eq!(dao.tally(id).yes, weight(0, 4 * COIN, 4 * COIN));
        assert_eq!(dao.tally(id).heads, 0);
    }
}

#[test]
fn what_is_delegated_in_the_opening_block_stays_with_the_principal() {
    for first in [true, false] {
        let mut dao = town();
        let [ann, dan] = [dao.person("ann", 4 * COIN), dao.speaker("dan", COIN)];
        let id = dao.due(Class::Standard);

        open_and(&mut dao, id, first, |dao| delegate_now(dao, &ann, &dan));

        dao.all_vote(id, Choice::Yes, [&dan]);
        assert_eq!(dao.tally(id).yes, attested(COIN, COIN));
        dao.all_vote(id, Choice::No, [&ann]);
        assert_eq!(dao.tally(id).yes, attested(COIN, COIN));
        assert_eq!(dao.tally(id).no, attested(2 * COIN, 4 * COIN));
    }
}

#[test]
fn what_is_taken_away_in_the_opening_block_still_counts() {
    for first in [true, false] {
        let mut dao = town();
        let [ann, bob, cat] = ["ann", "bob", "cat"].map(|name| dao.person(name, 4 * COIN));
        let [dan, registrar] = [dao.speaker("dan", 4 * COIN), dao.addr("registrar")];
        dao.delegate(&ann, &[(&dan, 10_000)]).unwrap();
        let id = dao.due(Class::Standard);

        open_and(&mut dao, id, first, |dao| {
            dao.to_voting_now(&ann, &ExecuteMsg::Undelegate {});
            dao.to_voting_now(&registrar, &ExecuteMsg::Revoke { account: bob.to_string() });
            unstake_now(dao, &cat, 4 * COIN);
            dao.to_voting_now(&dan, &ExecuteMsg::Resign {});
        });

        assert_eq!(dao.opened(id).unwrap().totals, totals(8 * COIN, 16 * COIN, 4));
        dao.all_vote(id, Choice::Yes, [&bob, &cat, &dan]);
        assert_eq!(dao.tally(id).yes, attested(8 * COIN, 16 * COIN));
        assert_eq!(dao.tally(id).heads, 3);
    }
}

#[test]
fn the_ballot_that_opens_the_poll_counts_by_the_start_of_its_block() {
    let mut dao = town();
    let ann = dao.person("ann", 4 * COIN);
    let id = dao.due(Class::Standard);

    dao.next_block();
    dao.stake_now(&ann, 5 * COIN);
    dao.to_voting_now(&ann, &ExecuteMsg::Vote { poll: id, choice: Choice::Yes });

    let opened = dao.opened(id).unwrap();
    assert_eq!((opened.snapshot.height, opened.snapshot.time), (dao.height(), dao.now()));
    assert_eq!(opened.tally.yes, attested(2 * COIN, 4 * COIN));
}
