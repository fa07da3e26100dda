//! The gas of a decision: a payment of a proposal of 1 kB, and a hundred votes.

use anyhow::{Context, Result};
use cosmwasm_std::{to_json_vec, Addr, CosmosMsg};
use isonomia_api::proposal::{self, BodyResponse, Draft, ProposalInfo};
use isonomia_api::timelock;
use isonomia_chain::{send_coins, Key, Landed, Message};
use isonomia_core::operation::OperationStage;
use isonomia_core::proposal::ProposalStage;
use serde::Serialize;

use super::bill::{entry, Entry};
use super::rate::VOTE_GAS;
use crate::desk::Desk;
use crate::town::Town;
use crate::waiting::wait;

/// How many vote, each with the same stake.
pub const VOTERS: usize = 100;
/// The vote that stands for all but the first.
const TYPICAL: usize = 10;
/// What is proposed, as in `tests/vm/gas`.
const GRANT: u128 = 2_500_000_000;
const BYTES: usize = 1_000;
const TITLE: &str = "Pay the second of four parts of the grant for the block explorer";

/// A payment of a proposal of 1 kB, a hundred votes, none together with another.
pub fn decision(desk: &Desk, town: &Town) -> Result<Vec<Entry>> {
    let faucet = desk.key("faucet")?;
    let (treasury, cash) = (town.dao.contracts.treasury.to_string(), vec![(20 * GRANT, "ucash".to_string())]);
    town.dao.live.sender(&faucet).send(&[send_coins(faucet.address(), &treasury, cash)])?;

    let actions = vec![town.payment(desk.key("erin")?.address(), GRANT)?];
    let (proposer, proposal) = (&town.keys[0], &town.dao.contracts.proposal);
    let propose = proposal::ExecuteMsg::Propose { draft: draft(actions)? };
    let propose = town.dao.send(proposer, proposal, &propose, vec![])?;
    let id = propose.attribute("wasm-proposal_submitted", "proposal_id").context("an id")?.parse()?;

    let votes = town.ballots(id, 0..VOTERS)?;
    let (first, typical) = (alone(town, &votes[0])?, alone(town, &votes[TYPICAL])?);
    let again = alone(town, &votes[TYPICAL])?;
    let others: Vec<_> =
        (1..VOTERS).filter(|voter| *voter != TYPICAL).map(|voter| votes[voter].clone()).collect();
    town.post(VOTE_GAS).send(&others)?;

    let resolve = resolve(town, id)?;
    let execute = execute(town, id)?;
    Ok(vec![
        entry("propose, 1 kB", "ours/propose-1k-no-deposit", &propose),
        entry("the first vote, which opens the poll", "ours/vote-first-1k-no-deposit", &first),
        entry("vote", "ours/vote-1k-no-deposit", &typical),
        entry("vote again", "ours/vote-again-1k-no-deposit", &again),
        entry("resolve", "ours/resolve-1k-no-deposit", &resolve),
        entry("execute", "ours/execute-1k-no-deposit", &execute),
    ])
}

/// Title, summary and actions are so many bytes, the actions as JSON.
fn draft(actions: Vec<CosmosMsg>) -> Result<Draft> {
    let left = BYTES - TITLE.len() - to_json_vec(&actions)?.len();
    let summary = "The first part is done and was shown to everybody. ".chars().cycle().take(left).collect();
    Ok(Draft { title: TITLE.to_string(), summary, link: None, actions, emergency: false, ready: None })
}

fn alone(town: &Town, ballot: &(&Key, Message)) -> Result<Landed> {
    Ok(town.dao.live.sender(ballot.0).send(std::slice::from_ref(&ballot.1))?)
}

fn resolve(town: &Town, id: u64) -> Result<Landed> {
    let proposal = &town.dao.contracts.proposal;
    let ask = proposal::QueryMsg::Proposal { id };
    wait("voting is over", || {
        let found: ProposalInfo = town.dao.ask(proposal, &ask)?;
        Ok(found.stage == ProposalStage::Closed)
    })?;
    send(town, proposal, &proposal::ExecuteMsg::Resolve { id })
}

fn execute(town: &Town, id: u64) -> Result<Landed> {
    wait("the operation is ready", || {
        Ok(town.operation(id)?.operation.is_some_and(|found| found.stage == OperationStage::Ready))
    })?;
    let body: BodyResponse = town.dao.ask(&town.dao.contracts.proposal, &proposal::QueryMsg::Body { id })?;
    let execute = timelock::ExecuteMsg::Execute { id, actions: body.actions };
    send(town, &town.dao.contracts.timelock, &execute)
}

fn send(town: &Town, contract: &Addr, msg: &impl Serialize) -> Result<Landed> {
    town.dao.send(&town.keys[0], contract, msg, vec![])
}
