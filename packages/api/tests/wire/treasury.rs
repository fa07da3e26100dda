//! The treasury's messages.

use cosmwasm_std::{Uint128, WasmMsg};
use isonomia_api::cw721::{
    Cw721ExecuteMsg, Cw721QueryMsg, Cw721ReceiveMsg, NumTokensResponse, OwnerOfResponse,
};
use isonomia_api::treasury::{
    Allowance, ExecuteMsg, Holding, HoldingCap, InstantiateMsg, NewBudget, NewStream, Nft, Payment, QueryMsg,
};
use isonomia_core::cap::Limit;
use serde_json::{json, Value};

use crate::given::{
    cw20, native, pin, pin_all, pin_answers, pin_messages, pin_strict, received, variants, Table,
};

variants!(ExecuteMsg:
    Receive, ReceiveNft, SpendSmall, Spend, SpendNft, Execute, CloseExecution, SetAllowance, List, Unlist, LowerCap,
    RaiseCap, CreateBudget, RevokeBudget, PayFromBudget, CreateStream, CancelStream, Withdraw, Pause, Unpause,
);
variants!(QueryMsg:
    Config, Asset, Allowances, Listed, Cap, Budget, Budgets, Stream, Streams, BudgetsOf, StreamsOf, Obligations,
    Outflows, LatestOutflows, Sums,
);
variants!(Holding: Native, Cw20, Cw721);
variants!(Limit: Share, Count);
variants!(Cw721ExecuteMsg: TransferNft);
variants!(Cw721QueryMsg: OwnerOf, NumTokens);

pub fn allowance() -> (Allowance, Value) {
    (
        Allowance { asset: native("uiso"), limit: Uint128::new(900) },
        json!({"asset": {"native": {"denom": "uiso"}}, "limit": "900"}),
    )
}

fn payment() -> (Payment, Value) {
    (
        Payment { asset: cw20("token"), amount: Uint128::new(5), to: "bob".to_string() },
        json!({"asset": {"cw20": {"contract": "token"}}, "amount": "5", "to": "bob"}),
    )
}

pub fn collection() -> (Holding, Value) {
    (Holding::Cw721 { contract: "art".to_string() }, json!({"cw721": {"contract": "art"}}))
}

fn budget() -> (NewBudget, Value) {
    (
        NewBudget {
            holder: "ann".to_string(),
            asset: native("uiso"),
            limit: Uint128::new(7),
            period: 86_400,
            until: 900,
            recipients: Some(vec!["bob".to_string()]),
        },
        json!({
            "holder": "ann", "asset": {"native": {"denom": "uiso"}}, "limit": "7", "period": 86400, "until": 900,
            "recipients": ["bob"]
        }),
    )
}

fn stream() -> (NewStream, Value) {
    (
        NewStream {
            recipient: "bob".to_string(),
            asset: cw20("token"),
            amount: Uint128::new(7),
            start: Some(900),
            cliff: 30,
            duration: 60,
        },
        json!({
            "recipient": "bob", "asset": {"cw20": {"contract": "token"}}, "amount": "7", "start": 900, "cliff": 30,
            "duration": 60
        }),
    )
}

pub fn executes() -> Table<ExecuteMsg> {
    [incoming(), spending(), caps(), promises()].concat()
}

fn incoming() -> Table<ExecuteMsg> {
    let (sender, token_id) = ("alice".to_string(), "7".to_string());
    vec![
        (
            ExecuteMsg::Receive(received()),
            json!({"receive": {"sender": "alice", "amount": "5", "msg": "e30="}}),
        ),
        (
            ExecuteMsg::ReceiveNft(Cw721ReceiveMsg { sender, token_id, msg: b"{}".into() }),
            json!({"receive_nft": {"sender": "alice", "token_id": "7", "msg": "e30="}}),
        ),
    ]
}

