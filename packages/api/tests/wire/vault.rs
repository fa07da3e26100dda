//! The vault's messages and answers.

use cosmwasm_std::Uint128;
use isonomia_api::vault::{
    ClaimInfo, ClaimsResponse, ConfigResponse, DepositResponse, ExecuteMsg, InstantiateMsg, QueryMsg,
    ReceiveMsg, UnnoticedResponse,
};
use serde_json::json;

use crate::given::{
    addr, cw20, native, pin, pin_answers, pin_messages, pin_strict, received, variants, Table,
};

variants!(ExecuteMsg: Stake, Receive, Unstake, Claim, Sync);
variants!(ReceiveMsg: Stake);
variants!(QueryMsg: Config, Deposit, Claims, Unnoticed);

pub fn executes() -> Table<ExecuteMsg> {
    vec![
        (ExecuteMsg::Stake {}, json!({"stake": {}})),
        (
            ExecuteMsg::Receive(received()),
            json!({"receive": {"sender": "alice", "amount": "5", "msg": "e30="}}),
        ),
        (
            ExecuteMsg::Unstake { amount: Uint128::MAX, quiet: true },
            json!({"unstake": {"amount": "340282366920938463463374607431768211455", "quiet": true}}),
        ),
        (
            ExecuteMsg::Unstake { amount: Uint128::new(5), quiet: false },
            json!({"unstake": {"amount": "5", "quiet": false}}),
        ),
        (ExecuteMsg::Claim {}, json!({"claim": {}})),
        (ExecuteMsg::Sync { account: "alice".to_string() }, json!({"sync": {"account": "alice"}})),
    ]
}

fn queries() -> Table<QueryMsg> {
    let account = || "alice".to_string();
    vec![
        (QueryMsg::Config {}, json!({"config": {}})),
        (QueryMsg::Deposit { account: account() }, json!({"deposit": {"account": "alice"}})),
        (
            QueryMsg::Claims { account: account(), start_after: Some(28), limit: Some(100) },
            json!({"claims": {"account": "alice", "start_after": 28, "limit": 100}}),
        ),
        (
            QueryMsg::Claims { account: account(), start_after: None, limit: None },
            json!({"claims": {"account": "alice", "start_after": null, "limit": null}}),
        ),
        (
            QueryMsg::Unnoticed { start_after: Some(account()), limit: None },
            json!({"unnoticed": {"start_after": "alice", "limit": null}}),
        ),
    ]
}

#[test]
fn instantiate() {
    let json = json!({"voting": "voting", "asset": {"native": {"denom": "uiso"}}, "unbonding": 2419200, "day": 86400});
    pin_strict::<InstantiateMsg>([&json], &[]);
    let msg = InstantiateMsg {
        voting: "voting".to_string(),
        asset: native("uiso"),
        unbonding: 2_419_200,
        day: 86_400,
    };
    pin(msg, json);
}

#[test]
fn execute() {
    pin_messages(executes(), &["unstake.quiet"]);
}

#[test]
fn receive() {
    pin_messages(vec![(ReceiveMsg::Stake {}, json!({"stake": {}}))], &[]);
}

#[test]
fn query() {
    pin_messages(
        queries(),
        &["claims.start_after", "claims.limit", "unnoticed.start_after", "unnoticed.limit"],
    );
    pin_answers::<QueryMsg>(&[
        ("config", "ConfigResponse"),
        ("deposit", "DepositResponse"),
        ("claims", "ClaimsResponse"),
        ("unnoticed", "UnnoticedResponse"),
    ]);
}

#[test]
fn answers() {
    pin(
        ConfigResponse { voting: addr("voting"), asset: cw20("token"), unbonding: 2_419_200, day: 86_400 },
        json!({"voting": "voting", "asset": {"cw20": {"contract": "token"}}, "unbonding": 2419200, "day": 86400}),
    );
    pin(DepositResponse { stake: Uint128::new(5), noticed: true }, json!({"stake": "5", "noticed": true}));
    let claim =
        ClaimInfo { day: 28, released: 2_419_200, noticed: Uint128::new(3), unnoticed: Uint128::new(2) };
    pin(
        ClaimsResponse { claims: vec![claim] },
        json!({"claims": [{"day": 28, "released": 2419200, "noticed": "3", "unnoticed": "2"}]}),
    );
    pin(
        UnnoticedResponse { accounts: vec![addr("alice"), addr("bob")] },
        json!({"accounts": ["alice", "bob"]}),
    );
}
