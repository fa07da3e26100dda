//! The late flip: a verdict that turns at the last moment gives everyone time to answer, twice and towards No at the end.

use isonomia_core::ballot::{cap, Ballot};
use isonomia_core::class::Class;
use isonomia_core::contribution::Contribution;
use isonomia_core::poll::{BallotError, Count};
use isonomia_core::rules::extension;
use isonomia_core::tally::Choice;
use isonomia_core::verdict::Terms;

use crate::given::{brings, terms, totals, DAY};

const WEEK: u64 = 7 * 86_400;
const HOURS_24: u64 = 86_400;

/// A signal, so that one side of the people's key decides: 8 % of V and more Yes than No.
fn signal() -> Terms {
    let mut terms = terms(Class::Signal);
    terms.rules.voting = WEEK;
    terms
}

fn says(choice: Choice, own: Contribution) -> Vec<(Ballot, Ballot)> {
    let after = Ballot { choice: Some(choice), own, ..Ballot::default() };
    vec![(Ballot::default(), after)]
}

fn vote(count: &mut Count, choice: Choice, power: u64, now: u64) {
    let ballots = says(choice, brings(power, u128::from(power), 0));
    count.take(&ballots, &signal(), DAY, now).unwrap();
}

fn state(count: &Count) -> (u64, u8) {
    (count.closes, count.extensions)
}

#[test]
fn the_extension_is_a_quarter_of_voting_and_a_day_at_most() {
    assert_eq!(extension(DAY, 4 * HOURS_24), HOURS_24);
    assert_eq!(extension(DAY, 4 * HOURS_24 - 4), HOURS_24 - 1);
    assert_eq!(extension(DAY, 30 * HOURS_24), HOURS_24);
    assert_eq!(extension(DAY, HOURS_24), 6 * 3_600);
}

#[test]
fn a_flip_moves_the_close_from_the_last_day_on() {
    let flip_at = |now| {
        let mut count = Count::open(WEEK, 0);
        vote(&mut count, Choice::Yes, 100_000, now);
        state(&count)
    };

    assert_eq!(flip_at(WEEK - HOURS_24 - 1), (WEEK, 0));
    assert_eq!(flip_at(WEEK - HOURS_24), (WEEK + HOURS_24, 1));
    assert_eq!(flip_at(WEEK - 1), (WEEK + HOURS_24, 1));
}

#[test]
fn a_late_ballot_that_flips_nothing_moves_nothing() {
    let mut count = Count::open(WEEK, 0);
    vote(&mut count, Choice::Yes, 100_000, 0);

    vote(&mut count, Choice::Yes, 50_000, WEEK - 1);
    vote(&mut count, Choice::No, 149_999, WEEK - 1);

    assert_eq!(state(&count), (WEEK, 0));
}

#[test]
fn the_close_moves_twice_at_most_and_either_way() {
    let mut count = Count::open(WEEK, 0);

    vote(&mut count, Choice::Yes, 100_000, WEEK - 1);
    assert_eq!(state(&count), (WEEK + HOURS_24, 1));
    vote(&mut count, Choice::No, 100_000, WEEK - 1);
    assert_eq!(state(&count), (WEEK + HOURS_24, 1), "no longer the last day");
    vote(&mut count, Choice::Yes, 50_000, WEEK);
    assert_eq!(state(&count), (WEEK + 2 * HOURS_24, 2));
    vote(&mut count, Choice::No, 100_000, WEEK + 2 * HOURS_24 - 1);
    assert_eq!(state(&count), (WEEK + 2 * HOURS_24, 2));
}

#[test]
fn the_last_word_can_only_be_the_status_quo() {
    use Choice::{Abstain, No, Yes};
    let allowed = |extensions, before, choice| {
        let count = Count { extensions, ..Count::open(WEEK, 0) };
        count.check_final_phase(before, choice)
    };

    for before in [None, Some(Yes), Some(No), Some(Abstain)] {
        for choice in [Yes, No, Abstain] {
            assert_eq!(allowed(1, before, choice), Ok(()), "one extension binds nobody");
        }
    }
    for (before, choice) in [(None, No), (Some(Yes), No), (Some(Yes), Abstain)] {
        assert_eq!(allowed(2, before, choice), Ok(()), "{before:?} to {choice:?}");
    }
    for (before, choice) in [
        (None, Yes),
        (None, Abstain),
        (Some(No), Yes),
        (Some(No), Abstain),
        (Some(Abstain), Yes),
        (Some(Yes), Yes),
    ] {
        let refused = Err(BallotError::FinalPhase);
        assert_eq!(allowed(2, before, choice), refused, "{before:?} to {choice:?}");
    }
}

/// The widest V: 512 people of 2^90 base units each, all in favour. One of them takes its word back from its delegate
/// to say the same itself; V is not passed, before or after.
#[test]
fn an_override_at_the_widest_power_is_taken() {
    let all = totals(u64::MAX, 1 << 99, 512);
    let own = brings(1 << 55, 1 << 90, 0);
    let bob = Ballot { choice: Some(Choice::Yes), received: own, ..Ballot::default() };
    let overridden = Ballot { overridden: own, ..bob };
    let terms = Terms { cap: cap(&all, 300), totals: all, ..signal() };
    let mut count = Count::open(WEEK, 0);
    count.tally.yes = brings(u64::MAX, 1 << 99, 0);

    let mut ballots = says(Choice::Yes, own);
    ballots.push((bob, overridden));

    assert_eq!(count.take(&ballots, &terms, DAY, 0), Ok(()));
    assert_eq!(count.tally.yes, brings(u64::MAX, 1 << 99, 0));
}
