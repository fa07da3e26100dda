//! The timelock: the only executor, and the owner of every contract but the vault, itself included.

mod answers;
mod handle;
mod operation;
mod upgrade;

pub use crate::migration::MigrateMsg;
pub use answers::*;
pub use handle::*;
pub use operation::*;
pub use upgrade::*;

use cosmwasm_schema::{cw_serde, QueryResponses};
use cosmwasm_std::{Binary, HexBinary};
use isonomia_core::class::Class;
use isonomia_core::pause::PauseScope;
use isonomia_core::upgrade::ApprovedCode;

/// The most pins of an operation: one for each action at the most.
pub const MAX_PINS: usize = 16;
/// The most bytes of an incident's name.
pub const MAX_INCIDENT: usize = 64;
/// The most bytes of the reason of an act.
pub const MAX_REASON: usize = 512;

/// Makes a timelock.
#[cw_serde]
#[serde(deny_unknown_fields)]
pub struct InstantiateMsg {
    /// Who may schedule. It may not exist yet.
    pub proposal: String,
    /// The treasury, which pauses when it is told to. It may not exist yet.
    pub treasury: String,
    /// The least delays, whatever the proposal contract asks for.
    pub least_delays: LeastDelays,
    /// Seconds of a day: the same as in the vault.
    pub day: u64,
    /// The first guardian, if there is one from the start.
    pub guardian: Option<FirstGuardian>,
}

/// The first guardian.
#[cw_serde]
#[serde(deny_unknown_fields)]
pub struct FirstGuardian {
    /// Who: an account, a multisig, another DAO.
    pub guardian: String,
    /// How long the term lasts, from the founding: at most 180 days.
    pub seconds: u64,
}

/// The least delay of each binding class, in seconds.
#[cw_serde]
#[serde(deny_unknown_fields)]
pub struct LeastDelays {
    /// Of Standard.
    pub standard: u64,
    /// Of Critical.
    pub critical: u64,
    /// Of Emergency.
    pub emergency: u64,
}

impl LeastDelays {
    /// The least delay of a class.
    pub fn of(&self, class: Class) -> u64 {
        match class {
            Class::Signal => 0,
            Class::Standard => self.standard,
            Class::Critical => self.critical,
            Class::Emergency => self.emergency,
        }
    }
}

/// What a timelock takes.
#[cw_serde]
#[serde(deny_unknown_fields)]
pub enum ExecuteMsg {
    /// Takes an operation in: it may be executed `delay` from now (or the class's least delay, if longer), for `window`,
    /// and never once `locked_until` has come. The least delay of a Critical is half as long again while no guardian
    /// serves.
    ///
    /// Only the proposal contract may. Fails where the id is taken, and past 16 pins.
    Schedule {
        /// The operation.
        operation: NewOperation,
    },
    /// Executes an operation: its actions, all or none, from the timelock's own account.
    ///
    /// Anyone may, once it is ready and until it expires; an execution that failed may be tried again. Fails where the
    /// actions are not byte for byte those that were voted on, where a contract that they call runs another code than when
    /// they were proposed (the operation is void while that is so), where an action migrates to code that the `Upgrade`
    /// among them does not approve, while execution is paused (unless it only changes the guardian, or only unpauses),
    /// where it was executed already, where an action fails, and in a transaction that has executed another. Where the
    /// proposal asked its operators to be ready, it waits for five sixths of their weight, and expires if they are not in
    /// time.
    Execute {
        /// Which.
        id: u64,
        /// The actions exactly as the proposal contract holds them.
        actions: Binary,
    },
    /// Cancels an operation that is waiting or ready. It is entered in the incident log.
    ///
    /// The guardian may within its term, unless the operation only changes the guardian or only unpauses; and the timelock
    /// itself, by a proposal such as an emergency. Fails where the incident or the reason is missing or too long.
    Cancel {
        /// Which.
        id: u64,
        /// The name of the incident, 1 to 64 bytes.
        incident: String,
        /// Why, 1 to 512 bytes.
        reason: String,
    },
    /// Pauses one thing: the outflow of the treasury, which is told, or execution. It is entered in the incident log. No
    /// clock stops; nothing else is paused, and what only changes the guardian or only unpauses is executed all the same.
    ///
    /// The guardian may within its term, and the timelock itself, by a proposal such as an emergency. Fails where the pause
    /// is longer than 72 hours, within 7 days of the end of the last one (of whatever scope, whoever paused), and where the
    /// incident or the reason is missing or too long.
    Pause {
        /// What is paused.
        scope: PauseScope,
        /// For how long: 1 second to 72 hours.
        seconds: u64,
        /// The name of the incident, 1 to 64 bytes.
        incident: String,
        /// Why, 1 to 512 bytes.
        reason: String,
    },
    /// Ends the pause that runs; the 7 days count from now.
    ///
    /// Only the timelock itself may. Fails where nothing is paused.
    Unpause {},
    /// Names a guardian, for a term that ends by itself; one that serves is replaced. The only action of its proposal.
    ///
    /// Only the timelock itself may. Fails where the term has ended already or is longer than 180 days.
    SetGuardian {
        /// Who: an account, a multisig, another DAO.
        guardian: String,
        /// The first moment at which the term has ended.
        until: u64,
    },
    /// Removes the guardian. The only action of its proposal, which may be an emergency.
    ///
    /// Only the timelock itself may. Fails where there is none.
    RemoveGuardian {},
    /// Sets the least delay of each class. One that rises holds at once; one that falls holds after the longer of the old
    /// delay and 5 days, until which setting it again takes it back or starts over.
    ///
    /// Only the timelock itself may. Fails where one rises above the timelock of the rules, which are to be raised first
    /// (`proposal.set_rules`, which also keeps voting, timelock and window within the unbonding).
    SetLeastDelays {
        /// The least delays.
        least_delays: LeastDelays,
    },
    /// Fails unless a smart query answers what it should: put behind other actions it is a post-condition, and the chain
    /// takes everything back. A query that errs fails it too.
    ///
    /// Anyone may; it changes nothing.
    Assert {
        /// What must hold.
        assertion: Assertion,
    },
    /// Approves the code of the migrations before it, and arms the way back. An action behind the migrations of a proposal:
    /// no proposal migrates without one, an emergency with a rescue apart. From here on the soak runs, in which `Rollback`
    /// undoes the upgrade without a vote.
    ///
    /// Only the timelock itself may, while it executes an operation, once in each. Fails where a contract of the operation
    /// has been migrated and is not approved, or runs code of another checksum than was approved, where the steps are not
    /// for exactly the contracts that were migrated (the timelock has no step), a step names code of another checksum, an
    /// alarm asks what somebody else than governance changes or does not hold now, and past a limit.
    Upgrade {
        /// The code that is approved, at most one for each contract, and at most 16.
        migrations: Vec<ApprovedCode>,
        /// The way back; nothing where there is to be none, as for the repair of a security fault.
        rollback: Option<RollbackPlan>,
    },
    /// Undoes an upgrade in its soak: the steps that were voted on, in one transaction, all or none, once. No pause holds
    /// it up. It is entered in the incident log.
    ///
    /// The guardian may within its term, and the timelock itself, by a proposal such as an emergency; anyone else once an
    /// alarm does not hold, a query that errs included. Fails when the soak is over or was rolled back already, in a
    /// transaction that has executed an operation (unless as an action of it), where a contract runs other code by now than
    /// the upgrade gave it, where the code of a step has another checksum, where a step fails, and where the incident or the
    /// reason is missing or too long.
    Rollback {
        /// The operation that upgraded.
        id: u64,
        /// The name of the incident, 1 to 64 bytes.
        incident: String,
        /// Why, 1 to 512 bytes.
        reason: String,
    },
    /// Says that the sender has the release ready that an operation waits for. Saying so again changes nothing.
    ///
    /// Whoever was an operator when the operation was scheduled may, while it waits or is ready, before the moment that the
    /// proposal named. Fails for another checksum than the one that is asked for.
    Ready {
        /// Which operation.
        id: u64,
        /// The SHA-256 of what is ready.
        checksum: HexBinary,
    },
    /// Takes `Ready` back.
    ///
    /// Who may, and when: as with `Ready`.
    Unready {
        /// Which operation.
        id: u64,
    },
    /// Names the operators who are asked to have releases ready, in the place of all before, for what is scheduled from now
    /// on. With nobody named, what waits for operators is never ready.
    ///
    /// Only the timelock itself may. Fails past 32 operators, with one twice, and with a weight other than 1 to 1000000.
    SetOperators {
        /// The operators.
        operators: Vec<Operator>,
    },
    /// Names another proposal contract.
    ///
    /// Only the timelock itself may.
    SetProposal {
        /// Who.
        proposal: String,
    },
}

