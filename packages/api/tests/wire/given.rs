//! What every module pins with, and the values that several of them hold.

use std::collections::BTreeSet;
use std::fmt::Debug;

use cosmwasm_schema::QueryResponses;
use cosmwasm_std::{from_json, to_json_vec, Addr, StdResult, Uint128};
use cw20::Cw20ReceiveMsg;
use isonomia_api::asset::Asset;
use isonomia_core::clock::{Day, ORDINARY_DAY};
use isonomia_core::rules::Rules;
use serde::de::DeserializeOwned;
use serde::Serialize;
use serde_json::{json, Value};

/// Messages, each with its JSON.
pub type Table<T> = Vec<(T, Value)>;

/// What has a JSON.
pub trait Wire: Serialize + DeserializeOwned + PartialEq + Debug {}
impl<T: Serialize + DeserializeOwned + PartialEq + Debug> Wire for T {}

/// An enum whose variants are all known here; implemented by `variants!`.
pub trait Variants {
    const ALL: &'static [&'static str];
    fn variant(&self) -> &'static str;
}

/// Names every variant of an enum: a new one does not compile until it stands here, and fails until it is pinned.
macro_rules! variants {
    ($type:ident: $($variant:ident),+ $(,)?) => {
        impl crate::given::Variants for $type {
            const ALL: &'static [&'static str] = &[$(stringify!($variant)),+];
            fn variant(&self) -> &'static str {
                match self {
                    $($type::$variant { .. } => stringify!($variant),)+
                }
            }
        }
    };
}
pub(crate) use variants;

/// The JSON as the contracts write it, by their own codec.
pub fn written(value: &impl Serialize) -> Value {
    serde_json::from_slice(&to_json_vec(value).unwrap()).unwrap()
}

/// The value as the contracts read it, by their own codec.
pub fn read<T: DeserializeOwned>(json: &Value) -> StdResult<T> {
    from_json(json.to_string())
}

/// This value is written as exactly this JSON, which is read as exactly this value.
#[track_caller]
pub fn pin<T: Wire>(value: T, json: Value) {
    assert_eq!(written(&value), json);
    assert_eq!(read::<T>(&json).unwrap(), value);
}

/// Pins every variant of an enum, in the order of the enum; a variant may have several rows.
#[track_caller]
pub fn pin_all<T: Wire + Variants>(table: Table<T>) {
    let mut pinned: Vec<_> = table.iter().map(|(value, _)| value.variant()).collect();
    pinned.dedup();
    assert_eq!(pinned, T::ALL);
    for (value, json) in table {
        pin(value, json);
    }
}

/// Pins the messages of a contract, and what it refuses: another key, a second key, a key missing that is not one of
/// `optional`, and any leaf of another type (an amount as a number, an id as a string).
#[track_caller]
pub fn pin_messages<T: Wire + Variants + Clone>(table: Table<T>, optional: &[&str]) {
    pin_all(table.clone());
    pin_strict::<T>(table.iter().map(|(_, json)| json), optional);
    for (value, json) in &table {
        let (key, body) = json.as_object().unwrap().iter().next().unwrap();
        let other = format!("{key}_");
        assert!(read::<T>(&json!({ other: body })).is_err(), "{value:?} under another key");
        assert!(read::<T>(&json!({ key: body, "surplus": {} })).is_err(), "{value:?} with a second key");
        pin_surplus(value, json, key);
    }
}

/// One thing wrong with a JSON, at any depth, is refused; only the `optional` keys, `parent.key`, may be missing.
#[track_caller]
pub fn pin_strict<'a, T: Wire>(jsons: impl IntoIterator<Item = &'a Value>, optional: &[&str]) {
    let accepted: BTreeSet<_> = jsons
        .into_iter()
        .flat_map(|json| mutants("", json))
        .filter(|(_, mutant)| read::<T>(mutant).is_ok())
        .map(|(wrong, _)| wrong)
        .collect();
    assert_eq!(accepted, optional.iter().map(|key| format!("without {key}")).collect());
}

