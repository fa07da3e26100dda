//! What the screens of a front end ask, in a DAO of ten thousand members: every page is full.

use anyhow::Result;
use cosmwasm_std::{Addr, CosmosMsg, Uint128};
use isonomia_api::asset::Asset;
use isonomia_api::page::MAX_PAGE;
use isonomia_api::proposal::{self, Draft, Filter, StageName, MAX_TITLE};
use isonomia_api::timelock::{self, FirstGuardian, MAX_INCIDENT, MAX_REASON};
use isonomia_api::treasury::{self, HoldingCap, NewBudget, NewStream};
use isonomia_api::voting::QueryMsg;
use isonomia_core::cap::Limit;
use isonomia_core::tally::Choice;
use isonomia_embedded::{CASH, DAY};

use super::delegating::evenly;
use super::draft::{submit, text};
use super::stage::{Stage, STAKE};
use crate::meter::Figure;
use crate::people::{account, accounts};
use crate::Bench;

/// How many live in the DAO.
const MEMBERS: usize = 10_000;
/// How many of them delegate to one.
const DELEGATORS: usize = 1_000;
/// A page that is full.
const FULL: Option<u32> = Some(MAX_PAGE);
const PAGE: usize = MAX_PAGE as usize;
/// The most recipients of a budget.
const RECIPIENTS: usize = 32;

/// A DAO of ten thousand in which every list is long.
pub fn screens(bench: &Bench) -> Result<Vec<Figure>> {
    let mut stage = Stage::town(bench, |params| {
        let guardian = account("guardian").into_string();
        params.guardian = Some(FirstGuardian { guardian, seconds: 180 * DAY });
        params.outflow_cap_bps = 10_000;
        let holding = Asset::Native { denom: CASH.to_string() }.into();
        params.listed.push(HoldingCap { holding, limit: Limit::Share { bps: 10_000 } });
    })?;
    let members = accounts("member", MEMBERS);
    members.iter().try_for_each(|member| stage.settle(member, STAKE))?;
    stage.latch(&members[0])?;
    let delegates = delegate(&mut stage, &members)?;
    ask_proposals(&mut stage, &members)?;
    ask_voting(&mut stage, &members, &delegates)?;
    ask_timelock(&mut stage)?;
    ask_treasury(&mut stage)?;
    Ok(stage.figures())
}

/// A hundred delegates; a thousand stand behind the first, and one splits over eight.
fn delegate(stage: &mut Stage, members: &[Addr]) -> Result<Vec<Addr>> {
    let (delegates, voting) = (accounts("delegate", PAGE), stage.dao.contracts.voting.clone());
    for delegate in &delegates {
        stage.settle(delegate, STAKE)?;
        stage.dao.register_delegate(delegate)?;
    }
    for member in &members[MEMBERS - DELEGATORS..] {
        stage.dao.delegate(member, &[(&delegates[0], 10_000)])?;
    }
    for (member, delegate) in members[1_000..].iter().zip(&delegates[1..]) {
        stage.dao.delegate(member, &[(delegate, 10_000)])?;
    }
    stage.dao.call(&members[500], &voting, &evenly(&delegates[..8]))?;
    let listed = QueryMsg::Delegates { start_after: None, limit: FULL };
    stage.ask("ask-voting-delegates", &voting, &listed)?;
    let delegate = delegates[0].to_string();
    let behind = QueryMsg::Delegators { delegate, start_after: None, limit: FULL };
    stage.ask("ask-voting-delegators", &voting, &behind)?;
    Ok(delegates)
}

/// A hundred proposals that one has withdrawn, and a hundred unresolved ones with the longest titles, all about to open.
fn ask_proposals(stage: &mut Stage, members: &[Addr]) -> Result<()> {
    let proposal = stage.dao.contracts.proposal.clone();
    let fickle = &members[200];
    for _ in 0..PAGE {
        let id = submit(&mut stage.dao, fickle, opinion())?;
        stage.dao.withdraw(fickle, id)?;
    }
    for member in &members[..PAGE] {
        submit(&mut stage.dao, member, opinion())?;
    }
    let latest = |filter| proposal::QueryMsg::LatestProposals { filter, start_before: None, limit: FULL };
    let refused = Filter { stage: Some(StageName::Defeated), ..Filter::default() };
    let hers = Filter { proposer: Some(fickle.to_string()), ..Filter::default() };
    stage.ask("ask-proposal-latest", &proposal, &latest(None))?;
    stage.ask("ask-proposal-latest-in-vain", &proposal, &latest(Some(refused)))?;
    stage.ask("ask-proposal-latest-of-one", &proposal, &latest(Some(hers)))
}

fn opinion() -> Draft {
    Draft {
        title: text(MAX_TITLE),
        summary: String::new(),
        link: None,
        actions: vec![],
        emergency: false,
        ready: None,
    }
}

