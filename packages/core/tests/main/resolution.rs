//! Resolving a poll that is over: why it fails, and when it is too late for the stake that voted (T10, I17).

use isonomia_core::class::Class;
use isonomia_core::poll::MAX_EXTENSIONS;
use isonomia_core::proposal::{Closing, Defeat, Resolution};
use isonomia_core::rules::Rules;
use isonomia_core::verdict::{Conditions, Mode};
use proptest::prelude::*;

use crate::given::{cases, DAY};

const D: u64 = 86_400;

const PASSED: Conditions =
    Conditions { quorum: true, threshold: true, stake_relative: true, stake_support: true, head_count: true };

/// A poll of the default rules that opened at 1 000 and is resolved when its voting ends.
fn closing(rules: &Rules, class: Class) -> Closing<'_> {
    let rules = rules.of(class);
    Closing {
        class,
        rules,
        mode: Mode::TwoKey,
        conditions: PASSED,
        policy_holds: true,
        guarded: true,
        opened: 1_000,
        unbonding: 28 * D,
        day: DAY,
        now: 1_000 + rules.voting,
    }
}

fn resolve(class: Class, change: impl FnOnce(&mut Closing)) -> Resolution {
    let rules = Rules::standard(DAY);
    let mut closing = closing(&rules, class);
    change(&mut closing);
    closing.resolution()
}

const BINDING: [Class; 3] = [Class::Standard, Class::Critical, Class::Emergency];
const LATE: Resolution = Resolution::Defeated { why: Defeat::Late };

#[test]
fn what_passed_is_scheduled_and_a_signal_adopted() {
    for class in BINDING {
        assert_eq!(resolve(class, |_| {}), Resolution::Scheduled, "{class:?}");
    }
    assert_eq!(resolve(Class::Signal, |_| {}), Resolution::Adopted);
}

#[test]
fn a_signal_is_never_late() {
    let adopted = resolve(Class::Signal, |closing| closing.now = 1_000 + 365 * D);

    assert_eq!(adopted, Resolution::Adopted);
}

#[test]
fn what_failed_says_which_condition_failed_first() {
    let missing = [
        (Conditions { quorum: false, ..PASSED }, Defeat::Quorum),
        (Conditions { threshold: false, ..PASSED }, Defeat::Threshold),
        (Conditions { stake_relative: false, ..PASSED }, Defeat::StakeRelative),
        (Conditions { stake_support: false, ..PASSED }, Defeat::StakeSupport),
        (Conditions { head_count: false, ..PASSED }, Defeat::HeadCount),
    ];

    for class in Class::ALL {
        for (conditions, why) in missing {
            let resolved = resolve(class, |closing| {
                closing.conditions = conditions;
                (closing.policy_holds, closing.now) = (false, u64::MAX);
            });
            assert_eq!(resolved, Resolution::Defeated { why }, "{class:?}");
        }
    }
}

#[test]
fn a_class_that_became_stricter_since_defeats() {
    for class in BINDING {
        let resolved = resolve(class, |closing| closing.policy_holds = false);
        assert_eq!(resolved, Resolution::Defeated { why: Defeat::Policy }, "{class:?}");
    }
}

/// The last moment: the delay, then the longest pause and a day, end with the lock of the stake that voted.
#[test]
fn less_than_four_days_after_the_delay_is_too_late() {
    for (class, delay) in [(Class::Standard, 2 * D), (Class::Critical, 5 * D), (Class::Emergency, 7_200)] {
        let last = 1_000 + 28 * D - delay - 4 * D;

        let at = |now| resolve(class, |closing| closing.now = now);
        assert_eq!(at(last), Resolution::Scheduled, "{class:?}");
        assert_eq!(at(last + 1), LATE, "{class:?}");
    }
}

#[test]
fn the_longer_delay_of_repair_by_stake_makes_it_late_earlier() {
    for mode in [Mode::StakeRepair, Mode::StakeRegistrar] {
        let last = 1_000 + 28 * D - (7 * D + D / 2) - 4 * D;
        let at = |now| resolve(Class::Critical, |closing| (closing.mode, closing.now) = (mode, now));

        assert_eq!(at(last), Resolution::Scheduled);
        assert_eq!(at(last + 1), LATE);
    }
}

#[test]
fn stake_alone_waits_one_and_a_half_times_as_long() {
    let rules = Rules::standard(DAY);
    let delay = |mode| {
        let closing = Closing { mode, ..closing(&rules, Class::Critical) };
        closing.delay()
    };

    assert_eq!(delay(Mode::TwoKey), 5 * D);
    assert_eq!(delay(Mode::Bootstrap), 5 * D);
    assert_eq!(delay(Mode::StakeRepair), 7 * D + D / 2);
    assert_eq!(delay(Mode::StakeRegistrar), 7 * D + D / 2);
}

#[test]
fn a_critical_that_no_guardian_can_cancel_waits_one_and_a_half_times_as_long() {
    let rules = Rules::standard(DAY);
    let delay = |class, mode| {
        let closing = Closing { mode, guarded: false, ..closing(&rules, class) };
        closing.delay()
    };

    assert_eq!(delay(Class::Critical, Mode::TwoKey), 7 * D + D / 2);
    assert_eq!(delay(Class::Standard, Mode::TwoKey), 2 * D);
    assert_eq!(delay(Class::Emergency, Mode::TwoKey), 7_200);
    // Once, whatever the reasons.
    assert_eq!(delay(Class::Critical, Mode::StakeRepair), 7 * D + D / 2);
}

#[test]
fn the_end_of_time_is_late_and_does_not_overflow() {
    assert_eq!(resolve(Class::Critical, |closing| closing.now = u64::MAX), LATE);
}

proptest! {
    #![proptest_config(cases(500))]

    /// T10: under rules that were accepted, lateness never bites a proposal that is resolved in time, not even after both
    /// extensions and with the longer delay; and its whole window ends before the stake that voted may leave.
    #[test]
    fn whoever_resolves_at_the_close_is_never_late(
        voting in 1..=30 * D, timelock in 0..=30 * D, window in 4 * D..=30 * D, tight: bool, opened in 0..1u64 << 40,
    ) {
        let mut rules = Rules::standard(DAY);
        let voting = voting.max(D);
        (rules.critical.voting, rules.critical.timelock, rules.critical.window) = (voting, timelock, window);
        let course = rules.critical.longest_course(DAY);
        let unbonding = if tight { course } else { 90 * D };
        prop_assume!(rules.check(DAY, unbonding).is_ok());

        let extensions = u64::from(MAX_EXTENSIONS) * rules.critical.extension(DAY);
        let closing = Closing {
            mode: Mode::StakeRepair,
            opened,
            unbonding,
            now: opened + voting + extensions,
            ..closing(&rules, Class::Critical)
        };
        prop_assert_eq!(closing.resolution(), Resolution::Scheduled);
        prop_assert!(closing.now + closing.delay() + window <= closing.stake_is_locked_until());
    }
}