/// A field that nobody knows is refused, and not passed over: a misspelt `quiet` would be a loud exit. Only in what a
/// token sends is it the token's type, and its own affair.
#[track_caller]
fn pin_surplus<T: Wire>(value: &T, json: &Value, key: &str) {
    let mut surplus = json.clone();
    surplus[key]["surplus"] = json!(1);
    match read::<T>(&surplus) {
        Ok(read) => assert!(key.starts_with("receive") && read == *value, "{value:?} with an unknown field"),
        Err(_) => assert!(!key.starts_with("receive")),
    }
}

/// The JSON with one thing wrong, and what: a key is missing, or a leaf is of another type.
fn mutants(parent: &str, json: &Value) -> Vec<(String, Value)> {
    let mut found = vec![];
    match json {
        Value::Object(entries) => {
            for (key, child) in entries {
                let mut without = entries.clone();
                without.remove(key);
                found.push((format!("without {parent}.{key}"), without.into()));
                for (wrong, mutant) in mutants(key, child) {
                    let mut with = entries.clone();
                    with.insert(key.clone(), mutant);
                    found.push((wrong, with.into()));
                }
            }
        }
        Value::Array(items) => {
            for (index, child) in items.iter().enumerate() {
                for (wrong, mutant) in mutants(parent, child) {
                    let mut with = items.clone();
                    with[index] = mutant;
                    found.push((wrong, with.into()));
                }
            }
        }
        Value::String(_) => found.push((format!("{parent} as a number"), json!(7))),
        Value::Number(_) | Value::Bool(_) => found.push((format!("{parent} as a string"), json!("7"))),
        Value::Null => {}
    }
    found
}

/// What each query is answered with, by the names of the types.
#[track_caller]
pub fn pin_answers<Q: QueryResponses>(answers: &[(&str, &str)]) {
    let schemas = Q::response_schemas().unwrap();
    let title = |schema| serde_json::to_value(schema).unwrap()["title"].as_str().unwrap().to_string();
    let mut declared: Vec<_> = schemas.into_iter().map(|(query, schema)| (query, title(schema))).collect();
    declared.sort();
    let mut answers: Vec<_> =
        answers.iter().map(|(query, title)| (query.to_string(), title.to_string())).collect();
    answers.sort();
    assert_eq!(declared, answers);
}

pub fn addr(name: &str) -> Addr {
    Addr::unchecked(name)
}

pub fn native(denom: &str) -> Asset {
    Asset::Native { denom: denom.to_string() }
}

pub fn cw20(contract: &str) -> Asset {
    Asset::Cw20 { contract: contract.to_string() }
}

/// What a cw20 contract calls with: 5 tokens of alice, and `{}` inside.
pub fn received() -> Cw20ReceiveMsg {
    Cw20ReceiveMsg { sender: "alice".to_string(), amount: Uint128::new(5), msg: b"{}".into() }
}

/// The default rules.
pub fn rules() -> Rules {
    Rules::standard(Day(ORDINARY_DAY))
}

/// The default rules, by hand.
pub fn rules_json() -> Value {
    json!({
        "signal": {
            "threshold_bps": 5000, "stake_key_bps": 0, "stake_support_bps": 0,
            "quorum": {"fixed": {"bps": 800}}, "head_count": 0,
            "delay": 0, "voting": 432000, "timelock": 0, "window": 0
        },
        "standard": {
            "threshold_bps": 5000, "stake_key_bps": 3333, "stake_support_bps": 100,
            "quorum": {"adaptive": {"scale_bps": 10000}}, "head_count": 3,
            "delay": 86400, "voting": 604800, "timelock": 172800, "window": 432000
        },
        "critical": {
            "threshold_bps": 6000, "stake_key_bps": 5000, "stake_support_bps": 500,
            "quorum": {"adaptive": {"scale_bps": 15000}}, "head_count": 5,
            "delay": 172800, "voting": 604800, "timelock": 432000, "window": 432000
        },
        "emergency": {
            "threshold_bps": 7500, "stake_key_bps": 5000, "stake_support_bps": 1000,
            "quorum": {"fixed": {"bps": 2000}}, "head_count": 5,
            "delay": 3600, "voting": 86400, "timelock": 7200, "window": 345600
        },
        "unattested_bps": 1000,
        "cap_bps": 300
    })
}
