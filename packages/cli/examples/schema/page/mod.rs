//! `docs/API.md`: the schemas, for whoever reads.

mod contract;
mod example;
mod links;
mod table;
mod types;

use serde_json::Value;

use crate::contracts::CONTRACTS;
use links::Links;

/// What stands above everything.
const HEAD: &str = include_str!("head.md");

/// The whole page; the examples are those that the chapter `schemas` has written.
pub fn write(schemas: &[(&'static str, Value)], examples: &Value) -> String {
    let links = Links::new(schemas);
    let of = |name: &str| schemas.iter().find(|(file, _)| *file == name).map(|(_, schema)| schema);
    let contracts = || CONTRACTS.iter().filter_map(|name| Some((*name, of(name)?)));
    let mut page = HEAD.to_string();
    page.push_str("| contract | execute | query |\n|---|---|---|\n");
    for (name, schema) in contracts() {
        page.push_str(&contract::index(name, schema));
    }
    page.push_str("\nEverything that they share: [types](#types).\n");
    for (name, schema) in contracts() {
        let inside = of(&format!("{name}-receive"));
        page.push_str(&contract::chapter(name, schema, inside, (&examples[name], &links)));
    }
    page.push_str(&types::chapter(&links));
    page
}
