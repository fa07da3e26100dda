//! Upgrades: which code the voters approved, and the way back that they approved with it.

use cosmwasm_schema::cw_serde;
use cosmwasm_std::{Binary, HexBinary};

use crate::hash::SHA256_BYTES;
use crate::json::{canonical_object, JsonError};

/// The most migrations that an upgrade approves, and the most steps back.
pub const MAX_STEPS: usize = 16;
/// The most alarms.
pub const MAX_ALARMS: usize = 4;
/// The most bytes of the message of a step back.
pub const MAX_STEP_MSG: usize = 4_096;

/// Code that the voters approve for a contract.
#[cw_serde]
#[derive(Eq)]
#[serde(deny_unknown_fields)]
pub struct ApprovedCode {
    /// The contract that is migrated.
    pub contract: String,
    /// The SHA-256 of the code that it is migrated to.
    pub checksum: HexBinary,
}

/// A step of the way back.
#[cw_serde]
#[derive(Eq)]
#[serde(deny_unknown_fields)]
pub struct RollbackStep {
    /// The contract that is migrated back.
    pub contract: String,
    /// The code: the one that it ran before, or a bridge.
    pub code_id: u64,
    /// The SHA-256 of that code.
    pub checksum: HexBinary,
    /// The message of the migration: a JSON object of at most 4096 bytes.
    pub msg: Binary,
}

/// A contract that an upgrade has migrated.
#[cw_serde]
#[derive(Eq)]
pub struct Migrated {
    /// The contract.
    pub contract: String,
    /// The code that it ran before, and was pinned to.
    pub pinned: u64,
    /// The code that it ran after.
    pub upgraded: u64,
}

/// What is known of a code: its id, and its SHA-256 as the chain tells it.
#[derive(Clone, Copy)]
pub struct Code<'a> {
    /// The id.
    pub id: u64,
    /// The SHA-256.
    pub checksum: &'a [u8],
}

/// Why an upgrade is refused.
#[derive(Debug, PartialEq, thiserror::Error)]
pub enum UpgradeError {
    /// More than there may be.
    #[error("an upgrade has at most {most} {what}, not {count}")]
    TooMany {
        /// Of what.
        what: &'static str,
        /// The limit.
        most: usize,
        /// How many there are.
        count: usize,
    },
    /// Not a hash.
    #[error("the checksum of {contract} is a SHA-256 and has {SHA256_BYTES} bytes, not {bytes}")]
    Checksum {
        /// The contract that it is for.
        contract: String,
        /// How many it has.
        bytes: usize,
    },
    /// The same contract again.
    #[error("{contract} stands twice among the {what} of an upgrade")]
    Twice {
        /// Among what.
        what: &'static str,
        /// The contract.
        contract: String,
    },
    /// Code that nobody voted on.
    #[error("{contract} is migrated to code {code_id}, and the upgrade approves no code for it")]
    NotApproved {
        /// The contract.
        contract: String,
        /// The code.
        code_id: u64,
    },
    /// Other code than was voted on.
    #[error("{contract}: code {code_id} has the checksum {found}, and {approved} was approved")]
    OtherCode {
        /// The contract.
        contract: String,
        /// The code.
        code_id: u64,
        /// The checksum that the chain tells.
        found: HexBinary,
        /// The one that the voters approved.
        approved: HexBinary,
    },
    /// No way back for the timelock.
    #[error("a migration of the timelock has no rollback: {contract} is the timelock")]
    StepOfTimelock {
        /// The timelock.
        contract: String,
    },
    /// A step for what was not migrated.
    #[error("{contract} was not migrated, and has no step back")]
    StepTooMany {
        /// The contract.
        contract: String,
    },
    /// What was migrated and has no step.
    #[error("{contract} was migrated from code {pinned} to {upgraded}, and the rollback has no step for it")]
    StepMissing {
        /// The contract.
        contract: String,
        /// The code that it ran before.
        pinned: u64,
        /// The code that it runs now.
        upgraded: u64,
    },
    /// Nothing to come back from.
    #[error("a rollback of an upgrade that has migrated nothing but the timelock, if that")]
    NothingToRollBack,
    /// Too long a message.
    #[error("the message of the step of {contract} has at most {MAX_STEP_MSG} bytes, not {bytes}")]
    LongMessage {
        /// The contract.
        contract: String,
        /// How many it has.
        bytes: usize,
    },
    /// A message that is none.
    #[error("the step of {contract}: {why}")]
    Message {
        /// The contract.
        contract: String,
        /// Why.
        why: JsonError,
    },
    /// Somebody else's contract.
    #[error("the timelock does not administer {contract}, and cannot roll it back")]
    NotAdministered {
        /// The contract.
        contract: String,
    },
    /// A later migration.
    #[error("{contract} runs code {found}, and not the code {upgraded} that it was upgraded to: what came later is not undone")]
    Later {
        /// The contract.
        contract: String,
        /// The code that it was upgraded to.
        upgraded: u64,
        /// The code that it runs.
        found: u64,
    },
}

