//! The rules of the classes: the defaults, every bound at and one past, and the T10 sum.

use isonomia_core::class::Class;
use isonomia_core::clock::Day;
use isonomia_core::rules::{one_and_a_half, ClassRules, Quorum, Rules, RulesError};

use crate::given::DAY;

const D: u64 = 86_400;
const HOUR: u64 = 3_600;
const FOR_EVER: u64 = u64::MAX;

fn defaults() -> Rules {
    Rules::standard(DAY)
}

fn of(rules: &mut Rules, class: Class) -> &mut ClassRules {
    match class {
        Class::Signal => &mut rules.signal,
        Class::Standard => &mut rules.standard,
        Class::Critical => &mut rules.critical,
        Class::Emergency => &mut rules.emergency,
    }
}

fn check(class: Class, set: impl FnOnce(&mut ClassRules)) -> Result<(), RulesError> {
    let mut rules = defaults();
    set(of(&mut rules, class));
    rules.check(DAY, FOR_EVER)
}

/// A bound: which rule, how to set it, and its least and most for each class in the order of `Class::ALL`.
type Bound = (&'static str, fn(&mut ClassRules, u64), [(u64, u64); 4]);

const BOUNDS: [Bound; 9] = [
    ("threshold_bps", |r, v| r.threshold_bps = v as u16, [(5_000, 7_500); 4]),
    (
        "stake_key_bps",
        |r, v| r.stake_key_bps = v as u16,
        [(0, 5_000), (0, 5_000), (3_333, 5_000), (3_333, 5_000)],
    ),
    (
        "stake_support_bps",
        |r, v| r.stake_support_bps = v as u16,
        [(0, 1_000), (0, 1_000), (200, 1_000), (200, 1_000)],
    ),
    ("head_count", |r, v| r.head_count = v as u16, [(0, 25), (0, 25), (3, 25), (3, 25)]),
    (
        "quorum",
        |r, v| r.quorum = Quorum::Fixed { bps: v as u16 },
        [(800, 3_500), (800, 3_500), (1_000, 3_500), (1_000, 3_500)],
    ),
    ("delay", |r, v| r.delay = v, [(0, 30 * D); 4]),
    ("voting", |r, v| r.voting = v, [(D, 30 * D); 4]),
    ("timelock", |r, v| r.timelock = v, [(0, 0), (0, 90 * D), (0, 90 * D), (0, 90 * D)]),
    ("window", |r, v| r.window = v, [(0, 0), (4 * D, 90 * D), (4 * D, 90 * D), (4 * D, 90 * D)]),
];

#[test]
fn every_bound_holds_at_the_limit_and_not_one_past_it() {
    for (rule, set, limits) in BOUNDS {
        for (class, (least, most)) in Class::ALL.into_iter().zip(limits) {
            let with = |value| check(class, |rules| set(rules, value));
            let refused = |value| Err(RulesError::OutOfBounds { class, rule, value, least, most });

            assert_eq!(with(least), Ok(()), "{class:?}.{rule}");
            assert_eq!(with(most), Ok(()), "{class:?}.{rule}");
            assert_eq!(with(most + 1), refused(most + 1));
            if let Some(below) = least.checked_sub(1) {
                assert_eq!(with(below), refused(below));
            }
        }
    }
}

#[test]
fn an_adaptive_quorum_is_one_to_two_times_the_adaptive() {
    for class in Class::ALL {
        let scaled = |scale_bps| check(class, |rules| rules.quorum = Quorum::Adaptive { scale_bps });

        assert!(scaled(10_000).is_ok() && scaled(20_000).is_ok(), "{class:?}");
        assert!(scaled(9_999).is_err() && scaled(20_001).is_err(), "{class:?}");
    }
}

#[test]
fn the_shared_figures_have_bounds() {
    let kappa = |unattested_bps| {
        let rules = Rules { unattested_bps, ..defaults() };
        rules.check(DAY, FOR_EVER).is_ok()
    };
    let gamma = |cap_bps| Rules { cap_bps, ..defaults() }.check(DAY, FOR_EVER).is_ok();

    assert!(kappa(0) && kappa(2_500) && !kappa(2_501));
    assert!(gamma(100) && gamma(1_000) && !gamma(99) && !gamma(1_001));
}

#[test]
fn a_signal_executes_nothing() {
    assert!(check(Class::Signal, |rules| rules.timelock = 1).is_err());
    assert!(check(Class::Signal, |rules| rules.window = 4 * D).is_err());
}

/// A pause of 72 h delays and never cancels: the window is longer by a day.
#[test]
fn a_window_outlasts_the_longest_pause() {
    for class in [Class::Standard, Class::Critical, Class::Emergency] {
        assert!(check(class, |rules| rules.window = 4 * D - 1).is_err());
        assert!(check(class, |rules| rules.window = 4 * D).is_ok());
    }
}

/// The table of the mechanism.
#[test]
fn the_defaults_are_those_of_the_mechanism() {
    let rules = defaults();
    let keys = |class| {
        let rules = rules.of(class);
        let bps = (rules.threshold_bps, rules.stake_key_bps, rules.stake_support_bps);
        (bps, rules.head_count)
    };
    let times = |class| {
        let rules = rules.of(class);
        [rules.delay, rules.voting, rules.timelock, rules.window]
    };

    assert_eq!(keys(Class::Signal), ((5_000, 0, 0), 0));
    assert_eq!(keys(Class::Standard), ((5_000, 3_333, 100), 3));
    assert_eq!(keys(Class::Critical), ((6_000, 5_000, 500), 5));
    assert_eq!(keys(Class::Emergency), ((7_500, 5_000, 1_000), 5));
    assert_eq!(times(Class::Signal), [0, 5 * D, 0, 0]);
    assert_eq!(times(Class::Standard), [D, 7 * D, 2 * D, 5 * D]);
    assert_eq!(times(Class::Critical), [2 * D, 7 * D, 5 * D, 5 * D]);
    assert_eq!(times(Class::Emergency), [HOUR, D, 2 * HOUR, 4 * D]);
    assert_eq!(rules.signal.quorum, Quorum::Fixed { bps: 800 });
    assert_eq!(rules.standard.quorum, Quorum::Adaptive { scale_bps: 10_000 });
    assert_eq!(rules.critical.quorum, Quorum::Adaptive { scale_bps: 15_000 });
    assert_eq!(rules.emergency.quorum, Quorum::Fixed { bps: 2_000 });
    assert_eq!((rules.unattested_bps, rules.cap_bps), (1_000, 300));
}

#[test]
fn the_defaults_pass_with_an_unbonding_of_28_days_however_short_the_day() {
    for day in [Day(86_400), Day(3_600), Day(24), Day(Day::LEAST)] {
        assert_eq!(Rules::standard(day).check(day, day.days(28)), Ok(()), "{day:?}");
    }
}

/// 7 + 2 · 1 + 1.5 · 5 + 5 = 21.5 days, of the Critical class.
#[test]
fn the_defaults_need_exactly_21_and_a_half_days_of_unbonding() {
    let sum = 21 * D + D / 2;

    assert_eq!(defaults().check(DAY, sum), Ok(()));
    assert_eq!(
        defaults().check(DAY, sum - 1),
        Err(RulesError::OutlastsUnbonding { class: Class::Critical, sum, unbonding: sum - 1 })
    );
}

#[test]
fn the_sum_counts_voting_two_extensions_one_and_a_half_timelocks_and_the_window() {
    let rules = defaults();
    let course = |class| rules.of(class).longest_course(DAY);

    assert_eq!(course(Class::Signal), 7 * D);
    assert_eq!(course(Class::Standard), 7 * D + 2 * D + 3 * D + 5 * D);
    assert_eq!(course(Class::Emergency), D + 12 * HOUR + 3 * HOUR + 4 * D);
}

#[test]
fn no_class_may_outlast_the_unbonding() {
    for (class, unbonding) in
        [(Class::Signal, 32 * D), (Class::Standard, 40 * D), (Class::Emergency, 36 * D + 3 * HOUR)]
    {
        let mut rules = defaults();
        of(&mut rules, class).voting = 30 * D;

        assert_eq!(rules.check(DAY, unbonding), Ok(()), "{class:?}");
        assert!(rules.check(DAY, unbonding - 1).is_err(), "{class:?}");
    }
}

#[test]
fn half_a_second_is_rounded_up() {
    assert_eq!([0, 1, 2, 3].map(one_and_a_half), [0, 2, 3, 5]);
    assert_eq!(one_and_a_half(u64::MAX), u64::MAX);
}
