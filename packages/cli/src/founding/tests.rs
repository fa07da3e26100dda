use cosmwasm_std::Uint128;
use isonomia_api::asset::Asset;
use isonomia_api::timelock::FirstGuardian;
use isonomia_core::cap::Limit;
use isonomia_core::rules::{Quorum, Rules};
use serde_json::{json, Value};

use super::*;

const PAUL: &str = "wasm1g4q7px688ymesxeh76wf0ruejsf3lsujcx0jfh";

fn chain(test_network: bool) -> ChainFile {
    let text = json!({
        "chain_id": "isonomia-devnet-1", "rpc": ["http://127.0.0.1:1"], "prefix": "wasm", "coin_type": 118,
        "fee": { "denom": "ufee", "price": "0.01" },
        "coins": [
            { "denom": "uiso", "symbol": "iso", "decimals": 6 },
            { "denom": "ucash", "symbol": "cash", "decimals": 6 },
        ],
        "test_network": test_network, "max_wasm_bytes": 819200, "faucet": null, "facts": "a test",
    });
    serde_json::from_value(text).unwrap()
}

/// The least that a file must say.
fn least() -> Value {
    json!({
        "name": "parish", "stake": { "native": "uiso" },
        "registry": { "issuers": [{ "id": "paul", "account": PAUL }] },
    })
}

fn plan_of(file: &Value, day: u64) -> Result<isonomia_api::plan::Params, FoundingError> {
    Founding::parse(&file.to_string())?.plan(&chain(true), Day(day))
}

fn refusal(change: impl FnOnce(&mut Value)) -> String {
    let mut file = least();
    change(&mut file);
    plan_of(&file, ORDINARY_DAY).unwrap_err().to_string()
}

#[test]
fn an_outflow_cap_is_a_share_and_no_more_than_everything() {
    let mut file = least();
    file["outflow_cap"] = json!("12.5 %");
    let plan = plan_of(&file, ORDINARY_DAY).unwrap();
    assert_eq!((plan.outflow_cap_bps, plan.listed[0].limit), (1_250, Limit::Share { bps: 1_250 }));
    let said = refusal(|file| file["outflow_cap"] = json!("100.01 %"));
    assert_eq!(said, "outflow_cap: a cap is at most 10000 basis points, not 10001 basis points");
}

#[test]
fn what_is_left_out_has_the_default_of_the_mechanism() {
    let plan = plan_of(&least(), ORDINARY_DAY).unwrap();
    let asset = Asset::Native { denom: "uiso".to_string() };
    let standard = isonomia_api::plan::Params::standard("parish", asset, plan.issuers.clone());
    assert_eq!(plan, isonomia_api::plan::Params { min_issuers: 1, ..standard });
}

#[test]
fn a_short_day_scales_every_duration_and_nothing_else() {
    let plan = plan_of(&least(), 10).unwrap();
    assert_eq!((plan.day, plan.unbonding, plan.season), (10, 280, 900));
    assert_eq!(plan.rules, Rules::standard(Day(10)));
    assert_eq!(plan.min_attested, 25);
}

#[test]
fn a_guardian_is_named_for_a_term_that_the_contract_takes() {
    let named = |term: Value| {
        let mut file = least();
        file["guardian"] = json!({ "account": PAUL, "term": term });
        plan_of(&file, ORDINARY_DAY)
    };
    for (term, days) in [(Value::Null, 180), (json!("90 d"), 90)] {
        let guardian = FirstGuardian { guardian: PAUL.to_string(), seconds: days * ORDINARY_DAY };
        assert_eq!(named(term).unwrap().guardian, Some(guardian));
    }
    let said = named(json!("181 d")).unwrap_err().to_string();
    assert!(said.contains("a guardian's term ends after") && said.contains("(180 days)"), "{said}");
}

#[test]
fn the_complete_example_of_the_docs_says_what_it_says() {
    let docs = include_str!("../../../../docs/deploy.md");
    let example = docs.split("```json").nth(1).unwrap().split("```").next().unwrap();
    let plan = Founding::parse(example).unwrap().plan(&chain(true), Day(ORDINARY_DAY)).unwrap();
    assert_eq!(plan.name, "riverside");
    assert_eq!(plan.floor_stake, Uint128::new(2_500_000));
    assert_eq!(plan.least_total_stake, Uint128::new(250_000_000_000));
    assert_eq!(plan.rules.standard.stake_key_bps, 3_333);
    assert_eq!(plan.rules.standard.voting, 5 * ORDINARY_DAY);
    assert_eq!(plan.rules.emergency.delay, 3_600);
    assert_eq!(plan.rules.critical.quorum, Quorum::Fixed { bps: 2_500 });
    assert_eq!(plan.entry.deposit.unwrap().amount, Uint128::new(100_000_000));
    assert_eq!(plan.allowances.len(), 2);
    assert_eq!(plan.issuers.len(), 2);
}

#[test]
fn the_town_is_founded_on_a_devnet_alone() {
    let plan = Founding::default_on(&chain(true)).unwrap().plan(&chain(true), Day(10)).unwrap();
    assert_eq!((plan.name.as_str(), plan.registrar.as_deref(), plan.min_attested), ("town", Some(PAUL), 5));
    assert_eq!(devnet::account("registrar").unwrap().address, PAUL);
    let elsewhere = ChainFile { chain_id: "juno-1".to_string(), ..chain(false) };
    let error = Founding::default_on(&elsewhere).unwrap_err().to_string();
    assert!(error.starts_with("say what is to be founded on juno-1: --params FILE"), "{error}");
}

