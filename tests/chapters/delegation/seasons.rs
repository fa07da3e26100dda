//! Seasons and generations: a delegation lives in the delegate's present season and the next, and dies with it.

use cosmwasm_std::Addr;
use isonomia_api::voting::Weight;
use isonomia_core::class::Class;
use isonomia_core::tally::Choice;
use isonomia_embedded::{Dao, DAY};

use crate::voting::town::{attested, town, town_with, weight, Town, COIN, FOR_EVER};

const SEASON: u64 = 90 * DAY;

/// Dan, registered now, and ann with twice his power.
fn ann_and_dan() -> (Dao, Addr, Addr, u64) {
    let mut dao = town();
    let (ann, dan) = (dao.person("ann", 4 * COIN), dao.speaker("dan", COIN));
    let since = dao.now();
    (dao, ann, dan, since)
}

/// What dan casts in polls that open at these moments.
fn casts_at(dao: &mut Dao, dan: &Addr, moments: &[u64]) -> Vec<Weight> {
    let cast = |dao: &mut Dao, moment: &u64| {
        dao.advance_to(moment - DAY);
        let id = dao.proposed(Class::Standard);
        dao.advance_to(*moment);
        dao.vote(dan, id, Choice::Yes).unwrap();
        let proposer = dao.addr("anyone");
        dao.advance_to(dao.opened(id).unwrap().closes);
        dao.resolve(&proposer, id).unwrap();
        dao.tally(id).yes
    };
    moments.iter().map(|moment| cast(dao, moment)).collect()
}

fn with_ann() -> Weight {
    attested(3 * COIN, 5 * COIN)
}

fn alone() -> Weight {
    attested(COIN, COIN)
}

#[test]
fn a_delegation_counts_in_the_present_season_and_the_next_to_the_last_second() {
    for (at, expected) in [
        (SEASON - 1, with_ann()),
        (SEASON, with_ann()),
        (2 * SEASON - 1, with_ann()),
        (2 * SEASON, alone()),
        (3 * SEASON, alone()),
    ] {
        let (mut dao, ann, dan, since) = ann_and_dan();
        dao.advance(40 * DAY);
        dao.delegate(&ann, &[(&dan, 10_000)]).unwrap();

        assert_eq!(casts_at(&mut dao, &dan, &[since + at]), [expected], "{at} seconds after");
        let lives = dao.account(&ann).unwrap().delegation[0].lives;
        assert_eq!(lives, dao.now() < since + 2 * SEASON);
    }
}

#[test]
fn seasons_are_told_by_the_registration_of_the_delegate() {
    let (mut dao, ann, dan, since) = ann_and_dan();

    // In the last second of the first season: 90 days and a second. In the first of the second: 180 days.
    dao.advance_to(since + SEASON - 1);
    dao.delegate(&ann, &[(&dan, 10_000)]).unwrap();
    assert_eq!(casts_at(&mut dao, &dan, &[since + 2 * SEASON]), [alone()]);

    dao.advance_to(since + 3 * SEASON);
    dao.delegate(&ann, &[(&dan, 10_000)]).unwrap();
    let moments = [since + 4 * SEASON, since + 5 * SEASON - 1, since + 5 * SEASON + 20 * DAY];
    assert_eq!(casts_at(&mut dao, &dan, &moments), [with_ann(), with_ann(), alone()]);
}

#[test]
fn renewing_moves_the_delegation_into_the_present_season() {
    let (mut dao, ann, dan, since) = ann_and_dan();
    dao.delegate(&ann, &[(&dan, 10_000)]).unwrap();

    dao.advance_to(since + 2 * SEASON - 1);
    dao.delegate(&ann, &[(&dan, 10_000)]).unwrap();

    // Once only, in this season and in the next.
    let moments = [since + 2 * SEASON + 20 * DAY, since + 3 * SEASON - 1, since + 3 * SEASON + 20 * DAY];
    assert_eq!(casts_at(&mut dao, &dan, &moments), [with_ann(), with_ann(), alone()]);
}

