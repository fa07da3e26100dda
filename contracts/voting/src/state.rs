//! What voting keeps. Every map has one writer, named in its legend. Values are stored as lists, in the order of their
//! fields (docs/decisions/0016-stored-values-are-lists.md).

use cosmwasm_std::Addr;
use cw_storage_plus::{Item, Map};
use isonomia_core::account::Account;
use isonomia_core::ballot::Ballot;
use isonomia_core::clock::Day;
use isonomia_core::contribution::Contribution;
use isonomia_core::ledger::Totals;
use isonomia_core::line::Line;
use isonomia_core::poll::{Count, Opening, Poll};
use isonomia_core::quorum::AdaptiveQuorum;
use isonomia_core::stored_as_list;
use isonomia_core::units::Stake;
use isonomia_core::weight::Curve;
use isonomia_kit::history::History;

/// The contracts that voting obeys, but for the vault.
pub struct Contracts {
    /// Tells who is attested; the timelock may name another.
    pub registrar: Addr,
    /// Enters polls; the timelock may name another.
    pub proposal: Addr,
    /// May name another registrar and another proposal contract.
    pub timelock: Addr,
}

stored_as_list!(Contracts { registrar, proposal, timelock });

/// What was fixed when the contract was made.
pub struct Parameters {
    pub curve: Curve,
    pub season: u64,
    pub min_attested: u64,
    pub least_total_stake: Stake,
    pub unbonding: u64,
    pub day: Day,
    pub started: u64,
}

stored_as_list!(Parameters { curve, season, min_attested, least_total_stake, unbonding, day, started });

/// What is known of the registry.
#[derive(Default)]
pub struct Registry {
    /// The height at which the registrar declared itself ready.
    pub ready_at: Option<u64>,
    /// Whether two-key mode has latched: for ever.
    pub latched: bool,
    /// How long n has been below the line.
    pub line: Line,
}

stored_as_list!(Registry { ready_at, latched, line });

/// Tells the stake; one vault for ever. Apart from the contracts, so that a stake reads only this. Written once, by
/// `instantiate`.
pub const VAULT: Item<Addr> = Item::new("vault");

/// The contracts. Written by `instantiate`, `set_registrar`, `set_proposal`.
pub const CONTRACTS: Item<Contracts> = Item::new("contracts");

/// The parameters; apart from the contracts, so that a ballot reads only these. Written once, by `instantiate`.
pub const PARAMETERS: Item<Parameters> = Item::new("parameters");

/// account → what is known of it, now and at every height. Written by `ledger`.
pub const ACCOUNTS: History<&Addr, Account> = History::new("account");

/// the one key → V, X and n, now and at every height: always the sums over `ACCOUNTS` (I1). Written by `ledger`.
pub const TOTALS: History<u8, Totals> = History::new("totals");

/// The one key of `TOTALS`.
pub const ALL: u8 = 0;

/// (delegate, generation, season) → the sum of the parts that name it (I2). Written by `ledger`.
pub const RECEIVED: History<(&Addr, u32, u64), Contribution> = History::new("received");

/// The registry and the line. Written by `ledger`, `ready`, `set_registrar`, `polls::open`.
pub const REGISTRY: Item<Registry> = Item::new("registry");

/// The adaptive quorum. Written by `settle`, `polls::open`.
pub const QUORUM: Item<AdaptiveQuorum> = Item::new("quorum");

/// poll → what the proposal fixed. None is ever removed, so the last is the highest id seen, and a replaced proposal
/// contract never collides. Written by `open_poll`, `cancel_poll`.
pub const POLLS: Map<u64, Poll> = Map::new("poll");

/// poll → what its opening fixed: with the count, all that a ballot needs. Exists once the poll is open. Written by
/// `polls::open`, once.
pub const OPENINGS: Map<u64, Opening> = Map::new("opening");

/// poll → what every ballot rewrites: the running tally equals the tally from scratch (I4). Exists once the poll is open.
/// Written by `polls::open`, `vote`.
pub const COUNTS: Map<u64, Count> = Map::new("count");

/// poll → that it is settled; apart from the count, which is longer. Written by `settle`.
pub const SETTLED: Map<u64, bool> = Map::new("settled");

/// (poll, account) → its ballot, and what was overridden in it. Written by `vote`.
pub const BALLOTS: Map<(u64, &Addr), Ballot> = Map::new("ballot");
