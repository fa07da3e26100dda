//! The policy: which class a proposal is, from what its actions do. The strictest action wins; the unknown is Critical.

use crate::class::{Class, Scope};

/// The contracts whose messages the policy knows.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// The timelock.
    pub timelock: &'a str,
    /// The treasury.
    pub treasury: &'a str,
    /// The identity registry.
    pub identity: &'a str,
    /// The voting contract.
    pub voting: &'a str,
    /// The proposal contract.
    pub proposal: &'a str,
}

impl Known<'_> {
    /// Whether a contract is one of ours: no call to it is ever routine.
    pub fn is_ours(&self, contract: &str) -> bool {
        [self.timelock, self.treasury, self.identity, self.voting, self.proposal].contains(&contract)
    }
}

/// What one action does, as far as the policy looks.
#[derive(Clone, Copy, Debug)]
pub enum Act<'a> {
    /// It sends a message to a contract.
    Call {
        /// The contract.
        contract: &'a str,
        /// The one top-level key of the message.
        message: &'a str,
        /// Whether coins go with it.
        funded: bool,
        /// Whether governance has listed this (contract, code, message) as routine, and the contract's admin is safe.
        routine: bool,
    },
    /// It migrates a contract.
    Migrate {
        /// The contract.
        contract: &'a str,
    },
    /// Anything else.
    Other,
}

/// What the policy thinks of one action.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Assertion,
    Routine,
    CancelOrPause,
    AddIssuer,
    RemoveIssuer,
    Registrar,
    Other,
}

/// Why a set of actions is refused.
#[derive(Debug, PartialEq, thiserror::Error)]
pub enum PolicyError {
    /// An emergency with an action that is not defensive.
    #[error("action {index} is not defensive: an emergency takes defensive actions only")]
    NotDefensive {
        /// Which action, counted from 0.
        index: usize,
    },
    /// An emergency without actions.
    #[error("an emergency without an action: an opinion is a signal")]
    EmptyEmergency,
}

/// The class of a set of actions, and its scope.
pub fn judge(acts: &[Act], known: &Known, emergency: bool) -> Result<(Class, Scope), PolicyError> {
    let kinds: Vec<Kind> = acts.iter().map(|act| kind(act, known)).collect();
    if emergency {
        return judge_emergency(&kinds);
    }
    if kinds.is_empty() {
        return Ok((Class::Signal, Scope::Ordinary));
    }
    if kinds.iter().all(|kind| matches!(kind, Kind::Assertion | Kind::Routine)) {
        return Ok((Class::Standard, Scope::Ordinary));
    }
    Ok((Class::Critical, scope(&kinds)))
}

fn judge_emergency(kinds: &[Kind]) -> Result<(Class, Scope), PolicyError> {
    let defensive = |kind: &Kind| matches!(kind, Kind::Assertion | Kind::CancelOrPause | Kind::RemoveIssuer);
    if let Some(index) = kinds.iter().position(|kind| !defensive(kind)) {
        return Err(PolicyError::NotDefensive { index });
    }
    if kinds.iter().all(|kind| *kind == Kind::Assertion) {
        return Err(PolicyError::EmptyEmergency);
    }
    let narrow = kinds.iter().all(|kind| matches!(kind, Kind::Assertion | Kind::CancelOrPause));
    Ok((Class::Emergency, if narrow { Scope::CancelOrPause } else { Scope::Ordinary }))
}

/// The scope of a Critical proposal: repair and the naming of a registrar may open below the line.
fn scope(kinds: &[Kind]) -> Scope {
    let repairs = |kind: &Kind| matches!(kind, Kind::Assertion | Kind::AddIssuer | Kind::RemoveIssuer);
    if kinds.iter().all(repairs) {
        return Scope::Repair;
    }
    if kinds.iter().all(|kind| repairs(kind) || *kind == Kind::Registrar) {
        return Scope::Registrar;
    }
    Scope::Ordinary
}

fn kind(act: &Act, known: &Known) -> Kind {
    match *act {
        Act::Call { funded: true, .. } | Act::Other => Kind::Other,
        Act::Migrate { contract } if contract == known.identity => Kind::Registrar,
        Act::Migrate { .. } => Kind::Other,
        Act::Call { contract, message, routine, .. } => match message {
            "assert" if contract == known.timelock => Kind::Assertion,
            "cancel" if contract == known.timelock => Kind::CancelOrPause,
            "spend_small" if contract == known.treasury => Kind::Routine,
            "add_issuer" if contract == known.identity => Kind::AddIssuer,
            "remove_issuer" if contract == known.identity => Kind::RemoveIssuer,
            "set_registrar" if contract == known.voting => Kind::Registrar,
            "set_identity" if contract == known.proposal => Kind::Registrar,
            _ if routine && !known.is_ours(contract) => Kind::Routine,
            _ => Kind::Other,
        },
    }
}

/// Whether a class that the policy gives now is stricter than the one that was voted on.
pub fn is_stricter(now: Class, voted: Class) -> bool {
    let rank = |class| match class {
        Class::Signal => 0,
        Class::Standard => 1,
        Class::Critical => 2,
        // Judged by its own rule: every action must still be defensive, or the policy refuses it.
        Class::Emergency => 0,
    };
    rank(now) > rank(voted)
}
