//! The most expensive questions: a hundred entries a page, and the longest records.

use anyhow::Result;
use cosmwasm_std::{Addr, Uint128};
use isonomia_api::asset::Asset;
use isonomia_api::call::call;
use isonomia_api::identity::{self, Issuer, IssuerKey, MAX_ISSUERS};
use isonomia_api::page::MAX_PAGE;
use isonomia_api::proposal::{self, Draft, Link, Routine, MAX_ACTIONS, MAX_ROUTINES, MAX_SUMMARY, MAX_TITLE};
use isonomia_api::treasury::{self, Allowance};
use isonomia_api::{timelock, vault, voting};
use isonomia_core::tally::Choice;
use isonomia_embedded::{proposal_id, Dao, CASH, DAY};

use super::delegating::evenly;
use super::draft::{draft, payment, submit, text};
use super::stage::{Stage, FORTUNE, STAKE};
use crate::meter::Figure;
use crate::people::{account, accounts};
use crate::Bench;

/// The most allowances of a treasury.
const ALLOWANCES: usize = 32;
/// A page that is full.
const FULL: Option<u32> = Some(MAX_PAGE);
const PAGE: usize = MAX_PAGE as usize;

/// A DAO in which every list is long.
pub fn asking(bench: &Bench) -> Result<Vec<Figure>> {
    let mut stage = Stage::town(bench, |params| {
        let key = |number| IssuerKey::Account { address: account(&format!("issuer {number}")).into_string() };
        let issuer =
            |number| Issuer { id: format!("an issuer with a long name {number:03}"), key: key(number) };
        params.issuers = (0..MAX_ISSUERS).map(issuer).collect();
        let coin = |number| Asset::Native { denom: format!("ibc/{number:064X}") };
        let allowance = |number| Allowance { asset: coin(number), limit: Uint128::new(FORTUNE) };
        params.allowances = (0..ALLOWANCES).map(allowance).collect();
    })?;
    let members = accounts("member", PAGE);
    members.iter().try_for_each(|member| stage.settle(member, STAKE))?;
    stage.latch(&members[0])?;
    ask_vault(&mut stage, &members)?;
    ask_voting(&mut stage, &members)?;
    ask_treasury(&mut stage)?;
    ask_proposal(&mut stage, &members)?;
    ask_identity(&mut stage)?;
    Ok(stage.figures())
}

/// Claims of a hundred days, and a hundred who left quietly.
fn ask_vault(stage: &mut Stage, members: &[Addr]) -> Result<()> {
    let (vault, patient) = (stage.dao.contracts.vault.clone(), account("patient"));
    stage.dao.stake(&patient, STAKE)?;
    for _ in 0..PAGE {
        stage.dao.unstake(&patient, 1_000)?;
        stage.dao.advance(DAY);
    }
    let quiet = vault::ExecuteMsg::Unstake { amount: Uint128::new(1), quiet: true };
    members.iter().try_for_each(|who| stage.dao.call(who, &vault, &quiet).map(drop))?;
    let claims = vault::QueryMsg::Claims { account: patient.to_string(), start_after: None, limit: FULL };
    stage.ask("ask-vault-claims", &vault, &claims)?;
    stage.ask(
        "ask-vault-unnoticed",
        &vault,
        &vault::QueryMsg::Unnoticed { start_after: None, limit: FULL },
    )?;
    stage.ask("ask-vault-deposit", &vault, &vault::QueryMsg::Deposit { account: patient.to_string() })
}

/// A poll with more than a hundred ballots, and an account that delegates to eight.
fn ask_voting(stage: &mut Stage, members: &[Addr]) -> Result<()> {
    let voting = stage.dao.contracts.voting.clone();
    let (delegates, principal) = (accounts("delegate", 8), account("principal"));
    for delegate in &delegates {
        stage.settle(delegate, STAKE)?;
        stage.dao.register_delegate(delegate)?;
    }
    stage.settle(&principal, STAKE)?;
    stage.dao.call(&principal, &voting, &evenly(&delegates))?;
    let draft = draft(stage, 1_000)?;
    let poll = submit(&mut stage.dao, &members[0], draft)?;
    let opens = stage.dao.poll(poll)?.opens;
    stage.dao.advance_to(opens);
    for member in members {
        stage.dao.vote(member, poll, Choice::Yes)?;
    }
    let (height, account) = (Some(stage.dao.height() - 10), principal.to_string());
    let delegate = delegates[0].to_string();
    stage.ask("ask-voting-account", &voting, &voting::QueryMsg::Account { account: account.clone() })?;
    stage.ask("ask-voting-power", &voting, &voting::QueryMsg::Power { account, height })?;
    stage.ask("ask-voting-totals", &voting, &voting::QueryMsg::Totals { height })?;
    stage.ask("ask-voting-poll", &voting, &voting::QueryMsg::Poll { poll })?;
    stage.ask("ask-voting-delegated", &voting, &voting::QueryMsg::Delegated { poll, delegate })?;
    let ballots = voting::QueryMsg::Ballots { poll, start_after: None, limit: FULL };
    stage.ask("ask-voting-ballots", &voting, &ballots)?;
    let listed = voting::QueryMsg::ListMembers { start_after: None, limit: FULL };
    stage.ask("ask-voting-members", &voting, &listed)?;
    let closes = stage.dao.opened(poll)?.closes;
    stage.dao.advance_to(closes);
    stage.dao.resolve(&members[0], poll)?;
    Ok(())
}

