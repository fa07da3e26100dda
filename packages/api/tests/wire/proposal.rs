//! The proposal contract's messages and answers.

use cosmwasm_std::{coins, BankMsg, Uint128, WasmMsg};
use isonomia_api::proposal::{
    AdminChange, BodyResponse, Call, ConfigResponse, Deposit, DepositInfo, DepositResponse, DepositState,
    Draft, Effects, Entry, ExecuteMsg, Filter, InstantiateMsg, LatestProposalsResponse, Link, Migration,
    Outflow, PreviewResponse, ProposalInfo, ProposalsResponse, QueryMsg, ReceiveMsg, RescuesResponse,
    Routine, RoutinesResponse, RulesResponse, StageName, Warning,
};
use isonomia_core::class::{Class, Scope};
use isonomia_core::clock::Moment;
use isonomia_core::pin::Pin;
use isonomia_core::proposal::{Defeat, ProposalStage};
use isonomia_core::rescue::Rescue;
use serde_json::{json, Value};

use crate::given::{
    addr, cw20, native, pin, pin_answers, pin_messages, pin_strict, received, rules, rules_json, variants,
    Table,
};
use crate::upgrade::ready_by;
use crate::words::pin_words;

variants!(
    ExecuteMsg: Propose, Receive, Withdraw, Resolve, ClaimDeposit, SetRules, SetEntry, SetIdentity, SetRoutines, ApproveRescue, RevokeRescue
);
variants!(ReceiveMsg: Propose);
variants!(QueryMsg: Config, Rules, Routines, Proposal, Body, Proposals, LatestProposals, Deposit, Rescues, Preview);
variants!(StageName: Pending, Open, Closed, Lapsed, Withdrawn, Defeated, Adopted, Scheduled);
variants!(DepositState: Held, Returned, Forfeited, Paid);

fn link() -> Link {
    Link { uri: "ipfs://text".to_string(), sha256: vec![0xAB, 0x01].into() }
}

fn burn() -> BankMsg {
    BankMsg::Burn { amount: coins(5, "uiso") }
}

fn rescue() -> (Rescue, Value) {
    let (checksum, hash) = (vec![0xCD].into(), vec![0xEF].into());
    (
        Rescue { contract: "treasury".to_string(), checksum, hash, until: 900 },
        json!({"contract": "treasury", "checksum": "cd", "hash": "ef", "until": 900}),
    )
}

/// A draft with everything: both kinds of actions, and a link.
fn full_draft() -> (Draft, Value) {
    let send = BankMsg::Send { to_address: "bob".to_string(), amount: coins(5, "uiso") };
    let call = WasmMsg::Execute { contract_addr: "market".to_string(), msg: b"{}".into(), funds: vec![] };
    (
        Draft {
            title: "Title".to_string(),
            summary: "Summary".to_string(),
            link: Some(link()),
            actions: vec![send.into(), call.into()],
            emergency: true,
            ready: Some(ready_by().0),
        },
        json!({
            "title": "Title",
            "summary": "Summary",
            "link": {"uri": "ipfs://text", "sha256": "ab01"},
            "actions": [
                {"bank": {"send": {"to_address": "bob", "amount": [{"denom": "uiso", "amount": "5"}]}}},
                {"wasm": {"execute": {"contract_addr": "market", "msg": "e30=", "funds": []}}}
            ],
            "emergency": true,
            "ready": ready_by().1
        }),
    )
}

/// A draft with nothing: a signal.
fn bare_draft() -> (Draft, Value) {
    let (title, summary) = ("Title".to_string(), String::new());
    (
        Draft { title, summary, link: None, actions: vec![], emergency: false, ready: None },
        json!({"title": "Title", "summary": "", "link": null, "actions": [], "emergency": false, "ready": null}),
    )
}

fn entry() -> (Entry, Value) {
    let deposit = Deposit { asset: native("uiso"), amount: Uint128::new(5) };
    (
        Entry { deposit: Some(deposit), least_stake: Uint128::new(9) },
        json!({"deposit": {"asset": {"native": {"denom": "uiso"}}, "amount": "5"}, "least_stake": "9"}),
    )
}

