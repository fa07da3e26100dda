//! What may open, and how it is judged: before the latch, at it, and below the line.

use isonomia_core::class::{Class, Scope};
use isonomia_core::line::Line;
use isonomia_core::opening::{OpeningError, Situation};
use isonomia_core::verdict::Mode;

use crate::given::DAY;

const D: u64 = 86_400;
const SCOPES: [Scope; 4] = [Scope::Ordinary, Scope::CancelOrPause, Scope::Repair, Scope::Registrar];

fn mode(
    (latched, ready): (bool, bool),
    attested: u64,
    below_for: u64,
    class: Class,
    scope: Scope,
) -> Result<Mode, OpeningError> {
    let line = Line { below_since: Some(1_000), above_since: None };
    let situation = Situation {
        latched,
        ready,
        attested,
        min_attested: 25,
        line: &line,
        day: DAY,
        now: 1_000 + below_for,
    };
    situation.mode(class, scope)
}

fn everything() -> impl Iterator<Item = (Class, Scope)> {
    let with_scopes = |class| SCOPES.map(|scope| (class, scope));
    Class::ALL.into_iter().flat_map(with_scopes)
}

#[test]
fn until_the_latch_everything_opens_by_stake() {
    for (class, scope) in everything() {
        for (ready, attested) in [(false, 0), (false, 24), (false, 1_000), (true, 0), (true, 24)] {
            let opened = mode((false, ready), attested, 200 * D, class, scope);
            assert_eq!(opened, Ok(Mode::Bootstrap), "{class:?}, {scope:?}, n = {attested}");
        }
    }
}

#[test]
fn enough_attested_and_a_ready_registrar_turn_two_keys() {
    for (class, scope) in everything() {
        assert_eq!(mode((false, true), 25, 200 * D, class, scope), Ok(Mode::TwoKey));
    }
}

#[test]
fn after_the_latch_two_keys_hold_whatever_the_registrar_says() {
    for (class, scope) in everything() {
        for ready in [false, true] {
            assert_eq!(mode((true, ready), 25, 200 * D, class, scope), Ok(Mode::TwoKey));
        }
    }
}

#[test]
fn a_line_at_zero_is_never_undercut() {
    let line = Line::default();
    let situation = |ready| Situation {
        latched: false,
        ready,
        attested: 0,
        min_attested: 0,
        line: &line,
        day: DAY,
        now: 0,
    };

    assert_eq!(situation(false).mode(Class::Critical, Scope::Ordinary), Ok(Mode::Bootstrap));
    assert_eq!(situation(true).mode(Class::Critical, Scope::Ordinary), Ok(Mode::TwoKey));
}

fn below(class: Class, scope: Scope, below_for: u64) -> Result<Mode, OpeningError> {
    mode((true, true), 24, below_for, class, scope)
}

const REFUSED: Result<Mode, OpeningError> =
    Err(OpeningError::BelowTheLine { attested: 24, min_attested: 25 });

#[test]
fn below_the_line_only_signals_defence_and_repair_open_and_by_two_keys() {
    for (class, scope, expected) in [
        (Class::Signal, Scope::Ordinary, Ok(Mode::TwoKey)),
        (Class::Standard, Scope::Ordinary, REFUSED),
        (Class::Critical, Scope::Ordinary, REFUSED),
        (Class::Critical, Scope::Repair, Ok(Mode::TwoKey)),
        (Class::Critical, Scope::Registrar, REFUSED),
        (Class::Emergency, Scope::Ordinary, REFUSED),
        (Class::Emergency, Scope::CancelOrPause, Ok(Mode::TwoKey)),
    ] {
        assert_eq!(below(class, scope, 0), expected, "{class:?}, {scope:?}");
    }
}

#[test]
fn stake_decides_repair_after_30_days_below_the_line() {
    let repair = |below_for| below(Class::Critical, Scope::Repair, below_for);

    assert_eq!(repair(30 * D - 1), Ok(Mode::TwoKey));
    assert_eq!(repair(30 * D), Ok(Mode::StakeRepair));
    assert_eq!(repair(90 * D), Ok(Mode::StakeRepair), "a third is enough for repair alone");
}

#[test]
fn stake_may_name_another_registrar_after_90_days_below_the_line() {
    let registrar = |below_for| below(Class::Critical, Scope::Registrar, below_for);

    assert_eq!(registrar(30 * D), REFUSED);
    assert_eq!(registrar(90 * D - 1), REFUSED);
    assert_eq!(registrar(90 * D), Ok(Mode::StakeRegistrar));
}

#[test]
fn a_dead_registry_opens_nothing_else_by_waiting() {
    for (class, scope, expected) in [
        (Class::Signal, Scope::Ordinary, Ok(Mode::TwoKey)),
        (Class::Standard, Scope::Ordinary, REFUSED),
        (Class::Critical, Scope::Ordinary, REFUSED),
        (Class::Emergency, Scope::Ordinary, REFUSED),
        (Class::Emergency, Scope::CancelOrPause, Ok(Mode::TwoKey)),
    ] {
        assert_eq!(below(class, scope, 1_000 * D), expected, "{class:?}, {scope:?}");
    }
}
