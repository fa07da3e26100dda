//! Splitting: equal for the un-attested (I11), bounded for the attested (I12), and never more than κ of a side (I9).

use cosmwasm_std::Addr;
use isonomia_api::voting::OpenedPoll;
use isonomia_core::class::Class;
use isonomia_core::tally::Choice;

use crate::voting::town::{town, town_with, Town, COIN};

/// A whale's 90 coins in so many accounts, cast by themselves or through a delegate, beside three people.
fn whale_in(accounts: &[u128], through_a_delegate: bool) -> OpenedPoll {
    let mut dao = town();
    let people = dao.people("ann", 3, 4 * COIN);
    let dan = dao.speaker("dan", COIN);
    let hold = |(number, amount): (usize, &u128)| dao.holder(&format!("whale {number}"), *amount);
    let whale: Vec<Addr> = accounts.iter().enumerate().map(hold).collect();
    if through_a_delegate {
        whale.iter().for_each(|part| drop(dao.delegate(part, &[(&dan, 10_000)]).unwrap()));
    }
    let id = dao.begin(Class::Standard);
    dao.all_vote(id, Choice::Yes, &people[..1]);
    dao.all_vote(id, Choice::No, &people[1..2]);
    dao.vote(&dan, id, Choice::No).unwrap();
    if !through_a_delegate {
        dao.all_vote(id, Choice::No, &whale);
    }
    let mut opened = dao.opened(id).unwrap();
    (opened.snapshot.height, opened.snapshot.time, opened.closes) = (0, 0, 0);
    opened
}

#[test]
fn unattested_stake_weighs_the_same_in_one_account_and_in_many() {
    let whole = whale_in(&[90 * COIN], false);
    let dust = [vec![90 * COIN - 19], vec![1; 19]].concat();

    assert_eq!(whale_in(&[30 * COIN; 3], false), whole);
    assert_eq!(whale_in(&[9 * COIN; 10], false), whole);
    assert_eq!(whale_in(&dust, false), whole);
    assert_eq!(whole.no_side.u128(), 10 * 3 * COIN / 9);
}

#[test]
fn unattested_stake_weighs_the_same_through_a_delegate() {
    let whole = whale_in(&[90 * COIN], false);

    assert_eq!(whale_in(&[90 * COIN], true), whole);
    assert_eq!(whale_in(&[9 * COIN; 10], true), whole);
}

#[test]
fn a_divided_delegation_loses_at_most_a_unit_per_part() {
    let mut dao = town();
    let speakers: Vec<Addr> = (1..=8).map(|number| dao.speaker(&format!("dan {number}"), COIN)).collect();
    let whale = dao.holder("whale", 90 * COIN + 7);
    let split: Vec<(&Addr, u16)> = speakers.iter().map(|dan| (dan, 1_250)).collect();
    dao.delegate(&whale, &split).unwrap();
    let id = dao.begin(Class::Standard);

    dao.all_vote(id, Choice::Yes, &speakers);

    let lost = 90 * COIN + 7 - dao.tally(id).yes.unattested_stake.u128();
    assert_eq!(lost, 7);
}

#[test]
fn unattested_stake_is_never_more_than_kappa_of_a_side() {
    for kappa in [0u128, 1_000, 2_500] {
        let mut dao = town_with(|params| params.rules.unattested_bps = kappa as u16);
        let [ann, bob] = [dao.person("ann", 4 * COIN), dao.person("bob", 100 * COIN)];
        let whale = dao.holder("whale", 100_000 * COIN);
        let id = dao.begin(Class::Standard);

        dao.all_vote(id, Choice::Yes, [&ann, &whale]);
        dao.all_vote(id, Choice::No, [&bob]);

        // All but everything is un-attested, so the smaller of the two is ann's own power.
        let opened = dao.opened(id).unwrap();
        let side = 2 * COIN * 10_000 / (10_000 - kappa);
        assert_eq!((opened.yes_side.u128(), opened.no_side.u128()), (side, 10 * COIN));
        assert!((opened.yes_side.u128() - 2 * COIN) * 10_000 <= kappa * side);
    }
}

#[test]
fn a_little_unattested_stake_counts_by_its_share_of_all_stake() {
    let mut dao = town();
    let [ann, bob] = [dao.person("ann", 36 * COIN), dao.person("bob", 4 * COIN)];
    let eve = dao.holder("eve", 10 * COIN);
    let id = dao.begin(Class::Standard);

    dao.all_vote(id, Choice::Yes, [&ann, &eve]);
    dao.all_vote(id, Choice::No, [&bob]);

    // V = 8, X = 50: eve's 10 count as 10 · 8 / 50 = 1.6, a ninth of which amplifies 6.
    assert_eq!(dao.opened(id).unwrap().yes_side.u128(), 6 * COIN + 1_600_000 / 9);
}

#[test]
fn so_many_identities_gain_no_more_than_the_root_of_their_number() {
    for (identities, stake) in [(1, 900 * COIN), (9, 900 * COIN), (30, 900 * COIN), (30, 30), (7, 999_999)] {
        let mut dao = town();
        let stake_of_each = stake / identities as u128;

        dao.people("sybil", identities, stake_of_each);

        let (n, x) = (identities as u128, stake_of_each * identities as u128);
        let power = dao.totals().unwrap().power.u128();
        // I12 and I3: the root over all of them, and below m the chord, whose slope is 1 here.
        assert!(power <= (COIN * n * x).isqrt() + 1);
        assert!(power <= x + n);
    }
}

#[test]
fn splitting_pays_people_and_nobody_else() {
    // 900 coins: 30 of power for one person, 90 for nine, and nothing at all for nine accounts.
    let mut dao = town();
    dao.person("one", 900 * COIN);
    assert_eq!(dao.totals().unwrap().power.u128(), 30 * COIN);
    dao.people("nine", 9, 100 * COIN);
    assert_eq!(dao.totals().unwrap().power.u128(), 120 * COIN);
    (0..9).for_each(|number| drop(dao.holder(&format!("nobody {number}"), 100 * COIN)));
    assert_eq!(dao.totals().unwrap().power.u128(), 120 * COIN);
}