/// The place of an operation in the queue.
#[cw_serde]
#[derive(Copy, Eq)]
#[serde(deny_unknown_fields)]
pub struct QueuePosition {
    /// Its eta.
    pub eta: u64,
    /// Its id.
    pub id: u64,
}

/// What a timelock answers.
#[cw_serde]
#[derive(QueryResponses)]
#[serde(deny_unknown_fields)]
pub enum QueryMsg {
    /// The configuration.
    #[returns(ConfigResponse)]
    Config {},
    /// An operation.
    #[returns(OperationResponse)]
    Operation {
        /// Which.
        id: u64,
    },
    /// The operations in order of id.
    #[returns(OperationsResponse)]
    Operations {
        /// Only ids after this one.
        start_after: Option<u64>,
        /// At most so many; 30 unless given, at most 100.
        limit: Option<u32>,
    },
    /// The latest operations, newest first.
    #[returns(OperationsResponse)]
    LatestOperations {
        /// Only ids before this one.
        start_before: Option<u64>,
        /// At most so many; 30 unless given, at most 100.
        limit: Option<u32>,
    },
    /// The queue: what waits, is ready, or has expired, in order of eta, then id. It begins 90 days ago, since nothing with
    /// an earlier eta may still be executed; `start_after` reaches further back.
    #[returns(OperationsResponse)]
    Queue {
        /// Only operations behind this place.
        start_after: Option<QueuePosition>,
        /// At most so many; 30 unless given, at most 100.
        limit: Option<u32>,
    },
    /// The operation that is being executed, or was last.
    #[returns(ExecutingResponse)]
    Executing {},
    /// The guardian.
    #[returns(GuardianResponse)]
    Guardian {},
    /// The last pause.
    #[returns(PauseResponse)]
    Pause {},
    /// What an operation has migrated, its way back, and the operators that it waits for.
    #[returns(UpgradeResponse)]
    Upgrade {
        /// Which operation.
        id: u64,
    },
    /// Who is asked to have releases ready from now on.
    #[returns(OperatorsResponse)]
    Operators {},
    /// The incident log, oldest first: every cancellation, every pause and every rollback.
    #[returns(IncidentsResponse)]
    Incidents {
        /// Only entries after this one.
        start_after: Option<u64>,
        /// At most so many; 30 unless given, at most 100.
        limit: Option<u32>,
    },
    /// The incident log, newest first.
    #[returns(IncidentsResponse)]
    LatestIncidents {
        /// Only entries before this one.
        start_before: Option<u64>,
        /// At most so many; 30 unless given, at most 100.
        limit: Option<u32>,
    },
}
