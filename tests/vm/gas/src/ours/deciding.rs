//! A whole decision: a payment is proposed, a hundred vote, delegates and those who override them besides, and it is
//! resolved and executed.

use anyhow::Result;
use cosmwasm_std::{Addr, Uint128};
use cw_multi_test::AppResponse;
use isonomia_api::asset::Asset;
use isonomia_api::proposal::{self, Deposit};
use isonomia_api::voting;
use isonomia_core::tally::Choice;
use isonomia_embedded::{proposal_id, CASH};

use super::delegating::{evenly, whole};
use super::draft::{deposit, draft};
use super::stage::{Stage, STAKE};
use crate::meter::Figure;
use crate::people::{account, accounts};
use crate::Bench;

/// How many vote.
pub const VOTERS: usize = 100;
/// The vote that stands for all but the first.
const TYPICAL: usize = 10;
/// What is deposited.
pub const DEPOSIT: u128 = 10_000_000;

/// A proposal of 1 kB.
pub fn small(bench: &Bench) -> Result<Vec<Figure>> {
    decide(bench, 1_000, "1k", true)
}

/// A proposal of 10 kB.
pub fn large(bench: &Bench) -> Result<Vec<Figure>> {
    decide(bench, 10_000, "10k", true)
}

/// A proposal of 1 kB where nothing is deposited.
pub fn without_deposit(bench: &Bench) -> Result<Vec<Figure>> {
    decide(bench, 1_000, "1k-no-deposit", false)
}

/// Who takes part.
struct Cast {
    voters: Vec<Addr>,
    delegates: Vec<Addr>,
    principals: Vec<Addr>,
}

fn decide(bench: &Bench, bytes: usize, size: &str, deposits: bool) -> Result<Vec<Figure>> {
    let mut stage = Stage::village(bench, |params| params.entry.deposit = deposits.then(in_cash))?;
    let cast = gather(&mut stage)?;
    let id = propose(&mut stage, &format!("propose-{size}"), &cast.voters[0], bytes)?;
    let opens = stage.dao.poll(id)?.opens;
    stage.dao.advance_to(opens);
    for (number, voter) in cast.voters.iter().enumerate() {
        let name = match number {
            0 => format!("vote-first-{size}"),
            TYPICAL => format!("vote-{size}"),
            _ => format!("votes-{size}"),
        };
        vote(&mut stage, &name, voter, id)?;
    }
    represent(&mut stage, &cast, id, size)?;
    finish(&mut stage, id, size)?;
    let parts = ["propose", "vote-first", "vote", "votes", "resolve", "execute", "claim-deposit"];
    stage.meter.total(&format!("decision-{size}"), &parts.map(|part| format!("{part}-{size}")));
    Ok(stage.figures())
}

/// A deposit of a native coin.
pub fn in_cash() -> Deposit {
    Deposit { asset: Asset::Native { denom: CASH.to_string() }, amount: Uint128::new(DEPOSIT) }
}

/// A hundred voters, delegates who have received, and principals of one delegate and of eight.
fn gather(stage: &mut Stage) -> Result<Cast> {
    let voters = accounts("voter", VOTERS);
    let (delegates, principals) = (accounts("delegate", 20), accounts("principal", 20));
    voters.iter().chain(&delegates).chain(&principals).try_for_each(|who| stage.settle(who, STAKE))?;
    let voting = stage.dao.contracts.voting.clone();
    delegates.iter().try_for_each(|delegate| stage.dao.register_delegate(delegate).map(drop))?;
    for (number, principal) in principals.iter().enumerate() {
        let msg = match number {
            0..5 => whole(&delegates[0]),
            5 => whole(&delegates[1]),
            6..8 => evenly(&delegates[2..10]),
            _ => evenly(&delegates[10..18]),
        };
        stage.dao.call(principal, &voting, &msg)?;
    }
    stage.dao.stake(&account("outsider"), STAKE)?;
    stage.latch(&voters[0])?;
    Ok(Cast { voters, delegates, principals })
}

fn propose(stage: &mut Stage, name: &str, who: &Addr, bytes: usize) -> Result<u64> {
    let (proposal, draft, funds) =
        (stage.dao.contracts.proposal.clone(), draft(stage, bytes)?, deposit(&stage.dao));
    let response = stage.tx_with(name, who, &proposal, &proposal::ExecuteMsg::Propose { draft }, funds)?;
    proposal_id(&response)
}

fn vote(stage: &mut Stage, name: &str, who: &Addr, poll: u64) -> Result<AppResponse> {
    say(stage, name, who, poll, Choice::Yes)
}

fn say(stage: &mut Stage, name: &str, who: &Addr, poll: u64, choice: Choice) -> Result<AppResponse> {
    let voting = stage.dao.contracts.voting.clone();
    stage.tx(name, who, &voting, &voting::ExecuteMsg::Vote { poll, choice })
}

/// Votes that are not a plain first one.
fn represent(stage: &mut Stage, cast: &Cast, id: u64, size: &str) -> Result<()> {
    let Cast { voters, delegates, principals } = cast;
    let named = |name: &str| format!("{name}-{size}");
    say(stage, &named("vote-again"), &voters[TYPICAL], id, Choice::Abstain)?;
    say(stage, &named("vote-no"), &account("outsider"), id, Choice::No)?;
    vote(stage, &named("vote-delegate"), &delegates[0], id)?;
    vote(stage, &named("vote-delegate-again"), &delegates[0], id)?;
    vote(stage, &named("override-before"), &principals[5], id)?;
    vote(stage, &named("override-after"), &principals[0], id)?;
    vote(stage, &named("override-after-second"), &principals[1], id)?;
    vote(stage, &named("override-again"), &principals[1], id)?;
    vote(stage, &named("override-8-before"), &principals[6], id)?;
    for delegate in &delegates[10..18] {
        stage.dao.vote(delegate, id, Choice::Yes)?;
    }
    vote(stage, &named("override-8-after"), &principals[8], id)?;
    Ok(())
}

/// The vote is over.
fn finish(stage: &mut Stage, id: u64, size: &str) -> Result<()> {
    let (proposal, anyone) = (stage.dao.contracts.proposal.clone(), account("anyone"));
    let closes = stage.dao.opened(id)?.closes;
    stage.dao.advance_to(closes);
    stage.tx(&format!("resolve-{size}"), &anyone, &proposal, &proposal::ExecuteMsg::Resolve { id })?;
    let eta = stage.dao.operation(id)?.eta;
    stage.dao.advance_to(eta);
    stage.execute(&format!("execute-{size}"), id)?;
    if stage.dao.params.entry.deposit.is_some() {
        let claim = proposal::ExecuteMsg::ClaimDeposit { id };
        stage.tx(&format!("claim-deposit-{size}"), &anyone, &proposal, &claim)?;
    }
    Ok(())
}
