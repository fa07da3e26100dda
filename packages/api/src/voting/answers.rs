//! What voting answers.

use cosmwasm_schema::cw_serde;
use cosmwasm_std::{Addr, Uint128};
use isonomia_core::class::{Class, Scope};
use isonomia_core::contribution::Contribution;
use isonomia_core::ledger::Totals;
use isonomia_core::poll::{PollStage, Snapshot};
use isonomia_core::rules::ClassRules;
use isonomia_core::tally::{Choice, Tally};
use isonomia_core::verdict::{Conditions, Mode};

/// The configuration.
#[cw_serde]
pub struct ConfigResponse {
    /// The vault.
    pub vault: Addr,
    /// The registrar.
    pub registrar: Addr,
    /// The proposal contract.
    pub proposal: Addr,
    /// The timelock.
    pub timelock: Addr,
    /// K of the weight.
    pub scale: u32,
    /// m of the weight, in base units.
    pub floor_stake: Uint128,
    /// Seconds of a season.
    pub season: u64,
    /// The attestations that latch two-key mode, and the line.
    pub min_attested: u64,
    /// X_min, in base units.
    pub least_total_stake: Uint128,
    /// Seconds of unbonding, as the vault says.
    pub unbonding: u64,
    /// Seconds of a day, as the vault says; anything but 86400 is a test network.
    pub day: u64,
    /// When the first epoch began.
    pub started: u64,
}

/// Power and stake on the wire.
#[cw_serde]
#[derive(Default)]
pub struct Weight {
    /// Power.
    pub power: Uint128,
    /// Stake in base units, attested or not.
    pub stake: Uint128,
    /// Stake of un-attested accounts, in base units.
    pub unattested_stake: Uint128,
}

/// An account.
#[cw_serde]
pub struct AccountResponse {
    /// What it brings to both keys.
    pub own: Weight,
    /// Until when it is attested; it counts until it is poked after that.
    pub attested_until: Option<u64>,
    /// Its registration as a delegate.
    pub delegate: Option<DelegateInfo>,
    /// What it delegates.
    pub delegation: Vec<PartInfo>,
}

/// A registration as a delegate.
#[cw_serde]
pub struct DelegateInfo {
    /// Since when.
    pub since: u64,
    /// The generation: how often the account has registered.
    pub generation: u32,
    /// What it has received and carries now, uncapped; nothing unless it is attested.
    pub received: Weight,
}

/// A part of a delegation.
#[cw_serde]
pub struct PartInfo {
    /// The delegate.
    pub delegate: Addr,
    /// Basis points.
    pub bps: u16,
    /// Whether the delegate has neither resigned nor seen two seasons end since.
    pub lives: bool,
}

/// V, X and n.
#[cw_serde]
pub struct TotalsResponse {
    /// V: the power of all accounts.
    pub power: Uint128,
    /// X: all stake, in base units.
    pub stake: Uint128,
    /// n: the attested accounts.
    pub attested: u64,
}

/// What a delegate has in a poll.
#[cw_serde]
pub struct DelegatedResponse {
    /// Its own.
    pub own: Weight,
    /// What it had received at the snapshot from delegations that count.
    pub received: Weight,
    /// What principals took back by voting themselves.
    pub overridden: Weight,
    /// What it casts, or would cast.
    pub cast: Weight,
    /// The cap of delegated power in this poll.
    pub cap: Uint128,
}

/// A poll.
#[cw_serde]
pub struct PollResponse {
    /// The id, which is the proposal's.
    pub id: u64,
    /// The proposal contract, which alone may settle it.
    pub proposal: Addr,
    /// The class.
    pub class: Class,
    /// What the actions may touch.
    pub scope: Scope,
    /// The rules it was made under; no later change of configuration touches it.
    pub rules: ClassRules,
    /// Where it stands.
    pub stage: PollStage,
    /// The first moment at which it may open.
    pub opens: u64,
    /// What its opening fixed, and its tally.
    pub opened: Option<OpenedPoll>,
}

/// A poll that has opened.
#[cw_serde]
pub struct OpenedPoll {
    /// Height and time of the opening block; the state at its start counts.
    pub snapshot: Snapshot,
    /// The first moment after voting.
    pub closes: u64,
    /// How often a late flip has moved the close.
    pub extensions: u8,
    /// How it is judged.
    pub mode: Mode,
    /// V, X and n at the snapshot.
    pub totals: TotalsResponse,
    /// The larger of X and X_min.
    pub stake_base: Uint128,
    /// The quorum, in basis points of V.
    pub quorum_bps: u16,
    /// The cap of a delegate.
    pub cap: Uint128,
    /// What was cast.
    pub tally: TallyInfo,
    /// The Yes side of the people's key: the floor of the exact rational.
    pub yes_side: Uint128,
    /// The No side of the people's key: the floor of the exact rational.
    pub no_side: Uint128,
    /// Attested accounts that must have voted Yes themselves.
    pub heads_needed: u64,
    /// Every condition of the verdict.
    pub conditions: Conditions,
    /// Whether all of them hold.
    pub passes: bool,
    /// Whether the deposit of the proposer would be forfeited.
    pub forfeits_deposit: bool,
}

/// What was cast.
#[cw_serde]
pub struct TallyInfo {
    /// For Yes.
    pub yes: Weight,
    /// For No.
    pub no: Weight,
    /// For Abstain.
    pub abstain: Weight,
    /// Attested accounts that voted Yes themselves.
    pub heads: u64,
}

/// A ballot.
#[cw_serde]
pub struct BallotResponse {
    /// The ballot, if there is one.
    pub ballot: Option<BallotInfo>,
}

/// The ballots of a poll.
#[cw_serde]
pub struct BallotsResponse {
    /// In order of address.
    pub ballots: Vec<BallotInfo>,
}

/// A ballot.
#[cw_serde]
pub struct BallotInfo {
    /// Whose.
    pub voter: Addr,
    /// What it says; nothing where so far only overrides are recorded.
    pub choice: Option<Choice>,
    /// What it casts.
    pub cast: Weight,
}

/// The adaptive quorum.
#[cw_serde]
pub struct QuorumResponse {
    /// q, in basis points.
    pub quorum_bps: u16,
    /// The moving average of turnout, in basis points.
    pub average_turnout_bps: u16,
    /// The present epoch.
    pub epoch: u64,
}

/// The registry as voting sees it.
#[cw_serde]
pub struct RegistryResponse {
    /// Whether the registrar has declared itself ready.
    pub ready: bool,
    /// Whether two-key mode has latched.
    pub latched: bool,
    /// Whether n is below the line.
    pub below: bool,
    /// Since when the time below the line counts.
    pub below_since: Option<u64>,
}

impl From<Contribution> for Weight {
    fn from(contribution: Contribution) -> Weight {
        Weight {
            power: contribution.power.0.into(),
            stake: contribution.stake.0,
            unattested_stake: contribution.unattested.0,
        }
    }
}

impl From<Totals> for TotalsResponse {
    fn from(totals: Totals) -> TotalsResponse {
        TotalsResponse { power: totals.power.0.into(), stake: totals.stake.0, attested: totals.attested }
    }
}

impl From<Tally> for TallyInfo {
    fn from(tally: Tally) -> TallyInfo {
        TallyInfo {
            yes: tally.yes.into(),
            no: tally.no.into(),
            abstain: tally.abstain.into(),
            heads: tally.heads,
        }
    }
}
