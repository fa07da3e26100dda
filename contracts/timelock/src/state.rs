//! What the timelock stores. Values are stored as lists, in the order of their fields
//! (docs/decisions/0016-stored-values-are-lists.md).

use cosmwasm_std::Addr;
use cw_storage_plus::{Item, Map};
use isonomia_api::timelock::{self, Act, Assertion, Executing};
use isonomia_core::clock::Day;
use isonomia_core::guardian::Guardian;
use isonomia_core::least_delay::LeastDelay;
use isonomia_core::operation::Operation;
use isonomia_core::pause::Pause;
use isonomia_core::pin::PinsList;
use isonomia_core::readiness::Readiness;
use isonomia_core::soak::Soak;
use isonomia_core::stored_as_list;
use isonomia_core::upgrade::{Migrated, RollbackStep};

/// Who may schedule, and how soon at the earliest.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// Who may schedule.
    pub proposal: Addr,
    /// The treasury, which is told of pauses.
    pub treasury: Addr,
    /// The mechanism's day.
    pub day: Day,
    /// The least delay of a Standard.
    pub standard: LeastDelay,
    /// Of a Critical.
    pub critical: LeastDelay,
    /// Of an Emergency.
    pub emergency: LeastDelay,
}

stored_as_list!(Config { proposal, treasury, day, standard, critical, emergency });

/// An entry of the incident log; its number is its key.
#[derive(Clone, Debug, PartialEq)]
pub struct Incident {
    /// When, in seconds.
    pub at: u64,
    /// Who acted.
    pub by: Addr,
    /// What was done.
    pub act: Act,
    /// The name of the incident.
    pub incident: String,
    /// Why.
    pub reason: String,
}

stored_as_list!(Incident { at, by, act, incident, reason });

/// The way back from an upgrade.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// In the order in which they are taken; their messages are canonical.
    pub steps: Vec<RollbackStep>,
    /// What lets anyone go it.
    pub alarms: Vec<Assertion>,
}

stored_as_list!(Plan { steps, alarms });

/// The configuration. Written by `instantiate`, `set_proposal` and `set_least_delays`.
pub const CONFIG: Item<Config> = Item::new("config");

/// Id → operation. An id is taken for ever; what is stored of an operation never changes but for its state, which leaves
/// `Scheduled` once. Written by `operations`.
pub const OPERATIONS: Map<u64, Operation> = Map::new("operations");

/// Id → its pins, not rewritten when the operation is; nothing where there are none. Written by `pins`, once.
pub const PINS: Map<u64, PinsList> = Map::new("pins");

/// Who was named guardian last; nothing where nobody was, or was removed. Written by `guardian`.
pub const GUARDIAN: Item<Guardian> = Item::new(timelock::GUARDIAN);

/// The last pause. Written by `pauses`.
pub const PAUSE: Item<Pause> = Item::new("pause");

/// Number → incident, from 1 without a gap; never changed. Written by `incidents`.
pub const INCIDENTS: Map<u64, Incident> = Map::new("incidents");

/// The operation that is being executed, or was last. Written by `operations`.
pub const EXECUTING: Item<Executing> = Item::new(timelock::EXECUTING);

/// Id → what the operation has migrated; nothing where it was no upgrade. Written by `upgrades`, once.
pub const UPGRADES: Map<u64, Vec<Migrated>> = Map::new("upgrades");

/// Id → the way back, not rewritten when it is gone; nothing where none was approved. Written by `rollbacks`, once.
pub const PLANS: Map<u64, Plan> = Map::new("plans");

/// Id → how long the way back is open, where there is one. Written by `rollbacks`.
pub const SOAKS: Map<u64, Soak> = Map::new("soaks");

/// Who is asked to have releases ready, and what each weighs; nothing until the first are named. Written by `readiness`.
pub const OPERATORS: Item<Vec<(Addr, u64)>> = Item::new("operators");

/// Id → what the operation waits for; nothing where its proposal asked for no operators. Written by `readiness`.
pub const READINESS: Map<u64, Readiness> = Map::new("readiness");
