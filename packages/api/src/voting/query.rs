//! What voting is asked.

use cosmwasm_schema::{cw_serde, QueryResponses};
// What is answered is named for the schemas alone, and compiled contracts have none.
#[allow(unused_imports)]
use cosmwasm_std::Addr;

#[allow(unused_imports)]
use super::*;

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
    /// What each condition of the verdict asks, what there is and what is missing, as if voting ended now.
    #[returns(VerdictResponse)]
    Verdict {
        /// Of which poll; it must have opened.
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
    /// What an account may say in a poll now, or why it may say nothing, and what it would cast.
    #[returns(MayVoteResponse)]
    MayVote {
        /// In which poll.
        poll: u64,
        /// Who.
        voter: String,
    },
    /// Why an account weighs what it weighs: its own, what it has received, what it delegates, the cap.
    #[returns(BreakdownResponse)]
    Breakdown {
        /// Whose.
        account: String,
        /// In which poll, which must have opened; as things stand unless given.
        poll: Option<u64>,
    },
    /// The ballots of an account over all polls, newest poll first. A ballot that so far only records overrides is none.
    #[returns(VotesResponse)]
    Votes {
        /// Whose.
        voter: String,
        /// Only polls before this one.
        start_before: Option<u64>,
        /// At most so many; 30 unless given, at most 100.
        limit: Option<u32>,
    },
    /// How an account has voted in the latest polls that have opened.
    #[returns(VoterStatisticsResponse)]
    VoterStatistics {
        /// Whose.
        voter: String,
        /// Only polls before this one.
        start_before: Option<u64>,
        /// Of at most so many polls; 30 unless given, at most 100.
        limit: Option<u32>,
    },
    /// The registered delegates in order of address, with what they have received and carry now.
    #[returns(DelegatesResponse)]
    Delegates {
        /// Only addresses after this one.
        start_after: Option<String>,
        /// At most so many; 30 unless given, at most 100.
        limit: Option<u32>,
    },
    /// Whoever's delegation names an account, in an order that never changes (that of the addresses as bytes). It may
    /// have lapsed since.
    #[returns(DelegatorsResponse)]
    Delegators {
        /// Whose.
        delegate: String,
        /// Only those after this one.
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
    /// DAO DAO: the power of an account, w, at the start of a block; `"0"` for whoever is no member. Fails where the
    /// address is none.
    #[returns(VotingPowerAtHeightResponse)]
    VotingPowerAtHeight {
        /// Whose.
        address: String,
        /// At the start of which block, the present one unless given; of one that has not come, the last known.
        height: Option<u64>,
    },
    /// DAO DAO: the power of all members, V, at the start of a block.
    #[returns(TotalPowerAtHeightResponse)]
    TotalPowerAtHeight {
        /// At the start of which block, the present one unless given; of one that has not come, the last known.
        height: Option<u64>,
    },
    /// DAO DAO: the DAO that this contract belongs to, which is its timelock.
    #[returns(Addr)]
    Dao {},
    /// DAO DAO: the name of this contract, and its version.
    #[returns(InfoResponse)]
    Info {},
    /// DAO DAO: whether proposals may be made, which is where at least `min_attested` accounts are attested.
    #[returns(IsActiveResponse)]
    IsActive {},
    /// cw4: who may change the members by hand, which is nobody.
    #[returns(AdminResponse)]
    Admin {},
    /// cw4: the weight of a member, w; none for whoever is no member. Fails where the address is none.
    #[returns(MemberResponse)]
    Member {
        /// Whose.
        addr: String,
        /// At the start of which block; after the last change unless given.
        at_height: Option<u64>,
    },
    /// cw4: the weight of all members, V.
    #[returns(TotalWeightResponse)]
    TotalWeight {
        /// At the start of which block; after the last change unless given.
        at_height: Option<u64>,
    },
    /// cw4: the members in order of address; whoever has no power is none.
    #[returns(MemberListResponse)]
    ListMembers {
        /// Only addresses after this one.
        start_after: Option<String>,
        /// At most so many; 30 unless given, at most 100.
        limit: Option<u32>,
    },
    /// cw4: who is told of changes, which is nobody.
    #[returns(HooksResponse)]
    Hooks {},
}
