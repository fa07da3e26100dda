//! The late flip: a ballot in the last day that changes the verdict moves the close by a day, at most twice; then the
//! last word can only be the status quo.

use cosmwasm_std::Addr;
use isonomia_core::class::Class;
use isonomia_core::tally::Choice;
use isonomia_embedded::{Dao, DAY};

use super::town::{town, Town, COIN};

const FINAL: &str =
    "the close has moved twice: a ballot may now only be No, or change a Yes to No or Abstain";

/// Three for Yes, three for No, all alike: a tie, which fails. Fay, who is alike, may tip it.
struct Tie {
    dao: Dao,
    yes: Vec<Addr>,
    no: Vec<Addr>,
    fay: Addr,
    id: u64,
    closes: u64,
}

fn tie() -> Tie {
    let mut dao = town();
    let (yes, no) = (dao.people("yes", 3, 4 * COIN), dao.people("no", 3, 4 * COIN));
    let fay = dao.person("fay", 4 * COIN);
    dao.people("quiet", 3, 4 * COIN);
    let id = dao.begin(Class::Standard);
    dao.all_vote(id, Choice::Yes, &yes);
    dao.all_vote(id, Choice::No, &no);
    let closes = dao.opened(id).unwrap().closes;
    Tie { dao, yes, no, fay, id, closes }
}

impl Tie {
    fn fay_says(&mut self, choice: Choice) -> (u64, u8) {
        self.dao.vote(&self.fay, self.id, choice).unwrap();
        let opened = self.dao.opened(self.id).unwrap();
        (opened.closes - self.closes, opened.extensions)
    }

    /// Fay tips it in the last second, twice.
    fn moved_twice() -> Tie {
        let mut tie = tie();
        tie.dao.advance_to(tie.closes - 1);
        assert_eq!(tie.fay_says(Choice::Yes), (DAY, 1));
        tie.dao.advance_to(tie.closes + DAY - 1);
        assert_eq!(tie.fay_says(Choice::No), (2 * DAY, 2));
        tie
    }
}

#[test]
fn a_flip_before_the_last_day_moves_nothing() {
    let mut tie = tie();

    tie.dao.advance_to(tie.closes - DAY - 1);
    assert_eq!(tie.fay_says(Choice::Yes), (0, 0));
    assert!(tie.dao.passes(tie.id));
}

#[test]
fn a_flip_in_the_first_second_of_the_last_day_moves_the_close() {
    let mut tie = tie();

    tie.dao.advance_to(tie.closes - DAY);
    assert_eq!(tie.fay_says(Choice::Yes), (DAY, 1));

    // Back again before the last day of the new window: nothing moves. And then in it.
    tie.dao.advance_to(tie.closes - 1);
    assert_eq!(tie.fay_says(Choice::No), (DAY, 1));
    tie.dao.advance_to(tie.closes);
    assert_eq!(tie.fay_says(Choice::Yes), (2 * DAY, 2));
    tie.dao.advance_to(tie.closes + 2 * DAY - 1);
    assert_eq!(tie.fay_says(Choice::No), (2 * DAY, 2));
    tie.dao.advance_to(tie.closes + 2 * DAY);
    let (fay, id) = (tie.fay.clone(), tie.id);
    tie.dao.refuses("a poll that is Closed does not take Vote", |dao| dao.vote(&fay, id, Choice::No));
}

#[test]
fn a_late_ballot_that_changes_no_verdict_moves_nothing() {
    let mut tie = tie();

    tie.dao.advance_to(tie.closes - 1);

    assert_eq!(tie.fay_says(Choice::No), (0, 0));
    assert_eq!(tie.fay_says(Choice::Abstain), (0, 0));
}

#[test]
fn a_principal_that_overrides_may_flip_it_too() {
    let mut dao = town();
    let (yes, no) = (dao.people("yes", 3, 4 * COIN), dao.people("no", 2, 4 * COIN));
    let [fay, dan] = [dao.person("fay", 4 * COIN), dao.speaker("dan", 4 * COIN)];
    dao.people("quiet", 3, 4 * COIN);
    dao.delegate(&fay, &[(&dan, 10_000)]).unwrap();
    let id = dao.begin(Class::Standard);
    dao.all_vote(id, Choice::Yes, &yes);
    dao.all_vote(id, Choice::No, no.iter().chain([&dan]));
    let closes = dao.opened(id).unwrap().closes;
    assert!(!dao.passes(id));

    dao.advance_to(closes - 1);
    dao.vote(&fay, id, Choice::Yes).unwrap();

    let opened = dao.opened(id).unwrap();
    assert!(opened.passes);
    assert_eq!((opened.closes, opened.extensions), (closes + DAY, 1));
}

