//! Voting: power, delegation, ballots and the quorum in one contract, so that a vote touches no other.

use cosmwasm_schema::{cw_serde, QueryResponses};
use cosmwasm_std::{Addr, QuerierWrapper, StdResult, Uint128};
use isonomia_core::class::{Class, Scope};
use isonomia_core::contribution::Contribution;
use isonomia_core::ledger::Totals;
use isonomia_core::poll::{PollStage, Snapshot};
use isonomia_core::rules::ClassRules;
use isonomia_core::tally::{Choice, Tally};
use isonomia_core::verdict::{Conditions, Mode};

/// Makes a voting contract. The vault must exist and name this contract; it is asked for the day and the unbonding time.
#[cw_serde]
#[serde(deny_unknown_fields)]
pub struct InstantiateMsg {
    /// The vault, for ever.
    pub vault: String,
    /// Who may attest and revoke; the identity registry. It may not exist yet.
    pub registrar: String,
    /// Who may open, cancel and settle polls. It may not exist yet.
    pub proposal: String,
    /// Who may name another registrar or proposal contract. It may not exist yet.
    pub timelock: String,
    /// K of the weight, 1 to 10^6, for ever: 10^6 for a token of 6 decimals, 1 for one of 18.
    pub scale: u32,
    /// m of the weight, in base units, at least 1, for ever: a tenth of the expected mean stake.
    pub floor_stake: Uint128,
    /// Seconds of a season, 30 to 180 days, for ever.
    pub season: u64,
    /// The attestations that latch two-key mode, and the line below which little may open. 0 is allowed.
    pub min_attested: u64,
    /// X_min, in base units: the least stake that shares of all stake are taken of.
    pub least_total_stake: Uint128,
}

/// What voting takes.
#[cw_serde]
#[serde(deny_unknown_fields)]
pub enum ExecuteMsg {
    /// Sets the stake of an account.
    ///
    /// Only the vault may. Fails where total stake would reach 2^100 or V would pass 2^64 - 1; never when it goes down.
    SetStake {
        /// Whose stake.
        account: String,
        /// Base units, all of them.
        amount: Uint128,
    },
    /// Attests an account, or renews it.
    ///
    /// Only the registrar may. Fails where V would pass 2^64 - 1.
    Attest {
        /// Who.
        account: String,
        /// Until when, in seconds; it counts until it is revoked or poked after that.
        until: u64,
    },
    /// Ends an attestation.
    ///
    /// Only the registrar may. Fails where the account is not attested.
    Revoke {
        /// Whose.
        account: String,
    },
    /// Declares that the registry is ready: from the next block on the first poll that opens with enough attestations
    /// latches two-key mode.
    ///
    /// Only the registrar may. A second declaration changes nothing.
    Ready {},
    /// Takes expired attestations out; accounts that are not attested or not expired are passed over.
    ///
    /// Anyone may, for at most 32 accounts. Fails where no account of the list has expired.
    Poke {
        /// Whose.
        accounts: Vec<String>,
    },
    /// Registers the sender as a delegate: a new generation, whose seasons count from now.
    ///
    /// Any attested account may that neither is a delegate nor delegates (a delegation of which nothing lives any more
    /// is cleared).
    RegisterDelegate {},
    /// Ends the sender's registration: everything delegated to it is free.
    ///
    /// Any delegate may. Fails for everyone else.
    Resign {},
    /// Delegates, and replaces and renews whatever the sender delegated before. Each part lives in the delegate's
    /// present season and the next; what is not delegated is cast by the sender alone.
    ///
    /// Any account may that is not a delegate. Fails where the list is empty or longer than 8, a part is zero, the parts
    /// sum to more than 10000, a delegate is named twice, is the sender, or is not registered and attested.
    Delegate {
        /// The parts.
        to: Vec<Share>,
    },
    /// Takes the sender's delegation back.
    ///
    /// Any account that delegates may. Fails for everyone else.
    Undelegate {},
    /// Enters a poll, which anyone may open from `opens` on, until `opens` + voting.
    ///
    /// Only the proposal contract may. Fails where the id is not above the highest seen.
    OpenPoll {
        /// The poll.
        poll: NewPoll,
    },
    /// Cancels a poll.
    ///
    /// Only the proposal contract may, before the poll has opened or lapsed.
    CancelPoll {
        /// Which.
        poll: u64,
    },
    /// Settles a poll: its turnout counts for the adaptive quorum.
    ///
    /// Only the proposal contract may, once voting is over, once.
    Settle {
        /// Which.
        poll: u64,
    },
    /// Opens a poll: fixes the snapshot, the totals, the cap, the quorum and the mode.
    ///
    /// Anyone may, from `opens` until before `opens` + voting. Fails below the line for what may not open there.
    Open {
        /// Which.
        poll: u64,
    },
    /// Votes, or changes a vote; opens the poll if nobody has. A principal that votes takes its contribution back from
    /// its delegates for this poll.
    ///
    /// Any account that had stake, or had received any, at the snapshot may, while the poll is open. After the second
    /// extension only No, or a Yes changed to Abstain. Fails for everyone else, and at any other time.
    Vote {
        /// Which.
        poll: u64,
        /// What.
        choice: Choice,
    },
    /// Names another registrar, which starts without having declared itself ready.
    ///
    /// Only the timelock may.
    SetRegistrar {
        /// Who.
        registrar: String,
    },
    /// Names another proposal contract; its ids must go on above the highest seen.
    ///
    /// Only the timelock may.
    SetProposal {
        /// Who.
        proposal: String,
    },
}

