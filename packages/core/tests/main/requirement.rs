//! What a poll lacks: with that and nothing else it would hold, and with one less it would not.

use cosmwasm_std::Uint128;
use isonomia_core::class::Class;
use isonomia_core::contribution::Contribution;
use isonomia_core::requirement::{Requirement, Requirements};
use isonomia_core::tally::Tally;
use isonomia_core::units::{Power, Stake};
use isonomia_core::verdict::{Conditions, Mode, Terms};
use proptest::prelude::*;

use crate::given::{brings, by_stake, cases, tally, terms};

const MODES: [Mode; 4] = [Mode::TwoKey, Mode::Bootstrap, Mode::StakeRepair, Mode::StakeRegistrar];

/// Yes with so much more.
fn more(tally: &Tally, power: u128, stake: u128, heads: u128) -> Tally {
    let yes = Contribution {
        power: Power(tally.yes.power.0 + power as u64),
        stake: Stake::new(tally.yes.stake.amount() + stake),
        ..tally.yes
    };
    Tally { yes, heads: tally.heads + heads as u64, ..*tally }
}

/// A condition that does not hold does with what is missing, and with one less it does not.
fn lacks_exactly(one: &Requirement, with: impl Fn(u128) -> bool) -> bool {
    let missing = one.missing.u128();
    one.holds == (missing == 0) && with(missing) && (one.holds || !with(missing - 1))
}

#[test]
fn of_a_hundred_people_and_a_thousand_million_the_figures_read_so() {
    let told = terms(Class::Critical)
        .requirements(&tally(brings(100_000, 40_000_000, 0), brings(80_000, 50_000_000, 0)));
    let lacks = |asks: u128, has: u128| {
        let [asks, has] = [asks, has].map(Uint128::new);
        Requirement { holds: false, asks, has, missing: asks - has }
    };
    let head_count =
        Requirement { holds: true, asks: 5u128.into(), has: 5u128.into(), missing: Uint128::zero() };

    // 15 % of a million; more than 60 % against 80 000; half of what voted; 5 % of a thousand million.
    let asked = Requirements {
        quorum: lacks(150_000, 100_000),
        threshold: lacks(120_001, 100_000),
        stake_relative: lacks(50_000_000, 40_000_000),
        stake_support: lacks(50_000_000, 40_000_000),
        head_count,
    };
    assert_eq!(told, asked);
}

#[test]
fn without_any_power_the_quorum_lacks_something_though_it_asks_nothing() {
    let mut terms = terms(Class::Signal);
    terms.totals.power = Power::ZERO;
    let quorum = terms.requirements(&Tally::default()).quorum;

    assert!(!quorum.holds && quorum.asks.is_zero() && quorum.missing == Uint128::one());
}

#[test]
fn a_repair_asks_two_thirds_of_the_stake_that_voted_and_a_third_of_all() {
    let votes = tally(brings(0, 100_000_000, 0), brings(0, 100_000_000, 0));
    let told = by_stake(Class::Critical, Mode::StakeRepair).requirements(&votes);

    assert_eq!((told.threshold.asks.u128(), told.threshold.missing.u128()), (200_000_001, 100_000_001));
    assert_eq!(told.stake_support.asks.u128(), 333_333_334);
    assert_eq!([told.quorum, told.stake_relative, told.head_count].map(|one| one.asks.u128()), [0; 3]);
    let registrar = by_stake(Class::Critical, Mode::StakeRegistrar).requirements(&votes);
    assert_eq!(registrar.stake_support.asks.u128(), 500_000_000);
}

fn holds(told: &Requirements) -> Conditions {
    Conditions {
        quorum: told.quorum.holds,
        threshold: told.threshold.holds,
        stake_relative: told.stake_relative.holds,
        stake_support: told.stake_support.holds,
        head_count: told.head_count.holds,
    }
}

fn side() -> impl Strategy<Value = Contribution> {
    let power = prop_oneof![Just(0u64), 0u64..400_000];
    (power, 0u128..500_000_000).prop_map(|(power, stake)| brings(power, stake, 0))
}

fn any_terms() -> impl Strategy<Value = Terms> {
    (prop::sample::select(&Class::ALL[..]), prop::sample::select(&MODES[..]), 0u16..4_000)
        .prop_map(|(class, mode, quorum_bps)| Terms { mode, quorum_bps, ..terms(class) })
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn what_is_missing_is_enough_and_one_less_is_not(
        terms in any_terms(), yes in side(), no in side(), heads in 0u64..8,
    ) {
        let tally = Tally { heads, ..tally(yes, no) };
        let told = terms.requirements(&tally);
        let power_judges = terms.mode == Mode::TwoKey;
        let judge = |power, stake, heads| terms.judge(&more(&tally, power, stake, heads));
        let judged = |by: u128| if power_judges { judge(by, 0, 0) } else { judge(0, by, 0) };

        prop_assert_eq!(holds(&told), terms.judge(&tally));
        prop_assert!(lacks_exactly(&told.quorum, |by| judged(by).quorum));
        prop_assert!(lacks_exactly(&told.threshold, |by| judged(by).threshold));
        prop_assert!(lacks_exactly(&told.stake_relative, |by| judge(0, by, 0).stake_relative));
        prop_assert!(lacks_exactly(&told.stake_support, |by| judge(0, by, 0).stake_support));
        prop_assert!(lacks_exactly(&told.head_count, |by| judge(0, 0, by).head_count));
    }
}