fn spending() -> Table<ExecuteMsg> {
    let (payment, payment_json) = payment();
    let (allowance, allowance_json) = allowance();
    let nft = Nft { collection: "art".to_string(), token_id: "7".to_string() };
    let msg = WasmMsg::Execute { contract_addr: "x".to_string(), msg: b"{}".into(), funds: vec![] };
    vec![
        (
            ExecuteMsg::SpendSmall { payment: payment.clone() },
            json!({"spend_small": {"payment": payment_json}}),
        ),
        (ExecuteMsg::Spend { payment }, json!({"spend": {"payment": payment_json}})),
        (
            ExecuteMsg::SpendNft { nft, to: "bob".to_string() },
            json!({"spend_nft": {"nft": {"collection": "art", "token_id": "7"}, "to": "bob"}}),
        ),
        (
            ExecuteMsg::Execute { msg },
            json!({"execute": {"msg": {"execute": {"contract_addr": "x", "msg": "e30=", "funds": []}}}}),
        ),
        (ExecuteMsg::CloseExecution {}, json!({"close_execution": {}})),
        (ExecuteMsg::SetAllowance { allowance }, json!({"set_allowance": {"allowance": allowance_json}})),
    ]
}

fn caps() -> Table<ExecuteMsg> {
    let (holding, holding_json) = collection();
    let (count, share) = (Limit::Count { count: 3 }, Limit::Share { bps: 500 });
    vec![
        (ExecuteMsg::List { holding: holding.clone() }, json!({"list": {"holding": holding_json}})),
        (ExecuteMsg::Unlist { holding: holding.clone() }, json!({"unlist": {"holding": holding_json}})),
        (
            ExecuteMsg::LowerCap { holding, limit: count },
            json!({"lower_cap": {"holding": holding_json, "limit": {"count": {"count": 3}}}}),
        ),
        (
            ExecuteMsg::RaiseCap { holding: native("uiso").into(), limit: share },
            json!({"raise_cap": {"holding": {"native": {"denom": "uiso"}}, "limit": {"share": {"bps": 500}}}}),
        ),
    ]
}

fn promises() -> Table<ExecuteMsg> {
    let ((budget, budget_json), (stream, stream_json)) = (budget(), stream());
    vec![
        (ExecuteMsg::CreateBudget { budget }, json!({"create_budget": {"budget": budget_json}})),
        (ExecuteMsg::RevokeBudget { id: 3 }, json!({"revoke_budget": {"id": 3}})),
        (
            ExecuteMsg::PayFromBudget { id: 3, to: "bob".to_string(), amount: Uint128::new(5) },
            json!({"pay_from_budget": {"id": 3, "to": "bob", "amount": "5"}}),
        ),
        (ExecuteMsg::CreateStream { stream }, json!({"create_stream": {"stream": stream_json}})),
        (ExecuteMsg::CancelStream { id: 3 }, json!({"cancel_stream": {"id": 3}})),
        (ExecuteMsg::Withdraw { id: 3 }, json!({"withdraw": {"id": 3}})),
        (ExecuteMsg::Pause { until: 900 }, json!({"pause": {"until": 900}})),
        (ExecuteMsg::Unpause {}, json!({"unpause": {}})),
    ]
}

#[test]
fn instantiate() {
    let ((allowance, allowance_json), (holding, holding_json)) = (allowance(), collection());
    let json = json!({
        "timelock": "timelock", "day": 86400, "allowances": [allowance_json], "outflow_cap_bps": 500,
        "listed": [{"holding": holding_json, "limit": {"count": {"count": 3}}}]
    });
    pin_strict::<InstantiateMsg>([&json], &[]);
    let listed = vec![HoldingCap { holding, limit: Limit::Count { count: 3 } }];
    let (timelock, allowances) = ("timelock".to_string(), vec![allowance]);
    pin(InstantiateMsg { timelock, day: 86_400, allowances, outflow_cap_bps: 500, listed }, json);
}

#[test]
fn execute() {
    pin_messages(executes(), &["budget.recipients", "stream.start"]);
}

#[test]
fn holdings_and_limits() {
    pin_messages(
        vec![
            (native("uiso").into(), json!({"native": {"denom": "uiso"}})),
            (cw20("token").into(), json!({"cw20": {"contract": "token"}})),
            collection(),
        ],
        &[],
    );
    pin_messages(
        vec![
            (Limit::Share { bps: 500 }, json!({"share": {"bps": 500}})),
            (Limit::Count { count: 3 }, json!({"count": {"count": 3}})),
        ],
        &[],
    );
}