/// A part of a delegation.
#[cw_serde]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// The delegate.
    pub delegate: String,
    /// Basis points of each component of the sender's contribution.
    pub bps: u16,
}

/// A poll as the proposal contract enters it; nothing of it changes any more.
#[cw_serde]
#[serde(deny_unknown_fields)]
pub struct NewPoll {
    /// The id, which is the proposal's.
    pub id: u64,
    /// The class.
    pub class: Class,
    /// What the actions may touch.
    pub scope: Scope,
    /// The rules of the class.
    pub rules: ClassRules,
    /// κ, in basis points.
    pub unattested_bps: u16,
    /// γ, in basis points.
    pub cap_bps: u16,
    /// The first moment at which it may open.
    pub opens: u64,
}

/// What voting answers. Power and stake at a height are those at the start of that block; without a height, those after
/// the last change.
#[cw_serde]
#[derive(QueryResponses)]
#[serde(deny_unknown_fields)]
pub enum QueryMsg {
    /// The configuration.
    #[returns(ConfigResponse)]
    Config {},
    /// An account as it stands: its stake, power, attestation and delegation. An unknown account has none of them.
    #[returns(AccountResponse)]
    Account {
        /// Whose.
        account: String,
    },
    /// What an account brings to both keys. An unknown account brings nothing.
    #[returns(Weight)]
    Power {
        /// Whose.
        account: String,
        /// At the start of which block.
        height: Option<u64>,
    },
    /// V, X and n.
    #[returns(TotalsResponse)]
    Totals {
        /// At the start of which block.
        height: Option<u64>,
    },
    /// What a delegate had received at the snapshot of a poll, what was overridden since, and the cap.
    #[returns(DelegatedResponse)]
    Delegated {
        /// Which poll; it must have opened.
        poll: u64,
        /// Whose.
        delegate: String,
    },
    /// A poll: stage, tally, sides and every condition of the verdict.
    #[returns(PollResponse)]
    Poll {
        /// Which.
        poll: u64,
    },
    /// The ballot of an account.
    #[returns(BallotResponse)]
    Ballot {
        /// In which poll.
        poll: u64,
        /// Whose.
        voter: String,
    },
    /// The ballots of a poll in order of address.
    #[returns(BallotsResponse)]
    Ballots {
        /// In which poll.
        poll: u64,
        /// Only addresses after this one.
        start_after: Option<String>,
        /// At most so many; 30 unless given, at most 100.
        limit: Option<u32>,
    },
    /// The adaptive quorum.
    #[returns(QuorumResponse)]
    Quorum {},
    /// The registry: whether it has declared itself ready, whether two-key mode has latched, and the line.
    #[returns(RegistryResponse)]
    Registry {},
}

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
    /// V
    pub power: Uint128,
    /// X, in base units.
    pub stake: Uint128,
    /// n
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
    /// The class.
    pub class: Class,
    /// What the actions may touch.
    pub scope: Scope,
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

/// A handle to voting.
pub struct Voting(pub Addr);

impl Voting {
    /// The configuration.
    pub fn config(&self, querier: &QuerierWrapper) -> StdResult<ConfigResponse> {
        querier.query_wasm_smart(&self.0, &QueryMsg::Config {})
    }

    /// A poll.
    pub fn poll(&self, querier: &QuerierWrapper, poll: u64) -> StdResult<PollResponse> {
        querier.query_wasm_smart(&self.0, &QueryMsg::Poll { poll })
    }

    /// An account as it stands.
    pub fn account(&self, querier: &QuerierWrapper, account: &Addr) -> StdResult<AccountResponse> {
        let msg = QueryMsg::Account { account: account.to_string() };
        querier.query_wasm_smart(&self.0, &msg)
    }
}
