//! Repair: how stake, after thirty days below the line, mends a dead registry, and after ninety replaces it.

use isonomia_api::identity::{IssuersResponse, QueryMsg};
use isonomia_core::class::Class;
use isonomia_core::proposal::ProposalStage;
use isonomia_core::tally::Choice;
use isonomia_core::verdict::{Conditions, Mode};
use isonomia_embedded::DAY;

use super::line::{fallen, Registry, BELOW};
use super::town::{town_with, Town, COIN, FOR_EVER};

#[test]
fn after_thirty_days_stake_repairs_and_not_a_second_earlier() {
    let (mut dao, _) = fallen();
    let since = dao.now();
    assert_eq!(dao.registry().unwrap().below_since, Some(since));
    dao.advance(25 * DAY);
    let [early, late] = [dao.to_do(dao.repair()), dao.to_do(dao.repair())];

    dao.advance_to(since + 30 * DAY - 1);
    assert_eq!(dao.mode_if_opened(early), Mode::TwoKey);
    dao.advance_to(since + 30 * DAY);
    assert_eq!(dao.mode_if_opened(late), Mode::StakeRepair);
}

/// What becomes of a repair (or of a new registrar) when so many coins say Yes and No, of so many.
fn judged(by_registrar: bool, yes: u128, no: u128, all: u128) -> Conditions {
    let (mut dao, _) = fallen();
    let [ann, bob] = [dao.holder("ann", yes * COIN), dao.holder("bob", no * COIN)];
    if all > yes + no {
        dao.holder("quiet", (all - yes - no) * COIN);
    }
    let (action, days) = if by_registrar { (dao.new_registrar(), 90) } else { (dao.repair(), 30) };
    dao.advance(days * DAY);
    let id = dao.to_do(action);
    dao.advance(2 * DAY);
    dao.all_vote(id, Choice::Yes, [&ann]);
    dao.all_vote(id, Choice::No, [&bob]);
    dao.opened(id).unwrap().conditions
}

#[test]
fn repair_needs_more_than_two_thirds_of_the_stake_that_voted() {
    let at = judged(false, 60, 30, 90);
    let past = judged(false, 61, 30, 91);

    assert!(!at.threshold && at.stake_support && !at.pass());
    assert!(past.threshold && past.stake_support && past.pass());
}

#[test]
fn repair_needs_a_third_of_all_stake() {
    let (at, short) = (judged(false, 30, 1, 90), judged(false, 30, 1, 91));

    assert!(at.stake_support && at.pass());
    assert!(short.threshold && !short.stake_support && !short.pass());
}

#[test]
fn a_new_registrar_needs_half_of_all_stake() {
    let (at, short) = (judged(true, 45, 1, 90), judged(true, 45, 1, 91));
    let split = judged(true, 60, 30, 90);

    assert!(at.threshold && at.stake_support && at.pass());
    assert!(!short.stake_support && !short.pass());
    assert!(!split.threshold && !split.pass());
}

#[test]
fn x_min_binds_the_stake_that_repairs_too() {
    for (stake, passes) in [(100 * COIN, true), (100 * COIN - 1, false)] {
        let mut dao = town_with(|params| {
            params.min_attested = 5;
            params.least_total_stake = (300 * COIN).into();
        });
        let people = dao.people_without_stake(5);
        let ann = dao.holder("ann", stake);
        dao.begin(Class::Signal);
        dao.revoke(&people[4]).unwrap();
        dao.advance(30 * DAY);
        let id = dao.to_do(dao.repair());
        dao.advance(2 * DAY);

        dao.vote(&ann, id, Choice::Yes).unwrap();

        assert_eq!(dao.passes(id), passes);
    }
}

#[test]
fn a_repair_by_stake_waits_one_and_a_half_times_as_long_and_is_done() {
    let (mut dao, _) = fallen();
    let ann = dao.holder("ann", 10 * COIN);
    dao.advance(30 * DAY);
    let id = dao.to_do(dao.repair());
    dao.advance(2 * DAY);
    dao.vote(&ann, id, Choice::Yes).unwrap();

    assert_eq!(dao.close(id), ProposalStage::Scheduled);
    let operation = dao.operation(id).unwrap();
    assert_eq!(operation.eta, dao.now() + 15 * DAY / 2);
    dao.advance_to(operation.eta);
    dao.execute(&ann, id).unwrap();

    let known: IssuersResponse = dao.ask(&dao.contracts.identity, &QueryMsg::Issuers {}).unwrap();
    let ids: Vec<_> = known.issuers.into_iter().map(|each| each.issuer.id).collect();
    assert_eq!(ids, ["issuer", "new"]);
}

#[test]
fn after_ninety_days_stake_names_a_registrar_which_is_not_ready_yet() {
    let (mut dao, fifth) = fallen();
    let since = dao.now();
    let ann = dao.holder("ann", 10 * COIN);
    dao.advance(85 * DAY);
    let id = dao.to_do(dao.new_registrar());

    dao.advance_to(since + 90 * DAY - 1);
    dao.refuses(BELOW, |dao| dao.open(&fifth, id));
    dao.advance_to(since + 90 * DAY);
    assert_eq!(dao.mode_if_opened(id), Mode::StakeRegistrar);
    dao.vote(&ann, id, Choice::Yes).unwrap();
    assert_eq!(dao.close(id), ProposalStage::Scheduled);
    dao.advance_to(dao.operation(id).unwrap().eta);
    dao.execute(&ann, id).unwrap();

    let registry = dao.registry().unwrap();
    assert!(registry.latched && registry.below && !registry.ready);
    let (old, new) = (dao.addr("registrar"), dao.contracts.identity.clone());
    let why = format!("only {new} may do this, not {old}");
    dao.refuses(&why, |dao| dao.attest(&fifth, FOR_EVER));
}
