//! What voting takes.

use cosmwasm_std::Uint128;
use isonomia_api::voting::{ExecuteMsg, InstantiateMsg, NewPoll, QueryMsg, Share};
use isonomia_core::class::{Class, Scope};
use isonomia_core::tally::Choice;
use serde_json::{json, Value};

use crate::given::{pin, pin_answers, pin_messages, pin_strict, rules, rules_json, variants, Table};

variants!(
    ExecuteMsg: SetStake, Attest, Revoke, Ready, Poke, RegisterDelegate, Resign, Delegate, Undelegate, OpenPoll,
    CancelPoll, Settle, Open, Vote, SetRegistrar, SetProposal
);
variants!(
    QueryMsg: Config, Account, Power, Totals, Delegated, Poll, Verdict, Ballot, Ballots, MayVote, Breakdown, Votes,
    VoterStatistics, Delegates, Delegators, Quorum, Registry, VotingPowerAtHeight, TotalPowerAtHeight, Dao, Info,
    IsActive, Admin, Member, TotalWeight, ListMembers, Hooks
);

fn new_poll() -> (NewPoll, Value) {
    (
        NewPoll {
            id: 7,
            class: Class::Critical,
            scope: Scope::CancelOrPause,
            rules: rules().critical,
            unattested_bps: 1_000,
            cap_bps: 300,
            opens: 900,
        },
        json!({
            "id": 7, "class": "critical", "scope": "cancel_or_pause", "rules": rules_json()["critical"],
            "unattested_bps": 1000, "cap_bps": 300, "opens": 900
        }),
    )
}

pub fn executes() -> Table<ExecuteMsg> {
    let name = |name: &str| name.to_string();
    let share = |delegate, bps| Share { delegate: name(delegate), bps };
    let (poll, poll_json) = new_poll();
    vec![
        (
            ExecuteMsg::SetStake { account: name("alice"), amount: Uint128::new(5) },
            json!({"set_stake": {"account": "alice", "amount": "5"}}),
        ),
        (
            ExecuteMsg::Attest { account: name("alice"), until: 900 },
            json!({"attest": {"account": "alice", "until": 900}}),
        ),
        (ExecuteMsg::Revoke { account: name("alice") }, json!({"revoke": {"account": "alice"}})),
        (ExecuteMsg::Ready {}, json!({"ready": {}})),
        (
            ExecuteMsg::Poke { accounts: vec![name("alice"), name("bob")] },
            json!({"poke": {"accounts": ["alice", "bob"]}}),
        ),
        (ExecuteMsg::RegisterDelegate {}, json!({"register_delegate": {}})),
        (ExecuteMsg::Resign {}, json!({"resign": {}})),
        (
            ExecuteMsg::Delegate { to: vec![share("bob", 6_000), share("carol", 4_000)] },
            json!({"delegate": {"to": [{"delegate": "bob", "bps": 6000}, {"delegate": "carol", "bps": 4000}]}}),
        ),
        (ExecuteMsg::Undelegate {}, json!({"undelegate": {}})),
        (ExecuteMsg::OpenPoll { poll }, json!({"open_poll": {"poll": poll_json}})),
        (ExecuteMsg::CancelPoll { poll: 7 }, json!({"cancel_poll": {"poll": 7}})),
        (ExecuteMsg::Settle { poll: 7 }, json!({"settle": {"poll": 7}})),
        (ExecuteMsg::Open { poll: 7 }, json!({"open": {"poll": 7}})),
        (
            ExecuteMsg::Vote { poll: 7, choice: Choice::Abstain },
            json!({"vote": {"poll": 7, "choice": "abstain"}}),
        ),
        (
            ExecuteMsg::SetRegistrar { registrar: name("registrar") },
            json!({"set_registrar": {"registrar": "registrar"}}),
        ),
        (
            ExecuteMsg::SetProposal { proposal: name("proposal") },
            json!({"set_proposal": {"proposal": "proposal"}}),
        ),
    ]
}

fn queries() -> Table<QueryMsg> {
    let name = |name: &str| name.to_string();
    let power = |height| QueryMsg::Power { account: name("alice"), height };
    vec![
        (QueryMsg::Config {}, json!({"config": {}})),
        (QueryMsg::Account { account: name("alice") }, json!({"account": {"account": "alice"}})),
        (power(Some(12)), json!({"power": {"account": "alice", "height": 12}})),
        (power(None), json!({"power": {"account": "alice", "height": null}})),
        (QueryMsg::Totals { height: Some(12) }, json!({"totals": {"height": 12}})),
        (QueryMsg::Totals { height: None }, json!({"totals": {"height": null}})),
        (
            QueryMsg::Delegated { poll: 7, delegate: name("bob") },
            json!({"delegated": {"poll": 7, "delegate": "bob"}}),
        ),
        (QueryMsg::Poll { poll: 7 }, json!({"poll": {"poll": 7}})),
        crate::voting_people::verdict(),
        (
            QueryMsg::Ballot { poll: 7, voter: name("alice") },
            json!({"ballot": {"poll": 7, "voter": "alice"}}),
        ),
        (
            QueryMsg::Ballots { poll: 7, start_after: Some(name("alice")), limit: Some(100) },
            json!({"ballots": {"poll": 7, "start_after": "alice", "limit": 100}}),
        ),
        (
            QueryMsg::Ballots { poll: 7, start_after: None, limit: None },
            json!({"ballots": {"poll": 7, "start_after": null, "limit": null}}),
        ),
    ]
}

