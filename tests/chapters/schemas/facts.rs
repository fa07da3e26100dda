//! What an answer can show: each option given and null, each word of an enum, each list with something in it.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

/// By the names of types: `OperationInfo.void: null`, `Class: critical`, `OperationResponse.pins: filled`.
pub type Facts = BTreeSet<String>;

/// Whatever a schema promises.
pub fn promised(root: &Value) -> Facts {
    let mut facts = Facts::new();
    promise(title(root), root, &mut facts);
    for (name, schema) in root["definitions"].as_object().into_iter().flatten() {
        promise(name, schema, &mut facts);
    }
    facts
}

fn promise(name: &str, schema: &Value, facts: &mut Facts) {
    for (field, schema) in fields(schema) {
        if is_option(schema) {
            facts.insert(format!("{name}.{field}: null"));
            facts.insert(format!("{name}.{field}: given"));
        }
        if is_list(schema) {
            facts.insert(format!("{name}.{field}: filled"));
        }
    }
    for (word, body) in variants(schema) {
        facts.insert(format!("{name}: {word}"));
        promise(&format!("{name}::{word}"), body, facts);
    }
}

/// Whatever an answer shows of that.
pub fn show(root: &Value, answer: &Value, facts: &mut Facts) {
    walk(root, title(root), root, answer, facts);
}

fn walk(root: &Value, name: &str, schema: &Value, value: &Value, facts: &mut Facts) {
    if let Some(name) = schema["$ref"].as_str().and_then(|link| link.strip_prefix("#/definitions/")) {
        return walk(root, name, &root["definitions"][name], value, facts);
    }
    if let Some(one) = schema["allOf"].get(0).or(schema["anyOf"].get(0)) {
        return walk(root, name, one, value, facts);
    }
    for item in value.as_array().into_iter().flatten() {
        walk(root, name, &schema["items"], item, facts);
    }
    for (field, schema) in fields(schema) {
        let value = &value[field];
        if is_option(schema) {
            facts.insert(format!("{name}.{field}: {}", if value.is_null() { "null" } else { "given" }));
        }
        if is_list(schema) && value.as_array().is_some_and(|items| !items.is_empty()) {
            facts.insert(format!("{name}.{field}: filled"));
        }
        if !value.is_null() {
            walk(root, name, schema, value, facts);
        }
    }
    for (word, body) in variants(schema) {
        if value == word || value.get(word).is_some() {
            facts.insert(format!("{name}: {word}"));
            walk(root, &format!("{name}::{word}"), body, &value[word], facts);
        }
    }
}

fn title(root: &Value) -> &str {
    root["title"].as_str().unwrap_or_default()
}

/// The fields of an object, or of the body of a variant.
fn fields(schema: &Value) -> impl Iterator<Item = (&String, &Value)> {
    schema["properties"].as_object().into_iter().flat_map(Map::iter)
}

/// The words of an enum, each with its body; one without a body has none.
fn variants(schema: &Value) -> Vec<(&str, &Value)> {
    let alternatives = schema["oneOf"].as_array().into_iter().flatten();
    alternatives
        .flat_map(|one| {
            let words = one["enum"].as_array().into_iter().flatten().filter_map(Value::as_str);
            let plain = words.map(|word| (word, &Value::Null));
            plain.chain(fields(one).map(|(word, body)| (word.as_str(), body))).collect::<Vec<_>>()
        })
        .collect()
}

/// What may be null: `type: [T, null]`, or `anyOf: [T, null]`.
fn is_option(schema: &Value) -> bool {
    let null = |one: &Value| one == "null" || one["type"] == "null";
    [&schema["type"], &schema["anyOf"]].into_iter().filter_map(Value::as_array).flatten().any(null)
}

fn is_list(schema: &Value) -> bool {
    schema.get("items").is_some()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn schema() -> Value {
        json!({
            "title": "Answer",
            "properties": {
                "until": { "type": ["integer", "null"] },
                "seat": { "anyOf": [{ "$ref": "#/definitions/Seat" }, { "type": "null" }] },
                "pins": { "type": "array", "items": { "$ref": "#/definitions/Seat" } }
            },
            "definitions": { "Seat": { "oneOf": [
                { "enum": ["free"] },
                { "properties": { "taken": { "properties": { "by": { "type": ["string", "null"] } } } } }
            ] } }
        })
    }

    #[test]
    fn a_schema_promises_every_choice_at_any_depth() {
        let promised: Vec<String> = promised(&schema()).into_iter().collect();
        let all = [
            "Answer.pins: filled",
            "Answer.seat: given",
            "Answer.seat: null",
            "Answer.until: given",
            "Answer.until: null",
            "Seat: free",
            "Seat: taken",
            "Seat::taken.by: given",
            "Seat::taken.by: null",
        ];
        assert_eq!(promised, all);
    }

    #[test]
    fn an_answer_shows_its_own() {
        let mut facts = Facts::new();
        let answer = json!({ "until": 7, "seat": null, "pins": ["free", { "taken": { "by": null } }] });
        show(&schema(), &answer, &mut facts);
        let shown: Vec<String> = facts.into_iter().collect();
        let its =
            ["Answer.pins: filled", "Answer.seat: null", "Answer.until: given", "Seat: free", "Seat: taken"];
        assert_eq!(shown[..5], its);
        assert_eq!(shown[5..], ["Seat::taken.by: null"]);
    }
}
