//! What came of a transaction.

use std::fmt;

use isonomia_chain::{Event, Landed};
use serde_json::{json, Map, Value};

use super::asking::Answer;
use super::words::plain;

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
            writeln!(f, "  {}: {}", name.replace('_', " "), plain(&said.join(", ")))
        })
    }
}

/// The typed events of contracts, with their names.
fn events(landed: &Landed) -> impl Iterator<Item = (&str, &Event)> {
    landed.events.iter().filter_map(|event| Some((event.kind.strip_prefix(OF_CONTRACT)?, event)))
}

fn attributes(event: &Event) -> impl Iterator<Item = (&str, &str)> {
    let pairs = event.attributes.iter().map(|(key, value)| (key.as_str(), value.as_str()));
    pairs.filter(|(key, _)| *key != CONTRACT && *key != "msg_index")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(kind: &str, attributes: &[(&str, &str)]) -> Event {
        let pair = |(key, value): &(&str, &str)| (key.to_string(), value.to_string());
        Event { kind: kind.to_string(), attributes: attributes.iter().map(pair).collect() }
    }

    fn receipt() -> Receipt {
        let voted =
            [("_contract_address", "wasm1v"), ("proposal_id", "7"), ("choice", "yes"), ("msg_index", "0")];
        Receipt(Landed {
            hash: "AB".to_string(),
            height: 12,
            code: 0,
            log: String::new(),
            gas_used: 117_000,
            events: vec![event("tx", &[("fee", "1ufee")]), event("wasm-voting_voted", &voted)],
        })
    }

    #[test]
    fn a_person_reads_what_the_contracts_said_and_nothing_of_the_chains_own() {
        let said =
            "done in block 12, 117000 gas, transaction AB\n  voting voted: proposal_id 7, choice yes\n";
        assert_eq!(receipt().to_string(), said);
    }

    #[test]
    fn a_script_gets_each_event_with_its_name_and_contract() {
        let event =
            json!({ "event": "voting_voted", "contract": "wasm1v", "proposal_id": "7", "choice": "yes" });
        let said = json!({ "tx": "AB", "height": 12, "gas_used": 117_000, "events": [event] });
        assert_eq!(receipt().json(), said);
    }
}