fn queries_of_the_whole() -> Table<QueryMsg> {
    vec![(QueryMsg::Quorum {}, json!({"quorum": {}})), (QueryMsg::Registry {}, json!({"registry": {}}))]
}

/// As `dao-interface` 2.6 and `cw4` 2.0 write them.
fn queries_of_others() -> Table<QueryMsg> {
    let name = |name: &str| name.to_string();
    let voting_power = |height| QueryMsg::VotingPowerAtHeight { address: name("alice"), height };
    let member = |at_height| QueryMsg::Member { addr: name("alice"), at_height };
    vec![
        (voting_power(Some(12)), json!({"voting_power_at_height": {"address": "alice", "height": 12}})),
        (voting_power(None), json!({"voting_power_at_height": {"address": "alice", "height": null}})),
        (QueryMsg::TotalPowerAtHeight { height: Some(12) }, json!({"total_power_at_height": {"height": 12}})),
        (QueryMsg::TotalPowerAtHeight { height: None }, json!({"total_power_at_height": {"height": null}})),
        (QueryMsg::Dao {}, json!({"dao": {}})),
        (QueryMsg::Info {}, json!({"info": {}})),
        (QueryMsg::IsActive {}, json!({"is_active": {}})),
        (QueryMsg::Admin {}, json!({"admin": {}})),
        (member(Some(12)), json!({"member": {"addr": "alice", "at_height": 12}})),
        (member(None), json!({"member": {"addr": "alice", "at_height": null}})),
        (QueryMsg::TotalWeight { at_height: Some(12) }, json!({"total_weight": {"at_height": 12}})),
        (QueryMsg::TotalWeight { at_height: None }, json!({"total_weight": {"at_height": null}})),
        (
            QueryMsg::ListMembers { start_after: Some(name("alice")), limit: Some(100) },
            json!({"list_members": {"start_after": "alice", "limit": 100}}),
        ),
        (
            QueryMsg::ListMembers { start_after: None, limit: None },
            json!({"list_members": {"start_after": null, "limit": null}}),
        ),
        (QueryMsg::Hooks {}, json!({"hooks": {}})),
    ]
}

/// What may be left out of a query.
const OPTIONAL: [&str; 10] = [
    "power.height",
    "totals.height",
    "ballots.start_after",
    "ballots.limit",
    "voting_power_at_height.height",
    "total_power_at_height.height",
    "member.at_height",
    "total_weight.at_height",
    "list_members.start_after",
    "list_members.limit",
];

#[test]
fn instantiate() {
    let json = json!({
        "vault": "vault", "registrar": "registrar", "proposal": "proposal", "timelock": "timelock",
        "scale": 1000000, "floor_stake": "1000000", "season": 7776000, "min_attested": 25, "least_total_stake": "0"
    });
    pin_strict::<InstantiateMsg>([&json], &[]);
    let msg = InstantiateMsg {
        vault: "vault".to_string(),
        registrar: "registrar".to_string(),
        proposal: "proposal".to_string(),
        timelock: "timelock".to_string(),
        scale: 1_000_000,
        floor_stake: Uint128::new(1_000_000),
        season: 7_776_000,
        min_attested: 25,
        least_total_stake: Uint128::zero(),
    };
    pin(msg, json);
}

#[test]
fn execute() {
    pin_messages(executes(), &[]);
}

#[test]
fn query() {
    let people = crate::voting_people::queries();
    let optional = [&OPTIONAL[..], &crate::voting_people::OPTIONAL].concat();
    pin_messages([queries(), people, queries_of_the_whole(), queries_of_others()].concat(), &optional);
    pin_answers::<QueryMsg>(&[
        ("config", "ConfigResponse"),
        ("account", "AccountResponse"),
        ("power", "Weight"),
        ("totals", "TotalsResponse"),
        ("delegated", "DelegatedResponse"),
        ("poll", "PollResponse"),
        ("verdict", "VerdictResponse"),
        ("ballot", "BallotResponse"),
        ("ballots", "BallotsResponse"),
        ("may_vote", "MayVoteResponse"),
        ("breakdown", "BreakdownResponse"),
        ("votes", "VotesResponse"),
        ("voter_statistics", "VoterStatisticsResponse"),
        ("delegates", "DelegatesResponse"),
        ("delegators", "DelegatorsResponse"),
        ("quorum", "QuorumResponse"),
        ("registry", "RegistryResponse"),
        ("voting_power_at_height", "VotingPowerAtHeightResponse"),
        ("total_power_at_height", "TotalPowerAtHeightResponse"),
        ("dao", "Addr"),
        ("info", "InfoResponse"),
        ("is_active", "IsActiveResponse"),
        ("admin", "AdminResponse"),
        ("member", "MemberResponse"),
        ("total_weight", "TotalWeightResponse"),
        ("list_members", "MemberListResponse"),
        ("hooks", "HooksResponse"),
    ]);
}
