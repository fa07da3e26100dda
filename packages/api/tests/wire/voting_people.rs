//! What voting is asked and answers about people.

use cosmwasm_std::Uint128;
use isonomia_api::voting::{
    BreakdownResponse, DelegateEntry, DelegateInfo, DelegatesResponse, DelegatorInfo, DelegatorsResponse,
    MayVoteResponse, QueryMsg, VerdictResponse, VoteInfo, VoterStatisticsResponse, VotesResponse, Weight,
};
use isonomia_core::class::Class;
use isonomia_core::poll::{PollStage, Snapshot};
use isonomia_core::requirement::{Requirement, Requirements};
use isonomia_core::tally::Choice;
use serde_json::{json, Value};

use crate::given::{addr, pin, Table};

/// What may be left out of these queries.
pub const OPTIONAL: [&str; 9] = [
    "breakdown.poll",
    "votes.start_before",
    "votes.limit",
    "voter_statistics.start_before",
    "voter_statistics.limit",
    "delegates.start_after",
    "delegates.limit",
    "delegators.start_after",
    "delegators.limit",
];

/// In the order of the enum.
pub fn queries() -> Table<QueryMsg> {
    let name = |name: &str| name.to_string();
    let (start_before, limit) = (Some(7), Some(30));
    vec![
        (
            QueryMsg::MayVote { poll: 7, voter: name("alice") },
            json!({"may_vote": {"poll": 7, "voter": "alice"}}),
        ),
        (
            QueryMsg::Breakdown { account: name("alice"), poll: Some(7) },
            json!({"breakdown": {"account": "alice", "poll": 7}}),
        ),
        (
            QueryMsg::Votes { voter: name("alice"), start_before, limit },
            json!({"votes": {"voter": "alice", "start_before": 7, "limit": 30}}),
        ),
        (
            QueryMsg::VoterStatistics { voter: name("alice"), start_before, limit },
            json!({"voter_statistics": {"voter": "alice", "start_before": 7, "limit": 30}}),
        ),
        (
            QueryMsg::Delegates { start_after: Some(name("alice")), limit },
            json!({"delegates": {"start_after": "alice", "limit": 30}}),
        ),
        (
            QueryMsg::Delegators { delegate: name("bob"), start_after: Some(name("alice")), limit },
            json!({"delegators": {"delegate": "bob", "start_after": "alice", "limit": 30}}),
        ),
    ]
}

/// What is asked of a verdict.
pub fn verdict() -> (QueryMsg, Value) {
    (QueryMsg::Verdict { poll: 7 }, json!({"verdict": {"poll": 7}}))
}

fn weight(power: u128) -> (Weight, Value) {
    let weight = Weight { power: power.into(), stake: 5u128.into(), unattested_stake: Uint128::zero() };
    (weight, json!({"power": power.to_string(), "stake": "5", "unattested_stake": "0"}))
}

#[test]
fn a_verdict() {
    let [asks, has, missing] = [9, 5, 4].map(Uint128::new);
    let (lacks, lacks_json) = (
        Requirement { holds: false, asks, has, missing },
        json!({"holds": false, "asks": "9", "has": "5", "missing": "4"}),
    );
    let requirements = Requirements {
        quorum: lacks,
        threshold: lacks,
        stake_relative: lacks,
        stake_support: lacks,
        head_count: lacks,
    };
    pin(
        VerdictResponse { stage: PollStage::Open, closes: 900, passes: false, requirements },
        json!({"stage": "open", "closes": 900, "passes": false, "requirements": {
            "quorum": lacks_json, "threshold": lacks_json, "stake_relative": lacks_json,
            "stake_support": lacks_json, "head_count": lacks_json
        }}),
    );
}

#[test]
fn what_may_be_said_and_why_it_weighs_so_much() {
    let [(own, own_json), (delegated, delegated_json), (received, received_json)] = [1, 2, 3].map(weight);
    let [(overridden, overridden_json), (cast, cast_json)] = [4, 5].map(weight);
    let (breakdown, breakdown_json) = (
        BreakdownResponse {
            attested: true,
            own,
            delegated,
            received,
            overridden,
            cap: Some(Uint128::new(8)),
            cast,
        },
        json!({
            "attested": true, "own": own_json, "delegated": delegated_json, "received": received_json,
            "overridden": overridden_json, "cap": "8", "cast": cast_json
        }),
    );
    pin(breakdown.clone(), breakdown_json.clone());
    pin(
        MayVoteResponse {
            choices: vec![Choice::No, Choice::Abstain],
            why_not: None,
            said: Some(Choice::Yes),
            weight: breakdown.clone(),
        },
        json!({"choices": ["no", "abstain"], "why_not": null, "said": "yes", "weight": breakdown_json}),
    );
    pin(
        MayVoteResponse {
            choices: vec![],
            why_not: Some("too late".to_string()),
            said: None,
            weight: breakdown,
        },
        json!({"choices": [], "why_not": "too late", "said": null, "weight": breakdown_json}),
    );
}

#[test]
fn votes_and_statistics() {
    let [(own, own_json), (cast, cast_json)] = [1, 2].map(weight);
    let snapshot = Snapshot { height: 12, time: 900 };
    let vote = VoteInfo { poll: 7, class: Class::Standard, snapshot, choice: Choice::No, own, cast };
    pin(
        VotesResponse { votes: vec![vote] },
        json!({"votes": [{
            "poll": 7, "class": "standard", "snapshot": {"height": 12, "time": 900}, "choice": "no",
            "own": own_json, "cast": cast_json
        }]}),
    );
    pin(
        VoterStatisticsResponse {
            polls: 9,
            eligible: 8,
            yes: 3,
            no: 2,
            abstain: 1,
            open: 1,
            missed: 1,
            carried: 4,
            overridden: 2,
            next: Some(3),
        },
        json!({
            "polls": 9, "eligible": 8, "yes": 3, "no": 2, "abstain": 1, "open": 1, "missed": 1, "carried": 4,
            "overridden": 2, "next": 3
        }),
    );
}

#[test]
fn delegates_and_delegators() {
    let [(own, own_json), (received, received_json)] = [1, 2].map(weight);
    let delegate = DelegateInfo { since: 300, generation: 2, received: received.clone() };
    let entry = DelegateEntry { account: addr("bob"), own, attested_until: Some(900), delegate };
    pin(
        DelegatesResponse { delegates: vec![entry] },
        json!({"delegates": [{
            "account": "bob", "own": own_json, "attested_until": 900,
            "delegate": {"since": 300, "generation": 2, "received": received_json}
        }]}),
    );
    let behind = DelegatorInfo { account: addr("alice"), bps: 6_000, lives: true, carried: received };
    pin(
        DelegatorsResponse { delegators: vec![behind] },
        json!({"delegators": [{"account": "alice", "bps": 6000, "lives": true, "carried": received_json}]}),
    );
}
