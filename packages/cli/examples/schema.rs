//! Writes the JSON schemas into a folder: one per contract, and those of a scenario, its report, and a founding file.
//! `scripts/schema.sh` calls it.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use cosmwasm_schema::{generate_api, schema_for};
use isonomia_api::{identity, proposal, timelock, treasury, vault, voting};
use isonomia_cli::founding::Founding;
use isonomia_cli::scenario::{Report, Scenario};
use serde_json::Value;

macro_rules! contract {
    ($folder:expr, $contract:ident, $name:literal) => {
        let api = generate_api! {
            name: $name,
            instantiate: $contract::InstantiateMsg,
            query: $contract::QueryMsg,
            execute: $contract::ExecuteMsg,
        };
        write($folder, $name, &serde_json::from_str(&api.render().to_string()?)?)?;
    };
}

fn main() -> Result<()> {
    let folder: PathBuf = std::env::args_os().nth(1).context("name the folder to write to")?.into();
    std::fs::create_dir_all(&folder)?;
    contract!(&folder, vault, "vault");
    contract!(&folder, voting, "voting");
    contract!(&folder, identity, "identity");
    contract!(&folder, proposal, "proposal");
    contract!(&folder, timelock, "timelock");
    contract!(&folder, treasury, "treasury");
    write(&folder, "scenario", &serde_json::to_value(schema_for!(Scenario))?)?;
    write(&folder, "founding", &serde_json::to_value(schema_for!(Founding))?)?;
    write(&folder, "report", &serde_json::to_value(schema_for!(Report))?)
}

/// Pretty, with a newline at the end; the version of the crates is left out, so that a release changes no schema.
fn write(folder: &Path, name: &str, schema: &Value) -> Result<()> {
    let mut schema = schema.clone();
    if let Some(object) = schema.as_object_mut() {
        object.remove("contract_version");
    }
    let path = folder.join(format!("{name}.json"));
    std::fs::write(&path, format!("{schema:#}\n")).with_context(|| path.display().to_string())
}
