//! Upgrades: what is approved with one, the way back, and the operators who are to be ready.

use cosmwasm_schema::cw_serde;
use cosmwasm_std::{Addr, HexBinary};
use isonomia_core::readiness::ReadyWeight;
use isonomia_core::soak::SoakStage;
use isonomia_core::upgrade::{Migrated, RollbackStep};

use super::Assertion;

/// The way back from an upgrade, which the voters approve with it.
#[cw_serde]
#[serde(deny_unknown_fields)]
pub struct RollbackPlan {
    /// For how many seconds from the execution it may be gone: 1 second to 14 days.
    pub soak: u64,
    /// A step for each contract that the upgrade migrates, the timelock apart, in the order in which they are taken; at
    /// most 16.
    pub steps: Vec<RollbackStep>,
    /// What lets anyone roll back once it does not hold; at most 4. Each asks one of our own contracts what governance
    /// alone changes, and holds when the upgrade is executed.
    pub alarms: Vec<Assertion>,
}

/// Who is asked to have releases ready.
#[cw_serde]
#[serde(deny_unknown_fields)]
pub struct Operator {
    /// Who: a front end, a validator, an integrator.
    pub operator: String,
    /// What its word weighs: 1 to 1000000.
    pub weight: u64,
}

/// What an upgrade has done, its way back, and the operators that it waits for.
#[cw_serde]
pub struct UpgradeResponse {
    /// The contracts that it has migrated; nothing before the execution.
    pub migrated: Vec<Migrated>,
    /// The way back; nothing before the execution, and where the voters approved none.
    pub rollback: Option<RollbackInfo>,
    /// The operators that it waits for, or waited for; nothing where the proposal asked for none.
    pub readiness: Option<ReadinessInfo>,
}

/// The way back.
#[cw_serde]
pub struct RollbackInfo {
    /// Where the soak stands.
    pub stage: SoakStage,
    /// The first moment at which it is over.
    pub until: u64,
    /// The steps, in the order in which they are taken.
    pub steps: Vec<RollbackStep>,
    /// What lets anyone roll back once it does not hold.
    pub alarms: Vec<Assertion>,
}

/// The operators that an operation waits for, or waited for.
#[cw_serde]
pub struct ReadinessInfo {
    /// The first moment that is too late; never after the operation expires.
    pub until: u64,
    /// The SHA-256 of what is to be ready.
    pub checksum: HexBinary,
    /// Who is asked: the operators when it was scheduled.
    pub operators: Vec<OperatorInfo>,
    /// How much of their weight is ready, and how much is needed.
    pub weight: ReadyWeight,
}

/// An operator, and whether it is ready.
#[cw_serde]
pub struct OperatorInfo {
    /// Who.
    pub operator: Addr,
    /// What its word weighs.
    pub weight: u64,
    /// Whether it is ready.
    pub ready: bool,
}

/// Who is asked to have releases ready from now on.
#[cw_serde]
pub struct OperatorsResponse {
    /// At most 32.
    pub operators: Vec<Operator>,
}
