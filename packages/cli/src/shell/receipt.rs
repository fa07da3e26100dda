//! What came of a transaction.

use std::fmt;

use isonomia_chain::{Event, Landed};
use serde_json::{json, Map, Value};

use super::asking::Answer;

/// How the chain marks the events of contracts.
const OF_CONTRACT: &str = "wasm-";
/// How the chain tells which contract an event is of.
const CONTRACT: &str = "_contract_address";

/// What came of a transaction.
pub struct Receipt(pub Landed);

impl Answer for Receipt {
    fn json(&self) -> Value {
        let Landed { hash, height, gas_used, .. } = &self.0;
        let told = |(name, event): (&str, &Event)| {
            let mut said: Map<String, Value> = attributes(event)
                .map(|(key, value)| (key.to_string(), Value::String(value.to_string())))
                .collect();
            said.insert("event".to_string(), name.into());
            said.insert("contract".to_string(), event.get(CONTRACT).unwrap_or_default().into());
            Value::Object(said)
        };
        let events: Vec<Value> = events(&self.0).map(told).collect();
        json!({ "tx": hash, "height": height, "gas_used": gas_used, "events": events })
    }
}

impl fmt::Display for Receipt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Landed { hash, height, gas_used, .. } = &self.0;
        writeln!(f, "done in block {height}, {gas_used} gas, transaction {hash}")?;
        events(&self.0).try_for_each(|(name, event)| {
            let said: Vec<String> = attributes(event).map(|(key, value)| format!("{key} {value}")).collect();
            writeln!(f, "  {}: {}", name.replace('_', " "), said.join(", "))
        })
    }
}

/// The typed events of contracts, with their names.
fn events(landed: &Landed) -> impl Iterator<Item = (&str, &Event)> {
    let named = |event| Some((Event::kind(event)?, event));
    landed.events.iter().filter_map(named)
}

trait Kind {
    fn kind(&self) -> Option<&str>;
}

impl Kind for Event {
    fn kind(&self) -> Option<&str> {
        self.kind.strip_prefix(OF_CONTRACT)
    }
}

fn attributes(event: &Event) -> impl Iterator<Item = (&str, &str)> {
    let pairs = event.attributes.iter().map(|(key, value)| (key.as_str(), value.as_str()));
    pairs.filter(|(key, _)| *key != CONTRACT && *key != "msg_index")
}
