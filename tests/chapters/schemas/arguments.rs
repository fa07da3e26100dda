//! The values that each argument of a query is given.

use cosmwasm_std::{to_json_binary, CosmosMsg, Empty, WasmMsg};
use isonomia_api::asset::Asset;
use isonomia_api::call::call;
use isonomia_api::proposal;
use isonomia_api::timelock::ExecuteMsg::Upgrade;
use isonomia_api::treasury::{Holding, ListedResponse, QueryMsg};
use isonomia_core::class::Class;
use isonomia_embedded::{Dao, STAKED};
use serde_json::{json, Value};

use crate::lifecycle::town::{cash, small, spend};

/// An argument of a query.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    /// Of which contract.
    pub contract: &'a str,
    /// Of which query.
    pub query: &'a str,
    /// Which.
    pub argument: &'a str,
}

/// Values that the contracts of a DAO answer, or refuse because there is no such thing there.
pub fn values(dao: &Dao, Place { contract, query, argument }: Place) -> Vec<Value> {
    match (contract, query, argument) {
        (_, _, "account" | "address" | "addr" | "voter" | "delegate") => accounts(dao),
        ("treasury", _, "holder" | "recipient") => ["clerk", "mason"].map(|name| json!(dao.addr(name))).into(),
        ("proposal" | "timelock", _, "id") | ("voting", _, "poll") => ids(dao),
        ("treasury", _, "id") => vec![json!(1), json!(2), json!(99)],
        (_, _, "limit") => vec![json!(100), json!(1)],
        ("voting", _, "height" | "at_height") => vec![json!(dao.height()), json!(1)],
        ("identity", _, "start_after")
        | ("vault", "unnoticed", "start_after")
        | ("voting", "ballots" | "list_members" | "delegates" | "delegators", "start_after") => accounts(dao)[..2].to_vec(),
        ("timelock", "queue", "start_after") => vec![json!({ "eta": 0, "id": 0 })],
        (_, _, "start_after") => vec![json!(0)],
        (_, _, "start_before") => vec![json!(1_000), json!(2)],
        ("proposal", "latest_proposals", "filter") => filters(dao),
        ("proposal", "deposit", "class") => Class::ALL.iter().map(|class| json!(class)).collect(),
        ("proposal", "preview", "actions") => actions(dao),
        ("proposal", "preview", "emergency") => vec![json!(false), json!(true)],
        ("treasury", _, "asset") => vec![json!(cash()), json!(Asset::Native { denom: STAKED.to_string() })],
        ("treasury", _, "holding") => holdings(dao),
        _ => panic!(
            "the query `{query}` of {contract} has an argument `{argument}` without a sample: add an arm to `values` in \
             tests/chapters/schemas/arguments.rs with values that the DAO of tests/chapters/schemas/life.rs answers"
        ),
    }
}

fn accounts(dao: &Dao) -> Vec<Value> {
    ["ann", "bob", "whale", "nobody"].map(|name| json!(dao.addr(name))).into()
}

/// Whose, of which class, and at which stage.
fn filters(dao: &Dao) -> Vec<Value> {
    let hers = json!({ "proposer": dao.addr("ann"), "class": "signal", "stage": null });
    vec![json!({}), hers, json!({ "stage": "open" }), json!({ "stage": "defeated" })]
}

/// The id of the next proposal.
fn next_id(dao: &Dao) -> u64 {
    let asked = proposal::QueryMsg::Config {};
    dao.ask::<proposal::ConfigResponse>(&dao.contracts.proposal, &asked).unwrap().next_id
}

/// Every proposal, and one that is none.
fn ids(dao: &Dao) -> Vec<Value> {
    (1..=next_id(dao)).map(|id| json!(id)).collect()
}

fn holdings(dao: &Dao) -> Vec<Value> {
    let told: ListedResponse = dao.ask(&dao.contracts.treasury, &QueryMsg::Listed {}).unwrap();
    let listed = told.listed.into_iter().map(|listed| listed.holding);
    listed.chain([Holding::from(cash())]).map(|holding| json!(holding)).collect()
}

/// Drafts: nothing, payments, a wrapper, migrations to code that is there and is not, administrators, a cancellation,
/// and whatever was proposed.
fn actions(dao: &Dao) -> Vec<Value> {
    let [vault, treasury] = [&dao.contracts.vault, &dao.contracts.treasury];
    let (code_id, msg) = (dao.codes.treasury, to_json_binary(&Empty {}).unwrap());
    let contract_addr = treasury.to_string();
    let migrate = |new_code_id| -> CosmosMsg {
        WasmMsg::Migrate { contract_addr: contract_addr.clone(), new_code_id, msg: msg.clone() }.into()
    };
    let admin = dao.addr("mallory").into_string();
    let set = WasmMsg::UpdateAdmin { contract_addr: contract_addr.clone(), admin };
    let clear = WasmMsg::ClearAdmin { contract_addr: contract_addr.clone() };
    let inner = json!({ "execute": { "contract_addr": vault, "msg": "e30=", "funds": [] } });
    let stream = json!({ "create_stream": { "stream": {
        "recipient": "smith", "asset": { "cw20": { "contract": "token" } }, "amount": "70"
    } } });
    let told = |msg: &Value| call(treasury, msg).unwrap();
    let approve = dao.to_timelock(&Upgrade { migrations: vec![], rollback: None }).unwrap();
    let mut drafts = vec![
        vec![],
        vec![small(dao, "painter", 1).unwrap(), spend(dao, "painter", 2).unwrap()],
        vec![told(&json!({ "execute": { "msg": inner } })), told(&stream)],
        vec![migrate(code_id), migrate(999), set.into(), clear.into(), approve],
        vec![dao.cancelling(1).unwrap()],
    ];
    drafts.extend(proposed(dao));
    drafts.into_iter().map(|draft| json!(draft)).collect()
}

fn proposed(dao: &Dao) -> impl Iterator<Item = Vec<CosmosMsg>> + '_ {
    (1..next_id(dao)).map(|id| serde_json::from_slice(&dao.body(id).unwrap().actions).unwrap())
}
