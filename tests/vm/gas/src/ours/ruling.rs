//! What decisions do: payments, rules, issuers, allowances, and an emergency that stops one of them.

use anyhow::Result;
use cosmwasm_std::{to_json_binary, Addr, CosmosMsg};
use isonomia_api::asset::Asset;
use isonomia_api::call::call;
use isonomia_api::identity::{self, Issuer, IssuerKey};
use isonomia_api::proposal::{self, Draft, Routine, MAX_ROUTINES};
use isonomia_api::timelock;
use isonomia_api::treasury::{self, Allowance, Payment};
use isonomia_api::voting;
use isonomia_core::tally::Choice;
use isonomia_embedded::CASH;

use super::draft::{asserted, keeps, payment, spend, submit};
use super::stage::{elders, Stage, STAKE};
use crate::meter::Figure;
use crate::people::{account, accounts};
use crate::Bench;

/// Every kind of operation is executed, and everything else that happens to a proposal.
pub fn ruling(bench: &Bench) -> Result<Vec<Figure>> {
    let cash = Asset::Native { denom: CASH.to_string() };
    let mut stage = Stage::town(bench, |params| {
        params.allowances = vec![Allowance { asset: cash, limit: 1_000_000_000_000u128.into() }];
    })?;
    let members = accounts("member", 40);
    members.iter().try_for_each(|member| stage.settle(member, STAKE))?;
    stage.latch(&elders()[0])?;
    let token = stock_tokens(bench, &mut stage)?;

    let who = &members[0];
    for (name, actions) in payments(&stage, &token)?.into_iter().chain(reforms(&stage)?) {
        let id = stage.pass(who, actions)?;
        stage.execute(&format!("execute-{name}"), id)?;
    }
    emergency(&mut stage, &members)?;
    ends(&mut stage, &members)?;
    assert(&mut stage)?;
    Ok(stage.figures())
}

/// The treasury has a cw20.
fn stock_tokens(bench: &Bench, stage: &mut Stage) -> Result<Addr> {
    let (minter, treasury) = (account("minter"), stage.dao.contracts.treasury.clone());
    let code = bench.vm.load(bench.peer("cw20-base"))?;
    let token = crate::peers::cw20(&mut stage.dao.app, code, &minter)?;
    let mint = cw20::Cw20ExecuteMsg::Mint { recipient: minter.to_string(), amount: 1_000_000_000u128.into() };
    stage.dao.call(&minter, &token, &mint)?;
    let send = cw20::Cw20ExecuteMsg::Send {
        contract: treasury.into_string(),
        amount: 1_000_000_000u128.into(),
        msg: to_json_binary(&serde_json::json!({}))?,
    };
    stage.dao.call(&minter, &token, &send)?;
    Ok(token)
}

type Operations = Vec<(&'static str, Vec<CosmosMsg>)>;

fn payments(stage: &Stage, token: &Addr) -> Result<Operations> {
    let dao = &stage.dao;
    let small = dao.to_treasury(&treasury::ExecuteMsg::SpendSmall { payment: payment(1_000_000) })?;
    let tokens = Payment { asset: Asset::Cw20 { contract: token.to_string() }, ..payment(1_000_000) };
    Ok(vec![
        ("spend", vec![spend(dao)?]),
        ("spend-asserted", vec![spend(dao)?, asserted(dao)?]),
        ("spend-small", vec![small.clone()]),
        ("spend-small-16", vec![small; 16]),
        ("spend-16", vec![spend(dao)?; 16]),
        ("spend-cw20", vec![dao.to_treasury(&treasury::ExecuteMsg::Spend { payment: tokens })?]),
    ])
}

fn reforms(stage: &Stage) -> Result<Operations> {
    let (dao, contracts) = (&stage.dao, &stage.dao.contracts);
    let rules = dao.params.rules.clone();
    let allowance =
        Allowance { asset: Asset::Native { denom: "uother".to_string() }, limit: 1_000u128.into() };
    let routine = |number: usize| Routine {
        contract: dao.addr(&format!("contract {number}")).into_string(),
        code_id: 1_000,
        message: "distribute_rewards".to_string(),
    };
    let routines = (0..MAX_ROUTINES).map(routine).collect();
    let address = account("second issuer").into_string();
    let issuer = Issuer { id: "second".to_string(), key: IssuerKey::Account { address } };
    let registrar = voting::ExecuteMsg::SetRegistrar { registrar: dao.addr("registrar").into_string() };
    Ok(vec![
        ("set-rules", vec![call(&contracts.proposal, &proposal::ExecuteMsg::SetRules { rules })?]),
        (
            "set-routines-32",
            vec![call(&contracts.proposal, &proposal::ExecuteMsg::SetRoutines { routines })?],
        ),
        ("set-allowance", vec![dao.to_treasury(&treasury::ExecuteMsg::SetAllowance { allowance })?]),
        ("add-issuer", vec![call(&contracts.identity, &identity::ExecuteMsg::AddIssuer { issuer })?]),
        (
            "remove-issuer",
            vec![call(
                &contracts.identity,
                &identity::ExecuteMsg::RemoveIssuer { id: "second".to_string() },
            )?],
        ),
        ("set-registrar", vec![call(&contracts.voting, &registrar)?]),
    ])
}

/// An emergency cancels what waits.
fn emergency(stage: &mut Stage, members: &[Addr]) -> Result<()> {
    // A registrar that was named again has to declare itself.
    stage.dao.declare_ready()?;
    let target = stage.pass(&members[0], vec![spend(&stage.dao)?])?;
    let cancel = stage.dao.cancelling(target)?;
    let id = stage.dao.propose(&members[0], "Stop it", vec![cancel], true)?;
    stage.carry(&[id])?;
    stage.execute("execute-cancel", id)
}

/// Proposals that come to nothing.
fn ends(stage: &mut Stage, members: &[Addr]) -> Result<()> {
    let (proposal, voting) = (stage.dao.contracts.proposal.clone(), stage.dao.contracts.voting.clone());
    let withdrawn = propose(stage, &members[1])?;
    let msg = proposal::ExecuteMsg::Withdraw { id: withdrawn };
    stage.tx("withdraw", &members[1], &proposal, &msg)?;
    let refused = propose(stage, &members[2])?;
    let lapsed = propose(stage, &members[3])?;
    let opens = stage.dao.poll(refused)?.opens;
    stage.dao.advance_to(opens);
    stage.tx("open", &account("anyone"), &voting, &voting::ExecuteMsg::Open { poll: refused })?;
    for elder in elders() {
        stage.dao.vote(&elder, refused, Choice::No)?;
    }
    let closes = stage.dao.opened(refused)?.closes;
    stage.dao.advance_to(closes);
    for (name, id) in [("resolve-defeated", refused), ("resolve-lapsed", lapsed)] {
        stage.tx(name, &account("anyone"), &proposal, &proposal::ExecuteMsg::Resolve { id })?;
    }
    Ok(())
}

fn propose(stage: &mut Stage, who: &Addr) -> Result<u64> {
    let actions = vec![spend(&stage.dao)?];
    let (title, summary) = ("Pay the grant".to_string(), String::new());
    submit(&mut stage.dao, who, Draft { title, summary, link: None, actions, emergency: false, ready: None })
}

/// Anyone may assert.
fn assert(stage: &mut Stage) -> Result<()> {
    let (timelock, assertion) = (stage.dao.contracts.timelock.clone(), keeps(&stage.dao)?);
    stage.tx("assert", &account("anyone"), &timelock, &timelock::ExecuteMsg::Assert { assertion })?;
    Ok(())
}
