//! Voting: power, delegation, ballots and the quorum in one contract, so that a vote touches no other.

mod answers;
mod dao_dao;
mod people;
mod query;

pub use crate::migration::MigrateMsg;
pub use answers::*;
pub use cw4::{
    AdminResponse, HooksResponse, Member, MemberListResponse, MemberResponse, TotalWeightResponse,
};
pub use dao_dao::*;
pub use people::*;
pub use query::QueryMsg;

use cosmwasm_schema::cw_serde;
use cosmwasm_std::{Addr, QuerierWrapper, StdResult, Uint128};
use isonomia_core::class::{Class, Scope};
use isonomia_core::rules::ClassRules;
use isonomia_core::tally::Choice;

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