#[test]
fn an_expired_principal_casts_its_own_and_takes_nothing_from_the_delegate() {
    let (mut dao, ann, dan, since) = ann_and_dan();
    dao.delegate(&ann, &[(&dan, 10_000)]).unwrap();
    dao.advance_to(since + 2 * SEASON);
    let id = dao.begin(Class::Standard);

    dao.all_vote(id, Choice::Yes, [&dan, &ann]);

    assert_eq!(dao.tally(id).yes, with_ann());
    assert_eq!(dao.delegated(id, &dan).unwrap().overridden, weight(0, 0, 0));
}

#[test]
fn a_season_is_as_long_as_the_founder_said() {
    let mut dao = town_with(|params| params.season = 30 * DAY);
    let (ann, dan) = (dao.person("ann", 4 * COIN), dao.speaker("dan", COIN));
    let since = dao.now();
    dao.delegate(&ann, &[(&dan, 10_000)]).unwrap();

    let moments = [since + 60 * DAY - 1, since + 75 * DAY];
    assert_eq!(casts_at(&mut dao, &dan, &moments), [with_ann(), alone()]);
}

#[test]
fn a_delegate_that_has_resigned_carries_nothing_and_its_generation_never_comes_back() {
    let (mut dao, ann, dan, since) = ann_and_dan();
    dao.delegate(&ann, &[(&dan, 10_000)]).unwrap();

    dao.resign(&dan).unwrap();
    assert_eq!(casts_at(&mut dao, &dan, &[since + 2 * DAY]), [alone()]);
    dao.register_delegate(&dan).unwrap();
    assert_eq!(casts_at(&mut dao, &dan, &[since + 20 * DAY]), [alone()]);
    assert!(!dao.account(&ann).unwrap().delegation[0].lives);
    let info = dao.account(&dan).unwrap().delegate.unwrap();
    assert_eq!((info.generation, info.received), (2, weight(0, 0, 0)));

    dao.delegate(&ann, &[(&dan, 10_000)]).unwrap();
    assert_eq!(casts_at(&mut dao, &dan, &[since + 40 * DAY]), [with_ann()]);
}

#[test]
fn a_delegate_that_resigns_after_the_opening_still_carries_in_that_poll() {
    let (mut dao, ann, dan, _) = ann_and_dan();
    dao.delegate(&ann, &[(&dan, 10_000)]).unwrap();
    let id = dao.begin(Class::Standard);

    dao.resign(&dan).unwrap();
    dao.undelegate(&ann).unwrap();
    dao.vote(&dan, id, Choice::Yes).unwrap();
    assert_eq!(dao.tally(id).yes, with_ann());
    dao.vote(&ann, id, Choice::No).unwrap();

    assert_eq!(dao.tally(id).yes, alone());
}

#[test]
fn a_delegate_without_attestation_carries_nothing_and_casts_its_own_stake() {
    let (mut dao, ann, dan, _) = ann_and_dan();
    dao.delegate(&ann, &[(&dan, 10_000)]).unwrap();
    dao.revoke(&dan).unwrap();
    let id = dao.begin(Class::Standard);

    dao.vote(&dan, id, Choice::Yes).unwrap();
    assert_eq!((dao.tally(id).yes, dao.tally(id).heads), (weight(0, COIN, COIN), 0));
    // Ann's ballot is her own whole, and takes nothing from him.
    dao.vote(&ann, id, Choice::No).unwrap();
    assert_eq!((dao.tally(id).yes, dao.tally(id).no), (weight(0, COIN, COIN), attested(2 * COIN, 4 * COIN)));

    // It carries nothing while it is un-attested, and no longer.
    dao.attest(&dan, FOR_EVER).unwrap();
    let again = dao.begin(Class::Standard);
    dao.vote(&dan, again, Choice::Yes).unwrap();
    assert_eq!(dao.tally(again).yes, with_ann());
}
