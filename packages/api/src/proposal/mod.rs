//! Proposals: what is proposed, of which class, under which rules, and what it came to.

mod answers;

pub use crate::migration::MigrateMsg;
pub use answers::*;

use cosmwasm_schema::{cw_serde, QueryResponses};
use cosmwasm_std::{Addr, CosmosMsg, HexBinary, QuerierWrapper, StdResult, Uint128};
use cw20::Cw20ReceiveMsg;
use isonomia_core::class::Class;
use isonomia_core::proposal::ProposalStage;
use isonomia_core::readiness::ReadyBy;
use isonomia_core::rescue::Rescue;
use isonomia_core::rules::Rules;

use crate::asset::Asset;

/// The most bytes of a title.
pub const MAX_TITLE: usize = 140;
/// The most bytes of a summary; longer text goes behind a link.
pub const MAX_SUMMARY: usize = 4_096;
/// The most bytes of a link's URI.
pub const MAX_URI: usize = 512;
/// The most actions.
pub const MAX_ACTIONS: usize = 16;
/// The most bytes of all actions in canonical form.
pub const MAX_ACTIONS_BYTES: usize = 24 * 1024;
/// The most routine calls on the list.
pub const MAX_ROUTINES: usize = 32;
/// The most rescues that are approved at the same time.
pub const MAX_RESCUES: usize = 32;

/// Makes a proposal contract. Voting must exist; it is asked for the day and the unbonding time.
#[cw_serde]
#[serde(deny_unknown_fields)]
pub struct InstantiateMsg {
    /// The voting contract.
    pub voting: String,
    /// The timelock. It may not exist yet.
    pub timelock: String,
    /// The treasury, which gets forfeited deposits. It may not exist yet.
    pub treasury: String,
    /// The identity registry, whose repair the policy knows. It may not exist yet.
    pub identity: String,
    /// The first id; above the last one of a contract that this one replaces.
    pub first_id: u64,
    /// The rules of each class.
    pub rules: Rules,
    /// Who may propose, and what it costs.
    pub entry: Entry,
}

/// Who may propose, and what it costs.
#[cw_serde]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// What is deposited, if anything.
    pub deposit: Option<Deposit>,
    /// The stake that an un-attested account needs, in base units; 0 lets anyone propose.
    pub least_stake: Uint128,
}

/// A deposit.
#[cw_serde]
#[serde(deny_unknown_fields)]
pub struct Deposit {
    /// Of what.
    pub asset: Asset,
    /// Base units; doubled with every 8 unresolved proposals of the class, at most 16 times; 10 times for an emergency.
    pub amount: Uint128,
}

