//! What the timelock stores. Values are stored as lists, in the order of their fields
//! (docs/decisions/0016-stored-values-are-lists.md).

use cosmwasm_std::Addr;
use cw_storage_plus::{Item, Map};
use isonomia_api::timelock::{self, Executing, LeastDelays};
use isonomia_core::operation::Operation;
use isonomia_core::pin::PinsList;
use isonomia_core::stored_as_list;

/// Who may schedule, and how soon at the earliest.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// Who may schedule.
    pub proposal: Addr,
    /// The least delays.
    pub least_delays: LeastDelays,
}

stored_as_list!(Config { proposal, least_delays });

/// The configuration. Written by `instantiate` and `set_proposal`.
pub const CONFIG: Item<Config> = Item::new("config");

/// Id → operation. An id is taken for ever; what is stored of an operation never changes but for its state, which leaves
/// `Scheduled` once. Written by `operations`.
pub const OPERATIONS: Map<u64, Operation> = Map::new("operations");

/// Id → its pins, not rewritten when the operation is; nothing where there are none. Written by `pins`, once.
pub const PINS: Map<u64, PinsList> = Map::new("pins");

/// The operation that is being executed, or was last. Written by `operations`.
pub const EXECUTING: Item<Executing> = Item::new(timelock::EXECUTING);
