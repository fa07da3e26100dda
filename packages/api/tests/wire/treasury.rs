//! The treasury's messages and answers.

use cosmwasm_std::Uint128;
use isonomia_api::treasury::{
    Allowance, AllowancesResponse, AssetResponse, ConfigResponse, ExecuteMsg, InstantiateMsg, Outflow,
    OutflowsResponse, Payment, QueryMsg,
};
use serde_json::{json, Value};

use crate::given::{
    addr, cw20, native, pin, pin_answers, pin_messages, pin_strict, received, variants, Table,
};

variants!(ExecuteMsg: Receive, SpendSmall, Spend, SetAllowance, Pause, Unpause);
variants!(QueryMsg: Config, Asset, Allowances, Outflows);

fn allowance() -> (Allowance, Value) {
    (
        Allowance { asset: native("uiso"), limit: Uint128::new(900) },
        json!({"asset": {"native": {"denom": "uiso"}}, "limit": "900"}),
    )
}

fn payment() -> Payment {
    Payment { asset: cw20("token"), amount: Uint128::new(5), to: "bob".to_string() }
}

pub fn executes() -> Table<ExecuteMsg> {
    vec![
        (
            ExecuteMsg::Receive(received()),
            json!({"receive": {"sender": "alice", "amount": "5", "msg": "e30="}}),
        ),
        (
            ExecuteMsg::SpendSmall { payment: payment() },
            json!({"spend_small": {
                "payment": {"asset": {"cw20": {"contract": "token"}}, "amount": "5", "to": "bob"}
            }}),
        ),
        (
            ExecuteMsg::Spend { payment: payment() },
            json!({"spend": {"payment": {"asset": {"cw20": {"contract": "token"}}, "amount": "5", "to": "bob"}}}),
        ),
        (
            ExecuteMsg::SetAllowance { allowance: allowance().0 },
            json!({"set_allowance": {"allowance": {"asset": {"native": {"denom": "uiso"}}, "limit": "900"}}}),
        ),
        (ExecuteMsg::Pause { until: 900 }, json!({"pause": {"until": 900}})),
        (ExecuteMsg::Unpause {}, json!({"unpause": {}})),
    ]
}

#[test]
fn instantiate() {
    let (allowance, allowance_json) = allowance();
    let json = json!({"timelock": "timelock", "day": 86400, "allowances": [allowance_json]});
    pin_strict::<InstantiateMsg>([&json], &[]);
    let msg = InstantiateMsg { timelock: "timelock".to_string(), day: 86_400, allowances: vec![allowance] };
    pin(msg, json);
}

#[test]
fn execute() {
    pin_messages(executes(), &[]);
}

#[test]
fn query() {
    pin_messages(
        vec![
            (QueryMsg::Config {}, json!({"config": {}})),
            (
                QueryMsg::Asset { asset: native("uiso") },
                json!({"asset": {"asset": {"native": {"denom": "uiso"}}}}),
            ),
            (QueryMsg::Allowances {}, json!({"allowances": {}})),
            (
                QueryMsg::Outflows { start_after: Some(7), limit: Some(30) },
                json!({"outflows": {"start_after": 7, "limit": 30}}),
            ),
            (
                QueryMsg::Outflows { start_after: None, limit: None },
                json!({"outflows": {"start_after": null, "limit": null}}),
            ),
        ],
        &["outflows.start_after", "outflows.limit"],
    );
    pin_answers::<QueryMsg>(&[
        ("config", "ConfigResponse"),
        ("asset", "AssetResponse"),
        ("allowances", "AllowancesResponse"),
        ("outflows", "OutflowsResponse"),
    ]);
}

#[test]
fn answers() {
    let (allowance, allowance_json) = allowance();
    pin(
        ConfigResponse { timelock: addr("timelock"), day: 86_400 },
        json!({"timelock": "timelock", "day": 86400}),
    );
    pin(
        AssetResponse { balance: Uint128::new(5), allowance: Uint128::new(3), left: Uint128::new(2) },
        json!({"balance": "5", "allowance": "3", "left": "2"}),
    );
    pin(AllowancesResponse { allowances: vec![allowance] }, json!({ "allowances": [allowance_json] }));
    let outflow = Outflow {
        number: 1,
        proposal: 7,
        asset: native("uiso"),
        amount: Uint128::new(5),
        to: addr("bob"),
        small: true,
        at: 900,
    };
    pin(
        OutflowsResponse { outflows: vec![outflow] },
        json!({"outflows": [{
            "number": 1, "proposal": 7, "asset": {"native": {"denom": "uiso"}}, "amount": "5", "to": "bob",
            "small": true, "at": 900
        }]}),
    );
}
