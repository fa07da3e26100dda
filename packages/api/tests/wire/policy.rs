//! The policy knows messages by their keys as strings: those must be the keys on the wire.

use isonomia_core::class::{Class, Scope};
use isonomia_core::policy::{judge, Act, Known, PolicyError};
use serde::Serialize;

use crate::given::{written, Table};
use crate::{identity, proposal, timelock, treasury, vault, voting};

const KNOWN: Known = Known {
    timelock: "timelock",
    treasury: "treasury",
    identity: "identity",
    voting: "voting",
    proposal: "proposal",
};

const STANDARD: (Class, Scope) = (Class::Standard, Scope::Ordinary);
const CRITICAL: (Class, Scope) = (Class::Critical, Scope::Ordinary);
const REPAIR: (Class, Scope) = (Class::Critical, Scope::Repair);
const REGISTRAR: (Class, Scope) = (Class::Critical, Scope::Registrar);
const GUARDIAN: (Class, Scope) = (Class::Critical, Scope::Guardian);

type Verdict = Result<(Class, Scope), PolicyError>;

/// The contract and the key of every message of ours, as it is serialized.
fn keys() -> Vec<(&'static str, String)> {
    fn of<T: Serialize>(contract: &'static str, table: Table<T>) -> Vec<(&'static str, String)> {
        let key =
            |(message, _): &(T, _)| written(message).as_object().unwrap().keys().next().unwrap().clone();
        let mut keys: Vec<_> = table.iter().map(|row| (contract, key(row))).collect();
        keys.dedup();
        keys
    }
    [
        of("vault", vault::executes()),
        of("voting", voting::executes()),
        of("identity", identity::executes()),
        of("proposal", proposal::executes()),
        of("timelock", timelock::executes()),
        of("treasury", treasury::executes()),
    ]
    .concat()
}

/// What the policy makes of every message of ours alone.
fn judged(emergency: bool) -> Vec<(String, Verdict)> {
    let act = |contract, message| Act::Call { contract, message, funded: false, routine: false };
    keys()
        .iter()
        .map(|(contract, key)| (format!("{contract}.{key}"), judge(&[act(contract, key)], &KNOWN, emergency)))
        .collect()
}

#[test]
fn nine_of_our_messages_are_not_plainly_critical() {
    let mut known = judged(false);
    known.retain(|(_, verdict)| *verdict != Ok(CRITICAL));

    assert_eq!(
        known,
        [
            ("voting.set_registrar".to_string(), Ok(REGISTRAR)),
            ("identity.add_issuer".to_string(), Ok(REPAIR)),
            ("identity.remove_issuer".to_string(), Ok(REPAIR)),
            ("proposal.set_identity".to_string(), Ok(REGISTRAR)),
            ("timelock.unpause".to_string(), Ok(GUARDIAN)),
            ("timelock.set_guardian".to_string(), Ok(GUARDIAN)),
            ("timelock.remove_guardian".to_string(), Ok(GUARDIAN)),
            ("timelock.assert".to_string(), Ok(STANDARD)),
            ("treasury.spend_small".to_string(), Ok(STANDARD)),
        ]
    );
}

#[test]
fn an_emergency_takes_nine_of_our_messages_and_an_assertion_only_in_company() {
    let mut taken = judged(true);
    taken.retain(|(_, verdict)| *verdict != Err(PolicyError::NotDefensive { index: 0 }));

    assert_eq!(
        taken,
        [
            ("identity.revoke_few".to_string(), Ok((Class::Emergency, Scope::Ordinary))),
            ("identity.remove_issuer".to_string(), Ok((Class::Emergency, Scope::Ordinary))),
            ("timelock.cancel".to_string(), Ok((Class::Emergency, Scope::CancelOrPause))),
            ("timelock.pause".to_string(), Ok((Class::Emergency, Scope::CancelOrPause))),
            ("timelock.remove_guardian".to_string(), Ok((Class::Emergency, Scope::Guardian))),
            ("timelock.assert".to_string(), Err(PolicyError::EmptyEmergency)),
            ("timelock.rollback".to_string(), Ok((Class::Emergency, Scope::Ordinary))),
            ("treasury.lower_cap".to_string(), Ok((Class::Emergency, Scope::Ordinary))),
            ("treasury.revoke_budget".to_string(), Ok((Class::Emergency, Scope::Ordinary))),
            ("treasury.cancel_stream".to_string(), Ok((Class::Emergency, Scope::Ordinary))),
        ]
    );
}