/// What a proposal contract takes.
#[cw_serde]
#[serde(deny_unknown_fields)]
pub enum ExecuteMsg {
    /// Submits a proposal, with a deposit in native coins if one is asked for. Its class, its rules and the moment from
    /// which its poll may open are fixed now.
    ///
    /// Anyone attested, or with enough stake, may, with one unresolved proposal at a time. Fails where a text, the
    /// actions or a message is too long or malformed, an action is of a kind other than `bank` and `wasm`, a contract
    /// that is called does not exist, the deposit is not exact, the guardian is changed among other actions, a contract is
    /// migrated and no `upgrade` of the timelock stands behind it, operators are asked to be ready for something else, or
    /// an emergency has an action that is not defensive. `Preview` tells beforehand.
    Propose {
        /// The proposal.
        draft: Draft,
    },
    /// Submits a proposal with a deposit in cw20; the message inside is a [`ReceiveMsg`].
    ///
    /// Sent by the cw20 of the deposit. Fails like `Propose`, and for any other contract.
    Receive(Cw20ReceiveMsg),
    /// Withdraws a proposal and frees its deposit.
    ///
    /// Only its proposer may, before its poll has opened or lapsed.
    Withdraw {
        /// Which.
        id: u64,
    },
    /// Resolves a proposal: settles the poll, credits the deposit, and schedules what passed, under the same id.
    ///
    /// Anyone may, once voting is over (or the poll has lapsed), once. Where voting obeys another proposal contract by
    /// now, it counts as withdrawn at any time, and its deposit goes back.
    Resolve {
        /// Which.
        id: u64,
    },
    /// Pays the credited deposit to the proposer, or to the treasury if it was forfeited.
    ///
    /// Anyone may, once. Fails where nothing is credited.
    ClaimDeposit {
        /// Of which proposal.
        id: u64,
    },
    /// Sets the rules of every class for proposals made from now on.
    ///
    /// Only the timelock may. Fails where a bound or the T10 sum is passed, or a delay is below the timelock's own least
    /// one.
    SetRules {
        /// The rules.
        rules: Rules,
    },
    /// Sets who may propose, and what it costs.
    ///
    /// Only the timelock may.
    SetEntry {
        /// The terms of entry.
        entry: Entry,
    },
    /// Names the identity registry whose repair the policy knows; goes with `voting.set_registrar`.
    ///
    /// Only the timelock may.
    SetIdentity {
        /// The registry.
        identity: String,
    },
    /// Replaces the list of routine calls, which are Standard. A call to a contract of ours is never routine.
    ///
    /// Only the timelock may. Fails past 32 entries, or with a duplicate.
    SetRoutines {
        /// The list.
        routines: Vec<Routine>,
    },
    /// Approves a rescue: a migration that an emergency may run until then. One for the same contract, code and message is
    /// replaced; those that are over are dropped.
    ///
    /// Only the timelock may. Fails past 32 rescues, where it is over already or longer than 90 days, and where a hash is
    /// none.
    ApproveRescue {
        /// The rescue.
        rescue: Rescue,
    },
    /// Takes back every rescue of a contract to a code.
    ///
    /// Only the timelock may. Fails where there is none.
    RevokeRescue {
        /// The contract.
        contract: String,
        /// The SHA-256 of the code.
        checksum: HexBinary,
    },
}

/// What a cw20 transfer to the proposal contract may ask for.
#[cw_serde]
#[serde(deny_unknown_fields)]
pub enum ReceiveMsg {
    /// Submits a proposal.
    Propose {
        /// The proposal.
        draft: Draft,
    },
}

/// A proposal as it is submitted.
#[cw_serde]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// At most 140 bytes, not empty.
    pub title: String,
    /// At most 4096 bytes.
    pub summary: String,
    /// Longer text.
    pub link: Option<Link>,
    /// What is executed if it passes: at most 16 `bank` and `wasm` messages, 24 KiB together.
    pub actions: Vec<CosmosMsg>,
    /// Asks for class Emergency: defensive actions only. May be left out: no unless given.
    #[serde(default)]
    pub emergency: bool,
    /// What the operators are to have ready before it is executed; only where an action migrates a contract.
    #[serde(default)]
    pub ready: Option<ReadyBy>,
}

/// A text elsewhere, by its hash.
#[cw_serde]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// Where it is, at most 512 bytes.
    pub uri: String,
    /// Its SHA-256, 32 bytes.
    pub sha256: HexBinary,
}

/// A call that is routine: Standard, without funds, while its contract runs this code and its admin is nobody or the
/// timelock.
#[cw_serde]
#[derive(Eq)]
#[serde(deny_unknown_fields)]
pub struct Routine {
    /// The contract.
    pub contract: String,
    /// The code that was looked at.
    pub code_id: u64,
    /// The one top-level key of the message.
    pub message: String,
}

/// Which proposals to tell of: those of which everything holds that is given.
#[cw_serde]
#[derive(Default)]
#[serde(deny_unknown_fields)]
pub struct Filter {
    /// Who proposed.
    pub proposer: Option<String>,
    /// The class.
    pub class: Option<Class>,
    /// Where it stands.
    pub stage: Option<StageName>,
}

