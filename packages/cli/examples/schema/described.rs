//! Every message, field, answer and word of the wire says what it is, and no shape is hard to read.

use serde_json::Value;

use crate::contracts::{all, CONTRACTS};
use crate::node::{definitions, description, fields, roots, variants};

/// Integers of these lengths are ids, heights, seconds, counts and basis points, as the pins of the wire hold them; an
/// amount is a string.
const INTEGERS: [&str; 5] = ["uint8", "uint16", "uint32", "uint64", "uint"];

/// What is wrong, by place.
fn faults(root: &Value) -> Vec<String> {
    let mut faults = vec![];
    describes("", root, &mut faults);
    types(root["title"].as_str().unwrap_or_default(), root, &mut faults);
    for (name, definition) in definitions(root) {
        describes(name, definition, &mut faults);
        types(name, definition, &mut faults);
    }
    shapes(root, "", &mut faults);
    faults
}

fn types(name: &str, schema: &Value, faults: &mut Vec<String>) {
    for (field, schema) in fields(schema) {
        describes(&format!("{name}.{field}"), schema, faults);
    }
    for alternative in schema["oneOf"].as_array().into_iter().flatten() {
        let together = alternative["enum"].as_array().is_some_and(|words| words.len() > 1);
        if together {
            faults.push(format!("{name}: {} have no description each", alternative["enum"]));
        }
    }
    for variant in variants(schema) {
        let path = format!("{name}::{}", variant.name);
        says(&path, variant.description, faults);
        for (field, schema) in variant.body.into_iter().flat_map(fields) {
            describes(&format!("{path}.{field}"), schema, faults);
        }
    }
}

fn describes(path: &str, schema: &Value, faults: &mut Vec<String>) {
    says(path, description(schema), faults);
}

fn says(path: &str, words: &str, faults: &mut Vec<String>) {
    match words.trim_end() {
        "" => faults.push(format!("{path} has no description")),
        words if words.ends_with('.') => {}
        words => faults.push(format!("{path}: no full stop ends \"{words}\"")),
    }
}

/// No tuple, no enum without a tag, no integer of another kind.
fn shapes(schema: &Value, path: &str, faults: &mut Vec<String>) {
    if schema["items"].is_array() {
        faults.push(format!("{path} is a tuple"));
    }
    let untagged = |any: &Vec<Value>| any.len() != 2 || any[1]["type"] != "null";
    if schema["anyOf"].as_array().is_some_and(untagged) {
        faults.push(format!("{path} is an enum without a tag"));
    }
    let format = schema["format"].as_str();
    if format.is_some_and(|format| !INTEGERS.contains(&format)) {
        faults.push(format!("{path} is a number of the kind {}", schema["format"]));
    }
    let children: Vec<(String, &Value)> = match schema {
        Value::Object(named) => named.iter().map(|(name, child)| (name.clone(), child)).collect(),
        Value::Array(items) => items.iter().enumerate().map(|(at, child)| (at.to_string(), child)).collect(),
        _ => vec![],
    };
    for (name, child) in children {
        shapes(child, &format!("{path}/{name}"), faults);
    }
}

#[test]
fn everything_on_the_wire_says_what_it_is_and_is_easy_to_read() {
    let mut wrong = vec![];
    for (name, schema) in all().unwrap() {
        let roots = if CONTRACTS.contains(&name) { roots(&schema) } else { vec![(String::new(), &schema)] };
        for (place, root) in roots {
            wrong.extend(faults(root).into_iter().map(|fault| format!("{name} {place}: {fault}")));
        }
    }
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_says_nothing_or_is_hard_to_read_is_found() {
    let schema = serde_json::json!({
        "title": "Answer",
        "description": "An answer",
        "properties": {
            "pair": { "description": "Two.", "items": [{ "type": "string" }, { "type": "string" }] },
            "either": { "anyOf": [{ "type": "string" }, { "type": "integer" }] },
            "power": { "description": "So much.", "type": "integer", "format": "uint128" }
        },
        "definitions": { "Word": { "description": "A word.", "oneOf": [
            { "enum": ["yes", "no"] },
            { "description": "Perhaps.", "properties": { "maybe": { "properties": { "until": {} } } } }
        ] } }
    });
    let found = [
        ": no full stop ends \"An answer\"",
        "Answer.either has no description",
        "Word: [\"yes\",\"no\"] have no description each",
        "Word::yes has no description",
        "Word::no has no description",
        "Word::maybe.until has no description",
        "/properties/either is an enum without a tag",
        "/properties/pair is a tuple",
        "/properties/power is a number of the kind \"uint128\"",
    ];
    assert_eq!(faults(&schema), found);
}