fn routine() -> (Routine, Value) {
    (
        Routine { contract: "market".to_string(), code_id: 4, message: "harvest".to_string() },
        json!({"contract": "market", "code_id": 4, "message": "harvest"}),
    )
}

pub fn executes() -> Table<ExecuteMsg> {
    let (full, full_json) = full_draft();
    let (bare, bare_json) = bare_draft();
    let (entry, entry_json) = entry();
    let (routine, routine_json) = routine();
    vec![
        (ExecuteMsg::Propose { draft: full }, json!({"propose": {"draft": full_json}})),
        (ExecuteMsg::Propose { draft: bare }, json!({"propose": {"draft": bare_json}})),
        (
            ExecuteMsg::Receive(received()),
            json!({"receive": {"sender": "alice", "amount": "5", "msg": "e30="}}),
        ),
        (ExecuteMsg::Withdraw { id: 7 }, json!({"withdraw": {"id": 7}})),
        (ExecuteMsg::Resolve { id: 7 }, json!({"resolve": {"id": 7}})),
        (ExecuteMsg::ClaimDeposit { id: 7 }, json!({"claim_deposit": {"id": 7}})),
        (ExecuteMsg::SetRules { rules: rules() }, json!({"set_rules": {"rules": rules_json()}})),
        (ExecuteMsg::SetEntry { entry }, json!({"set_entry": {"entry": entry_json}})),
        (
            ExecuteMsg::SetEntry { entry: Entry { deposit: None, least_stake: Uint128::zero() } },
            json!({"set_entry": {"entry": {"deposit": null, "least_stake": "0"}}}),
        ),
        (
            ExecuteMsg::SetIdentity { identity: "identity".to_string() },
            json!({"set_identity": {"identity": "identity"}}),
        ),
        (
            ExecuteMsg::SetRoutines { routines: vec![routine] },
            json!({"set_routines": {"routines": [routine_json]}}),
        ),
        (ExecuteMsg::ApproveRescue { rescue: rescue().0 }, json!({"approve_rescue": {"rescue": rescue().1}})),
        (
            ExecuteMsg::RevokeRescue { contract: "treasury".to_string(), checksum: vec![0xCD].into() },
            json!({"revoke_rescue": {"contract": "treasury", "checksum": "cd"}}),
        ),
    ]
}

fn queries() -> Table<QueryMsg> {
    vec![
        (QueryMsg::Config {}, json!({"config": {}})),
        (QueryMsg::Rules {}, json!({"rules": {}})),
        (QueryMsg::Routines {}, json!({"routines": {}})),
        (QueryMsg::Proposal { id: 7 }, json!({"proposal": {"id": 7}})),
        (QueryMsg::Body { id: 7 }, json!({"body": {"id": 7}})),
        (
            QueryMsg::Proposals { start_after: Some(7), limit: Some(30) },
            json!({"proposals": {"start_after": 7, "limit": 30}}),
        ),
        (
            QueryMsg::Proposals { start_after: None, limit: None },
            json!({"proposals": {"start_after": null, "limit": null}}),
        ),
        (
            QueryMsg::LatestProposals {
                filter: Some(Filter {
                    proposer: Some("alice".to_string()),
                    class: Some(Class::Standard),
                    stage: Some(StageName::Open),
                }),
                start_before: Some(7),
                limit: Some(30),
            },
            json!({"latest_proposals": {
                "filter": {"proposer": "alice", "class": "standard", "stage": "open"}, "start_before": 7, "limit": 30
            }}),
        ),
        (QueryMsg::Deposit { class: Class::Critical }, json!({"deposit": {"class": "critical"}})),
        (QueryMsg::Rescues {}, json!({"rescues": {}})),
        (
            QueryMsg::Preview { actions: vec![burn().into()], emergency: false },
            json!({"preview": {
                "actions": [{"bank": {"burn": {"amount": [{"denom": "uiso", "amount": "5"}]}}}], "emergency": false
            }}),
        ),
    ]
}