/// Checks the list of codes that an upgrade approves.
pub fn check_codes(approved: &[ApprovedCode]) -> Result<(), UpgradeError> {
    check_list("migrations", approved.iter().map(|code| (&code.contract, &code.checksum)))
}

/// Whether the code that a contract is migrated to is the one that the voters approved for it.
pub fn approve(approved: &[ApprovedCode], contract: &str, code: Code) -> Result<(), UpgradeError> {
    let (contract, code_id) = (contract.to_string(), code.id);
    let Some(entry) = approved.iter().find(|entry| entry.contract == contract) else {
        return Err(UpgradeError::NotApproved { contract, code_id });
    };
    check_code(contract, code, &entry.checksum)
}

/// Whether a code has the checksum that was approved for a contract.
pub fn check_code(contract: String, code: Code, approved: &HexBinary) -> Result<(), UpgradeError> {
    if approved.as_slice() != code.checksum {
        let (found, approved) = (code.checksum.into(), approved.clone());
        return Err(UpgradeError::OtherCode { contract, code_id: code.id, found, approved });
    }
    Ok(())
}

/// Checks the way back: a step for every contract that was migrated, the timelock apart, and for no other. The messages
/// are brought into canonical form.
pub fn check_steps(
    steps: Vec<RollbackStep>,
    migrated: &[Migrated],
    timelock: &str,
) -> Result<Vec<RollbackStep>, UpgradeError> {
    check_list("steps", steps.iter().map(|step| (&step.contract, &step.checksum)))?;
    for RollbackStep { contract, .. } in &steps {
        let contract = contract.clone();
        if contract == timelock {
            return Err(UpgradeError::StepOfTimelock { contract });
        }
        if !migrated.iter().any(|entry| entry.contract == contract) {
            return Err(UpgradeError::StepTooMany { contract });
        }
    }
    for Migrated { contract, pinned, upgraded } in migrated.iter().filter(|entry| entry.contract != timelock)
    {
        if !steps.iter().any(|step| step.contract == *contract) {
            return Err(UpgradeError::StepMissing {
                contract: contract.clone(),
                pinned: *pinned,
                upgraded: *upgraded,
            });
        }
    }
    if steps.is_empty() {
        return Err(UpgradeError::NothingToRollBack);
    }
    steps.into_iter().map(canonical).collect()
}

/// Whether a contract still runs what it was upgraded to: what came later is not undone.
pub fn check_present(migrated: &[Migrated], contract: &str, found: u64) -> Result<(), UpgradeError> {
    match migrated.iter().find(|entry| entry.contract == contract).filter(|entry| entry.upgraded != found) {
        Some(entry) => {
            Err(UpgradeError::Later { contract: contract.to_string(), upgraded: entry.upgraded, found })
        }
        None => Ok(()),
    }
}

/// Bounds the number of alarms.
pub fn check_alarms(count: usize) -> Result<(), UpgradeError> {
    check_count("alarms", MAX_ALARMS, count)
}

fn check_count(what: &'static str, most: usize, count: usize) -> Result<(), UpgradeError> {
    if count > most {
        return Err(UpgradeError::TooMany { what, most, count });
    }
    Ok(())
}

/// Each contract once, each with a hash, and not too many.
fn check_list<'a>(
    what: &'static str,
    list: impl ExactSizeIterator<Item = (&'a String, &'a HexBinary)> + Clone,
) -> Result<(), UpgradeError> {
    check_count(what, MAX_STEPS, list.len())?;
    for (index, (contract, checksum)) in list.clone().enumerate() {
        let contract = contract.clone();
        if checksum.len() != SHA256_BYTES {
            return Err(UpgradeError::Checksum { contract, bytes: checksum.len() });
        }
        if list.clone().take(index).any(|(other, _)| *other == contract) {
            return Err(UpgradeError::Twice { what, contract });
        }
    }
    Ok(())
}

fn canonical(step: RollbackStep) -> Result<RollbackStep, UpgradeError> {
    let (contract, bytes) = (step.contract.clone(), step.msg.len());
    if bytes > MAX_STEP_MSG {
        return Err(UpgradeError::LongMessage { contract, bytes });
    }
    let msg = canonical_object(&step.msg).map_err(|why| UpgradeError::Message { contract, why })?;
    Ok(RollbackStep { msg: msg.into(), ..step })
}
