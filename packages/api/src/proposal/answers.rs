//! What a proposal contract answers.

use cosmwasm_schema::cw_serde;
use cosmwasm_std::{Addr, Binary, HexBinary, Uint128};
use isonomia_core::class::{Class, Scope};
use isonomia_core::clock::Moment;
use isonomia_core::pin::Pin;
use isonomia_core::proposal::ProposalStage;
use isonomia_core::readiness::ReadyBy;
use isonomia_core::rescue::Rescue;
use isonomia_core::rules::Rules;

use super::{Deposit, Entry, Link, Routine};
use crate::asset::Asset;

/// The configuration.
#[cw_serde]
pub struct ConfigResponse {
    /// The voting contract.
    pub voting: Addr,
    /// The timelock.
    pub timelock: Addr,
    /// The treasury.
    pub treasury: Addr,
    /// The identity registry.
    pub identity: Addr,
    /// Who may propose, and what it costs.
    pub entry: Entry,
    /// The id of the next proposal.
    pub next_id: u64,
    /// Seconds of unbonding, as the vault says.
    pub unbonding: u64,
    /// Seconds of a day, as the vault says; anything but 86400 is a test network.
    pub day: u64,
}

/// The rules for proposals made from now on.
#[cw_serde]
pub struct RulesResponse {
    /// The rules.
    pub rules: Rules,
}

/// The list of routine calls.
#[cw_serde]
pub struct RoutinesResponse {
    /// At most 32.
    pub routines: Vec<Routine>,
}

/// A proposal without its text.
#[cw_serde]
pub struct ProposalInfo {
    /// The id, which is also that of its poll and of its operation.
    pub id: u64,
    /// Who proposed.
    pub proposer: Addr,
    /// The title.
    pub title: String,
    /// The class.
    pub class: Class,
    /// What the actions may touch.
    pub scope: Scope,
    /// When it was submitted.
    pub submitted: u64,
    /// At which height.
    pub submitted_height: u64,
    /// Where it stands. What is scheduled is the timelock's to tell.
    pub stage: ProposalStage,
    /// When and at which height it was resolved or withdrawn.
    pub ended: Option<Moment>,
    /// The deposit.
    pub deposit: Option<DepositInfo>,
}

/// The deposit of a proposal.
#[cw_serde]
pub struct DepositInfo {
    /// Of what.
    pub asset: Asset,
    /// Base units.
    pub amount: Uint128,
    /// What becomes of it.
    pub state: DepositState,
}

/// What becomes of a deposit.
#[cw_serde]
#[derive(Copy, Eq)]
pub enum DepositState {
    /// The proposal is unresolved.
    Held,
    /// The proposer's, for `ClaimDeposit`.
    Returned,
    /// The treasury's, for `ClaimDeposit`.
    Forfeited,
    /// Paid.
    Paid,
}

/// Proposals in order of id.
#[cw_serde]
pub struct ProposalsResponse {
    /// In order of id.
    pub proposals: Vec<ProposalInfo>,
}

/// The latest proposals that a filter lets pass.
#[cw_serde]
pub struct LatestProposalsResponse {
    /// Newest first.
    pub proposals: Vec<ProposalInfo>,
    /// The earliest proposal that was looked at, for `start_before`; nothing where there is no earlier one.
    pub next: Option<u64>,
}

/// The text of a proposal, and its actions.
#[cw_serde]
pub struct BodyResponse {
    /// The title.
    pub title: String,
    /// The summary.
    pub summary: String,
    /// Longer text.
    pub link: Option<Link>,
    /// The actions, canonical JSON, exactly as `timelock.execute` takes them.
    pub actions: Binary,
    /// Their SHA-256.
    pub hash: HexBinary,
    /// The contracts that they call or migrate, each with the code that it ran at submission.
    pub pins: Vec<Pin>,
    /// What the operators are to have ready before they are executed, if anything.
    pub ready: Option<ReadyBy>,
}

/// What a proposal of a class costs now.
#[cw_serde]
pub struct DepositResponse {
    /// The deposit, if one is asked for.
    pub deposit: Option<Deposit>,
}

/// The rescues that are approved.
#[cw_serde]
pub struct RescuesResponse {
    /// At most 32.
    pub rescues: Vec<Rescue>,
}

/// What a proposal would be.
#[cw_serde]
pub struct PreviewResponse {
    /// The class.
    pub class: Class,
    /// What the actions may touch.
    pub scope: Scope,
    /// What the actions do, as far as that can be read from them.
    pub effects: Effects,
    /// What to look at: no pin sees it.
    pub warnings: Vec<Warning>,
    /// The contracts that would be pinned, each with the code that it runs now.
    pub pins: Vec<Pin>,
}

/// What actions do, as far as that can be read from them.
#[cw_serde]
#[derive(Default)]
pub struct Effects {
    /// What leaves or is promised, one sum for each asset: coins that the actions send, and payments, budgets (the limit of
    /// a period) and streams of the treasury.
    pub outflows: Vec<Outflow>,
    /// The messages to contracts that are not the DAO's.
    pub calls: Vec<Call>,
    /// The messages to the DAO's own contracts, payments and assertions apart: what it sets of itself.
    pub settings: Vec<Call>,
    /// The migrations.
    pub migrations: Vec<Migration>,
    /// The changes of administrators.
    pub admins: Vec<AdminChange>,
}

/// What leaves of an asset.
#[cw_serde]
pub struct Outflow {
    /// The asset.
    pub asset: Asset,
    /// Base units.
    pub amount: Uint128,
}

/// A message to a contract.
#[cw_serde]
pub struct Call {
    /// The contract.
    pub contract: String,
    /// The one top-level key of the message.
    pub message: String,
}

/// A migration.
#[cw_serde]
pub struct Migration {
    /// The contract.
    pub contract: String,
    /// The code that it is migrated to.
    pub code_id: u64,
    /// The SHA-256 of that code; nothing where no such code is stored yet: anyone may store what will have this id.
    pub checksum: Option<HexBinary>,
    /// Whether it is a rescue that is approved now.
    pub rescue: bool,
}

/// A change of an administrator.
#[cw_serde]
pub struct AdminChange {
    /// The contract.
    pub contract: String,
    /// Who administers it then; nobody where the administrator is cleared.
    pub admin: Option<String>,
}

/// What to look at before one votes: no pin sees it.
#[cw_serde]
#[derive(Eq)]
pub enum Warning {
    /// Somebody else than the timelock administers a contract that is called, and may migrate it there and back.
    ForeignAdmin {
        /// The contract.
        contract: String,
        /// Its administrator.
        admin: String,
    },
    /// The chain tells nothing of a contract that is called: an earlier action makes it. It is not pinned.
    NoInfo {
        /// The contract.
        contract: String,
    },
    /// A contract that is called is not the DAO's: its settings, and the contracts that it calls, may change.
    Configuration {
        /// The contract.
        contract: String,
    },
    /// An upgrade has no way back: what it breaks stays so until another vote.
    NoRollback {
        /// Which action, counted from 0: the `upgrade`.
        index: usize,
    },
    /// An action hands the treasury a message to send on: what that does is not among the effects.
    Wrapped {
        /// Which action, counted from 0.
        index: usize,
    },
}
