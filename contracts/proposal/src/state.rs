//! What the proposal contract keeps. Every map has one writer, named in its legend.

use cosmwasm_schema::cw_serde;
use cosmwasm_std::{Addr, Binary};
use cw_storage_plus::{Item, Map};
use isonomia_api::proposal::{DepositInfo, DepositState, Entry, Link, Routine};
use isonomia_core::class::{Class, Scope};
use isonomia_core::clock::Day;
use isonomia_core::proposal::ProposalStage;
use isonomia_core::rules::{ClassRules, Rules};

/// What was fixed when the contract was made, and the registry whose repair the policy knows.
#[cw_serde]
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

/// A proposal without its text.
#[cw_serde]
pub struct Proposal {
    pub proposer: Addr,
    pub title: String,
    pub class: Class,
    pub scope: Scope,
    /// The rules it was made under; no later change of configuration touches it.
    pub rules: ClassRules,
    pub submitted: u64,
    pub deposit: Option<DepositInfo>,
    /// What it came to, once it was withdrawn or resolved; until then its poll and the clock tell its stage.
    pub outcome: Option<ProposalStage>,
}

impl Proposal {
    /// Says what becomes of the deposit, if there is one.
    pub fn credit(&mut self, state: DepositState) {
        if let Some(deposit) = &mut self.deposit {
            deposit.state = state;
        }
    }
}

/// What nothing ever rewrites.
#[cw_serde]
pub struct Body {
    pub summary: String,
    pub link: Option<Link>,
    /// Canonical JSON: these bytes are hashed for the timelock, and handed to it.
    pub actions: Binary,
}

/// The configuration. Written by `instantiate`, `set_identity`.
pub const CONFIG: Item<Config> = Item::new("config");

/// The rules for proposals made from now on. Written by `instantiate`, `set_rules`.
pub const RULES: Item<Rules> = Item::new("rules");

/// Who may propose, and what it costs. Written by `instantiate`, `set_entry`.
pub const ENTRY: Item<Entry> = Item::new("entry");

/// The calls that are Standard; at most 32. Written by `instantiate`, `set_routines`.
pub const ROUTINES: Item<Vec<Routine>> = Item::new("routines");

/// The next id. Written by `instantiate`, `propose`.
pub const NEXT_ID: Item<u64> = Item::new("next_id");

/// id → the proposal. Written by `propose`, `withdraw`, `resolve`, `claim_deposit`.
pub const PROPOSALS: Map<u64, Proposal> = Map::new("proposal");

/// id → its text and actions. Written by `propose`, once.
pub const BODIES: Map<u64, Body> = Map::new("body");

/// proposer → its one unresolved proposal. Written by `propose`, `withdraw`, `resolve`.
pub const LIVE: Map<&Addr, u64> = Map::new("live");

/// class → how many proposals of it are unresolved; by this the deposit doubles. Written like `LIVE`.
pub const UNRESOLVED: Map<&str, u64> = Map::new("unresolved");
