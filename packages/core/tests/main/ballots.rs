//! What one ballot casts: the cap of a delegate, and what overrides take back (I6).

use isonomia_core::ballot::{cap, Ballot};
use isonomia_core::contribution::{Contribution, OutOfBounds};
use isonomia_core::tally::{Choice, Tally};
use isonomia_core::units::Power;

use crate::given::{brings, totals};

const GAMMA: u16 = 300;

fn cap_of(power: u64, attested: u64) -> u64 {
    cap(&totals(power, 0, attested), GAMMA).0
}

#[test]
fn without_anyone_attested_the_cap_is_nothing() {
    assert_eq!(cap_of(1_000_000, 0), 0);
}

#[test]
fn the_cap_is_gamma_or_five_average_powers() {
    assert_eq!(cap_of(1_000_000, 166), 30_120, "5V/n");
    assert_eq!(cap_of(1_000_000, 167), 30_000, "3 % from here on (T9)");
    assert_eq!(cap_of(1_000_000, 25), 200_000);
    assert_eq!(cap_of(9_999, 1_000), 299, "rounded down");
    assert_eq!(cap_of(999, 7), 713, "rounded down");
}

#[test]
fn among_a_handful_the_cap_is_more_than_all_power_and_never_overflows() {
    assert_eq!(cap_of(1_000, 1), 5_000);
    assert_eq!(cap_of(u64::MAX, 5), u64::MAX);
    assert_eq!(cap_of(u64::MAX, 1), u64::MAX);
}

fn casts(own: u64, received: u64, overridden: u64, cap: u64) -> u64 {
    let ballot = Ballot {
        choice: Some(Choice::Yes),
        own: brings(own, 0, 0),
        received: brings(received, 0, 0),
        overridden: brings(overridden, 0, 0),
    };
    ballot.cast(Power(cap)).unwrap().power.0
}

#[test]
fn a_delegate_casts_what_is_left_of_its_own_and_received_power_up_to_the_cap() {
    for (own, received, overridden, cap, cast, why) in [
        (10, 20, 0, 100, 30, "below the cap"),
        (10, 90, 0, 100, 100, "at the cap"),
        (10, 91, 0, 100, 100, "one past it"),
        (10, 200, 0, 100, 100, "above it"),
        (10, 20, 5, 100, 25, "an override below the cap"),
        (10, 200, 50, 100, 100, "an override above the cap takes nothing from it"),
        (10, 200, 111, 100, 99, "an override from above the cap to below it"),
        (10, 200, 200, 100, 10, "all of it taken back"),
        (150, 0, 0, 100, 150, "own power is never capped"),
        (150, 20, 0, 100, 150, "own power above the cap, and nothing on top of it"),
        (150, 20, 20, 100, 150, "own power above the cap, all taken back"),
        (10, 20, 0, 0, 10, "no cap, only own power"),
        (0, 20, 0, 100, 20, "a delegate of no power of its own"),
    ] {
        assert_eq!(casts(own, received, overridden, cap), cast, "{why}");
    }
}

#[test]
fn stake_is_not_capped() {
    let ballot = Ballot {
        choice: Some(Choice::Yes),
        own: brings(10, 100, 0),
        received: brings(200, 3_000, 2_000),
        overridden: brings(20, 500, 400),
    };

    assert_eq!(ballot.cast(Power(50)), Ok(brings(50, 2_600, 1_600)));
}

#[test]
fn more_taken_back_than_was_given_is_an_error_and_no_panic() {
    let ballot = Ballot { overridden: brings(1, 0, 0), ..Ballot::default() };

    assert_eq!(ballot.cast(Power(50)), Err(OutOfBounds));
}

fn ballot(choice: Choice, own: Contribution) -> Ballot {
    Ballot { choice: Some(choice), own, ..Ballot::default() }
}

#[test]
fn a_vote_that_changes_leaves_nothing_behind() {
    let ada = |choice| ballot(choice, brings(7, 70, 0));
    let mut tally = Tally::default();

    let silent = Ballot::default();
    for (before, after) in [
        (silent, ada(Choice::Yes)),
        (ada(Choice::Yes), ada(Choice::No)),
        (ada(Choice::No), ada(Choice::Abstain)),
    ] {
        Ballot::replace(&[(before, after)], Power(50), &mut tally).unwrap();
    }

    let abstained = Tally { abstain: brings(7, 70, 0), ..Tally::default() };
    assert_eq!(tally, abstained);
}

#[test]
fn an_override_before_the_delegate_votes_is_recorded_and_casts_nothing() {
    let overridden = Ballot { overridden: brings(7, 70, 0), ..Ballot::default() };
    let mut tally = Tally::default();

    Ballot::replace(&[(Ballot::default(), overridden)], Power(50), &mut tally).unwrap();

    assert_eq!(tally, Tally::default());
}

#[test]
fn a_head_is_an_attested_account_with_power_of_its_own_that_says_yes_itself() {
    let heads = |choice, own, received| {
        let after = Ballot { received, ..ballot(choice, own) };
        let mut tally = Tally::default();
        Ballot::replace(&[(Ballot::default(), after)], Power(50), &mut tally).unwrap();
        tally.heads
    };
    let nothing = brings(0, 0, 0);

    assert_eq!(heads(Choice::Yes, brings(1, 1, 0), nothing), 1);
    assert_eq!(heads(Choice::Yes, brings(1, 1, 0), brings(40, 40, 0)), 1, "a delegate is one");
    assert_eq!(heads(Choice::Yes, brings(0, 9, 9), nothing), 0, "not attested");
    assert_eq!(heads(Choice::Yes, nothing, brings(40, 40, 0)), 0, "no power of its own");
    assert_eq!(heads(Choice::No, brings(1, 1, 0), nothing), 0);
    assert_eq!(heads(Choice::Abstain, brings(1, 1, 0), nothing), 0);
}