#[test]
fn instantiate() {
    let (entry, entry_json) = entry();
    let json = json!({
        "voting": "voting", "timelock": "timelock", "treasury": "treasury", "identity": "identity", "first_id": 1,
        "rules": rules_json(), "entry": entry_json
    });
    pin_strict::<InstantiateMsg>([&json], &["entry.deposit"]);
    let msg = InstantiateMsg {
        voting: "voting".to_string(),
        timelock: "timelock".to_string(),
        treasury: "treasury".to_string(),
        identity: "identity".to_string(),
        first_id: 1,
        rules: rules(),
        entry,
    };
    pin(msg, json);
}

#[test]
fn execute() {
    pin_messages(executes(), &["draft.link", "draft.emergency", "draft.ready", "entry.deposit"]);
}

#[test]
fn receive() {
    let (draft, draft_json) = full_draft();
    pin_messages(
        vec![(ReceiveMsg::Propose { draft }, json!({"propose": {"draft": draft_json}}))],
        &["draft.link", "draft.emergency", "draft.ready"],
    );
}

#[test]
fn query() {
    let optional = [
        "proposals.start_after",
        "proposals.limit",
        "latest_proposals.filter",
        "latest_proposals.start_before",
        "latest_proposals.limit",
        "filter.proposer",
        "filter.class",
        "filter.stage",
    ];
    pin_messages(queries(), &optional);
    pin_answers::<QueryMsg>(&[
        ("config", "ConfigResponse"),
        ("rules", "RulesResponse"),
        ("routines", "RoutinesResponse"),
        ("proposal", "ProposalInfo"),
        ("body", "BodyResponse"),
        ("proposals", "ProposalsResponse"),
        ("latest_proposals", "LatestProposalsResponse"),
        ("deposit", "DepositResponse"),
        ("rescues", "RescuesResponse"),
        ("preview", "PreviewResponse"),
    ]);
}

#[test]
fn settings() {
    let (entry, entry_json) = entry();
    let (routine, routine_json) = routine();
    pin(
        ConfigResponse {
            voting: addr("voting"),
            timelock: addr("timelock"),
            treasury: addr("treasury"),
            identity: addr("identity"),
            entry,
            next_id: 8,
            unbonding: 2_419_200,
            day: 86_400,
        },
        json!({
            "voting": "voting", "timelock": "timelock", "treasury": "treasury", "identity": "identity",
            "entry": entry_json, "next_id": 8, "unbonding": 2419200, "day": 86400
        }),
    );
    pin(RulesResponse { rules: rules() }, json!({"rules": rules_json()}));
    pin(RoutinesResponse { routines: vec![routine] }, json!({ "routines": [routine_json] }));
    let deposit = Deposit { asset: cw20("token"), amount: Uint128::new(5) };
    pin(DepositResponse { deposit: None }, json!({ "deposit": null }));
    pin(
        DepositResponse { deposit: Some(deposit) },
        json!({"deposit": {"asset": {"cw20": {"contract": "token"}}, "amount": "5"}}),
    );
}

