//! What `isonomia deploy` prints.

use std::path::Path;

use anyhow::Result;
use cosmwasm_std::WasmMsg;
use isonomia_api::plan::Suite;
use isonomia_core::clock::ORDINARY_DAY;
use serde_json::{json, Value};

use super::codes::KnownCode;
use super::planning::founding;
use super::{Next, Order};
use crate::deployment::{Dao, Step};
use crate::doctor::Examination;
use crate::live::Preview;
use crate::verify::Verification;

/// What a person is asked to agree to.
pub(super) fn preview(order: &Order, found: &Examination, file: &Path) -> Preview {
    let Order { chain, name, dao, .. } = order;
    let day = match dao.params.day {
        ORDINARY_DAY => "86400 s".to_string(),
        day => format!("{day} s: a test, not for anything of value"),
    };
    let fees =
        found.cost.as_ref().map_or("unknown".to_string(), |cost| chain.amount_text(cost.fees, &cost.denom));
    Preview::new(&format!("deploy the DAO `{name}` to {}", chain.chain_id))
        .line("founder", format!("{}, to whom no right remains", dao.founder))
        .line("staked", &dao.params.asset)
        .line("a day", day)
        .line("vault", &dao.contracts.vault)
        .line("timelock", &dao.contracts.timelock)
        .line("fees", format!("up to {fees}"))
        .line("file", file.display())
}

/// What would be done.
pub(super) fn plan(
    order: &Order,
    next: Next,
    (found, known): (&Examination, Option<&Suite<Option<KnownCode>>>),
    json: bool,
) -> Result<()> {
    let id = |known: &Option<KnownCode>| known.as_ref().map_or(0, |code| code.code_id);
    let ids = match known {
        Some(known) => known.map(|_, code| Ok::<_, anyhow::Error>(id(code)))?,
        None => Suite::each(|_| Ok::<_, anyhow::Error>(0))?,
    };
    let messages: Vec<Value> =
        founding(&order.dao, &ids)?.into_iter().map(message(&order.dao)).collect::<Result<_>>()?;
    if json {
        let Order { chain, name, dao, .. } = order;
        let plan = json!({
            "chain_id": chain.chain_id, "dao": name, "would": next, "plan": dao, "messages": messages,
            "checks": found.checks, "cost": found.cost,
        });
        println!("{plan}");
        return Ok(());
    }
    println!("{found}");
    for told in messages {
        println!("{told:#}");
    }
    if let Some(cost) = &found.cost {
        println!("fees up to {} for {} gas", order.chain.amount_text(cost.fees, &cost.denom), cost.gas);
    }
    println!("{}", would(order, next));
    println!("Nothing was signed.");
    Ok(())
}

/// What would come of it.
fn would(order: &Order, next: Next) -> String {
    let Order { chain, name, .. } = order;
    let chain = &chain.chain_id;
    match next {
        Next::Found => format!("`{name}` would be founded on {chain}."),
        Next::GoOn => format!("The deployment of `{name}` to {chain} was begun, and would be gone on with."),
        Next::Enter => {
            format!("{chain} has `{name}` as it is asked for: it would be entered in the deployment file.")
        }
    }
}

/// One instantiation, for a person to read.
fn message(dao: &Dao) -> impl Fn((&'static str, WasmMsg)) -> Result<Value> + '_ {
    |(name, message)| {
        let WasmMsg::Instantiate2 { admin, code_id, label, msg, .. } = message else {
            anyhow::bail!("a DAO is made by instantiate2 alone");
        };
        let address =
            dao.contracts.named().into_iter().find(|(other, _)| *other == name).map(|(_, address)| address);
        let code = if code_id == 0 { json!("to be stored") } else { json!(code_id) };
        let msg: Value = serde_json::from_slice(&msg)?;
        Ok(
            json!({ "contract": name, "address": address, "admin": admin, "code": code, "label": label, "msg": msg }),
        )
    }
}

/// What was made.
pub(super) fn made(name: &str, dao: &Dao, found: &Verification, json: bool) -> Result<()> {
    let (tx, height) = match &dao.step {
        Step::Done { tx, height, .. } => (tx.clone(), *height),
        Step::Planned | Step::Sent { .. } => (None, None),
    };
    if json {
        let told = json!({
            "chain_id": found.chain_id, "dao": name, "contracts": dao.contracts, "codes": dao.codes,
            "checksums": dao.checksums, "tx": tx, "height": height, "git_commit": dao.git_commit, "verification": found,
        });
        println!("{told}");
        return Ok(());
    }
    println!("`{name}` is made on {}", found.chain_id);
    for (contract, address) in dao.contracts.named() {
        println!("  {contract:<9} {address}");
    }
    if let (Some(tx), Some(height)) = (tx, height) {
        println!("by transaction {tx} in block {height}");
    }
    print!("{found}");
    Ok(())
}
