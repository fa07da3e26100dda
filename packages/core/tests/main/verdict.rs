//! The two keys: each condition exactly at its border and one below. V = 1 000 000, X = 1 000 000 000, n = 100.

use isonomia_core::class::Class;
use isonomia_core::contribution::Contribution;
use isonomia_core::tally::Tally;
use isonomia_core::units::{Power, Stake};
use isonomia_core::verdict::{Conditions, Mode, Terms};

use crate::given::{brings, tally, terms, totals};

/// Passes every class with room to spare.
fn landslide() -> Tally {
    tally(brings(400_000, 500_000_000, 0), brings(0, 0, 0))
}

fn yes(own: Contribution) -> Tally {
    Tally { yes: own, ..landslide() }
}

fn judge(class: Class, tally: &Tally) -> Conditions {
    terms(class).judge(tally)
}

#[test]
fn a_landslide_passes_every_class() {
    for class in Class::ALL {
        assert!(judge(class, &landslide()).pass(), "{class:?}");
    }
}

#[test]
fn the_quorum_is_of_attested_yes_alone() {
    for (class, least) in [(Class::Signal, 80_000), (Class::Standard, 150_000), (Class::Emergency, 200_000)] {
        let quorum = |power| judge(class, &yes(brings(power, 500_000_000, 0))).quorum;
        assert!(quorum(least) && !quorum(least - 1), "{class:?}");
    }
    let turnout =
        Tally { abstain: brings(400_000, 9, 0), ..tally(brings(149_999, 9, 0), brings(400_000, 9, 0)) };
    assert!(!judge(Class::Standard, &turnout).quorum, "approval, not turnout");
    let unattested = yes(brings(149_999, 900_000_000, 900_000_000));
    assert!(!judge(Class::Standard, &unattested).quorum);
}

#[test]
fn without_power_nothing_passes() {
    let mut terms = terms(Class::Signal);
    terms.totals.power = Power::ZERO;
    terms.quorum_bps = 0;

    assert!(!terms.judge(&landslide()).quorum);
    assert!(!terms.judge(&Tally::default()).pass());
}

#[test]
fn a_tie_fails_and_one_more_turns_the_peoples_key() {
    for (class, yes, no) in [
        (Class::Signal, 300_000, 300_000),
        (Class::Standard, 300_000, 300_000),
        (Class::Critical, 300_000, 200_000),
        (Class::Emergency, 300_000, 100_000),
    ] {
        let turns = |power| {
            let tally = tally(brings(power, 1, 0), brings(no, 1, 0));
            judge(class, &tally).threshold
        };
        assert!(!turns(yes) && turns(yes + 1), "{class:?}");
    }
}

#[test]
fn nobody_against_nobody_is_a_tie() {
    assert!(!judge(Class::Signal, &Tally::default()).threshold);
}

#[test]
fn the_stake_key_is_a_share_of_the_stake_that_voted_yes_or_no() {
    for (class, least) in
        [(Class::Standard, 333_300_000), (Class::Critical, 500_000_000), (Class::Emergency, 500_000_000)]
    {
        let turns = |stake: u128| {
            let mut tally = tally(brings(1, stake, 0), brings(1, 1_000_000_000 - stake, 0));
            tally.abstain = brings(0, 1_000_000_000, 0);
            judge(class, &tally).stake_relative
        };
        assert!(turns(least) && !turns(least - 1), "{class:?}");
    }
    assert!(judge(Class::Signal, &tally(brings(1, 0, 0), brings(1, 9, 0))).stake_relative);
}

#[test]
fn the_stake_support_is_a_share_of_all_stake() {
    for (class, least) in
        [(Class::Standard, 10_000_000), (Class::Critical, 50_000_000), (Class::Emergency, 100_000_000)]
    {
        let turns = |stake| judge(class, &yes(brings(400_000, stake, 0))).stake_support;
        assert!(turns(least) && !turns(least - 1), "{class:?}");
    }
}

