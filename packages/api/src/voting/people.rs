//! What voting answers about people: what they may say and have said, what they weigh, and who stands behind whom.

use cosmwasm_schema::cw_serde;
use cosmwasm_std::{Addr, Uint128};
use isonomia_core::class::Class;
use isonomia_core::poll::{PollStage, Snapshot};
use isonomia_core::requirement::Requirements;
use isonomia_core::tally::Choice;

use super::{DelegateInfo, Weight};

/// What a poll that has opened still lacks.
#[cw_serde]
pub struct VerdictResponse {
    /// Where the poll stands.
    pub stage: PollStage,
    /// The first moment after voting; a late flip moves it.
    pub closes: u64,
    /// Whether every condition holds.
    pub passes: bool,
    /// Every condition, in figures.
    pub requirements: Requirements,
}

/// What an account may say in a poll now.
#[cw_serde]
pub struct MayVoteResponse {
    /// What it may say, or change its ballot to; nothing where it may not vote.
    pub choices: Vec<Choice>,
    /// Why it may say nothing, in the words in which `Vote` would be refused.
    pub why_not: Option<String>,
    /// What it has said.
    pub said: Option<Choice>,
    /// What it casts, or would cast. Until the poll opens: as things stand.
    pub weight: BreakdownResponse,
}

/// Why an account weighs what it weighs.
#[cw_serde]
pub struct BreakdownResponse {
    /// Whether it is attested: without that it has no power, and carries nothing.
    pub attested: bool,
    /// What it brings itself.
    pub own: Weight,
    /// What of that its delegates carry, unless it votes itself; nothing where its delegation has lapsed.
    pub delegated: Weight,
    /// What it has received from delegations that count.
    pub received: Weight,
    /// What principals took back in this poll by voting themselves.
    pub overridden: Weight,
    /// The most power that it casts with what it has received; nothing where no poll is named.
    pub cap: Option<Uint128>,
    /// What it casts: its own and what it has received, less what was overridden, power up to the cap.
    pub cast: Weight,
}

/// The ballots of an account.
#[cw_serde]
pub struct VotesResponse {
    /// Newest poll first.
    pub votes: Vec<VoteInfo>,
}

/// A ballot of an account.
#[cw_serde]
pub struct VoteInfo {
    /// In which poll.
    pub poll: u64,
    /// The class of the proposal.
    pub class: Class,
    /// When and at which height the poll opened.
    pub snapshot: Snapshot,
    /// What it says.
    pub choice: Choice,
    /// What the account brought itself.
    pub own: Weight,
    /// What it casts, with what it had received.
    pub cast: Weight,
}

/// How an account has voted in the latest polls that have opened.
#[cw_serde]
#[derive(Default)]
pub struct VoterStatisticsResponse {
    /// How many polls were looked at.
    pub polls: u32,
    /// In how many of them it had something to cast when the poll opened: all that are counted below.
    pub eligible: u32,
    /// In how many it said Yes.
    pub yes: u32,
    /// In how many it said No.
    pub no: u32,
    /// In how many it abstained.
    pub abstain: u32,
    /// In how many it has not voted, though it still may.
    pub open: u32,
    /// In how many that are over it has not voted itself; a delegate may have voted with its weight.
    pub missed: u32,
    /// In how many it carried what others had delegated to it.
    pub carried: u32,
    /// In how many of those a principal voted itself, and so overrode it.
    pub overridden: u32,
    /// The earliest poll that was looked at, for `start_before`; nothing where there is no earlier one.
    pub next: Option<u64>,
}

/// The registered delegates.
#[cw_serde]
pub struct DelegatesResponse {
    /// In order of address.
    pub delegates: Vec<DelegateEntry>,
}

/// A registered delegate.
#[cw_serde]
pub struct DelegateEntry {
    /// Who.
    pub account: Addr,
    /// What it brings itself.
    pub own: Weight,
    /// Until when it is attested; nothing where it is not, and carries nothing.
    pub attested_until: Option<u64>,
    /// Its registration, and what it has received.
    pub delegate: DelegateInfo,
}

/// Whoever's delegation names an account.
#[cw_serde]
pub struct DelegatorsResponse {
    /// In an order that never changes.
    pub delegators: Vec<DelegatorInfo>,
}

/// An account whose delegation names another.
#[cw_serde]
pub struct DelegatorInfo {
    /// Who delegates.
    pub account: Addr,
    /// Basis points.
    pub bps: u16,
    /// Whether the delegate has neither resigned nor seen two seasons end since.
    pub lives: bool,
    /// What the delegate carries of it now: nothing where it has lapsed, or the delegate is not attested.
    pub carried: Weight,
}
