//! The plan of a DAO: the six messages that make it.

use cosmwasm_std::{Addr, Binary, CosmosMsg, Uint128, WasmMsg};
use isonomia_api::call::call;
use isonomia_api::plan::{messages, Params, Suite};
use isonomia_api::proposal::Entry;
use isonomia_api::timelock::FirstGuardian;
use isonomia_api::treasury::{Allowance, HoldingCap};
use isonomia_api::vault;
use isonomia_core::cap::Limit;
use serde_json::{json, Value};

use crate::given::{addr, native, pin, rules, rules_json, written};
use crate::identity::issuer;

/// Parameters of which no two are alike that could be mistaken for each other.
fn params() -> (Params, Value) {
    let (issuer, issuer_json) = issuer();
    (
        Params {
            name: "Town".to_string(),
            asset: native("uiso"),
            unbonding: 2_419_200,
            day: 86_400,
            scale: 1_000,
            floor_stake: Uint128::new(11),
            season: 7_776_000,
            min_attested: 25,
            least_total_stake: Uint128::new(13),
            issuers: vec![issuer],
            min_issuers: 1,
            rules: rules(),
            entry: Entry { deposit: None, least_stake: Uint128::new(9) },
            allowances: vec![Allowance { asset: native("uiso"), limit: Uint128::new(900) }],
            outflow_cap_bps: 400,
            listed: vec![HoldingCap { holding: native("uiso").into(), limit: Limit::Share { bps: 300 } }],
            first_id: 3,
            guardian: Some(FirstGuardian { guardian: "wanda".to_string(), seconds: 900 }),
            registrar: None,
        },
        json!({
            "name": "Town", "asset": {"native": {"denom": "uiso"}}, "unbonding": 2419200, "day": 86400, "scale": 1000,
            "floor_stake": "11", "season": 7776000, "min_attested": 25, "least_total_stake": "13",
            "issuers": [issuer_json], "min_issuers": 1, "rules": rules_json(),
            "entry": {"deposit": null, "least_stake": "9"},
            "allowances": [{"asset": {"native": {"denom": "uiso"}}, "limit": "900"}],
            "outflow_cap_bps": 400,
            "listed": [{"holding": {"native": {"denom": "uiso"}}, "limit": {"share": {"bps": 300}}}],
            "first_id": 3, "guardian": {"guardian": "wanda", "seconds": 900}, "registrar": null
        }),
    )
}

fn codes() -> Suite<u64> {
    Suite { vault: 11, voting: 12, identity: 13, proposal: 14, timelock: 15, treasury: 16 }
}

fn made(params: &Params) -> Vec<CosmosMsg> {
    let addresses = Suite::each(|name| Ok::<Addr, ()>(addr(&format!("{name}_addr")))).unwrap();
    messages(params, &codes(), &addresses, &Binary::from(b"salt")).unwrap()
}

/// The message inside an instantiate message.
fn inside(message: &CosmosMsg) -> Value {
    match message {
        CosmosMsg::Wasm(WasmMsg::Instantiate2 { msg, .. }) => serde_json::from_slice(msg).unwrap(),
        other => panic!("{other:?} makes nothing"),
    }
}

#[test]
fn parameters_and_suites() {
    let (params, json) = params();
    pin(params, json);
    pin(
        codes(),
        json!({"vault": 11, "voting": 12, "identity": 13, "proposal": 14, "timelock": 15, "treasury": 16}),
    );
}

#[test]
fn six_contracts_in_order_one_salt_and_the_vault_without_an_administrator() {
    let made = made(&params().0);

    let envelopes: Vec<Value> = made
        .iter()
        .map(|message| {
            let mut json = written(message);
            json["wasm"]["instantiate2"].as_object_mut().unwrap().remove("msg").unwrap();
            json
        })
        .collect();
    let envelope = |code_id: u64, label: &str, admin: Option<&str>| {
        json!({"wasm": {"instantiate2": {
            "admin": admin, "code_id": code_id, "label": label, "funds": [], "salt": "c2FsdA=="
        }}})
    };
    assert_eq!(
        envelopes,
        [
            envelope(11, "Town vault", None),
            envelope(12, "Town voting", Some("timelock_addr")),
            envelope(13, "Town identity", Some("timelock_addr")),
            envelope(14, "Town proposal", Some("timelock_addr")),
            envelope(15, "Town timelock", Some("timelock_addr")),
            envelope(16, "Town treasury", Some("timelock_addr")),
        ]
    );
}

#[test]
fn every_contract_is_told_the_addresses_of_the_others() {
    let (params, params_json) = params();

    let messages: Vec<Value> = made(&params).iter().map(inside).collect();

    assert_eq!(
        messages,
        [
            json!({
                "voting": "voting_addr", "asset": {"native": {"denom": "uiso"}}, "unbonding": 2419200, "day": 86400
            }),
            json!({
                "vault": "vault_addr", "registrar": "identity_addr", "proposal": "proposal_addr",
                "timelock": "timelock_addr", "scale": 1000, "floor_stake": "11", "season": 7776000,
                "min_attested": 25, "least_total_stake": "13"
            }),
            json!({
                "voting": "voting_addr", "timelock": "timelock_addr", "issuers": params_json["issuers"],
                "min_issuers": 1
            }),
            json!({
                "voting": "voting_addr", "timelock": "timelock_addr", "treasury": "treasury_addr",
                "identity": "identity_addr", "first_id": 3, "rules": rules_json(),
                "entry": {"deposit": null, "least_stake": "9"}
            }),
            json!({
                "proposal": "proposal_addr", "treasury": "treasury_addr", "day": 86400,
                "least_delays": {"standard": 172800, "critical": 432000, "emergency": 7200},
                "guardian": {"guardian": "wanda", "seconds": 900}
            }),
            json!({
                "timelock": "timelock_addr", "day": 86400, "allowances": params_json["allowances"],
                "outflow_cap_bps": 400, "listed": params_json["listed"]
            }),
        ]
    );
}

#[test]
fn another_registrar_goes_to_voting_alone() {
    let ours = made(&params().0);
    let theirs = made(&Params { registrar: Some("registrar".to_string()), ..params().0 });

    let changed: Vec<_> = (0..6).filter(|&index| ours[index] != theirs[index]).collect();
    assert_eq!(changed, [1]);
    assert_eq!(inside(&theirs[1])["registrar"], "registrar");
}

#[test]
fn a_call_has_no_coins() {
    let message = call(&addr("vault"), &vault::ExecuteMsg::Claim {}).unwrap();

    pin(
        message,
        json!({"wasm": {"execute": {"contract_addr": "vault", "msg": "eyJjbGFpbSI6e319", "funds": []}}}),
    );
}
