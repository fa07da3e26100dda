//! Proposals of so many bytes that pay once.
//!
//! Title, summary and actions count, the actions as canonical JSON. A summary has at most 4 KiB; what is longer here is a
//! second action: the terms of the grant, as a message to a contract that does nothing. So the bytes cost what bytes
//! cost, and the payment stays the one thing that is done.

use anyhow::{ensure, Context, Result};
use cosmwasm_std::{coins, to_json_binary, to_json_vec, Addr, Coin, CosmosMsg, Uint128};
use isonomia_api::asset::Asset;
use isonomia_api::call::call;
use isonomia_api::proposal::{self, Draft, MAX_SUMMARY};
use isonomia_api::timelock::{self, Assertion, Expect};
use isonomia_api::treasury::{self, Payment};
use isonomia_embedded::{proposal_id, Dao, CASH};
use serde_json::json;

use super::stage::Stage;
use crate::people::account;

/// The title of every proposal that is measured.
pub const TITLE: &str = "Pay the second of four parts of the grant for the block explorer";
/// What a measured proposal pays.
pub const GRANT: u128 = 2_500_000_000;

/// A payment from the treasury.
pub fn payment(amount: u128) -> Payment {
    let asset = Asset::Native { denom: CASH.to_string() };
    Payment { asset, amount: Uint128::new(amount), to: account("grantee").into_string() }
}

/// A spend from the treasury.
pub fn spend(dao: &Dao) -> Result<CosmosMsg> {
    dao.to_treasury(&treasury::ExecuteMsg::Spend { payment: payment(GRANT) })
}

/// The draft of so many bytes.
pub fn draft(stage: &Stage, bytes: usize) -> Result<Draft> {
    let size = |actions: &[CosmosMsg]| Ok::<_, anyhow::Error>(TITLE.len() + to_json_vec(actions)?.len());
    let mut actions = vec![spend(&stage.dao)?];
    if size(&actions)? + MAX_SUMMARY < bytes {
        actions.push(terms(&stage.grant, 0)?);
        // Within an action, four letters stand for three bytes of its message.
        let missing = bytes.saturating_sub(size(&actions)? + MAX_SUMMARY);
        actions[1] = terms(&stage.grant, missing.div_ceil(4) * 3)?;
    }
    let left = bytes.checked_sub(size(&actions)?).with_context(|| format!("{bytes} bytes are too few"))?;
    ensure!(left <= MAX_SUMMARY, "{bytes} bytes are too many");
    let (title, summary) = (TITLE.to_string(), text(left));
    Ok(Draft { title, summary, link: None, actions, emergency: false, ready: None })
}

fn terms(grant: &Addr, bytes: usize) -> Result<CosmosMsg> {
    Ok(call(grant, &json!({ "terms": { "text": text(bytes) } }))?)
}

/// So many bytes of text.
pub fn text(bytes: usize) -> String {
    "The first part is done and was shown to everybody. ".chars().cycle().take(bytes).collect()
}

/// An assertion that the treasury still has some cash.
pub fn keeps(dao: &Dao) -> Result<Assertion> {
    let query =
        to_json_binary(&treasury::QueryMsg::Asset { asset: Asset::Native { denom: CASH.to_string() } })?;
    let contract = dao.contracts.treasury.to_string();
    let (pointer, expect, value) = ("/balance".to_string(), Expect::AtLeast, "5000000".to_string());
    Ok(Assertion { contract, query, pointer, expect, value })
}

/// That assertion, behind a payment.
pub fn asserted(dao: &Dao) -> Result<CosmosMsg> {
    Ok(call(&dao.contracts.timelock, &timelock::ExecuteMsg::Assert { assertion: keeps(dao)? })?)
}

/// Submits a draft with the deposit that it costs, natively.
pub fn submit(dao: &mut Dao, who: &Addr, draft: Draft) -> Result<u64> {
    let (proposal, funds) = (dao.contracts.proposal.clone(), deposit(dao));
    proposal_id(&dao.call_with(who, &proposal, &proposal::ExecuteMsg::Propose { draft }, &funds)?)
}

/// What a proposal costs.
pub fn deposit(dao: &Dao) -> Vec<Coin> {
    let deposit = dao.params.entry.deposit.as_ref();
    deposit.map_or(vec![], |deposit| coins(deposit.amount.u128(), CASH))
}
