//! The timelock: the only executor, and the owner of every contract but the vault, itself included.

use cosmwasm_schema::{cw_serde, QueryResponses};
use cosmwasm_std::{from_json, Addr, Binary, HexBinary, QuerierWrapper, StdResult};
use isonomia_core::class::Class;
use isonomia_core::operation::OperationStage;
use isonomia_core::pin::{BrokenPin, Pin};
use isonomia_core::stored_as_list;

/// The most pins of an operation: one for each action at the most.
pub const MAX_PINS: usize = 16;

/// Makes a timelock.
#[cw_serde]
#[serde(deny_unknown_fields)]
pub struct InstantiateMsg {
    /// Who may schedule. It may not exist yet.
    pub proposal: String,
    /// The least delays, whatever the proposal contract asks for.
    pub least_delays: LeastDelays,
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
    /// and never once `locked_until` has come.
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
    /// they were proposed (the operation is void while that is so), where it was executed already, where an action fails,
    /// and in a transaction that has executed another.
    Execute {
        /// Which.
        id: u64,
        /// The actions exactly as the proposal contract holds them.
        actions: Binary,
    },
    /// Cancels an operation that is waiting or ready.
    ///
    /// Only the timelock itself may: by a proposal, such as an emergency.
    Cancel {
        /// Which.
        id: u64,
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
    /// The operation that is being executed, or was last.
    #[returns(ExecutingResponse)]
    Executing {},
}

/// The configuration.
#[cw_serde]
pub struct ConfigResponse {
    /// Who may schedule.
    pub proposal: Addr,
    /// The least delays.
    pub least_delays: LeastDelays,
}

/// An operation.
#[cw_serde]
pub struct OperationResponse {
    /// The operation, if there is one of that id.
    pub operation: Option<OperationInfo>,
    /// Its pins: the contracts that its actions call or migrate, each with the code that it ran at submission.
    pub pins: Vec<Pin>,
}

/// The operations in order of id.
#[cw_serde]
pub struct OperationsResponse {
    /// In order of id.
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
    /// The first pin that does not hold, while it waits or is ready: an operation with one is void, and executes nothing.
    pub void: Option<BrokenPin>,
}

/// The operation that is being executed, or was last.
#[cw_serde]
pub struct ExecutingResponse {
    /// Its id; nothing before the first execution.
    pub id: Option<u64>,
}

/// Where a timelock keeps what it executes, for whoever reads it there.
pub const EXECUTING: &str = "executing";

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
}
