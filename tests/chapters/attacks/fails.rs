//! Tried, and it fails.

use cosmwasm_std::Addr;
use isonomia_api::{vault, voting};
use isonomia_core::class::Class;
use isonomia_core::tally::Choice;
use isonomia_embedded::STAKED;

use crate::voting::town::{attested, town, Town, COIN};

#[test]
fn stake_borrowed_for_a_block_casts_nothing_and_cannot_be_paid_back() {
    let mut dao = town();
    dao.people("ann", 3, COIN);
    let mallory = dao.person("mallory", COIN);
    let id = dao.due(Class::Standard);
    let vault = dao.contracts.vault.clone();

    dao.next_block();
    dao.stake_now(&mallory, 1_000 * COIN);
    dao.to_voting_now(&mallory, &voting::ExecuteMsg::Vote { poll: id, choice: Choice::Yes });
    let unstake = vault::ExecuteMsg::Unstake { amount: (1_000 * COIN).into(), quiet: false };
    dao.send_now(&mallory, &vault, &unstake);

    assert_eq!(dao.tally(id).yes, attested(COIN, COIN));
    assert_eq!(dao.opened(id).unwrap().totals.stake.u128(), 4 * COIN);
    assert_eq!(dao.balance(&mallory, STAKED).unwrap(), 0);
    dao.claim(&mallory).unwrap_err();
}

#[test]
fn farming_kappa_helps_by_a_ninth_and_only_who_has_nine_nineteenths() {
    // However much un-attested stake says Yes: nine against ten tie, and a tie fails.
    for (yes_stake, passes) in [(81 * COIN, false), (82 * COIN, true)] {
        let mut dao = town();
        let (ann, bob) = (dao.person("ann", yes_stake), dao.person("bob", 100 * COIN));
        let farm: Vec<Addr> =
            (0..7).map(|number| dao.holder(&format!("farm {number}"), 9_999 * COIN)).collect();
        let id = dao.begin(Class::Standard);

        dao.all_vote(id, Choice::Yes, farm.iter().chain([&ann]));
        dao.vote(&bob, id, Choice::No).unwrap();

        let opened = dao.opened(id).unwrap();
        assert_eq!(opened.yes_side.u128(), opened.tally.yes.power.u128() * 10 / 9);
        assert_eq!(opened.conditions.threshold, passes);
    }
}

#[test]
fn farming_kappa_without_a_person_on_that_side_adds_nothing() {
    let mut dao = town();
    let bob = dao.person("bob", 1);
    let farm = dao.holder("farm", 1_000_000 * COIN);
    let id = dao.begin(Class::Standard);

    dao.vote(&farm, id, Choice::Yes).unwrap();
    dao.vote(&bob, id, Choice::No).unwrap();

    assert_eq!(dao.opened(id).unwrap().yes_side.u128(), 0);
}

#[test]
fn dust_principals_cost_their_delegate_nothing() {
    let mut dao = town();
    let dan = dao.speaker("dan", COIN);
    let dust: Vec<Addr> = (0..200).map(|number| dao.holder(&format!("dust {number}"), 1)).collect();
    let alone = dao.begin(Class::Standard);
    dust.iter().for_each(|who| drop(dao.delegate(who, &[(&dan, 10_000)]).unwrap()));
    let loaded = dao.begin(Class::Standard);

    let written = [alone, loaded].map(|id| {
        let before = dao.app.dump_wasm_raw(&dao.contracts.voting).len();
        let response = dao.vote(&dan, id, Choice::Yes).unwrap();
        let told = response.events.iter().filter(|event| event.ty == "wasm-voting_voted").count();
        (told, dao.app.dump_wasm_raw(&dao.contracts.voting).len() - before)
    });

    // One event, the ballot, and that dan has voted: with two hundred principals as with none.
    assert_eq!(written, [(1, 2); 2]);
    assert_eq!(dao.tally(loaded).yes.unattested_stake.u128(), 200);
    // And a delegate's own ballot is one more entry for each of them that votes itself.
    dao.all_vote(loaded, Choice::No, &dust);
    assert_eq!(dao.tally(loaded).yes, attested(COIN, COIN));
}

#[test]
fn the_order_within_the_block_of_opening_decides_nothing() {
    let mut tallies = Vec::new();
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let mut dao = town();
        let [ann, bob, cat] = ["ann", "bob", "cat"].map(|name| dao.person(name, 4 * COIN));
        let dan = dao.speaker("dan", 4 * COIN);
        let id = dao.due(Class::Standard);

        dao.next_block();
        for what in order {
            let to = vec![voting::Share { delegate: dan.to_string(), bps: 10_000 }];
            match what {
                0 => dao.stake_now(&ann, 500 * COIN),
                1 => dao.to_voting_now(&bob, &voting::ExecuteMsg::Delegate { to }),
                _ => dao.to_voting_now(&cat, &voting::ExecuteMsg::Vote { poll: id, choice: Choice::Yes }),
            }
        }
        dao.all_vote(id, Choice::Yes, [&ann, &dan]);
        tallies.push(dao.tally(id));
        assert_eq!(tallies[0], tallies[tallies.len() - 1]);
    }
    assert_eq!(tallies[0].yes, attested(6 * COIN, 12 * COIN));
}

#[test]
fn splitting_a_delegate_takes_one_attested_identity_for_each_cap() {
    let mut dao = town();
    let speakers: Vec<Addr> = (0..3).map(|number| dao.speaker(&format!("dan {number}"), COIN)).collect();
    let crowd = dao.people("ann", 37, COIN);
    let fake = dao.holder("fake", COIN);
    let thirds = [(&speakers[0], 3_334), (&speakers[1], 3_333), (&speakers[2], 3_333)];
    crowd.iter().for_each(|who| drop(dao.delegate(who, &thirds).unwrap()));
    dao.refuses("only an attested account may register as a delegate", |dao| dao.register_delegate(&fake));
    let id = dao.begin(Class::Standard);
    // V = 40 coins, n = 40: a cap is 5.
    let cap = dao.opened(id).unwrap().cap.u128();
    assert_eq!(cap, 5 * COIN);

    for (number, dan) in (1..).zip(&speakers) {
        dao.vote(dan, id, Choice::Yes).unwrap();
        assert_eq!(dao.tally(id).yes.power.u128(), number * cap);
    }
}

#[test]
fn an_abstaining_whale_neither_defeats_nor_passes() {
    let mut dao = town();
    let people = dao.people("ann", 5, 4 * COIN);
    let whale = dao.holder("whale", 100 * COIN);
    let id = dao.begin(Class::Standard);
    dao.all_vote(id, Choice::Yes, &people);
    let before = dao.opened(id).unwrap();

    dao.vote(&whale, id, Choice::Abstain).unwrap();

    let after = dao.opened(id).unwrap();
    assert_eq!(
        (after.conditions, after.yes_side, after.no_side),
        (before.conditions, before.yes_side, before.no_side)
    );
    assert!(after.passes);
}

#[test]
fn holding_slots_holds_up_nobody_else() {
    let mut dao = town();
    let people = dao.people("ann", 3, COIN);
    dao.begin_all(Class::Standard, 40);

    let id = dao.propose_class(&people[0], "Ours", Class::Standard).unwrap();

    dao.advance_to(dao.poll(id).unwrap().opens);
    dao.all_vote(id, Choice::Yes, &people);
    assert_eq!(dao.close(id), isonomia_core::proposal::ProposalStage::Scheduled);
}
