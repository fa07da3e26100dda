//! How a schema is read.

use serde_json::{Map, Value};

/// A variant of an enum, or a message.
pub struct Variant<'a> {
    /// As JSON has it.
    pub name: &'a str,
    /// What is behind the name; nothing where the variant is the name alone.
    pub body: Option<&'a Value>,
    /// What it is.
    pub description: &'a str,
}

/// The variants of an enum.
pub fn variants(schema: &Value) -> Vec<Variant<'_>> {
    schema["oneOf"].as_array().into_iter().flatten().flat_map(alternative).collect()
}

/// Words that have one description together, or one word with a body.
fn alternative(one: &Value) -> Vec<Variant<'_>> {
    let words = one["enum"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let words = words.map(|name| (name, None));
    let bodies = fields(one).into_iter().map(|(name, body)| (name, Some(body)));
    let named = words.chain(bodies);
    named.map(|(name, body)| Variant { name, body, description: description(one) }).collect()
}

/// The fields of an object.
pub fn fields(schema: &Value) -> Vec<(&str, &Value)> {
    schema["properties"]
        .as_object()
        .into_iter()
        .flat_map(Map::iter)
        .map(|(name, one)| (name.as_str(), one))
        .collect()
}

/// Whether a field must be given.
pub fn is_required(schema: &Value, field: &str) -> bool {
    schema["required"].as_array().is_some_and(|required| required.iter().any(|one| one == field))
}

/// What it is.
pub fn description(schema: &Value) -> &str {
    schema["description"].as_str().unwrap_or_default()
}

/// The types that a schema defines.
pub fn definitions(root: &Value) -> Vec<(&str, &Value)> {
    let named = root["definitions"].as_object();
    named.into_iter().flat_map(Map::iter).map(|(name, one)| (name.as_str(), one)).collect()
}

/// The messages and answers of a contract, each with its place.
pub fn roots(contract: &Value) -> Vec<(String, &Value)> {
    let parts = ["instantiate", "execute", "query", "migrate"].into_iter();
    let parts = parts.map(|part| (part.to_string(), &contract[part])).filter(|(_, schema)| !schema.is_null());
    let answers = contract["responses"].as_object().into_iter().flat_map(Map::iter);
    parts.chain(answers.map(|(query, schema)| (format!("responses/{query}"), schema))).collect()
}