/// A hundred polls: the first delegate has voted in all of them, and the second in none.
fn ask_voting(stage: &mut Stage, members: &[Addr], delegates: &[Addr]) -> Result<()> {
    let (voting, voter) = (stage.dao.contracts.voting.clone(), delegates[0].to_string());
    let config: proposal::ConfigResponse =
        stage.dao.ask(&stage.dao.contracts.proposal, &proposal::QueryMsg::Config {})?;
    let polls = config.next_id - PAGE as u64..config.next_id;
    for poll in polls.clone() {
        stage.dao.vote(&delegates[0], poll, Choice::Yes)?;
    }
    let poll = polls.start;
    stage.ask("ask-voting-verdict", &voting, &QueryMsg::Verdict { poll })?;
    let split = members[500].to_string();
    stage.ask("ask-voting-may-vote", &voting, &QueryMsg::MayVote { poll, voter: split.clone() })?;
    stage.ask("ask-voting-breakdown", &voting, &QueryMsg::Breakdown { account: split, poll: Some(poll) })?;
    let votes = QueryMsg::Votes { voter: voter.clone(), start_before: None, limit: FULL };
    stage.ask("ask-voting-votes", &voting, &votes)?;
    let statistics = |voter| QueryMsg::VoterStatistics { voter, start_before: None, limit: FULL };
    stage.ask("ask-voting-statistics", &voting, &statistics(voter))?;
    stage.ask("ask-voting-statistics-of-none", &voting, &statistics(delegates[1].to_string()))
}

/// A hundred operations, which the guardian then cancels, and explains at length.
fn ask_timelock(stage: &mut Stage) -> Result<()> {
    let timelock = stage.dao.contracts.timelock.clone();
    let spend = super::draft::spend(&stage.dao)?;
    let mut ids = vec![];
    for proposer in accounts("member", 2 * PAGE).into_iter().skip(PAGE) {
        let draft = Draft { actions: vec![spend.clone()], ..opinion() };
        ids.push(submit(&mut stage.dao, &proposer, draft)?);
    }
    stage.carry(&ids)?;
    stage.ask(
        "ask-timelock-queue",
        &timelock,
        &timelock::QueryMsg::Queue { start_after: None, limit: FULL },
    )?;
    let latest = timelock::QueryMsg::LatestOperations { start_before: None, limit: FULL };
    stage.ask("ask-timelock-latest", &timelock, &latest)?;
    for id in ids {
        let (incident, reason) = (text(MAX_INCIDENT), text(MAX_REASON));
        let cancel = timelock::ExecuteMsg::Cancel { id, incident, reason };
        stage.dao.call(&account("guardian"), &timelock, &cancel)?;
    }
    let incidents = timelock::QueryMsg::LatestIncidents { start_before: None, limit: FULL };
    stage.ask("ask-timelock-incidents", &timelock, &incidents)
}

/// A hundred budgets of one holder with the most recipients, and a hundred streams to one recipient.
fn ask_treasury(stage: &mut Stage) -> Result<()> {
    let (treasury, now) = (stage.dao.contracts.treasury.clone(), stage.dao.now());
    let asset = || Asset::Native { denom: CASH.to_string() };
    let recipients = accounts("recipient", RECIPIENTS).iter().map(Addr::to_string).collect::<Vec<_>>();
    let (holder, recipient) = (account("holder").into_string(), account("recipient").into_string());
    let budget = treasury::ExecuteMsg::CreateBudget {
        budget: NewBudget {
            holder: holder.clone(),
            asset: asset(),
            limit: Uint128::new(1_000_000),
            period: 30 * DAY,
            until: now + 700 * DAY,
            recipients: Some(recipients),
        },
    };
    let stream = treasury::ExecuteMsg::CreateStream {
        stream: NewStream {
            recipient: recipient.clone(),
            asset: asset(),
            amount: Uint128::new(1_000_000),
            start: None,
            cliff: 0,
            duration: 1_000 * DAY,
        },
    };
    let (budget, stream) = (stage.dao.to_treasury(&budget)?, stage.dao.to_treasury(&stream)?);
    make(stage, &budget, 5)?;
    make(stage, &stream, 10)?;
    let (start_after, limit) = (None, FULL);
    let budgets = treasury::QueryMsg::BudgetsOf { holder, start_after, limit };
    stage.ask("ask-treasury-budgets-of", &treasury, &budgets)?;
    stage.ask("ask-treasury-budgets", &treasury, &treasury::QueryMsg::Budgets { start_after, limit })?;
    let streams = treasury::QueryMsg::StreamsOf { recipient, start_after, limit };
    stage.ask("ask-treasury-streams-of", &treasury, &streams)?;
    stage.ask("ask-treasury-obligations", &treasury, &treasury::QueryMsg::Obligations {})
}

/// A hundred of them, so many in one operation.
fn make(stage: &mut Stage, promise: &CosmosMsg, at_once: usize) -> Result<()> {
    for _ in 0..PAGE / at_once {
        let id = stage.pass(&account("founder"), vec![promise.clone(); at_once])?;
        stage.dao.execute(&account("anyone"), id)?;
    }
    Ok(())
}