#[test]
fn a_day_of_a_test_is_for_test_networks_alone() {
    assert_eq!(day_on(&chain(true), Some(10)).unwrap(), Day(10));
    assert_eq!(day_on(&chain(false), None).unwrap(), Day(ORDINARY_DAY));
    assert_eq!(day_on(&chain(false), Some(ORDINARY_DAY)).unwrap(), Day(ORDINARY_DAY));
    let error = day_on(&chain(false), Some(10)).unwrap_err().to_string();
    assert!(error.ends_with("a day there has 86400 s, not 10; leave --day out"), "{error}");
    assert!(day_on(&chain(true), Some(9)).is_err() && day_on(&chain(true), Some(86_401)).is_err());
    assert_eq!((read_day("10s"), read_day("1m"), read_day("24h")), (Ok(10), Ok(60), Ok(86_400)));
    for wrong in ["", "10", "s", "1.5m", "-1s", "1d", "99999999999999999999s"] {
        assert!(read_day(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn an_unknown_key_is_refused_by_its_name() {
    for pointer in ["", "/registry", "/rules", "/rules/standard", "/entry", "/weight"] {
        let said = refusal(|file| {
            file["rules"] = json!({ "standard": {} });
            file["entry"] = json!({});
            file["weight"] = json!({});
            file.pointer_mut(pointer).unwrap()["quorom"] = json!("20 %");
        });
        assert!(said.contains("unknown field `quorom`"), "{pointer}: {said}");
    }
}

#[test]
fn what_a_person_mistypes_is_named_with_its_place() {
    let said = refusal(|file| file["unbonding"] = json!("4 weeks"));
    assert!(said.starts_with("unbonding: `4 weeks` is no duration"), "{said}");
    let said = refusal(|file| file["rules"] = json!({ "critical": { "threshold": "0.6" } }));
    assert!(said.starts_with("rules.critical.threshold: `0.6` is no share"), "{said}");
    let said = refusal(|file| file["weight"] = json!({ "floor_stake": "1 cash" }));
    assert_eq!(said, "weight.floor_stake is of `ucash`, but `uiso` is staked");
    let said =
        refusal(|file| file["registry"]["issuers"][0]["account"] = json!(PAUL.replace("wasm1", "juno1")));
    assert!(said.starts_with("registry.issuers.paul: "), "{said}");
    let said = refusal(|file| file["registry"]["issuers"][0]["ed25519"] = json!("00"));
    assert!(said.contains("registry.issuers.paul speaks in exactly one way"), "{said}");
    let said = refusal(|file| file["allowances"] = json!([{ "amount": "0 cash" }]));
    assert_eq!(said, "allowances is of nothing: leave it out");
}

#[test]
fn the_bounds_are_the_contracts_own() {
    let said = refusal(|file| file["rules"] = json!({ "standard": { "voting": "31 d" } }));
    assert_eq!(
        said,
        "the contracts refuse these parameters: standard.voting must be 86400 to 2592000, not 2678400"
    );
    let said = refusal(|file| file["unbonding"] = json!("20 d"));
    assert!(said.contains("longer than the unbonding of 1728000 s"), "{said}");
    let said = refusal(|file| file["season"] = json!("29 d"));
    assert!(said.contains("season"), "{said}");
    let said = refusal(|file| file["weight"] = json!({ "scale": 1_000_001 }));
    assert!(said.ends_with("K must be 1 to 1000000, not 1000001"), "{said}");
    let said = refusal(|file| file["registry"]["issuers"] = json!([]));
    assert!(said.contains("the contracts refuse"), "{said}");
    let twice = json!([{ "amount": "1 cash" }, { "amount": "2 cash" }]);
    assert!(refusal(|file| file["allowances"] = twice).contains("the contracts refuse"));
}

#[test]
fn fewer_than_five_persons_are_never_deployed() {
    let with = |least_attested: u64| {
        let mut file = least();
        file["registry"]["min_attested"] = json!(least_attested);
        plan_of(&file, ORDINARY_DAY)
    };
    assert_eq!(with(5).unwrap().min_attested, 5);
    let said = with(4).unwrap_err().to_string();
    assert!(said.starts_with("registry.min_attested must be at least 5, not 4"), "{said}");
}

#[test]
fn two_keys_need_as_many_issuers_as_are_asked_for() {
    let said = refusal(|file| file["registry"]["min_issuers"] = json!(2));
    assert!(said.starts_with("registry.min_issuers is 2, but 1 are named"), "{said}");
}

#[test]
fn a_name_labels_and_is_bounded() {
    let with = |name: String| {
        let mut file = least();
        file["name"] = json!(name);
        plan_of(&file, ORDINARY_DAY)
    };
    assert!(with("a".repeat(64)).is_ok());
    for name in [String::new(), "a".repeat(65), " town".to_string(), "to\nwn".to_string()] {
        assert!(
            with(name.clone()).unwrap_err().to_string().starts_with("a name has 1 to 64 bytes"),
            "{name}"
        );
    }
}
