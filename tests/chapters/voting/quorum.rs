//! The adaptive quorum, epoch by epoch, through real polls.

use cosmwasm_std::Addr;
use isonomia_core::class::Class;
use isonomia_core::tally::Choice;
use isonomia_embedded::{Dao, DAY};

use super::line::{fallen, Registry};
use super::town::{town, town_with, Town, COIN};

const EPOCH: u64 = 14 * DAY;

/// Ten alike, so that each is a tenth of V.
fn tenths() -> (Dao, Vec<Addr>, u64) {
    let mut dao = town();
    let people = dao.people("ann", 10, COIN);
    let started = dao.now();
    (dao, people, started)
}

/// A poll of so many who abstain, opened and resolved within the present epoch.
fn poll_of(dao: &mut Dao, class: Class, voters: &[Addr]) -> u64 {
    let id = dao.begin(class);
    dao.all_vote(id, Choice::Abstain, voters);
    dao.close(id);
    id
}

fn state(dao: &Dao) -> (u16, u16, u64) {
    let quorum = dao.quorum().unwrap();
    (quorum.quorum_bps, quorum.average_turnout_bps, quorum.epoch)
}

#[test]
fn the_quorum_follows_turnout_two_points_up_and_half_a_point_down() {
    let (mut dao, people, started) = tenths();
    assert_eq!(state(&dao), (1_500, 3_000, 0));
    // (turnout in tenths, then the average floor((3 ema + T) / 4), then q towards floor(ema / 2))
    let story = [
        (10, 4_750, 1_700),
        (10, 6_062, 1_900),
        (0, 4_546, 2_100),
        (0, 3_409, 2_050),
        (0, 2_556, 2_000),
        (3, 2_667, 1_950),
        (10, 4_500, 2_150),
        (4, 4_375, 2_187),
    ];

    for (epoch, (tenths, average, quorum)) in (0..).zip(story) {
        let id = poll_of(&mut dao, Class::Standard, &people[..tenths]);
        assert_eq!(state(&dao).2, epoch);
        dao.advance_to(started + (epoch + 1) * EPOCH);
        assert_eq!(state(&dao), (quorum, average, epoch + 1), "after poll {id}");
    }

    // An epoch without a poll changes nothing, and an opening fixes what is found.
    dao.advance(3 * EPOCH);
    let [standard, critical] = [dao.begin(Class::Standard), dao.begin(Class::Critical)];
    assert_eq!(dao.opened(standard).unwrap().quorum_bps, 2_187);
    assert_eq!(dao.opened(critical).unwrap().quorum_bps, 3_280);
}

#[test]
fn the_quorum_never_leaves_its_bounds() {
    for (voters, bound, critical) in [(0, 800, 1_200), (10, 3_500, 3_500)] {
        let (mut dao, people, started) = tenths();
        for epoch in 1..=17 {
            poll_of(&mut dao, Class::Standard, &people[..voters]);
            dao.advance_to(started + epoch * EPOCH);
        }
        assert_eq!(state(&dao).0, bound);
        let id = dao.begin(Class::Critical);
        assert_eq!(dao.opened(id).unwrap().quorum_bps, critical);
    }
}

#[test]
fn abstaining_is_turnout_and_so_is_no() {
    let (mut dao, people, started) = tenths();
    let id = dao.begin(Class::Standard);
    for (voter, choice) in people.iter().zip([Choice::Yes, Choice::No, Choice::Abstain]) {
        dao.vote(voter, id, choice).unwrap();
    }
    dao.close(id);

    dao.advance_to(started + EPOCH);

    // floor((3 · 3000 + 3000) / 4)
    assert_eq!(state(&dao), (1_500, 3_000, 1));
}

#[test]
fn quiet_polls_beside_a_busy_one_lower_nothing() {
    let (mut dao, people, started) = tenths();
    let busy = dao.begin(Class::Standard);
    let spam = dao.begin_all(Class::Standard, 9);
    dao.all_vote(busy, Choice::No, &people[..6]);
    dao.all_vote(spam[0], Choice::Abstain, &people[..2]);
    // Spam that is settled after the busy poll, and before it.
    for id in spam[..4].iter().chain([&busy]).chain(&spam[4..]) {
        dao.close(*id);
    }

    dao.advance_to(started + EPOCH);

    // floor((3 · 3000 + 6000) / 4) = 3750, and q half of it.
    assert_eq!(state(&dao), (1_700, 3_750, 1));
}

#[test]
fn signals_count_in_no_epoch_and_emergencies_do() {
    let (mut dao, people, started) = tenths();
    poll_of(&mut dao, Class::Signal, &people);
    dao.advance_to(started + EPOCH);
    assert_eq!(state(&dao), (1_500, 3_000, 1));

    poll_of(&mut dao, Class::Emergency, &people);
    dao.advance_to(started + 2 * EPOCH);
    assert_eq!(state(&dao), (1_700, 4_750, 2));
}

#[test]
fn polls_before_the_latch_and_lapsed_ones_count_in_no_epoch() {
    let mut dao = town_with(|params| params.min_attested = 11);
    let people = dao.people("ann", 10, COIN);
    let started = dao.now();
    poll_of(&mut dao, Class::Standard, &people);
    dao.person("ann 11", COIN);
    dao.advance_to(started + EPOCH);
    assert_eq!(state(&dao), (1_500, 3_000, 1));

    let id = dao.due(Class::Standard);
    dao.advance(7 * DAY);
    dao.resolve(&people[0], id).unwrap();
    dao.advance_to(started + 2 * EPOCH);
    assert_eq!(state(&dao), (1_500, 3_000, 2));
}

#[test]
fn what_stake_alone_has_judged_counts_in_no_epoch() {
    let (mut dao, _) = fallen();
    let (ann, started) = (dao.holder("ann", COIN), dao.now());
    dao.advance_to(started + 3 * EPOCH - 2 * DAY);
    let id = dao.to_do(dao.repair());
    dao.advance_to(started + 3 * EPOCH);
    dao.vote(&ann, id, Choice::Yes).unwrap();
    dao.close(id);

    dao.advance_to(started + 4 * EPOCH);

    assert_eq!(state(&dao), (1_500, 3_000, 4));
}

#[test]
fn a_poll_counts_in_the_epoch_in_which_it_closed() {
    let (mut dao, people, started) = tenths();
    let id = dao.begin(Class::Standard);
    dao.all_vote(id, Choice::No, &people);
    // Closed in epoch 0, resolved in epoch 1, before anything opened there.
    dao.advance_to(started + EPOCH + DAY);
    dao.close(id);

    assert_eq!(state(&dao), (1_700, 4_750, 1));
    let next = dao.begin(Class::Standard);
    assert_eq!(dao.opened(next).unwrap().quorum_bps, 1_700);
}

#[test]
fn a_turnout_settled_after_its_epoch_was_applied_counts_in_the_present_one() {
    let (mut dao, people, started) = tenths();
    let late = dao.begin(Class::Standard);
    dao.all_vote(late, Choice::No, &people);
    dao.advance_to(started + EPOCH);
    // This opening finds epoch 0 finished and without a poll.
    let other = dao.begin(Class::Standard);
    assert_eq!(dao.opened(other).unwrap().quorum_bps, 1_500);

    dao.close(late);
    assert_eq!(state(&dao), (1_500, 3_000, 1));
    dao.close(other);
    dao.advance_to(started + 2 * EPOCH);

    assert_eq!(state(&dao), (1_700, 4_750, 2));
}
