//! Every pinned message is what `schema/` says that its contract takes.

use std::path::Path;

use serde_json::Value;

use crate::given::Table;
use crate::{identity, proposal, timelock, treasury, vault, voting};

fn takes<T>(contract: &str, messages: Table<T>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../schema/{contract}.json"));
    let file: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let execute = jsonschema::validator_for(&file["execute"]).unwrap();
    for (_, message) in messages {
        let faults: Vec<String> = execute.iter_errors(&message).map(|fault| fault.to_string()).collect();
        assert!(
            faults.is_empty(),
            "schema/{contract}.json does not take {message}: {faults:?}: run scripts/schema.sh"
        );
        let key = message.as_object().unwrap().keys().next().unwrap();
        let mut surplus = message.clone();
        surplus[key]["surplus"] = true.into();
        assert!(!execute.is_valid(&surplus), "schema/{contract}.json takes {surplus}");
    }
}

#[test]
fn every_message_is_what_its_schema_says() {
    takes("vault", vault::executes());
    takes("identity", identity::executes());
    takes("voting", voting::executes());
    takes("proposal", proposal::executes());
    takes("timelock", timelock::executes());
    takes("treasury", treasury::executes());
}
