//! Where only stake judges: before the latch, and long below the line. X = 1 000 000 000.

use isonomia_core::class::Class;
use isonomia_core::tally::Tally;
use isonomia_core::units::Stake;
use isonomia_core::verdict::{Conditions, Mode};

use crate::given::{brings, by_stake, tally};

const MODES: [Mode; 3] = [Mode::Bootstrap, Mode::StakeRepair, Mode::StakeRegistrar];

/// That much stake said Yes and No; nobody is attested, so there are no heads and no power.
fn stake(yes: u128, no: u128) -> Tally {
    Tally { heads: 0, ..tally(brings(0, yes, yes), brings(0, no, no)) }
}

fn judge(class: Class, mode: Mode, yes: u128, no: u128) -> Conditions {
    let mut terms = by_stake(class, mode);
    terms.totals.power.0 = 0;
    terms.totals.attested = 0;
    terms.judge(&stake(yes, no))
}

#[test]
fn bootstrap_passes_by_stake_alone_with_nobody_attested() {
    for class in Class::ALL {
        assert!(judge(class, Mode::Bootstrap, 500_000_000, 0).pass(), "{class:?}");
    }
}

#[test]
fn the_quorum_of_bootstrap_is_of_all_stake() {
    for (class, least) in [(Class::Signal, 80_000_000), (Class::Standard, 150_000_000)] {
        let quorum = |yes| judge(class, Mode::Bootstrap, yes, 0).quorum;
        assert!(quorum(least) && !quorum(least - 1), "{class:?}");
    }
}

#[test]
fn the_quorum_of_bootstrap_is_of_the_least_total_stake_where_there_is_less() {
    let mut terms = by_stake(Class::Signal, Mode::Bootstrap);
    terms.totals.stake = Stake::new(1_000);
    terms.stake_base = Stake::new(10_000);

    assert!(terms.judge(&stake(800, 0)).quorum);
    assert!(!terms.judge(&stake(799, 0)).quorum);
}

#[test]
fn bootstrap_is_linear_and_never_a_root() {
    let threshold = |class, yes, no| judge(class, Mode::Bootstrap, yes, no).threshold;

    assert!(!threshold(Class::Standard, 300_000_000, 300_000_000));
    assert!(threshold(Class::Standard, 300_000_001, 300_000_000));
    assert!(!threshold(Class::Critical, 300_000_000, 200_000_000));
    assert!(threshold(Class::Critical, 300_000_001, 200_000_000));

    let powerful_no = tally(brings(0, 300_000_001, 0), brings(900_000, 300_000_000, 0));
    assert!(by_stake(Class::Standard, Mode::Bootstrap).judge(&powerful_no).threshold);
}

#[test]
fn the_stake_keys_hold_in_bootstrap_as_always() {
    let mut terms = by_stake(Class::Signal, Mode::Bootstrap);
    terms.rules.stake_key_bps = 5_000;
    terms.rules.stake_support_bps = 1_000;

    let relative = |yes| terms.judge(&stake(yes, 300)).stake_relative;
    assert!(relative(300) && !relative(299));
    let support = |yes| terms.judge(&stake(yes, 0)).stake_support;
    assert!(support(100_000_000) && !support(99_999_999));
}

#[test]
fn bootstrap_asks_for_a_third_of_all_stake_where_it_is_critical() {
    let support = |class, yes| judge(class, Mode::Bootstrap, yes, 0).stake_support;

    assert!(support(Class::Critical, 333_333_334));
    assert!(!support(Class::Critical, 333_333_333));
    assert!(support(Class::Standard, 10_000_000), "1 % is enough for the others");
    assert!(support(Class::Emergency, 100_000_000));
}

#[test]
fn repair_by_stake_needs_more_than_two_thirds_of_the_stake_that_voted() {
    for mode in [Mode::StakeRepair, Mode::StakeRegistrar] {
        let passes = |yes, no| judge(Class::Critical, mode, yes, no).pass();

        assert!(!passes(600_000_000, 300_000_000), "{mode:?}");
        assert!(passes(600_000_001, 300_000_000), "{mode:?}");
        assert!(!passes(600_000_001, 300_000_001), "{mode:?}");
    }
}

#[test]
fn repair_by_stake_needs_a_third_of_all_stake_and_a_registrar_half() {
    let repairs = |yes| judge(Class::Critical, Mode::StakeRepair, yes, 0).pass();
    let names = |yes| judge(Class::Critical, Mode::StakeRegistrar, yes, 0).pass();

    assert!(repairs(333_333_334) && !repairs(333_333_333));
    assert!(names(500_000_000) && !names(499_999_999));
}

#[test]
fn nothing_passes_by_no_stake_at_all() {
    for mode in MODES {
        let mut terms = by_stake(Class::Signal, mode);
        terms.totals.stake = Stake::ZERO;
        terms.stake_base = Stake::ZERO;

        assert!(!terms.judge(&Tally::default()).pass(), "{mode:?}");
    }
}

#[test]
fn only_two_keys_look_at_power() {
    assert!(!Mode::TwoKey.is_by_stake());
    assert!(MODES.iter().all(|mode| mode.is_by_stake()));
}
