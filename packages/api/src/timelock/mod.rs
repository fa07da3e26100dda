//! The timelock: the only executor, and the owner of every contract but the vault, itself included.

mod answers;

pub use answers::*;

use cosmwasm_schema::{cw_serde, QueryResponses};
use cosmwasm_std::{from_json, Addr, Binary, HexBinary, QuerierWrapper, StdResult};
use isonomia_core::class::Class;
use isonomia_core::guardian::Guardian;
use isonomia_core::pause::PauseScope;
use isonomia_core::pin::Pin;
use isonomia_core::stored_as_list;

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
    /// they were proposed (the operation is void while that is so), while execution is paused (unless it only changes the
    /// guardian, or only unpauses), where it was executed already, where an action fails, and in a transaction that has
    /// executed another.
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
    /// Names another proposal contract.
    ///
    /// Only the timelock itself may.
    SetProposal {
        /// Who.
        proposal: String,
    },
}

/// An operation as the proposal contract schedules it.
#[cw_serde]
#[serde(deny_unknown_fields)]
pub struct NewOperation {
    /// The id, which is the proposal's.
    pub id: u64,
    /// The class.
    pub class: Class,
    /// The SHA-256 of the actions.
    pub hash: HexBinary,
    /// Seconds until it may be executed.
    pub delay: u64,
    /// Seconds in which it may be executed.
    pub window: u64,
    /// The moment from which the stake that voted may be paid out.
    pub locked_until: u64,
    /// The contracts that its actions call or migrate, each with the code that it ran at submission; at most 16.
    pub pins: Vec<Pin>,
    /// Whether it only changes the guardian or only unpauses: then the guardian cannot cancel it, and no pause holds it up.
    pub protected: bool,
}

/// What must hold.
#[cw_serde]
#[serde(deny_unknown_fields)]
pub struct Assertion {
    /// The contract that is asked.
    pub contract: String,
    /// The smart query, as JSON.
    pub query: Binary,
    /// Where in the answer to look: keys and indices behind `/` (RFC 6901). At most 256 characters.
    pub pointer: String,
    /// How to compare.
    pub expect: Expect,
    /// With what: a string as it is, anything else as compact JSON; a whole number for `at_least` and `at_most`. At most
    /// 1024 characters.
    pub value: String,
}

/// How an assertion compares.
#[cw_serde]
#[derive(Copy, Eq)]
pub enum Expect {
    /// The same text.
    Equals,
    /// A number not below.
    AtLeast,
    /// A number not above.
    AtMost,
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
    /// The incident log, oldest first: every cancellation and every pause.
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

/// Where a timelock keeps what it executes, for whoever reads it there.
pub const EXECUTING: &str = "executing";
/// Where a timelock keeps its guardian, for whoever reads it there.
pub const GUARDIAN: &str = "guardian";

/// The last execution, and the transaction that it ran in.
#[derive(Clone, Debug, PartialEq)]
pub struct Executing {
    /// The id of the operation.
    pub id: u64,
    /// The height of the block.
    pub height: u64,
    /// The number of the transaction within the block; nothing where the chain itself called.
    pub transaction: Option<u32>,
}

stored_as_list!(Executing { id, height, transaction });

/// A handle to a timelock.
pub struct Timelock(pub Addr);

impl Timelock {
    /// The configuration.
    pub fn config(&self, querier: &QuerierWrapper) -> StdResult<ConfigResponse> {
        querier.query_wasm_smart(&self.0, &QueryMsg::Config {})
    }

    /// The operation that is being executed, or was last. Read from the timelock's store, which wakes no contract.
    pub fn executing(&self, querier: &QuerierWrapper) -> StdResult<Option<Executing>> {
        let noted = querier.query_wasm_raw(&self.0, EXECUTING.as_bytes())?;
        noted.map(from_json).transpose()
    }

    /// Who was named guardian last and not removed. Read from the timelock's store, which wakes no contract.
    pub fn guardian(&self, querier: &QuerierWrapper) -> StdResult<Option<Guardian>> {
        let noted = querier.query_wasm_raw(&self.0, GUARDIAN.as_bytes())?;
        noted.map(from_json).transpose()
    }
}
