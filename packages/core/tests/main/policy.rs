//! The policy: the strictest action decides the class; the unknown is Critical.

use isonomia_core::class::{Class, Scope};
use isonomia_core::policy::{is_stricter, judge, Act, Known, PolicyError};

const KNOWN: Known = Known {
    timelock: "timelock",
    treasury: "treasury",
    identity: "identity",
    voting: "voting",
    proposal: "proposal",
};

fn call(contract: &'static str, message: &'static str) -> Act<'static> {
    Act::Call { contract, message, funded: false, routine: false }
}

fn routine(contract: &'static str, message: &'static str) -> Act<'static> {
    Act::Call { contract, message, funded: false, routine: true }
}

fn funded(act: Act<'static>) -> Act<'static> {
    match act {
        Act::Call { contract, message, routine, .. } => {
            Act::Call { contract, message, funded: true, routine }
        }
        other => other,
    }
}

fn assertion() -> Act<'static> {
    call("timelock", "assert")
}

fn migrate(contract: &'static str) -> Act<'static> {
    Act::Migrate { contract }
}

fn class_of(acts: &[Act]) -> (Class, Scope) {
    judge(acts, &KNOWN, false).unwrap()
}

const STANDARD: (Class, Scope) = (Class::Standard, Scope::Ordinary);
const CRITICAL: (Class, Scope) = (Class::Critical, Scope::Ordinary);
const REPAIR: (Class, Scope) = (Class::Critical, Scope::Repair);
const REGISTRAR: (Class, Scope) = (Class::Critical, Scope::Registrar);

/// Every action that the policy knows, alone.
fn table() -> Vec<(Act<'static>, (Class, Scope))> {
    vec![
        (assertion(), STANDARD),
        (call("treasury", "spend_small"), STANDARD),
        (routine("market", "harvest"), STANDARD),
        (call("treasury", "spend"), CRITICAL),
        (call("treasury", "execute"), CRITICAL),
        (call("treasury", "set_allowance"), CRITICAL),
        (call("timelock", "cancel"), CRITICAL),
        (call("timelock", "set_proposal"), CRITICAL),
        (call("market", "harvest"), CRITICAL),
        (call("proposal", "set_rules"), CRITICAL),
        (call("voting", "set_registrar"), REGISTRAR),
        (call("proposal", "set_identity"), REGISTRAR),
        (call("identity", "add_issuer"), REPAIR),
        (call("identity", "remove_issuer"), REPAIR),
        (migrate("identity"), REGISTRAR),
        (migrate("treasury"), CRITICAL),
        (migrate("market"), CRITICAL),
        (Act::Other, CRITICAL),
    ]
}

#[test]
fn no_actions_are_a_signal() {
    assert_eq!(class_of(&[]), (Class::Signal, Scope::Ordinary));
}

#[test]
fn every_action_has_its_class() {
    for (act, expected) in table() {
        assert_eq!(class_of(&[act]), expected, "{act:?}");
    }
}

#[test]
fn an_assertion_adds_nothing() {
    for (act, expected) in table() {
        assert_eq!(class_of(&[act, assertion()]), expected, "{act:?}");
        assert_eq!(class_of(&[assertion(), act]), expected, "{act:?}");
    }
}

#[test]
fn the_strictest_action_wins() {
    for (act, (class, _)) in table() {
        assert_eq!(class_of(&[call("treasury", "spend_small"), act]).0, class, "{act:?}");
        assert_eq!(class_of(&[act, Act::Other]), CRITICAL, "{act:?}");
    }
}

#[test]
fn a_call_with_coins_is_critical_whatever_it_is() {
    for (act, _) in table() {
        if matches!(act, Act::Call { .. }) {
            assert_eq!(class_of(&[funded(act)]), CRITICAL, "{act:?}");
        }
    }
}

#[test]
fn a_known_message_to_another_contract_is_unknown() {
    for message in ["assert", "cancel", "spend_small", "add_issuer", "remove_issuer", "set_registrar"] {
        assert_eq!(class_of(&[call("market", message)]), CRITICAL, "{message}");
    }
}

#[test]
fn no_message_to_our_own_contracts_is_ever_routine() {
    for contract in ["timelock", "treasury", "identity", "voting", "proposal"] {
        assert_eq!(class_of(&[routine(contract, "harvest")]), CRITICAL, "{contract}");
    }
    assert_eq!(class_of(&[routine("voting", "set_registrar")]), REGISTRAR);
    assert_eq!(class_of(&[routine("identity", "add_issuer")]), REPAIR);
    assert_eq!(class_of(&[routine("treasury", "spend")]), CRITICAL);
}

#[test]
fn repair_only_adds_and_removes_issuers() {
    let add = call("identity", "add_issuer");
    let remove = call("identity", "remove_issuer");
    let name = call("voting", "set_registrar");

    assert_eq!(class_of(&[add, remove, assertion()]), REPAIR);
    assert_eq!(class_of(&[add, name]), REGISTRAR);
    assert_eq!(class_of(&[migrate("identity"), name, remove]), REGISTRAR);
    assert_eq!(class_of(&[add, call("treasury", "spend_small")]), CRITICAL);
    assert_eq!(class_of(&[name, call("timelock", "cancel")]), CRITICAL);
}

fn emergency(acts: &[Act]) -> Result<(Class, Scope), PolicyError> {
    judge(acts, &KNOWN, true)
}

#[test]
fn an_emergency_takes_away_and_never_gives() {
    let narrow = Ok((Class::Emergency, Scope::CancelOrPause));
    let wide = Ok((Class::Emergency, Scope::Ordinary));
    let (cancel, remove) = (call("timelock", "cancel"), call("identity", "remove_issuer"));

    assert_eq!(emergency(&[cancel]), narrow);
    assert_eq!(emergency(&[cancel, assertion()]), narrow);
    assert_eq!(emergency(&[remove]), wide);
    assert_eq!(emergency(&[cancel, remove]), wide);
}

#[test]
fn one_action_that_is_not_defensive_refuses_an_emergency() {
    let cancel = call("timelock", "cancel");
    let defensive = [("timelock", "cancel"), ("identity", "remove_issuer"), ("timelock", "assert")];
    let is_defensive = |act: &Act| match act {
        Act::Call { contract, message, .. } => defensive.contains(&(*contract, *message)),
        _ => false,
    };

    for (act, _) in table() {
        if !is_defensive(&act) {
            let refused = Err(PolicyError::NotDefensive { index: 1 });
            assert_eq!(emergency(&[cancel, act]), refused, "{act:?}");
        }
    }
    let refused = Err(PolicyError::NotDefensive { index: 0 });
    assert_eq!(emergency(&[funded(cancel)]), refused);
}

#[test]
fn an_emergency_does_something() {
    assert_eq!(emergency(&[]), Err(PolicyError::EmptyEmergency));
    assert_eq!(emergency(&[assertion()]), Err(PolicyError::EmptyEmergency));
}

#[test]
fn a_class_is_stricter_than_those_before_it() {
    use Class::{Critical, Emergency, Signal, Standard};
    for (now, voted, stricter) in [
        (Signal, Signal, false),
        (Signal, Standard, false),
        (Signal, Critical, false),
        (Standard, Signal, true),
        (Standard, Standard, false),
        (Standard, Critical, false),
        (Critical, Signal, true),
        (Critical, Standard, true),
        (Critical, Critical, false),
        (Emergency, Emergency, false),
    ] {
        assert_eq!(is_stricter(now, voted), stricter, "{now:?} now, {voted:?} then");
    }
}
