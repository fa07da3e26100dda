//! The shape of the whole wire, by its schemas: no tuples, no newtypes, no untagged enums, and integers only for ids,
//! heights, seconds, counts and basis points.

use std::collections::BTreeSet;

use cosmwasm_schema::schemars::schema::RootSchema;
use cosmwasm_schema::{schema_for, QueryResponses};
use isonomia_api::migration::MigrateMsg;
use isonomia_api::{identity, plan, proposal, timelock, treasury, vault, voting};
use serde_json::{Map, Value};

/// The chain's own types inside an action.
const FOREIGN: [&str; 3] = ["CosmosMsg_for_Empty", "BankMsg", "WasmMsg"];

const IDS: &str =
    "at_height code_id epoch first_id found generation height id new_code_id next next_id number pinned poll proposal start_after \
    start_before submitted_height upgraded";
const SECONDS: &str = "at attested_until below_since cancelled cliff closes critical day delay duration emergency end ends eta \
    expires free_from from locked_until made paused_until period period_ends start \
    matures opens released season seconds since soak standard started submitted time timelock unbonding until voting window";
const COUNTS: &str =
    "abstain attested carried count eligible extensions head_count heads heads_needed index left limit min_attested \
    min_issuers missed needed_weight no open overridden polls ready_weight scale total_weight yes";
const BASIS_POINTS: &str =
    "average_turnout_bps bps cap_bps outflow_cap_bps quorum_bps scale_bps stake_key_bps stake_support_bps \
    threshold_bps unattested_bps";

/// Of a cw4 group, by its own interface; and of an operator.
const WEIGHT_OF_CW4: &str = "weight";

/// A schema under the name of the property or definition that it describes.
type Node = (String, Map<String, Value>);

fn messages() -> Vec<RootSchema> {
    vec![
        schema_for!(vault::InstantiateMsg),
        schema_for!(vault::ExecuteMsg),
        schema_for!(vault::ReceiveMsg),
        schema_for!(vault::QueryMsg),
        schema_for!(voting::InstantiateMsg),
        schema_for!(voting::ExecuteMsg),
        schema_for!(voting::QueryMsg),
        schema_for!(identity::InstantiateMsg),
        schema_for!(identity::ExecuteMsg),
        schema_for!(identity::QueryMsg),
        schema_for!(proposal::InstantiateMsg),
        schema_for!(proposal::ExecuteMsg),
        schema_for!(proposal::ReceiveMsg),
        schema_for!(proposal::QueryMsg),
        schema_for!(timelock::InstantiateMsg),
        schema_for!(timelock::ExecuteMsg),
        schema_for!(timelock::QueryMsg),
        schema_for!(treasury::InstantiateMsg),
        schema_for!(treasury::ExecuteMsg),
        schema_for!(treasury::QueryMsg),
        schema_for!(MigrateMsg),
        schema_for!(plan::Params),
    ]
}

fn answers() -> impl Iterator<Item = RootSchema> {
    [
        vault::QueryMsg::response_schemas(),
        voting::QueryMsg::response_schemas(),
        identity::QueryMsg::response_schemas(),
        proposal::QueryMsg::response_schemas(),
        timelock::QueryMsg::response_schemas(),
        treasury::QueryMsg::response_schemas(),
    ]
    .into_iter()
    .flat_map(|schemas| schemas.unwrap().into_values())
}

/// Every schema within every schema of the wire.
fn nodes() -> Vec<Node> {
    let mut nodes = vec![];
    for schema in messages().into_iter().chain(answers()) {
        collect(&serde_json::to_value(schema).unwrap(), "", &mut nodes);
    }
    nodes
}

fn collect(schema: &Value, name: &str, nodes: &mut Vec<Node>) {
    let Value::Object(entries) = schema else {
        return schema.as_array().into_iter().flatten().for_each(|item| collect(item, name, nodes));
    };
    nodes.push((name.to_string(), entries.clone()));
    for (key, child) in entries {
        match (key.as_str(), child) {
            ("properties" | "definitions", Value::Object(named)) => {
                named.iter().for_each(|(name, child)| collect(child, name, nodes))
            }
            _ => collect(child, name, nodes),
        }
    }
}

/// The names of those nodes that are so.
fn names(is: impl Fn(&Map<String, Value>) -> bool) -> BTreeSet<String> {
    nodes().into_iter().filter(|(_, node)| is(node)).map(|(name, _)| name).collect()
}

fn set(names: &str) -> BTreeSet<String> {
    names.split_whitespace().map(str::to_string).collect()
}

#[test]
fn integers_are_ids_heights_seconds_counts_and_basis_points() {
    let integers = names(|node| node.get("format").is_some());

    assert_eq!(integers, set(&[IDS, SECONDS, COUNTS, BASIS_POINTS, WEIGHT_OF_CW4].join(" ")));
    let wide =
        names(|node| node.get("format").is_some_and(|format| format == "uint128" || format == "double"));
    assert_eq!(wide, set(""));
}

#[test]
fn there_are_no_tuples() {
    assert_eq!(names(|node| node.get("items").is_some_and(Value::is_array)), set(""));
}

/// An untagged enum would be `anyOf`; so is whatever may be null.
#[test]
fn nothing_is_untagged() {
    let or_null = |any: &Value| any.as_array().unwrap().len() == 2 && any[1]["type"] == "null";
    assert_eq!(names(|node| node.get("anyOf").is_some_and(|any| !or_null(any))), set(""));
}

/// Only the hooks that a cw20 and a cw721 token call, by their own interfaces.
#[test]
fn the_only_newtype_variants_are_those_of_tokens() {
    let mut newtypes = BTreeSet::new();
    for (_, node) in nodes().iter().filter(|(name, _)| !FOREIGN.contains(&name.as_str())) {
        let variants = node.get("oneOf").and_then(Value::as_array).into_iter().flatten();
        for body in variants.filter_map(|variant| variant["properties"].as_object()) {
            assert_eq!(body.len(), 1);
            newtypes
                .extend(body.iter().filter(|(_, body)| body["type"] != "object").map(|(key, _)| key.clone()));
        }
    }
    assert_eq!(newtypes, set("receive receive_nft"));
}

/// The only definitions that are not objects or enums.
#[test]
fn four_types_are_strings() {
    let mut strings = BTreeSet::new();
    for schema in messages().into_iter().chain(answers()) {
        for (name, definition) in schema.definitions {
            let definition = serde_json::to_value(definition).unwrap();
            if definition["type"] != "object" && definition["oneOf"].is_null() {
                assert_eq!(definition["type"], "string", "{name}");
                strings.insert(name);
            }
        }
    }
    assert_eq!(strings, set("Addr Binary HexBinary Uint128"));
}

/// The schemas deny unknown fields, though the contracts pass them over: see `given::pin_surplus`.
#[test]
fn every_object_is_closed() {
    let open = names(|node| {
        node.contains_key("properties") && node.get("additionalProperties") != Some(&false.into())
    });
    assert_eq!(open, set(""));
}
