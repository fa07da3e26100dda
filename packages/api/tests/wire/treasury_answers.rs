//! The treasury's answers.

use cosmwasm_std::Uint128;
use isonomia_api::treasury::{
    AllowancesResponse, AssetResponse, BudgetInfo, BudgetResponse, BudgetsResponse, CapResponse,
    ConfigResponse, DayOutflow, Listed, ListedResponse, Means, Obligation, ObligationsResponse, Outflow,
    OutflowsResponse, StreamInfo, StreamResponse, StreamsResponse, SumsResponse,
};
use isonomia_core::cap::{Limit, Raise};
use isonomia_core::stream::Course;
use serde_json::{json, Value};

use crate::given::{addr, native, pin, pin_all, variants};
use crate::treasury::{allowance, collection};

variants!(Means: SpendSmall, Spend, SpendNft, Execute, Budget, Stream);

#[test]
fn what_there_is() {
    let (allowance, allowance_json) = allowance();
    pin(
        ConfigResponse {
            timelock: addr("timelock"),
            day: 86_400,
            outflow_cap_bps: 500,
            paused_until: Some(900),
        },
        json!({"timelock": "timelock", "day": 86400, "outflow_cap_bps": 500, "paused_until": 900}),
    );
    let [balance, reserved, allowance_limit, left] = [5, 4, 3, 2].map(Uint128::new);
    pin(
        AssetResponse { balance, reserved, allowance: allowance_limit, left },
        json!({"balance": "5", "reserved": "4", "allowance": "3", "left": "2"}),
    );
    pin(AllowancesResponse { allowances: vec![allowance] }, json!({ "allowances": [allowance_json] }));
}

#[test]
fn caps() {
    let (holding, holding_json) = collection();
    let (limit, limit_json) = (Limit::Count { count: 3 }, json!({"count": {"count": 3}}));
    let raise = Some(Raise { to: Limit::Count { count: 4 }, from: 900 });
    let raise_json = json!({"to": {"count": {"count": 4}}, "from": 900});
    pin(
        ListedResponse { listed: vec![Listed { holding, limit, raise, until: Some(901) }] },
        json!({"listed": [{"holding": holding_json, "limit": limit_json, "raise": raise_json, "until": 901}]}),
    );
    let (counted, left) = (Uint128::new(2), Uint128::one());
    pin(
        CapResponse { listed: true, limit, raise, counted, left },
        json!({"listed": true, "limit": limit_json, "raise": raise_json, "counted": "2", "left": "1"}),
    );
}

fn budget() -> (BudgetInfo, Value) {
    (
        BudgetInfo {
            id: 3,
            proposal: 7,
            holder: addr("ann"),
            asset: native("uiso"),
            limit: Uint128::new(9),
            period: 60,
            made: 100,
            until: 900,
            recipients: Some(vec![addr("bob")]),
            revoked: false,
            left: Uint128::new(2),
            period_ends: 160,
        },
        json!({
            "id": 3, "proposal": 7, "holder": "ann", "asset": {"native": {"denom": "uiso"}}, "limit": "9",
            "period": 60, "made": 100, "until": 900, "recipients": ["bob"], "revoked": false, "left": "2",
            "period_ends": 160
        }),
    )
}

fn stream() -> (StreamInfo, Value) {
    let [amount, earned, withdrawn, due, reserved] = [9, 5, 3, 2, 6].map(Uint128::new);
    (
        StreamInfo {
            id: 3,
            proposal: 7,
            recipient: addr("bob"),
            asset: native("uiso"),
            amount,
            course: Course { start: 100, cliff: 110, end: 160 },
            cancelled: None,
            earned,
            withdrawn,
            due,
            reserved,
        },
        json!({
            "id": 3, "proposal": 7, "recipient": "bob", "asset": {"native": {"denom": "uiso"}}, "amount": "9",
            "course": {"start": 100, "cliff": 110, "end": 160}, "cancelled": null, "earned": "5",
            "withdrawn": "3", "due": "2", "reserved": "6"
        }),
    )
}

#[test]
fn budgets_and_streams() {
    let ((budget, budget_json), (stream, stream_json)) = (budget(), stream());
    pin(BudgetResponse { budget: None }, json!({ "budget": null }));
    pin(BudgetResponse { budget: Some(budget.clone()) }, json!({ "budget": budget_json }));
    pin(BudgetsResponse { budgets: vec![budget] }, json!({ "budgets": [budget_json] }));
    pin(StreamResponse { stream: None }, json!({ "stream": null }));
    pin(StreamResponse { stream: Some(stream.clone()) }, json!({ "stream": stream_json }));
    pin(StreamsResponse { streams: vec![stream] }, json!({ "streams": [stream_json] }));
    let obligation = Obligation { holding: native("uiso").into(), reserved: Uint128::new(6) };
    pin(
        ObligationsResponse { obligations: vec![obligation] },
        json!({"obligations": [{"holding": {"native": {"denom": "uiso"}}, "reserved": "6"}]}),
    );
}

#[test]
fn the_ledger() {
    pin_all(vec![
        (Means::SpendSmall, json!("spend_small")),
        (Means::Spend, json!("spend")),
        (Means::SpendNft { token_id: "7".to_string() }, json!({"spend_nft": {"token_id": "7"}})),
        (Means::Execute, json!("execute")),
        (Means::Budget { id: 3 }, json!({"budget": {"id": 3}})),
        (Means::Stream { id: 3 }, json!({"stream": {"id": 3}})),
    ]);
    let outflow = Outflow {
        number: 1,
        proposal: 7,
        by: Means::Spend,
        holding: native("uiso").into(),
        amount: Uint128::new(5),
        to: Some(addr("bob")),
        at: 900,
    };
    pin(
        OutflowsResponse { outflows: vec![outflow] },
        json!({"outflows": [{
            "number": 1, "proposal": 7, "by": "spend", "holding": {"native": {"denom": "uiso"}}, "amount": "5",
            "to": "bob", "at": 900
        }]}),
    );
    pin(
        SumsResponse { sums: vec![DayOutflow { day: 3, amount: Uint128::new(5) }] },
        json!({"sums": [{"day": 3, "amount": "5"}]}),
    );
}
