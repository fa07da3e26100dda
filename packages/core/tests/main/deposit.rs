//! What it costs to propose, and when it is lost. V = 1 000 000, X = 1 000 000 000.

use isonomia_core::class::Class;
use isonomia_core::deposit::{is_forfeited, required};
use isonomia_core::tally::Tally;
use isonomia_core::units::Stake;
use isonomia_core::verdict::{Mode, Terms};

use crate::given::{brings, by_stake, tally, terms};

#[test]
fn the_deposit_doubles_with_every_8_unresolved_proposals_up_to_16_times() {
    for class in [Class::Signal, Class::Standard, Class::Critical] {
        for (unresolved, times) in [
            (0, 1),
            (7, 1),
            (8, 2),
            (15, 2),
            (16, 4),
            (23, 4),
            (24, 8),
            (31, 8),
            (32, 16),
            (40, 16),
            (u64::MAX, 16),
        ] {
            assert_eq!(required(100, class, unresolved), Some(100 * times), "{class:?}, {unresolved}");
        }
    }
}

#[test]
fn an_emergency_costs_ten_times_as_much_and_never_doubles() {
    assert_eq!(required(100, Class::Emergency, 0), Some(1_000));
    assert_eq!(required(100, Class::Emergency, u64::MAX), Some(1_000));
}

#[test]
fn a_deposit_wider_than_128_bits_is_refused_and_does_not_overflow() {
    assert_eq!(required(u128::MAX >> 4, Class::Standard, 32), Some(u128::MAX - 15));
    assert_eq!(required((u128::MAX >> 4) + 1, Class::Standard, 32), None);
    assert_eq!(required(u128::MAX / 10, Class::Emergency, 0), Some(u128::MAX / 10 * 10));
    assert_eq!(required(u128::MAX / 10 + 1, Class::Emergency, 0), None);
    assert_eq!(required(u128::MAX, Class::Standard, 7), Some(u128::MAX));
}

fn forfeits(terms: &Terms, tally: &Tally) -> bool {
    is_forfeited(terms, tally).unwrap()
}

/// By power, with stake that says the opposite.
fn by_power(yes: u64, no: u64, abstain: u64) -> bool {
    let sides = tally(brings(yes, 0, 0), brings(no, 0, 0));
    let abstain = brings(abstain, 0, 0);
    forfeits(&terms(Class::Standard), &Tally { abstain, ..sides })
}

#[test]
fn it_is_lost_where_no_reached_80_percent_of_all_that_was_cast() {
    assert!(by_power(20_000, 80_000, 0));
    assert!(!by_power(20_001, 80_000, 0));
    assert!(!by_power(20_000, 79_999, 0));
    assert!(by_power(20_000, 120_000, 10_000), "abstentions count as cast");
    assert!(!by_power(20_000, 120_000, 10_001));
}

#[test]
fn it_is_lost_where_yes_stayed_under_1_percent_of_all() {
    assert!(!by_power(10_000, 0, 0));
    assert!(by_power(9_999, 0, 0));
    assert!(by_power(0, 0, 0), "nobody voted");
}

#[test]
fn stake_says_nothing_where_people_judge() {
    let terms = terms(Class::Standard);

    assert!(!forfeits(&terms, &tally(brings(10_000, 0, 0), brings(1, 900_000_000, 0))));
    assert!(forfeits(&terms, &tally(brings(9_999, 900_000_000, 0), brings(0, 0, 0))));
}

#[test]
fn where_stake_judges_both_are_of_stake() {
    for mode in [Mode::Bootstrap, Mode::StakeRepair, Mode::StakeRegistrar] {
        let terms = by_stake(Class::Critical, mode);
        let forfeits = |yes, no| {
            // Power says the opposite.
            let tally = tally(brings(500_000, yes, yes), brings(0, no, no));
            forfeits(&terms, &tally)
        };

        assert!(forfeits(20_000_000, 80_000_000), "{mode:?}");
        assert!(!forfeits(20_000_001, 80_000_000), "{mode:?}");
        assert!(!forfeits(10_000_000, 0) && forfeits(9_999_999, 0), "{mode:?}");
    }
}

#[test]
fn the_widest_numbers_do_not_overflow() {
    let stake = (1 << 100) - 1;
    let unopposed = tally(brings(u64::MAX, stake, 0), brings(0, 0, 0));
    let opposed = tally(brings(0, 0, 0), brings(u64::MAX, stake, 0));

    for mode in [Mode::TwoKey, Mode::Bootstrap] {
        let mut terms = by_stake(Class::Standard, mode);
        terms.totals.power.0 = u64::MAX;
        terms.stake_base = Stake::new(stake);
        assert!(!forfeits(&terms, &unopposed) && forfeits(&terms, &opposed), "{mode:?}");
    }
}