#[test]
fn proposals() {
    let deposit =
        DepositInfo { asset: native("uiso"), amount: Uint128::new(5), state: DepositState::Forfeited };
    let proposal = ProposalInfo {
        id: 7,
        proposer: addr("alice"),
        title: "Title".to_string(),
        class: Class::Critical,
        scope: Scope::Repair,
        submitted: 900,
        submitted_height: 12,
        stage: ProposalStage::Defeated { why: Defeat::HeadCount },
        ended: Some(Moment { height: 13, time: 1_000 }),
        deposit: Some(deposit),
    };
    let bare = ProposalInfo { stage: ProposalStage::Open, ended: None, deposit: None, ..proposal.clone() };
    let json = json!({
        "id": 7, "proposer": "alice", "title": "Title", "class": "critical", "scope": "repair", "submitted": 900,
        "submitted_height": 12, "stage": {"defeated": {"why": "head_count"}},
        "ended": {"height": 13, "time": 1000},
        "deposit": {"asset": {"native": {"denom": "uiso"}}, "amount": "5", "state": "forfeited"}
    });
    let bare_json = json!({
        "id": 7, "proposer": "alice", "title": "Title", "class": "critical", "scope": "repair", "submitted": 900,
        "submitted_height": 12, "stage": "open", "ended": null, "deposit": null
    });
    pin(proposal.clone(), json.clone());
    pin(
        LatestProposalsResponse { proposals: vec![proposal.clone()], next: Some(7) },
        json!({ "proposals": [json], "next": 7 }),
    );
    pin_words([
        (StageName::Pending, "pending"),
        (StageName::Open, "open"),
        (StageName::Closed, "closed"),
        (StageName::Lapsed, "lapsed"),
        (StageName::Withdrawn, "withdrawn"),
        (StageName::Defeated, "defeated"),
        (StageName::Adopted, "adopted"),
        (StageName::Scheduled, "scheduled"),
    ]);
    pin(ProposalsResponse { proposals: vec![proposal, bare] }, json!({ "proposals": [json, bare_json] }));
    pin_words([
        (DepositState::Held, "held"),
        (DepositState::Returned, "returned"),
        (DepositState::Forfeited, "forfeited"),
        (DepositState::Paid, "paid"),
    ]);
}

#[test]
fn a_body() {
    let body = BodyResponse {
        title: "Title".to_string(),
        summary: "Summary".to_string(),
        link: Some(link()),
        actions: b"[]".into(),
        hash: vec![0xCD].into(),
        pins: vec![Pin { contract: "market".to_string(), code_id: 7 }],
        ready: Some(ready_by().0),
    };
    pin(
        body,
        json!({
            "title": "Title", "summary": "Summary", "link": {"uri": "ipfs://text", "sha256": "ab01"},
            "actions": "W10=", "hash": "cd", "pins": [{"contract": "market", "code_id": 7}],
            "ready": ready_by().1
        }),
    );
}

#[test]
fn rescues_and_previews() {
    let (rescue, rescue_json) = rescue();
    pin(RescuesResponse { rescues: vec![rescue] }, json!({ "rescues": [rescue_json] }));
    let [contract, message, admin] = ["market", "buy", "mallory"].map(str::to_string);
    let call = Call { contract: contract.clone(), message };
    let preview = PreviewResponse {
        class: Class::Critical,
        scope: Scope::Ordinary,
        effects: Effects {
            outflows: vec![Outflow { asset: native("uiso"), amount: Uint128::new(5) }],
            calls: vec![call.clone()],
            settings: vec![call],
            migrations: vec![Migration {
                contract: contract.clone(),
                code_id: 7,
                checksum: Some(vec![0xCD].into()),
                rescue: false,
            }],
            admins: vec![AdminChange { contract: contract.clone(), admin: None }],
        },
        warnings: vec![
            Warning::ForeignAdmin { contract: contract.clone(), admin },
            Warning::NoInfo { contract: contract.clone() },
            Warning::Configuration { contract: contract.clone() },
            Warning::NoRollback { index: 3 },
            Warning::Wrapped { index: 2 },
        ],
        pins: vec![Pin { contract, code_id: 7 }],
    };
    pin(
        preview,
        json!({
            "class": "critical", "scope": "ordinary",
            "effects": {
                "outflows": [{"asset": {"native": {"denom": "uiso"}}, "amount": "5"}],
                "calls": [{"contract": "market", "message": "buy"}],
                "settings": [{"contract": "market", "message": "buy"}],
                "migrations": [{"contract": "market", "code_id": 7, "checksum": "cd", "rescue": false}],
                "admins": [{"contract": "market", "admin": null}]
            },
            "warnings": [
                {"foreign_admin": {"contract": "market", "admin": "mallory"}},
                {"no_info": {"contract": "market"}},
                {"configuration": {"contract": "market"}},
                {"no_rollback": {"index": 3}},
                {"wrapped": {"index": 2}}
            ],
            "pins": [{"contract": "market", "code_id": 7}]
        }),
    );
}
