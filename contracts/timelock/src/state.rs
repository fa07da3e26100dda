//! What the timelock stores.

use cosmwasm_schema::cw_serde;
use cosmwasm_std::Addr;
use cw_storage_plus::{Item, Map};
use isonomia_api::timelock::LeastDelays;
use isonomia_core::operation::Operation;

/// Who may schedule, and how soon at the earliest.
#[cw_serde]
pub struct Config {
    /// Who may schedule.
    pub proposal: Addr,
    /// The least delays.
    pub least_delays: LeastDelays,
}

/// The configuration. Written by `instantiate` and `set_proposal`.
pub const CONFIG: Item<Config> = Item::new("config");

/// Id → operation. An id is taken for ever; what is stored of an operation never changes but for its state, which leaves
/// `Scheduled` once. Written by `operations`.
pub const OPERATIONS: Map<u64, Operation> = Map::new("operations");

/// The operation that is being executed, or was last. Written by `operations`.
pub const EXECUTING: Item<Executing> = Item::new("executing");

/// An execution.
#[cw_serde]
pub struct Executing {
    /// The id of the operation.
    pub id: u64,
    /// Whether its actions are under way: set before the first, cleared by the reply to the last, and taken back with
    /// everything else if one fails.
    pub is_running: bool,
}
