//! The cap of a delegate: 3 % of V, or five average persons where they are few.

use cosmwasm_std::Addr;
use isonomia_core::class::Class;
use isonomia_core::tally::Choice;
use isonomia_embedded::Dao;

use crate::voting::town::{attested, town, town_with, Town, COIN};

/// Dan and so many others with a coin each, all of whom but two delegate to him.
fn all_to_dan(dao: &mut Dao, others: usize) -> (Addr, Vec<Addr>) {
    let dan = dao.speaker("dan", COIN);
    let people = dao.people("ann", others, COIN);
    people[2..].iter().for_each(|who| drop(dao.delegate(who, &[(&dan, 10_000)]).unwrap()));
    (dan, people)
}

fn cast_by(dao: &mut Dao, dan: &Addr) -> (u128, u128, u128) {
    let id = dao.begin(Class::Standard);
    dao.vote(dan, id, Choice::Yes).unwrap();
    let (opened, yes) = (dao.opened(id).unwrap(), dao.tally(id).yes);
    (opened.cap.u128(), yes.power.u128(), yes.stake.u128())
}

#[test]
fn of_few_people_a_delegate_casts_at_most_five_averages() {
    let mut dao = town();
    let (dan, _) = all_to_dan(&mut dao, 24);

    // Power is capped and stake is not.
    assert_eq!(cast_by(&mut dao, &dan), (5 * COIN, 5 * COIN, 23 * COIN));
}

#[test]
fn of_many_people_a_delegate_casts_at_most_three_per_cent() {
    let mut dao = town();
    let (dan, _) = all_to_dan(&mut dao, 199);

    assert_eq!(cast_by(&mut dao, &dan), (6 * COIN, 6 * COIN, 198 * COIN));
}

#[test]
fn three_per_cent_hold_from_a_hundred_and_sixty_seven_people_on() {
    for (others, cap) in [(165, 5 * COIN), (166, 5_010_000)] {
        let mut dao = town();
        let (dan, _) = all_to_dan(&mut dao, others);
        assert_eq!(cast_by(&mut dao, &dan), (cap, cap, (others as u128 - 1) * COIN));
    }
}

#[test]
fn what_a_delegate_has_of_its_own_is_never_capped() {
    let mut dao = town();
    let (dan, _) = all_to_dan(&mut dao, 24);
    dao.stake(&dan, 399 * COIN).unwrap();

    // V = 20 + 24 = 44, n = 25: the cap of 8.8 is less than the 20 of his own.
    assert_eq!(cast_by(&mut dao, &dan), (8_800_000, 20 * COIN, 422 * COIN));
}

#[test]
fn a_principal_recovers_what_the_cap_leaves_by_voting_itself() {
    let mut dao = town();
    let (dan, people) = all_to_dan(&mut dao, 24);
    let id = dao.begin(Class::Standard);
    dao.vote(&dan, id, Choice::Yes).unwrap();

    for (number, who) in (1..).zip(&people[2..7]) {
        dao.vote(who, id, Choice::Yes).unwrap();
        assert_eq!(dao.tally(id).yes, attested((5 + number) * COIN, 23 * COIN));
    }
}

#[test]
fn the_cap_is_that_of_the_rules() {
    let mut dao = town_with(|params| params.rules.cap_bps = 1_000);
    let (dan, _) = all_to_dan(&mut dao, 99);

    assert_eq!(cast_by(&mut dao, &dan), (10 * COIN, 10 * COIN, 98 * COIN));
}
