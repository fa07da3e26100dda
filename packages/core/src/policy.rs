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
#[derive(Clone, Copy, Debug, PartialEq)]
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
        /// Whether governance has approved this very migration beforehand, as a rescue.
        rescue: bool,
    },
    /// Anything else.
    Other,
}

/// What the policy thinks of one action.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Assertion,
    /// Approves the code of the migrations before it.
    Upgrade,
    Routine,
    CancelOrPause,
    /// Takes away in another way: lowers a cap, revokes a budget or a stream, a few attestations, or rolls back.
    Takes,
    Rescue {
        of_identity: bool,
    },
    NameGuardian,
    RemoveGuardian,
    Unpause,
    AddIssuer,
    RemoveIssuer,
    Registrar,
    Other,
}

impl Kind {
    /// What an emergency may do: it can take away, never give.
    fn is_defensive(self) -> bool {
        match self {
            Kind::Assertion
            | Kind::CancelOrPause
            | Kind::Takes
            | Kind::Rescue { .. }
            | Kind::RemoveGuardian
            | Kind::RemoveIssuer => true,
            Kind::Upgrade
            | Kind::Routine
            | Kind::NameGuardian
            | Kind::Unpause
            | Kind::AddIssuer
            | Kind::Registrar
            | Kind::Other => false,
        }
    }

    fn changes_guardian(self) -> bool {
        matches!(self, Kind::NameGuardian | Kind::RemoveGuardian)
    }
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
    /// A change of the guardian among other actions.
    #[error("action {index} changes the guardian: such a change is the only action of its proposal")]
    GuardianNotAlone {
        /// Which action, counted from 0.
        index: usize,
    },
    /// A migration to code that nobody approved by its checksum.
    #[error(
        "action {index} migrates a contract: an action `upgrade` of the timelock behind it approves the code"
    )]
    NoUpgrade {
        /// Which action, counted from 0: the last migration.
        index: usize,
    },
    /// Something that could change what an alarm has just been armed with.
    #[error("action {index} stands behind an `upgrade` of the timelock: only assertions do")]
    BehindUpgrade {
        /// Which action, counted from 0.
        index: usize,
    },
}

/// The class of a set of actions, and its scope.
pub fn judge(acts: &[Act], known: &Known, emergency: bool) -> Result<(Class, Scope), PolicyError> {
    let kinds: Vec<Kind> = acts.iter().map(|act| kind(act, known)).collect();
    check_guardian_alone(&kinds)?;
    if emergency {
        return judge_emergency(&kinds);
    }
    check_upgraded(acts, &kinds)?;
    if kinds.is_empty() {
        return Ok((Class::Signal, Scope::Ordinary));
    }
    if kinds.iter().all(|kind| matches!(kind, Kind::Assertion | Kind::Routine)) {
        return Ok((Class::Standard, Scope::Ordinary));
    }
    Ok((Class::Critical, scope(&kinds)))
}

/// Whatever the guardian could cancel besides would be a way to cancel its own replacement.
fn check_guardian_alone(kinds: &[Kind]) -> Result<(), PolicyError> {
    match kinds.iter().position(|kind| kind.changes_guardian()) {
        Some(index) if kinds.len() > 1 => Err(PolicyError::GuardianNotAlone { index }),
        _ => Ok(()),
    }
}

/// The id of a code says nothing of it: one that is not stored yet will be whatever somebody stores. The rescues of an
/// emergency were approved by checksum beforehand.
fn check_upgraded(acts: &[Act], kinds: &[Kind]) -> Result<(), PolicyError> {
    match acts.iter().rposition(|act| matches!(act, Act::Migrate { .. })) {
        Some(index) if !kinds[index..].contains(&Kind::Upgrade) => Err(PolicyError::NoUpgrade { index }),
        _ => check_behind_upgrade(kinds),
    }
}