/// A hundred outflows, in ten operations.
fn ask_treasury(stage: &mut Stage) -> Result<()> {
    let treasury = stage.dao.contracts.treasury.clone();
    let spend = stage.dao.to_treasury(&treasury::ExecuteMsg::Spend { payment: payment(1_000_000) })?;
    for _ in 0..PAGE / 10 {
        let id = stage.pass(&account("founder"), vec![spend.clone(); 10])?;
        stage.dao.execute(&account("anyone"), id)?;
    }
    let asset = Asset::Native { denom: CASH.to_string() };
    stage.ask("ask-treasury-asset", &treasury, &treasury::QueryMsg::Asset { asset })?;
    stage.ask("ask-treasury-allowances", &treasury, &treasury::QueryMsg::Allowances {})?;
    stage.ask(
        "ask-treasury-outflows",
        &treasury,
        &treasury::QueryMsg::Outflows { start_after: None, limit: FULL },
    )?;
    let latest = treasury::QueryMsg::LatestOutflows { start_before: None, limit: FULL };
    stage.ask("ask-treasury-latest-outflows", &treasury, &latest)
}

/// A hundred proposals, of which one is as long as it gets, and a hundred operations.
fn ask_proposal(stage: &mut Stage, members: &[Addr]) -> Result<()> {
    let (proposal, timelock) = (stage.dao.contracts.proposal.clone(), stage.dao.contracts.timelock.clone());
    let propose = proposal::ExecuteMsg::Propose { draft: longest(&stage.dao)? };
    let id = proposal_id(&stage.tx("propose-longest", &members[0], &proposal, &propose)?)?;
    for member in &members[1..] {
        let mut draft = draft(stage, 1_000)?;
        draft.title = text(MAX_TITLE);
        submit(&mut stage.dao, member, draft)?;
    }
    let page = proposal::QueryMsg::Proposals { start_after: Some(id - 1), limit: FULL };
    stage.ask("ask-proposal-proposals", &proposal, &page)?;
    stage.ask("ask-proposal-proposal", &proposal, &proposal::QueryMsg::Proposal { id })?;
    stage.ask("ask-proposal-body", &proposal, &proposal::QueryMsg::Body { id })?;
    ask_preview(stage)?;
    stage.carry(&(id..id + PAGE as u64).collect::<Vec<_>>())?;
    let operations = timelock::QueryMsg::Operations { start_after: Some(id - 1), limit: FULL };
    stage.ask("ask-timelock-operations", &timelock, &operations)?;
    stage.ask("ask-timelock-operation", &timelock, &timelock::QueryMsg::Operation { id })
}

/// What would come of the longest actions, and of the most of them, which call every contract there is.
fn ask_preview(stage: &mut Stage) -> Result<()> {
    let (ours, grant) = (stage.dao.contracts.clone(), stage.grant.clone());
    let longest = longest(&stage.dao)?.actions;
    let targets = [&ours.voting, &ours.identity, &ours.timelock, &ours.treasury, &ours.vault, &grant];
    let most = targets.into_iter().cycle().take(MAX_ACTIONS);
    let most = most.map(|target| call(target, &proposal::QueryMsg::Config {})).collect::<Result<_, _>>()?;
    for (name, actions) in [("longest", longest), ("most", most)] {
        let preview = proposal::QueryMsg::Preview { actions, emergency: false };
        stage.ask(&format!("ask-proposal-preview-{name}"), &ours.proposal, &preview)?;
    }
    Ok(())
}

/// As many bytes as are taken: a text, a link, and actions that fill their limit.
fn longest(dao: &Dao) -> Result<Draft> {
    let routine = |number: usize| Routine {
        contract: dao.addr(&format!("contract {number}")).into_string(),
        code_id: 1_000,
        message: "distribute_rewards_to_everybody".to_string(),
    };
    let routines = (0..MAX_ROUTINES).map(routine).collect();
    let action = call(&dao.contracts.proposal, &proposal::ExecuteMsg::SetRoutines { routines })?;
    let sha256 = cosmwasm_std::HexBinary::from([7; 32]);
    Ok(Draft {
        title: text(MAX_TITLE),
        summary: text(MAX_SUMMARY),
        link: Some(Link { uri: format!("ipfs://{}", text(505)), sha256 }),
        actions: vec![action; 3],
        emergency: false,
        ready: None,
    })
}

fn ask_identity(stage: &mut Stage) -> Result<()> {
    let identity = stage.dao.contracts.identity.clone();
    stage.ask("ask-identity-issuers", &identity, &identity::QueryMsg::Issuers {})?;
    let account = account("issuer 0").into_string();
    stage.ask("ask-identity-attestation", &identity, &identity::QueryMsg::Attestation { account })
}
