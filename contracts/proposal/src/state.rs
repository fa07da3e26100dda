//! What the proposal contract keeps. Every map has one writer, named in its legend. Values are stored as lists, in the
//! order of their fields (docs/decisions/0016-stored-values-are-lists.md).

use cosmwasm_std::{Addr, Binary, Empty, Env};
use cw_storage_plus::{Item, Map};
use isonomia_api::proposal::{Deposit, DepositInfo, DepositState, Entry, Link, Routine};
use isonomia_core::class::{Class, Scope};
use isonomia_core::clock::Day;
use isonomia_core::pin::PinsList;
use isonomia_core::proposal::ProposalStage;
use isonomia_core::readiness::ReadyBy;
use isonomia_core::rescue::Rescue;
use isonomia_core::rules::RulesList;
use isonomia_core::stored_as_list;

/// What was fixed when the contract was made, and the registry whose repair the policy knows.
pub struct Config {
    /// This contract.
    pub own: Addr,
    pub voting: Addr,
    pub timelock: Addr,
    pub treasury: Addr,
    pub identity: Addr,
    pub unbonding: u64,
    pub day: Day,
}

stored_as_list!(Config { own, voting, timelock, treasury, identity, unbonding, day });

/// How many proposals there have been, and how many are unresolved.
#[derive(Default)]
pub struct Counters {
    /// The next id.
    pub next_id: u64,
    /// Unresolved proposals in the order of [`Class::ALL`]; by this the deposit doubles.
    pub unresolved: [u64; 4],
}

stored_as_list!(Counters { next_id, unresolved });

/// What nothing ever rewrites of a proposal. The rules it was made under are with its poll.
pub struct Proposal {
    pub proposer: Addr,
    pub title: String,
    pub class: Class,
    pub scope: Scope,
    pub submitted: u64,
    /// At which height.
    pub height: u64,
    pub deposit: Option<Deposit>,
    /// The SHA-256 of its actions.
    pub hash: Binary,
    /// The code that each contract which it calls ran at submission.
    pub pins: PinsList,
    /// What the operators are to have ready.
    pub ready: Option<ReadyBy>,
}

stored_as_list!(Proposal { proposer, title, class, scope, submitted, height, deposit, hash, pins, ready });

/// What it came to. Until it was withdrawn or resolved, its poll and the clock tell its stage.
pub struct Ending {
    /// Where it stands for ever.
    pub outcome: ProposalStage,
    /// What becomes of its deposit, if it has one.
    pub deposit: DepositState,
    /// When.
    pub at: u64,
    /// At which height.
    pub height: u64,
}

stored_as_list!(Ending { outcome, deposit, at, height });

/// Its text, besides the title.
pub struct Text {
    pub summary: String,
    pub link: Option<Link>,
}

stored_as_list!(Text { summary, link });

/// The configuration. Written by `instantiate`, `set_identity`.
pub const CONFIG: Item<Config> = Item::new("config");

/// The rules for proposals made from now on, as a list. Written by `instantiate`, `set_rules`.
pub const RULES: Item<RulesList> = Item::new("rules");

/// Who may propose, and what it costs. Written by `instantiate`, `set_entry`.
pub const ENTRY: Item<Entry> = Item::new("entry");

/// The calls that are Standard; at most 32. Written by `instantiate`, `set_routines`.
pub const ROUTINES: Item<Vec<Routine>> = Item::new("routines");

/// The migrations that an emergency may run; at most 32, and nothing until the first. Written by `approve_rescue`,
/// `revoke_rescue`.
pub const RESCUES: Item<Vec<Rescue>> = Item::new("rescues");

/// The counters. Written by `instantiate`, `propose`, `withdraw`, `resolve`.
pub const COUNTERS: Item<Counters> = Item::new("counters");

/// id → the proposal. Written by `propose`, once.
pub const PROPOSALS: Map<u64, Proposal> = Map::new("proposal");

/// (proposer, id) → that the proposal is the proposer's: always what `PROPOSALS` says. Written by `propose`, once.
pub const BY_PROPOSER: Map<(&Addr, u64), Empty> = Map::new("by");

/// id → its text. Written by `propose`, once.
pub const TEXTS: Map<u64, Text> = Map::new("text");

/// id → the canonical JSON of its actions, byte for byte: hashed for the timelock, and handed to it. Written by
/// `actions::save`, once.
pub const ACTIONS: Map<u64, Binary> = Map::new("actions");

/// id → what it came to. Written by `withdraw`, `resolve`, `claim_deposit`.
pub const ENDINGS: Map<u64, Ending> = Map::new("ending");

/// proposer → its one unresolved proposal. Written by `propose`, `withdraw`, `resolve`.
pub const LIVE: Map<&Addr, u64> = Map::new("live");

impl Counters {
    /// The unresolved proposals of a class.
    pub fn of(&mut self, class: Class) -> &mut u64 {
        &mut self.unresolved[class as usize]
    }
}

impl Ending {
    /// What a proposal comes to in this block.
    pub fn now(env: &Env, outcome: ProposalStage, deposit: DepositState) -> Ending {
        Ending { outcome, deposit, at: env.block.time.seconds(), height: env.block.height }
    }
}

impl Proposal {
    /// What becomes of its deposit: held until it has ended.
    pub fn deposit_info(&self, ending: Option<&Ending>) -> Option<DepositInfo> {
        let Deposit { asset, amount } = self.deposit.clone()?;
        let state = ending.map_or(DepositState::Held, |ending| ending.deposit);
        Some(DepositInfo { asset, amount, state })
    }
}
