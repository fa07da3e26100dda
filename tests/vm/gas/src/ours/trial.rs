//! A trial: everything that is done most, once, in a DAO of a given shape. The curves are trials of growing shapes.

use anyhow::{ensure, Result};
use cosmwasm_std::{coins, Addr, Uint128};
use isonomia_api::{proposal, vault, voting};
use isonomia_core::proposal::ProposalStage;
use isonomia_core::tally::Choice;
use isonomia_embedded::{proposal_id, STAKED};

use super::deciding::in_cash;
use super::delegating::whole;
use super::draft::{deposit, draft, submit};
use super::stage::{elders, Stage, STAKE};
use crate::meter::Figure;
use crate::people::{account, accounts};
use crate::Bench;

/// What there is in the DAO in which a trial is made.
#[derive(Clone, Copy)]
pub struct Shape {
    /// Attested members with a stake, beside the few that play.
    pub members: usize,
    /// How many delegate to the one delegate that plays.
    pub delegators: usize,
    /// Members who have voted before those who play.
    pub votes: usize,
    /// Unresolved proposals beside the one that plays.
    pub open: usize,
    /// Bytes of the proposal.
    pub bytes: usize,
    /// Whether something is deposited.
    pub deposit: bool,
}

/// What there is where nothing else is said.
pub const ORDINARY: Shape =
    Shape { members: 100, delegators: 1, votes: 1, open: 1, bytes: 1_000, deposit: false };

/// Those who play.
struct Players {
    staker: Addr,
    principal: Addr,
    newcomer: Addr,
    delegate: Addr,
    voter: Addr,
    proposer: Addr,
}

impl Players {
    fn new() -> Players {
        Players {
            staker: account("staker"),
            principal: account("principal"),
            newcomer: account("newcomer"),
            delegate: account("delegate"),
            voter: account("voter"),
            proposer: account("proposer"),
        }
    }

    fn all(&self) -> [&Addr; 6] {
        let Players { staker, principal, newcomer, delegate, voter, proposer } = self;
        [staker, principal, newcomer, delegate, voter, proposer]
    }
}

/// Makes the trial.
pub fn trial(bench: &Bench, shape: Shape) -> Result<Vec<Figure>> {
    let mut stage = Stage::town(bench, |params| params.entry.deposit = shape.deposit.then(in_cash))?;
    let (players, members) = (Players::new(), accounts("member", shape.members));
    fill(&mut stage, &players, &members, shape)?;
    stake(&mut stage, &players)?;
    let poll = propose(&mut stage, &players, shape)?;
    vote(&mut stage, &players, &members[..shape.votes], poll)?;
    finish(&mut stage, poll)?;
    Ok(stage.figures().into_iter().filter(|figure| figure.name != "ours/create").collect())
}

fn fill(stage: &mut Stage, players: &Players, members: &[Addr], shape: Shape) -> Result<()> {
    let enough = shape.delegators.max(shape.votes).max(shape.open) <= members.len();
    ensure!(enough, "everybody is a member");
    players.all().into_iter().chain(members).try_for_each(|who| stage.settle(who, STAKE))?;
    stage.latch(&elders()[0])?;
    stage.dao.register_delegate(&players.delegate)?;
    let principals = members.iter().rev().take(shape.delegators - 1).chain([&players.principal]);
    for who in principals {
        stage.dao.delegate(who, &[(&players.delegate, 10_000)])?;
    }
    stage.endow(&players.proposer)?;
    for who in &members[..shape.open] {
        stage.endow(who)?;
        let draft = draft(stage, ORDINARY.bytes)?;
        submit(&mut stage.dao, who, draft)?;
    }
    Ok(())
}

fn stake(stage: &mut Stage, players: &Players) -> Result<()> {
    let (vault, voting) = (stage.dao.contracts.vault.clone(), stage.dao.contracts.voting.clone());
    let part = STAKE / 10;
    for (name, who) in [("stake", &players.staker), ("stake of a principal", &players.principal)] {
        stage.dao.mint(who, part, STAKED)?;
        stage.tx_with(name, who, &vault, &vault::ExecuteMsg::Stake {}, coins(part, STAKED))?;
    }
    let unstake = vault::ExecuteMsg::Unstake { amount: Uint128::new(part), quiet: false };
    stage.tx("unstake", &players.staker, &vault, &unstake)?;
    stage.tx("delegate", &players.newcomer, &voting, &whole(&players.delegate))?;
    Ok(())
}

fn propose(stage: &mut Stage, players: &Players, shape: Shape) -> Result<u64> {
    let (proposal, draft) = (stage.dao.contracts.proposal.clone(), draft(stage, shape.bytes)?);
    let (msg, funds) = (proposal::ExecuteMsg::Propose { draft }, deposit(&stage.dao));
    let id = proposal_id(&stage.tx_with("propose", &players.proposer, &proposal, &msg, funds)?)?;
    let opens = stage.dao.poll(id)?.opens;
    stage.dao.advance_to(opens);
    Ok(id)
}

fn vote(stage: &mut Stage, players: &Players, members: &[Addr], poll: u64) -> Result<()> {
    let voting = stage.dao.contracts.voting.clone();
    let (first, others) = (elders()[0].clone(), &elders()[1..]);
    let say = |choice| voting::ExecuteMsg::Vote { poll, choice };
    stage.tx("first vote", &first, &voting, &say(Choice::Yes))?;
    for who in others.iter().chain(members) {
        stage.dao.vote(who, poll, Choice::Yes)?;
    }
    stage.tx("vote", &players.voter, &voting, &say(Choice::Yes))?;
    stage.tx("vote again", &players.voter, &voting, &say(Choice::No))?;
    stage.tx("delegate's vote", &players.delegate, &voting, &say(Choice::Yes))?;
    stage.tx("override", &players.principal, &voting, &say(Choice::No))?;
    Ok(())
}

fn finish(stage: &mut Stage, id: u64) -> Result<()> {
    let proposal = stage.dao.contracts.proposal.clone();
    let closes = stage.dao.opened(id)?.closes;
    stage.dao.advance_to(closes);
    stage.tx("resolve", &account("anyone"), &proposal, &proposal::ExecuteMsg::Resolve { id })?;
    let outcome = stage.dao.proposal(id)?.stage;
    ensure!(outcome == ProposalStage::Scheduled, "the proposal is {outcome:?}");
    let eta = stage.dao.operation(id)?.eta;
    stage.dao.advance_to(eta);
    stage.execute("execute", id)
}
