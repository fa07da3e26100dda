//! One contract of a live DAO: its code, its administrator, its configuration.

use anyhow::{Context, Result};
use cosmwasm_std::WasmMsg;
use isonomia_chain::{ChainError, ContractInfo};
use serde::Deserialize;
use serde_json::{json, Map, Value};

use super::{compare, shape, Verification};
use crate::artifacts::hex;
use crate::deploy::planning::founding;
use crate::deployment::Dao;
use crate::live::Live;

/// What a contract is told and does not answer: the first id is that of the first proposal alone.
const NOT_ANSWERED: [(&str, &str); 1] = [("proposal", "first_id")];

/// Its name and version, as cw2 keeps them.
#[derive(Debug, Deserialize)]
struct ContractVersion {
    contract: String,
    version: String,
}

/// Checks one contract; `local` is the checksum of the compiled contract here.
pub(super) fn check(
    live: &Live,
    dao: &Dao,
    (contract, local): (&'static str, Option<String>),
    found: &mut Verification,
) -> Result<()> {
    let codes =
        dao.codes.clone().context("the deployment file tells no codes: run `isonomia deploy` again")?;
    let of = |suite: &isonomia_api::plan::Suite<String>| {
        suite
            .named()
            .into_iter()
            .find(|(name, _)| *name == contract)
            .map_or(String::new(), |(_, value)| value.clone())
    };
    let (address, checksum) = (of(&dao.contracts), of(&dao.checksums));
    let Some(info) = live.node.contract(&address)? else {
        found.differs(contract, "address", address, "nothing there");
        return Ok(());
    };
    let (_, message) = founding(dao, &codes)?
        .into_iter()
        .find(|(name, _)| *name == contract)
        .context("a contract that is not founded")?;
    let WasmMsg::Instantiate2 { admin, code_id, label, msg, .. } = message else {
        anyhow::bail!("a DAO is made by instantiate2 alone");
    };
    let planned = ContractInfo { code_id, creator: dao.founder.clone(), admin, label, created: None };
    identity(contract, &planned, &info, found);
    code(live, (contract, info.code_id), (&checksum, local), found)?;
    version(live, contract, &address, found)?;
    let expected = expected(contract, dao, serde_json::from_slice(&msg)?);
    match answers(live, contract, &address, found) {
        Ok(is) => compare::values(found, contract, "config", &expected, &is),
        Err(error @ ChainError::Unreachable { .. }) => return Err(error.into()),
        Err(error) => found.differs(contract, "config", "an answer", error),
    }
    Ok(())
}

fn identity(contract: &str, planned: &ContractInfo, is: &ContractInfo, found: &mut Verification) {
    let admin = |info: &ContractInfo| info.admin.clone().unwrap_or_else(|| "nobody".to_string());
    found.compare(contract, "admin", admin(planned), admin(is));
    found.compare(contract, "creator", &planned.creator, &is.creator);
    found.compare(contract, "label", &planned.label, &is.label);
    found.compare(contract, "code id", planned.code_id, is.code_id);
}

fn code(
    live: &Live,
    (contract, code_id): (&str, u64),
    (planned, local): (&str, Option<String>),
    found: &mut Verification,
) -> Result<()> {
    let code = live.node.code(code_id)?;
    let is = code.map_or("no code".to_string(), |code| hex(&code.checksum));
    found.compare(contract, "code on the chain", planned, is);
    if let Some(local) = local {
        found.compare(contract, "local code", planned, local);
    }
    Ok(())
}

fn version(live: &Live, contract: &str, address: &str, found: &mut Verification) -> Result<()> {
    let kept = live.node.raw(address, b"contract_info")?.unwrap_or_default();
    match serde_json::from_slice::<ContractVersion>(&kept) {
        Ok(is) => {
            found.compare(contract, "name", format!("crates.io:isonomia-{contract}"), is.contract);
            found.compare(contract, "version", env!("CARGO_PKG_VERSION"), is.version);
        }
        Err(_) => found.differs(contract, "name", format!("crates.io:isonomia-{contract}"), "none"),
    }
    Ok(())
}

/// What the contract was told, and what it must have learnt from the others.
fn expected(contract: &str, dao: &Dao, told: Map<String, Value>) -> Value {
    let mut expected = told;
    expected.retain(|key, _| !NOT_ANSWERED.contains(&(contract, key.as_str())));
    if let Some(first) = expected.get_mut("guardian") {
        // Who it is; when the term ends follows from the block of the founding.
        *first = first["guardian"].take();
    }
    let learnt: &[(&str, u64)] = match contract {
        "voting" | "proposal" => &[("day", dao.params.day), ("unbonding", dao.params.unbonding)],
        "identity" => &[("day", dao.params.day), ("min_attested", dao.params.min_attested)],
        _ => &[],
    };
    expected.extend(learnt.iter().map(|(key, value)| (key.to_string(), json!(value))));
    Value::Object(expected)
}

/// What the contract says of itself.
fn answers(
    live: &Live,
    contract: &'static str,
    address: &str,
    found: &mut Verification,
) -> Result<Value, ChainError> {
    let ask = |query: Value| live.node.smart::<Value>(address, &query);
    let mut config = ask(json!({ "config": {} }))?;
    let shape = if shape::is_known(contract, &config) { "as in schema/" } else { "another" };
    found.compare(contract, "schema of config", "as in schema/", shape);
    match contract {
        "identity" => {
            let issuers = ask(json!({ "issuers": {} }))?;
            let issuers = issuers["issuers"].as_array().into_iter().flatten();
            config["issuers"] = issuers.map(|issuer| issuer["issuer"].clone()).collect();
        }
        "timelock" => config["guardian"] = ask(json!({ "guardian": {} }))?["guardian"].clone(),
        "proposal" => config["rules"] = ask(json!({ "rules": {} }))?["rules"].clone(),
        "treasury" => {
            config["allowances"] = ask(json!({ "allowances": {} }))?["allowances"].clone();
            let listed = ask(json!({ "listed": {} }))?;
            let listed = listed["listed"].as_array().into_iter().flatten();
            let cap = |one: &Value| json!({ "holding": one["holding"], "limit": one["limit"] });
            config["listed"] = listed.map(cap).collect();
        }
        _ => {}
    }
    Ok(config)
}
