//! The schemas, as the messages and answers have them.

use anyhow::Result;
use cosmwasm_schema::{generate_api, schema_for};
use isonomia_api::migration::MigrateMsg;
use isonomia_api::{identity, proposal, timelock, treasury, vault, voting};
use isonomia_cli::founding::Founding;
use isonomia_cli::scenario::{Report, Scenario};
use serde_json::{json, Value};

use crate::chain;

/// The contracts, in the order in which they are made.
pub const CONTRACTS: [&str; 6] = ["vault", "voting", "identity", "proposal", "timelock", "treasury"];

macro_rules! contract {
    ($contract:ident, $name:literal $(, migrate: $migrate:ty)?) => {{
        let api = generate_api! {
            name: $name,
            instantiate: $contract::InstantiateMsg,
            query: $contract::QueryMsg,
            execute: $contract::ExecuteMsg,
            $(migrate: $migrate,)?
        };
        ($name, contract(serde_json::from_str(&api.render().to_string()?)?))
    }};
}

/// Every schema with the name of its file.
pub fn all() -> Result<Vec<(&'static str, Value)>> {
    let mut schemas = vec![
        contract!(vault, "vault"),
        contract!(voting, "voting", migrate: MigrateMsg),
        contract!(identity, "identity", migrate: MigrateMsg),
        contract!(proposal, "proposal", migrate: MigrateMsg),
        contract!(timelock, "timelock", migrate: MigrateMsg),
        contract!(treasury, "treasury", migrate: MigrateMsg),
    ];
    let others = [
        ("vault-receive", json!(schema_for!(vault::ReceiveMsg))),
        ("proposal-receive", json!(schema_for!(proposal::ReceiveMsg))),
        ("scenario", json!(schema_for!(Scenario))),
        ("founding", json!(schema_for!(Founding))),
        ("report", json!(schema_for!(Report))),
    ];
    for (name, mut schema) in others {
        chain::describe(&mut schema);
        schemas.push((name, schema));
    }
    Ok(schemas)
}

/// The version of the crates is left out, so that a release changes no schema; the chain's own types are told in our
/// words.
fn contract(mut schema: Value) -> Value {
    if let Some(parts) = schema.as_object_mut() {
        parts.remove("contract_version");
        for part in ["instantiate", "execute", "query", "migrate"] {
            parts.get_mut(part).into_iter().for_each(chain::describe);
        }
    }
    schema["responses"]
        .as_object_mut()
        .into_iter()
        .flat_map(|answers| answers.values_mut())
        .for_each(chain::describe);
    schema
}

/// Pretty, with a newline at the end.
pub fn text(schema: &Value) -> String {
    format!("{schema:#}\n")
}