#[test]
fn a_vote_of_one_day_moves_by_a_quarter_of_it() {
    let mut dao = town();
    let people = dao.people("ann", 5, 4 * COIN);
    let id = dao.begin(Class::Emergency);
    let closes = dao.opened(id).unwrap().closes;
    // Three of four are not more than three quarters; four of five are.
    dao.all_vote(id, Choice::Yes, &people[..3]);
    dao.vote(&people[3], id, Choice::No).unwrap();

    dao.advance_to(closes - DAY / 4 - 1);
    dao.vote(&people[4], id, Choice::Yes).unwrap();
    assert_eq!(dao.opened(id).unwrap().closes, closes);
    dao.advance_to(closes - DAY / 4);
    dao.vote(&people[4], id, Choice::Abstain).unwrap();
    assert_eq!(dao.opened(id).unwrap().closes, closes + DAY / 4);
}

#[test]
fn after_the_second_move_a_new_ballot_may_only_be_no() {
    let mut tie = Tie::moved_twice();
    let [hal, iva] = ["quiet 1", "quiet 2"].map(|name| tie.dao.addr(name));
    let id = tie.id;

    tie.dao.refuses(FINAL, |dao| dao.vote(&hal, id, Choice::Yes));
    tie.dao.refuses(FINAL, |dao| dao.vote(&hal, id, Choice::Abstain));

    tie.dao.all_vote(id, Choice::No, [&hal, &iva]);
}

#[test]
fn after_the_second_move_a_yes_may_leave_and_nothing_may_join_it() {
    let mut tie = tie();
    let quiet = tie.dao.addr("quiet 1");
    let id = tie.id;
    tie.dao.vote(&quiet, id, Choice::Abstain).unwrap();
    tie.dao.advance_to(tie.closes - 1);
    tie.fay_says(Choice::Yes);
    tie.dao.advance_to(tie.closes + DAY - 1);
    assert_eq!(tie.fay_says(Choice::No), (2 * DAY, 2));
    let (yes, no) = (tie.yes.clone(), tie.no.clone());
    let dao = &mut tie.dao;

    dao.refuses(FINAL, |dao| dao.vote(&no[0], id, Choice::Yes));
    dao.refuses(FINAL, |dao| dao.vote(&no[0], id, Choice::Abstain));
    dao.refuses(FINAL, |dao| dao.vote(&quiet, id, Choice::Yes));
    dao.vote(&yes[0], id, Choice::Abstain).unwrap();
    dao.vote(&yes[1], id, Choice::No).unwrap();
    dao.vote(&quiet, id, Choice::No).unwrap();
    dao.vote(&yes[0], id, Choice::No).unwrap();
    dao.refuses(FINAL, |dao| dao.vote(&yes[0], id, Choice::Yes));

    assert_eq!(dao.opened(id).unwrap().closes, tie.closes + 2 * DAY);
}

#[test]
fn after_the_second_move_the_last_second_can_still_defeat() {
    let mut tie = tie();
    tie.dao.advance_to(tie.closes - DAY);
    tie.fay_says(Choice::Yes);
    tie.dao.advance_to(tie.closes);
    tie.fay_says(Choice::No);
    assert_eq!(tie.fay_says(Choice::No), (2 * DAY, 2));
    assert!(!tie.dao.passes(tie.id));
    let (yes, id) = (tie.yes[0].clone(), tie.id);

    tie.dao.advance_to(tie.closes + 2 * DAY - 1);
    tie.dao.vote(&yes, id, Choice::No).unwrap();

    let opened = tie.dao.opened(id).unwrap();
    assert_eq!((opened.closes, opened.extensions, opened.passes), (tie.closes + 2 * DAY, 2, false));
}