#[test]
fn the_least_total_stake_stands_in_for_all_stake_where_there_is_less() {
    let mut terms = terms(Class::Critical);
    terms.totals.stake = Stake::new(10);
    terms.stake_base = Stake::new(1_000);

    assert!(!terms.judge(&yes(brings(400_000, 49, 0))).stake_support);
    assert!(terms.judge(&yes(brings(400_000, 50, 0))).stake_support);
}

#[test]
fn heads_are_counted_up_to_a_fifth_of_all_but_at_least_three() {
    for (head_count, attested, needed) in [
        (0, 0, 0),
        (0, 1_000, 0),
        (3, 0, 3),
        (5, 1, 3),
        (5, 19, 3),
        (5, 20, 4),
        (5, 24, 4),
        (5, 25, 5),
        (25, 124, 24),
        (25, 125, 25),
        (25, 10_000, 25),
        (2, 10_000, 2),
    ] {
        let mut terms = terms(Class::Standard);
        terms.rules.head_count = head_count;
        terms.totals.attested = attested;
        let enough = |heads| terms.judge(&Tally { heads, ..landslide() }).head_count;

        assert_eq!(terms.heads_needed(), needed, "h {head_count}, n {attested}");
        assert!(enough(needed));
        assert!(needed == 0 || !enough(needed - 1));
    }
}

#[test]
fn every_condition_is_needed() {
    let all = judge(Class::Standard, &landslide());
    let missing = [
        Conditions { quorum: false, ..all },
        Conditions { threshold: false, ..all },
        Conditions { stake_relative: false, ..all },
        Conditions { stake_support: false, ..all },
        Conditions { head_count: false, ..all },
    ];

    assert!(all.pass());
    assert!(missing.iter().all(|conditions| !conditions.pass()));
}

/// κ = 10 %: un-attested stake in favour adds a ninth of the attested Yes at most.
#[test]
fn unattested_stake_tips_the_scale_by_its_capped_share() {
    let turns = |unattested: u128, no| {
        let tally = tally(brings(90_000, 900_000_000, unattested), brings(no, 1, 0));
        judge(Class::Standard, &tally).threshold
    };

    // 90 000 of stake a power each: side(Y) = 90 000 + 10 000 at the most.
    assert!(turns(90_000_000, 99_999) && !turns(90_000_000, 100_000));
    assert!(turns(900_000_000, 99_999) && !turns(900_000_000, 100_000), "more adds nothing");
    assert!(turns(45_000_000, 94_999) && !turns(45_000_000, 95_000), "half adds half");
    assert!(turns(0, 89_999) && !turns(0, 90_000));
}

/// side(Y) = 1/0.9 against 1: the exact fraction decides, its floor would be a tie.
#[test]
fn sides_are_compared_exactly_and_not_by_their_floors() {
    let mut terms = terms(Class::Signal);
    terms.totals = totals(10, 10, 3);

    let tally = tally(brings(1, 2, 1), brings(1, 1, 0));

    assert!(terms.judge(&tally).threshold);
}

#[test]
fn without_any_stake_the_sides_are_the_power_alone() {
    let mut terms = terms(Class::Signal);
    terms.totals.stake = Stake::ZERO;

    assert!(terms.judge(&tally(brings(80_001, 0, 0), brings(80_000, 0, 9))).threshold);
    assert!(!terms.judge(&tally(brings(80_000, 0, 9), brings(80_000, 0, 0))).threshold);
}

#[test]
fn the_widest_numbers_do_not_overflow() {
    let (power, stake) = (u64::MAX, (1 << 100) - 1);
    let all = brings(power, stake, stake);
    for mode in [Mode::Bootstrap, Mode::TwoKey, Mode::StakeRepair, Mode::StakeRegistrar] {
        for unattested_bps in [0, 2_500] {
            let widest = Terms {
                mode,
                unattested_bps,
                totals: totals(power, stake, u64::MAX),
                stake_base: Stake::new(stake),
                ..terms(Class::Emergency)
            };
            let unopposed = tally(all, brings(0, 0, 0));
            assert!(widest.judge(&Tally { heads: u64::MAX, ..unopposed }).pass(), "{mode:?}");
            assert!(!widest.judge(&tally(all, all)).threshold, "{mode:?}");
        }
    }
}