/// Its alarms held when it was made: what changed anything behind it could raise one.
fn check_behind_upgrade(kinds: &[Kind]) -> Result<(), PolicyError> {
    let upgrade = kinds.iter().position(|kind| *kind == Kind::Upgrade).unwrap_or(kinds.len());
    let is_late = |(index, kind): &(usize, &Kind)| *index > upgrade && **kind != Kind::Assertion;
    match kinds.iter().enumerate().find(is_late) {
        Some((index, _)) => Err(PolicyError::BehindUpgrade { index }),
        None => Ok(()),
    }
}

fn judge_emergency(kinds: &[Kind]) -> Result<(Class, Scope), PolicyError> {
    if let Some(index) = kinds.iter().position(|kind| !kind.is_defensive()) {
        return Err(PolicyError::NotDefensive { index });
    }
    if kinds.iter().all(|kind| *kind == Kind::Assertion) {
        return Err(PolicyError::EmptyEmergency);
    }
    let narrow = kinds.iter().all(|kind| matches!(kind, Kind::Assertion | Kind::CancelOrPause));
    Ok((Class::Emergency, if narrow { Scope::CancelOrPause } else { guarded_scope(kinds) }))
}

/// The scope of a Critical proposal: repair and the naming of a registrar may open below the line.
fn scope(kinds: &[Kind]) -> Scope {
    let repairs = |kind: &Kind| matches!(kind, Kind::Assertion | Kind::AddIssuer | Kind::RemoveIssuer);
    if kinds.iter().all(repairs) {
        return Scope::Repair;
    }
    let names = |kind: &Kind| matches!(kind, Kind::Registrar | Kind::Rescue { of_identity: true });
    let stays = |kind: &Kind| repairs(kind) || names(kind) || *kind == Kind::Upgrade;
    if kinds.iter().any(names) && kinds.iter().all(stays) {
        return Scope::Registrar;
    }
    guarded_scope(kinds)
}

/// What only changes the guardian or only unpauses is out of the guardian's reach.
fn guarded_scope(kinds: &[Kind]) -> Scope {
    match kinds.iter().all(|kind| kind.changes_guardian() || *kind == Kind::Unpause) {
        true => Scope::Guardian,
        false => Scope::Ordinary,
    }
}

fn kind(act: &Act, known: &Known) -> Kind {
    match *act {
        Act::Call { funded: true, .. } | Act::Other => Kind::Other,
        Act::Migrate { contract, rescue: true } => Kind::Rescue { of_identity: contract == known.identity },
        Act::Migrate { contract, .. } if contract == known.identity => Kind::Registrar,
        Act::Migrate { .. } => Kind::Other,
        Act::Call { contract, message, routine, .. } => match our_kind(contract, message, known) {
            Some(kind) => kind,
            None if routine && !known.is_ours(contract) => Kind::Routine,
            None => Kind::Other,
        },
    }
}

/// The messages to our own contracts that are more than Critical, or go with what is. By name: a message that wraps another, to whomever, is
/// none of them.
fn our_kind(contract: &str, message: &str, known: &Known) -> Option<Kind> {
    let of_timelock = || match message {
        "assert" => Some(Kind::Assertion),
        "upgrade" => Some(Kind::Upgrade),
        "cancel" | "pause" => Some(Kind::CancelOrPause),
        "unpause" => Some(Kind::Unpause),
        "set_guardian" => Some(Kind::NameGuardian),
        "remove_guardian" => Some(Kind::RemoveGuardian),
        "rollback" => Some(Kind::Takes),
        _ => None,
    };
    let of_treasury = || match message {
        "spend_small" => Some(Kind::Routine),
        "lower_cap" | "revoke_budget" | "cancel_stream" => Some(Kind::Takes),
        _ => None,
    };
    let of_identity = || match message {
        "add_issuer" => Some(Kind::AddIssuer),
        "remove_issuer" => Some(Kind::RemoveIssuer),
        "revoke_few" => Some(Kind::Takes),
        _ => None,
    };
    match contract {
        _ if contract == known.timelock => of_timelock(),
        _ if contract == known.treasury => of_treasury(),
        _ if contract == known.identity => of_identity(),
        _ if contract == known.voting && message == "set_registrar" => Some(Kind::Registrar),
        _ if contract == known.proposal && message == "set_identity" => Some(Kind::Registrar),
        _ => None,
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
