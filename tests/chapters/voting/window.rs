//! Windows are half-open: the first second is inside, the last is not.

use isonomia_core::class::Class;
use isonomia_core::poll::PollStage;
use isonomia_core::proposal::{Defeat, ProposalStage};
use isonomia_core::tally::Choice;
use isonomia_embedded::DAY;

use super::town::{attested, town, Town, COIN};

#[test]
fn ann_votes_in_the_first_second_bob_in_the_last_and_cat_too_late() {
    let mut dao = town();
    let [ann, bob, cat] = ["ann", "bob", "cat"].map(|name| dao.person(name, COIN));
    let id = dao.proposed(Class::Standard);
    let opens = dao.poll(id).unwrap().opens;

    dao.advance_to(opens - 1);
    dao.refuses("a poll that is Pending does not take Open", |dao| dao.open(&ann, id));
    dao.refuses("a poll that is Pending does not take Vote", |dao| dao.vote(&ann, id, Choice::No));

    dao.advance_to(opens);
    dao.vote(&ann, id, Choice::No).unwrap();
    let closes = dao.opened(id).unwrap().closes;
    assert_eq!(closes, opens + 7 * DAY);

    dao.advance_to(closes - 1);
    dao.vote(&bob, id, Choice::No).unwrap();
    assert_eq!(dao.poll(id).unwrap().stage, PollStage::Open);

    dao.advance_to(closes);
    dao.refuses("a poll that is Closed does not take Vote", |dao| dao.vote(&cat, id, Choice::No));
    assert_eq!(dao.tally(id).no, attested(2 * COIN, 2 * COIN));

    dao.close(id);
    dao.refuses("a poll that is Settled does not take Vote", |dao| dao.vote(&cat, id, Choice::No));
}

#[test]
fn a_late_ballot_is_told_when_the_poll_was_open() {
    let mut dao = town();
    let [ann, cat] = ["ann", "cat"].map(|name| dao.person(name, COIN));
    let id = dao.due(Class::Standard);
    let (opens, early) = (dao.poll(id).unwrap().opens, dao.now());
    dao.vote(&ann, id, Choice::No).unwrap();
    let closes = early + 7 * DAY;

    dao.advance_to(closes);
    let late = dao.vote(&cat, id, Choice::No).unwrap_err().root_cause().to_string();

    let facts = format!("poll {id} opens from {opens} and ends at {closes}, now it is {closes}");
    assert_eq!(late, format!("a poll that is Closed does not take Vote: {facts}"));
}

#[test]
fn nothing_is_resolved_a_second_before_the_close() {
    let mut dao = town();
    let ann = dao.person("ann", COIN);
    let id = dao.begin(Class::Standard);

    dao.advance_to(dao.opened(id).unwrap().closes - 1);

    let why = "proposal 1 is Open: only one that is closed or lapsed is resolved";
    dao.refuses(why, |dao| dao.resolve(&ann, id));
    dao.advance(1);
    dao.resolve(&ann, id).unwrap();
}

#[test]
fn the_poll_opens_late_and_closes_late() {
    let mut dao = town();
    let id = dao.due(Class::Standard);
    let opens = dao.poll(id).unwrap().opens;

    dao.advance(3 * DAY);
    dao.open_now(id);

    let opened = dao.opened(id).unwrap();
    assert_eq!((opened.snapshot.time, opened.closes), (opens + 3 * DAY, opens + 10 * DAY));
    let anyone = dao.addr("anyone");
    dao.refuses("a poll that is Open does not take Open", |dao| dao.open(&anyone, id));
}

#[test]
fn the_last_moment_to_open_is_a_second_before_opens_and_voting() {
    let mut dao = town();
    let ann = dao.person("ann", COIN);
    let [one, other] = [dao.proposed(Class::Standard), dao.proposed(Class::Standard)];
    let lapses = dao.poll(one).unwrap().opens + 7 * DAY;

    dao.advance_to(lapses - 1);
    dao.open_now(one);
    dao.advance_to(lapses);

    dao.refuses("a poll that is Lapsed does not take Open", |dao| dao.open(&ann, other));
    dao.refuses("a poll that is Lapsed does not take Vote", |dao| dao.vote(&ann, other, Choice::Yes));
    dao.resolve(&ann, other).unwrap();
    assert_eq!(dao.proposal(other).unwrap().stage, ProposalStage::Defeated { why: Defeat::Lapsed });
}

#[test]
fn a_poll_that_nobody_knows_takes_nothing() {
    let mut dao = town();
    let ann = dao.person("ann", COIN);

    dao.refuses("there is no poll 7", |dao| dao.open(&ann, 7));
    dao.refuses("there is no poll 7", |dao| dao.vote(&ann, 7, Choice::Yes));
}
