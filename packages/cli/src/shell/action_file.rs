//! Actions as people write them into a file.

use anyhow::{bail, Context, Result};
use cosmwasm_std::{Binary, Coin, CosmosMsg, WasmMsg};
use isonomia_api::asset::Asset;
use isonomia_core::json::{canonical_message, canonical_object, Value};

use super::desk::Desk;
use crate::keeper::Asked;

/// The most bytes of a file of actions: the limit of a proposal, and room to write it legibly.
pub const MAX_FILE: u64 = 256 * 1024;

/// How an action is written.
const FORMS: &str = "an action is {\"call\": CONTRACT, \"msg\": {…}, \"funds\": [\"5 cash\"]}, \
    {\"migrate\": CONTRACT, \"code_id\": N, \"msg\": {…}}, or a `bank` or `wasm` message";

/// The actions of a file: one JSON list. No key may stand twice, and no number may be a fraction: as the chain reads it.
pub fn parse<D: Asked>(desk: &Desk<'_, D>, text: &str) -> Result<Vec<CosmosMsg>> {
    let Value::Array(entries) = Value::parse(text.as_bytes()).context("actions are one JSON list")? else {
        bail!("actions are one JSON list");
    };
    let action = |(index, entry): (usize, &Value)| {
        action(desk, entry).with_context(|| format!("action {}", index + 1))
    };
    entries.iter().enumerate().map(action).collect()
}

fn action<D: Asked>(desk: &Desk<'_, D>, entry: &Value) -> Result<CosmosMsg> {
    let Value::Object(entries) = entry else { bail!(FORMS) };
    let keys: Vec<&str> = entries.iter().map(|(key, _)| key.as_str()).collect();
    // Keys stand in their order.
    match keys.as_slice() {
        ["call", "msg"] | ["call", "funds", "msg"] => called(desk, entry),
        ["code_id", "migrate", "msg"] => migrated(desk, entry),
        _ => as_the_chain_has_it(entry),
    }
}

fn called<D: Asked>(desk: &Desk<'_, D>, entry: &Value) -> Result<CosmosMsg> {
    let funds = match entry.at("/funds") {
        None => vec![],
        Some(Value::Array(coins)) => {
            coins.iter().map(|text| coin(desk, &text.text())).collect::<Result<_>>()?
        }
        Some(_) => bail!("funds are a list: [\"5 cash\"]"),
    };
    let (_, msg) = canonical_message(&message(entry)?)?;
    let contract_addr = contract(desk, entry, "/call")?;
    Ok(WasmMsg::Execute { contract_addr, msg: Binary::from(msg), funds }.into())
}

fn migrated<D: Asked>(desk: &Desk<'_, D>, entry: &Value) -> Result<CosmosMsg> {
    let Some(Value::Unsigned(new_code_id)) = entry.at("/code_id") else { bail!("code_id is a number") };
    let msg = Binary::from(canonical_object(&message(entry)?)?);
    let contract_addr = contract(desk, entry, "/migrate")?;
    Ok(WasmMsg::Migrate { contract_addr, new_code_id: *new_code_id, msg }.into())
}

/// A `bank` or `wasm` message, in which messages are base64.
fn as_the_chain_has_it(entry: &Value) -> Result<CosmosMsg> {
    match serde_json::from_slice(&entry.canonical()?).context(FORMS)? {
        action @ (CosmosMsg::Bank(_) | CosmosMsg::Wasm(_)) => Ok(action),
        _ => bail!(FORMS),
    }
}

fn message(entry: &Value) -> Result<Vec<u8>> {
    Ok(entry.at("/msg").context(FORMS)?.canonical()?)
}

/// The address of a contract of the DAO that is called by its name, or an address as it is.
fn contract<D: Asked>(desk: &Desk<'_, D>, entry: &Value, pointer: &str) -> Result<String> {
    let Some(Value::String(text)) = entry.at(pointer) else { bail!(FORMS) };
    desk.contract_named(text)
}

fn coin<D: Asked>(desk: &Desk<'_, D>, text: &str) -> Result<Coin> {
    let amount = desk.notation.amount(text)?;
    match amount.asset {
        Asset::Native { denom } => Ok(Coin { denom, amount: amount.units.into() }),
        Asset::Cw20 { .. } => bail!("`{text}` is no coin: tokens are paid by a call of their contract"),
    }
}
