//! The schema of a contract, as it is committed.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use jsonschema::Validator;
use serde_json::Value;

/// The schema of a contract.
pub struct Book {
    /// Of which.
    pub contract: &'static str,
    json: Value,
    /// By its place in the file: `execute`, `responses/config`.
    validators: BTreeMap<String, Validator>,
}

/// A query as its schema has it.
pub struct Query {
    /// Its name, the one key of the message.
    pub name: String,
    /// The arguments that must be given.
    pub required: Vec<String>,
    /// Those that may be.
    pub optional: Vec<String>,
}

impl Book {
    /// What `schema/` says of a contract.
    pub fn open(contract: &'static str) -> Book {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../schema/{contract}.json"));
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let json: Value = serde_json::from_str(&text).unwrap();
        let validators = schemas(&json)
            .map(|(place, schema)| (place, jsonschema::validator_for(schema).unwrap()))
            .collect();
        Book { contract, json, validators }
    }

    /// What is wrong with a message or an answer, by the schema at a place; nothing where all is well.
    pub fn faults(&self, place: &str, message: &Value) -> String {
        let validator = self.validators.get(place);
        let validator = validator.unwrap_or_else(|| panic!("schema/{}.json has no {place}", self.contract));
        let faults = validator.iter_errors(message).map(|fault| format!("{}: {fault}", fault.instance_path));
        faults.collect::<Vec<_>>().join("; ")
    }

    /// Every query.
    pub fn queries(&self) -> Vec<Query> {
        let variants = self.json["query"]["oneOf"].as_array().unwrap();
        let bodies = variants.iter().filter_map(|variant| variant["properties"].as_object()?.iter().next());
        let queries: Vec<Query> = bodies.map(|(name, body)| Query::new(name, body)).collect();
        assert_eq!(queries.len(), variants.len(), "{}: a query that is no object", self.contract);
        queries
    }

    /// The schema of the answer to each query.
    pub fn answers(&self) -> impl Iterator<Item = (&String, &Value)> {
        self.json["responses"].as_object().unwrap().iter()
    }

    /// The schema of the answer to a query.
    pub fn answer(&self, query: &str) -> &Value {
        &self.json["responses"][query]
    }
}

impl Query {
    fn new(name: &str, body: &Value) -> Query {
        let is_required = |name: &&String| {
            body["required"]
                .as_array()
                .is_some_and(|required| required.iter().any(|one| one == name.as_str()))
        };
        let arguments = body["properties"].as_object().into_iter().flat_map(|named| named.keys());
        let (required, optional): (Vec<&String>, Vec<&String>) = arguments.partition(is_required);
        let owned = |names: Vec<&String>| names.into_iter().cloned().collect();
        Query { name: name.to_string(), required: owned(required), optional: owned(optional) }
    }
}

/// Every schema of the file with its place there.
fn schemas(json: &Value) -> impl Iterator<Item = (String, &Value)> {
    let messages = ["instantiate", "execute", "query", "migrate"].into_iter();
    let messages = messages.filter_map(|place| Some((place.to_string(), json.get(place)?)));
    let answers = json["responses"].as_object().unwrap().iter();
    let answers = answers.map(|(query, schema)| (format!("responses/{query}"), schema));
    messages.filter(|(_, schema)| !schema.is_null()).chain(answers)
}
