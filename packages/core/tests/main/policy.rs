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
    Act::Migrate { contract, rescue: false }
}

fn upgrade() -> Act<'static> {
    call("timelock", "upgrade")
}

fn rescue(contract: &'static str) -> Act<'static> {
    Act::Migrate { contract, rescue: true }
}

/// The class and the scope of actions; the code that they migrate to is approved behind them.
fn class_of(acts: &[Act]) -> (Class, Scope) {
    let migrates = acts.iter().any(|act| matches!(act, Act::Migrate { .. }));
    let approval = if migrates { vec![upgrade()] } else { vec![] };
    judge(&[acts, &approval].concat(), &KNOWN, false).unwrap()
}

const STANDARD: (Class, Scope) = (Class::Standard, Scope::Ordinary);
const CRITICAL: (Class, Scope) = (Class::Critical, Scope::Ordinary);
const REPAIR: (Class, Scope) = (Class::Critical, Scope::Repair);
const REGISTRAR: (Class, Scope) = (Class::Critical, Scope::Registrar);
const GUARDIAN: (Class, Scope) = (Class::Critical, Scope::Guardian);

/// Every action that the policy knows, alone.
fn table() -> Vec<(Act<'static>, (Class, Scope))> {
    vec![
        (assertion(), STANDARD),
        (call("treasury", "spend_small"), STANDARD),
        (routine("market", "harvest"), STANDARD),
        (call("treasury", "spend"), CRITICAL),
        (call("treasury", "execute"), CRITICAL),
        (call("treasury", "set_allowance"), CRITICAL),
        (call("treasury", "pause"), CRITICAL),
        (call("treasury", "lower_cap"), CRITICAL),
        (call("treasury", "revoke_budget"), CRITICAL),
        (call("treasury", "cancel_stream"), CRITICAL),
        (call("identity", "revoke_few"), CRITICAL),
        (call("identity", "revoke"), CRITICAL),
        (call("proposal", "approve_rescue"), CRITICAL),
        (call("proposal", "revoke_rescue"), CRITICAL),
        (call("timelock", "cancel"), CRITICAL),
        (call("timelock", "pause"), CRITICAL),
        (call("timelock", "rollback"), CRITICAL),
        (call("timelock", "set_least_delays"), CRITICAL),
        (call("timelock", "set_proposal"), CRITICAL),
        (call("market", "harvest"), CRITICAL),
        (call("proposal", "set_rules"), CRITICAL),
        (call("voting", "set_registrar"), REGISTRAR),
        (call("proposal", "set_identity"), REGISTRAR),
        (call("identity", "add_issuer"), REPAIR),
        (call("identity", "remove_issuer"), REPAIR),
        (migrate("identity"), REGISTRAR),
        (migrate("treasury"), CRITICAL),
        (rescue("treasury"), CRITICAL),
        (rescue("identity"), REGISTRAR),
        (upgrade(), CRITICAL),
        (call("timelock", "set_operators"), CRITICAL),
        (call("timelock", "execute"), CRITICAL),
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
        assert_eq!(class_of(&[Act::Other, act]), CRITICAL, "{act:?}");
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
    for (contract, message) in
        DEFENSIVE.iter().chain(&[("treasury", "spend_small"), ("timelock", "set_guardian")])
    {
        for other in ["market", "timelock", "treasury", "identity", "voting", "proposal"] {
            if other != *contract && !DEFENSIVE.contains(&(other, message)) {
                assert_eq!(class_of(&[call(other, message)]), CRITICAL, "{other} {message}");
            }
        }
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
fn nothing_migrates_unless_its_code_is_approved_behind_it() {
    let refused = |index| Err(PolicyError::NoUpgrade { index });
    let recast = migrate("market");
    for migration in [recast, migrate("identity"), rescue("treasury")] {
        assert_eq!(judge(&[migration], &KNOWN, false), refused(0));
        assert_eq!(judge(&[upgrade(), migration], &KNOWN, false), refused(1));
        assert_eq!(judge(&[migration, upgrade(), assertion(), recast], &KNOWN, false), refused(3));
        assert_eq!(judge(&[migration, funded(upgrade())], &KNOWN, false), refused(0));
        assert_eq!(judge(&[migration, call("market", "upgrade")], &KNOWN, false), refused(0));
        assert!(judge(&[migration, recast, assertion(), upgrade()], &KNOWN, false).is_ok());
    }
    let why = PolicyError::NoUpgrade { index: 3 }.to_string();
    assert_eq!(
        why,
        "action 3 migrates a contract: an action `upgrade` of the timelock behind it approves the code"
    );
}

#[test]
fn behind_an_upgrade_there_are_only_assertions() {
    let refused = |index| Err(PolicyError::BehindUpgrade { index });
    for (act, _) in table().into_iter().filter(|(act, _)| *act != assertion()) {
        assert_eq!(judge(&[upgrade(), act, upgrade()], &KNOWN, false), refused(1), "{act:?}");
        assert_eq!(judge(&[upgrade(), assertion(), act, upgrade()], &KNOWN, false), refused(2), "{act:?}");
    }
    assert!(judge(&[migrate("market"), upgrade(), assertion(), assertion()], &KNOWN, false).is_ok());
    let why = PolicyError::BehindUpgrade { index: 3 }.to_string();
    assert_eq!(why, "action 3 stands behind an `upgrade` of the timelock: only assertions do");
}

#[test]
fn an_upgrade_lets_nothing_but_the_registry_open_below_the_line() {
    let (add, name) = (call("identity", "add_issuer"), call("voting", "set_registrar"));

    assert_eq!(class_of(&[migrate("identity"), add, assertion()]), REGISTRAR);
    assert_eq!(class_of(&[name, upgrade()]), REGISTRAR);
    assert_eq!(class_of(&[add, upgrade()]), CRITICAL);
    assert_eq!(class_of(&[migrate("identity"), migrate("voting")]), CRITICAL);
    assert_eq!(emergency(&[rescue("market"), upgrade()]), Err(PolicyError::NotDefensive { index: 1 }));
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

/// What an emergency may do besides rescues, and removing the guardian, which stands alone.
const DEFENSIVE: [(&str, &str); 9] = [
    ("timelock", "assert"),
    ("timelock", "cancel"),
    ("timelock", "pause"),
    ("timelock", "rollback"),
    ("treasury", "lower_cap"),
    ("treasury", "revoke_budget"),
    ("treasury", "cancel_stream"),
    ("identity", "remove_issuer"),
    ("identity", "revoke_few"),
];

#[test]
fn every_defensive_action_and_every_rescue_may_be_an_emergency() {
    let cancel = call("timelock", "cancel");
    for (contract, message) in DEFENSIVE {
        let class = emergency(&[cancel, call(contract, message)]).unwrap().0;
        assert_eq!(class, Class::Emergency, "{contract} {message}");
    }
    for contract in ["market", "identity", "timelock", "treasury"] {
        assert_eq!(emergency(&[rescue(contract)]), Ok((Class::Emergency, Scope::Ordinary)));
    }
}

#[test]
fn only_cancelling_and_pausing_is_narrow_enough_for_below_the_line() {
    let cancel = call("timelock", "cancel");
    for (contract, message) in DEFENSIVE {
        let scope = emergency(&[cancel, call(contract, message)]).unwrap().1;
        let narrow = contract == "timelock" && message != "rollback";
        assert_eq!(scope == Scope::CancelOrPause, narrow, "{contract} {message}");
    }
}

#[test]
fn a_change_of_the_guardian_stands_alone_and_out_of_its_reach() {
    for message in ["set_guardian", "remove_guardian"] {
        let change = call("timelock", message);
        assert_eq!(class_of(&[change]), GUARDIAN);
        for (act, _) in table().into_iter().chain([(change, GUARDIAN)]) {
            for is_emergency in [false, true] {
                let refused = |index| Err(PolicyError::GuardianNotAlone { index });
                assert_eq!(judge(&[act, change], &KNOWN, is_emergency), refused(usize::from(act != change)));
                assert_eq!(judge(&[change, act], &KNOWN, is_emergency), refused(0));
            }
        }
    }
    assert_eq!(emergency(&[call("timelock", "remove_guardian")]), Ok((Class::Emergency, Scope::Guardian)));
    let named = Err(PolicyError::NotDefensive { index: 0 });
    assert_eq!(emergency(&[call("timelock", "set_guardian")]), named);
}

#[test]
fn unpausing_is_out_of_the_guardians_reach_unless_something_goes_with_it() {
    let unpause = call("timelock", "unpause");

    assert_eq!(class_of(&[unpause]), GUARDIAN);
    assert_eq!(class_of(&[unpause, call("treasury", "spend")]), CRITICAL);
    assert_eq!(emergency(&[unpause]), Err(PolicyError::NotDefensive { index: 0 }));
}

#[test]
fn one_action_that_is_not_defensive_refuses_an_emergency() {
    let cancel = call("timelock", "cancel");
    let is_defensive = |act: &Act| match act {
        Act::Call { contract, message, .. } => DEFENSIVE.contains(&(*contract, *message)),
        Act::Migrate { rescue, .. } => *rescue,
        Act::Other => false,
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