#[test]
fn what_a_collection_is_told_and_asked() {
    let token_id = "7".to_string();
    let transfer = Cw721ExecuteMsg::TransferNft { recipient: "bob".to_string(), token_id: token_id.clone() };
    pin_all(vec![(transfer, json!({"transfer_nft": {"recipient": "bob", "token_id": "7"}}))]);
    pin_all(vec![
        (
            Cw721QueryMsg::OwnerOf { token_id, include_expired: None },
            json!({"owner_of": {"token_id": "7", "include_expired": null}}),
        ),
        (Cw721QueryMsg::NumTokens {}, json!({"num_tokens": {}})),
    ]);
    pin(NumTokensResponse { count: 3 }, json!({"count": 3}));
    pin(OwnerOfResponse { owner: "ann".to_string() }, json!({"owner": "ann"}));
    let more = json!({"owner": "ann", "approvals": []});
    let read: OwnerOfResponse = crate::given::read(&more).unwrap();
    assert_eq!(read.owner, "ann", "a collection answers more than is asked");
}

#[test]
fn query() {
    let (holding, holding_json) = collection();
    let (start_after, limit) = (Some(7), Some(30));
    let page = json!({"start_after": 7, "limit": 30});
    pin_messages(
        vec![
            (QueryMsg::Config {}, json!({"config": {}})),
            (
                QueryMsg::Asset { asset: native("uiso") },
                json!({"asset": {"asset": {"native": {"denom": "uiso"}}}}),
            ),
            (QueryMsg::Allowances {}, json!({"allowances": {}})),
            (QueryMsg::Listed {}, json!({"listed": {}})),
            (QueryMsg::Cap { holding: holding.clone() }, json!({"cap": {"holding": holding_json}})),
            (QueryMsg::Budget { id: 3 }, json!({"budget": {"id": 3}})),
            (QueryMsg::Budgets { start_after, limit }, json!({ "budgets": page })),
            (QueryMsg::Stream { id: 3 }, json!({"stream": {"id": 3}})),
            (QueryMsg::Streams { start_after, limit }, json!({ "streams": page })),
            (
                QueryMsg::BudgetsOf { holder: "ann".to_string(), start_after, limit },
                json!({"budgets_of": {"holder": "ann", "start_after": 7, "limit": 30}}),
            ),
            (
                QueryMsg::StreamsOf { recipient: "bob".to_string(), start_after, limit },
                json!({"streams_of": {"recipient": "bob", "start_after": 7, "limit": 30}}),
            ),
            (QueryMsg::Obligations {}, json!({"obligations": {}})),
            (QueryMsg::Outflows { start_after, limit }, json!({ "outflows": page })),
            (
                QueryMsg::LatestOutflows { start_before: Some(7), limit },
                json!({"latest_outflows": {"start_before": 7, "limit": 30}}),
            ),
            (
                QueryMsg::Sums { holding, start_after, limit },
                json!({"sums": {"holding": holding_json, "start_after": 7, "limit": 30}}),
            ),
        ],
        &[
            "budgets.start_after",
            "budgets.limit",
            "streams.start_after",
            "streams.limit",
            "budgets_of.start_after",
            "budgets_of.limit",
            "streams_of.start_after",
            "streams_of.limit",
            "outflows.start_after",
            "outflows.limit",
            "latest_outflows.start_before",
            "latest_outflows.limit",
            "sums.start_after",
            "sums.limit",
        ],
    );
    pin_answers::<QueryMsg>(&[
        ("config", "ConfigResponse"),
        ("asset", "AssetResponse"),
        ("allowances", "AllowancesResponse"),
        ("listed", "ListedResponse"),
        ("cap", "CapResponse"),
        ("budget", "BudgetResponse"),
        ("budgets", "BudgetsResponse"),
        ("stream", "StreamResponse"),
        ("streams", "StreamsResponse"),
        ("budgets_of", "BudgetsResponse"),
        ("streams_of", "StreamsResponse"),
        ("obligations", "ObligationsResponse"),
        ("outflows", "OutflowsResponse"),
        ("latest_outflows", "OutflowsResponse"),
        ("sums", "SumsResponse"),
    ]);
}
