//! What a timelock answers.

use cosmwasm_schema::cw_serde;
use cosmwasm_std::{Addr, HexBinary};
use isonomia_core::class::Class;
use isonomia_core::clock::Moment;
use isonomia_core::guardian::SeatStage;
use isonomia_core::operation::OperationStage;
use isonomia_core::pause::{PauseScope, PauseStage};
use isonomia_core::pin::{BrokenPin, Pin};

use super::LeastDelays;

/// The configuration.
#[cw_serde]
pub struct ConfigResponse {
    /// Who may schedule.
    pub proposal: Addr,
    /// The treasury, which pauses when it is told to.
    pub treasury: Addr,
    /// Seconds of a day; anything but 86400 is a test network.
    pub day: u64,
    /// The least delays that hold now.
    pub least_delays: LeastDelays,
    /// Those that were lowered and do not hold yet.
    pub lowerings: Vec<Lowering>,
}

/// A least delay that was lowered and does not hold yet.
#[cw_serde]
pub struct Lowering {
    /// Of which class.
    pub class: Class,
    /// Seconds.
    pub seconds: u64,
    /// The first moment at which they hold.
    pub from: u64,
}

/// An operation.
#[cw_serde]
pub struct OperationResponse {
    /// The operation, if there is one of that id.
    pub operation: Option<OperationInfo>,
    /// Its pins: the contracts that its actions call or migrate, each with the code that it ran at submission.
    pub pins: Vec<Pin>,
}

/// Operations.
#[cw_serde]
pub struct OperationsResponse {
    /// In the order that was asked for.
    pub operations: Vec<OperationInfo>,
}

/// An operation.
#[cw_serde]
pub struct OperationInfo {
    /// The id, which is the proposal's.
    pub id: u64,
    /// The class.
    pub class: Class,
    /// The SHA-256 of the actions.
    pub hash: HexBinary,
    /// The first moment at which it may be executed.
    pub eta: u64,
    /// The first moment at which it may no longer be executed.
    pub expires: u64,
    /// Where it stands.
    pub stage: OperationStage,
    /// When and at which height it was executed or cancelled.
    pub ended: Option<Moment>,
    /// The first pin that does not hold, while it waits or is ready: an operation with one is void, and executes nothing.
    pub void: Option<BrokenPin>,
    /// Whether it only changes the guardian or only unpauses: then the guardian cannot cancel it, and no pause holds it up.
    pub protected: bool,
}

/// The operation that is being executed, or was last.
#[cw_serde]
pub struct ExecutingResponse {
    /// Its id; nothing before the first execution.
    pub id: Option<u64>,
}

/// The guardian.
#[cw_serde]
pub struct GuardianResponse {
    /// Who was named last and not removed, even if the term has ended.
    pub guardian: Option<Addr>,
    /// When the term ends, or ended.
    pub until: Option<u64>,
    /// Where the seat stands.
    pub seat: SeatStage,
}

/// The last pause.
#[cw_serde]
pub struct PauseResponse {
    /// The last pause, if there was one.
    pub last: Option<PauseInfo>,
    /// Where pausing stands.
    pub stage: PauseStage,
}

/// A pause.
#[cw_serde]
pub struct PauseInfo {
    /// What is paused, or was.
    pub scope: PauseScope,
    /// When it began.
    pub from: u64,
    /// The first moment at which it is over.
    pub until: u64,
    /// The first moment at which another may begin.
    pub free_from: u64,
}

/// The incident log.
#[cw_serde]
pub struct IncidentsResponse {
    /// Oldest first.
    pub incidents: Vec<IncidentInfo>,
}

/// An entry of the incident log.
#[cw_serde]
pub struct IncidentInfo {
    /// The number of the entry, from 1.
    pub number: u64,
    /// When, in seconds.
    pub at: u64,
    /// Who acted: the guardian, the timelock by a proposal, or whoever rolled back at an alarm.
    pub by: Addr,
    /// What was done.
    pub act: Act,
    /// The name of the incident.
    pub incident: String,
    /// Why.
    pub reason: String,
}

/// What was done in an incident.
#[cw_serde]
pub enum Act {
    /// An operation was cancelled.
    Cancelled {
        /// Which.
        id: u64,
    },
    /// Something was paused.
    Paused {
        /// What.
        scope: PauseScope,
        /// Until when.
        until: u64,
    },
    /// An upgrade was rolled back.
    RolledBack {
        /// Which operation had upgraded.
        id: u64,
    },
}