/// A stage of a proposal without its facts.
#[cw_serde]
#[derive(Copy, Eq)]
pub enum StageName {
    /// Its poll has not opened.
    Pending,
    /// Its poll takes ballots.
    Open,
    /// Its poll is over; anyone may resolve it.
    Closed,
    /// Nobody opened its poll in time; anyone may resolve it.
    Lapsed,
    /// The proposer withdrew it.
    Withdrawn,
    /// It failed, for whatever reason.
    Defeated,
    /// A signal passed.
    Adopted,
    /// It passed, and went to the timelock.
    Scheduled,
}

impl From<ProposalStage> for StageName {
    fn from(stage: ProposalStage) -> StageName {
        match stage {
            ProposalStage::Pending => StageName::Pending,
            ProposalStage::Open => StageName::Open,
            ProposalStage::Closed => StageName::Closed,
            ProposalStage::Lapsed => StageName::Lapsed,
            ProposalStage::Withdrawn => StageName::Withdrawn,
            ProposalStage::Defeated { .. } => StageName::Defeated,
            ProposalStage::Adopted => StageName::Adopted,
            ProposalStage::Scheduled => StageName::Scheduled,
        }
    }
}

/// What a proposal contract answers.
#[cw_serde]
#[derive(QueryResponses)]
#[serde(deny_unknown_fields)]
pub enum QueryMsg {
    /// The configuration.
    #[returns(ConfigResponse)]
    Config {},
    /// The rules for proposals made from now on.
    #[returns(RulesResponse)]
    Rules {},
    /// The list of routine calls.
    #[returns(RoutinesResponse)]
    Routines {},
    /// A proposal without its text.
    #[returns(ProposalInfo)]
    Proposal {
        /// Which.
        id: u64,
    },
    /// The text of a proposal, and its actions.
    #[returns(BodyResponse)]
    Body {
        /// Of which.
        id: u64,
    },
    /// Proposals in order of id, without their text.
    #[returns(ProposalsResponse)]
    Proposals {
        /// Only ids after this one.
        start_after: Option<u64>,
        /// At most so many; 30 unless given, at most 100.
        limit: Option<u32>,
    },
    /// The latest proposals that a filter lets pass, newest first, without their text. One call looks at 100 at the most,
    /// so with a filter a page may be short, or empty: go on from `next` until there is none.
    #[returns(LatestProposalsResponse)]
    LatestProposals {
        /// Only those that this lets pass; all unless given.
        filter: Option<Filter>,
        /// Only ids before this one.
        start_before: Option<u64>,
        /// At most so many; 30 unless given, at most 100.
        limit: Option<u32>,
    },
    /// The deposit that a proposal of a class costs now.
    #[returns(DepositResponse)]
    Deposit {
        /// Of which class.
        class: Class,
    },
    /// The rescues that are approved.
    #[returns(RescuesResponse)]
    Rescues {},
    /// What a proposal with these actions would be, before anything is submitted: its class, what it does as far as that
    /// can be read from its actions, what no pin sees, and what would be pinned. Fails as `Propose` does for its actions.
    #[returns(PreviewResponse)]
    Preview {
        /// The actions, as in a draft.
        actions: Vec<CosmosMsg>,
        /// Whether it asks for class Emergency.
        emergency: bool,
    },
}

/// A handle to a proposal contract.
pub struct Proposals(pub Addr);

impl Proposals {
    /// The rules for proposals made from now on.
    pub fn rules(&self, querier: &QuerierWrapper) -> StdResult<Rules> {
        Ok(querier.query_wasm_smart::<RulesResponse>(&self.0, &QueryMsg::Rules {})?.rules)
    }

    /// The configuration.
    pub fn config(&self, querier: &QuerierWrapper) -> StdResult<ConfigResponse> {
        querier.query_wasm_smart(&self.0, &QueryMsg::Config {})
    }
}
