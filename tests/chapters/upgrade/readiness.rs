//! Readiness: an upgrade that waits for those who have to follow it.

use anyhow::Result;
use cosmwasm_std::{Addr, CosmosMsg, HexBinary};
use isonomia_api::proposal::{Draft, ExecuteMsg as Proposing};
use isonomia_api::timelock::{ExecuteMsg, Operator, OperatorsResponse, QueryMsg, ReadinessInfo};
use isonomia_core::operation::OperationStage;
use isonomia_core::proposal::ProposalStage;
use isonomia_core::readiness::{ReadyBy, ReadyWeight};
use isonomia_core::tally::Choice::Yes;
use isonomia_embedded::{proposal_id, Dao, DAY};

use super::foundry::*;
use crate::lifecycle::town::*;

/// The release that everybody speaks of.
fn release() -> HexBinary {
    vec![5; 32].into()
}

/// Who is asked: olga has two thirds of the weight, oleg and otto a sixth each.
pub const OPERATORS: [(&str, u64); 3] = [("olga", 4), ("oleg", 1), ("otto", 1)];

fn naming(dao: &Dao, operators: &[(&str, u64)]) -> ExecuteMsg {
    let operator =
        |(name, weight): &(&str, u64)| Operator { operator: dao.addr(name).into(), weight: *weight };
    ExecuteMsg::SetOperators { operators: operators.iter().map(operator).collect() }
}

fn name(dao: &mut Dao, operators: &[(&str, u64)]) -> Result<()> {
    let (timelock, msg) = (dao.contracts.timelock.clone(), naming(dao, operators));
    tell(dao, &timelock, &msg)
}

/// A draft of an upgrade of the registry that waits for the operators.
fn asking(dao: &mut Dao, ready: ReadyBy) -> Result<Draft> {
    let (identity, code) = (dao.contracts.identity.clone(), identity_code(dao, Temper::Sound));
    draft(upgrade(dao, &[(&identity, code)], None)?, ready)
}

fn draft(actions: Vec<CosmosMsg>, ready: ReadyBy) -> Result<Draft> {
    let (title, summary) = ("With everybody".to_string(), String::new());
    Ok(Draft { title, summary, link: None, actions, emergency: false, ready: Some(ready) })
}

fn propose(dao: &mut Dao, draft: Draft) -> Result<u64> {
    let (ann, proposal) = (dao.addr("ann"), dao.contracts.proposal.clone());
    proposal_id(&dao.call(&ann, &proposal, &Proposing::Propose { draft })?)
}

/// An upgrade that everybody agreed to waits for these operators, who are to be ready a day after its delay at the latest.
pub fn awaiting(operators: &[(&str, u64)]) -> Result<(Dao, u64)> {
    let mut dao = foundry()?;
    name(&mut dao, operators)?;
    // 2 days until the poll opens, 7 of voting, 5 of delay, and one more.
    let ready = ReadyBy { until: dao.now() + 15 * DAY, checksum: release() };
    let asked = asking(&mut dao, ready)?;
    let id = propose(&mut dao, asked)?;
    open(&mut dao, id)?;
    say(&mut dao, id, Yes, &PEOPLE)?;
    assert_eq!(close(&mut dao, id)?, ProposalStage::Scheduled);
    Ok((dao, id))
}

pub fn signal(dao: &mut Dao, who: &str, id: u64) -> Result<()> {
    tell(dao, &dao.addr(who), &ExecuteMsg::Ready { id, checksum: release() })
}

pub fn withdraw(dao: &mut Dao, who: &str, id: u64) -> Result<()> {
    tell(dao, &dao.addr(who), &ExecuteMsg::Unready { id })
}

fn readiness(dao: &Dao, id: u64) -> Result<ReadinessInfo> {
    Ok(told(dao, id)?.readiness.expect("it waits for operators"))
}

/// What an executor hears.
#[track_caller]
fn not_yet(dao: &mut Dao, id: u64) -> Result<String> {
    Ok(refused(dao, |dao| dao.execute(&dao.addr("anyone"), id)))
}

fn stage(dao: &Dao, id: u64) -> Result<OperationStage> {
    Ok(dao.operation(id)?.stage)
}

#[test]
fn an_upgrade_is_executed_when_five_sixths_are_ready() -> Result<()> {
    let (mut dao, id) = awaiting(&OPERATORS)?;
    wait(&mut dao, id)?;
    signal(&mut dao, "olga", id)?;
    let ReadinessInfo { until, checksum, operators, weight } = readiness(&dao, id)?;
    assert_eq!(weight, ReadyWeight { ready_weight: 4, needed_weight: 5, total_weight: 6 });
    assert_eq!((checksum, dao.body(id)?.ready.map(|ready| ready.until)), (release(), Some(until)));
    let ready: Vec<_> = operators.iter().filter(|one| one.ready).map(|one| one.operator.clone()).collect();
    assert_eq!((ready, stage(&dao, id)?), (vec![dao.addr("olga")], OperationStage::Waiting));

    let refusal = not_yet(&mut dao, id)?;
    let (eta, expires, now) = (dao.operation(id)?.eta, dao.operation(id)?.expires, dao.now());
    assert_eq!(
        refusal,
        format!(
            "operation {id}: an operation that is Waiting does not take Execute: it may be executed from {eta} until \
             before {expires}, now it is {now}; operators of weight 5 of 6 are to be ready before {until}, and 4 are"
        )
    );
    signal(&mut dao, "otto", id)?;
    assert_eq!(stage(&dao, id)?, OperationStage::Ready);
    dao.execute(&dao.addr("anyone"), id)?;
    assert_eq!(stage(&dao, id)?, OperationStage::Executed);

    let over = refused(&mut dao, |dao| withdraw(dao, "otto", id));
    assert_eq!(
        over,
        format!("operation {id}: nothing waits for the operators of an operation that is Executed")
    );
    Ok(())
}

#[test]
fn an_upgrade_that_is_not_ready_in_time_expires() -> Result<()> {
    let (mut dao, id) = awaiting(&OPERATORS)?;
    signal(&mut dao, "olga", id)?;
    let until = readiness(&dao, id)?.until;
    dao.advance_to(until - 1);
    assert_eq!(stage(&dao, id)?, OperationStage::Waiting);

    dao.advance_to(until);

    assert!(dao.operation(id)?.expires > until);
    assert_eq!(stage(&dao, id)?, OperationStage::Expired);
    let refusal = not_yet(&mut dao, id)?;
    assert!(refusal.contains("an operation that is Expired does not take Execute"), "{refusal}");
    let late = refused(&mut dao, |dao| signal(dao, "otto", id));
    let over = "nothing waits for the operators of an operation that is Expired";
    assert_eq!(late, format!("operation {id}: {over}"));
    Ok(())
}

#[test]
fn what_was_ready_and_is_withdrawn_is_not_ready() -> Result<()> {
    let (mut dao, id) = awaiting(&OPERATORS)?;
    wait(&mut dao, id)?;
    for who in ["olga", "otto"] {
        signal(&mut dao, who, id)?;
    }
    assert_eq!(stage(&dao, id)?, OperationStage::Ready);

    withdraw(&mut dao, "otto", id)?;

    assert_eq!(stage(&dao, id)?, OperationStage::Waiting);
    assert!(not_yet(&mut dao, id)?.ends_with("and 4 are"));
    dao.advance_to(readiness(&dao, id)?.until);
    assert_eq!(stage(&dao, id)?, OperationStage::Expired);
    Ok(())
}

#[test]
fn what_is_ready_when_the_time_is_up_stays_so() -> Result<()> {
    let (mut dao, id) = awaiting(&OPERATORS)?;
    for who in ["olga", "otto"] {
        signal(&mut dao, who, id)?;
    }
    let until = readiness(&dao, id)?.until;
    dao.advance_to(until);

    let late = refused(&mut dao, |dao| withdraw(dao, "otto", id));

    assert_eq!(late, format!("operation {id}: operators speak until before {until}, now it is {until}"));
    dao.execute(&dao.addr("anyone"), id)?;
    Ok(())
}

#[test]
fn an_operation_waits_for_those_who_were_operators_when_it_was_scheduled() -> Result<()> {
    let (mut dao, id) = awaiting(&OPERATORS)?;
    name(&mut dao, &[("mallory", 1_000_000)])?;

    for who in ["mallory", "ann"] {
        let refusal = refused(&mut dao, |dao| signal(dao, who, id));
        let only = "only an operator of this operation may do this";
        assert_eq!(refusal, format!("operation {id}: {only}, not {}", dao.addr(who)));
    }
    let now: OperatorsResponse = dao.ask(&dao.contracts.timelock, &QueryMsg::Operators {})?;
    let mallory = Operator { operator: dao.addr("mallory").into(), weight: 1_000_000 };
    assert_eq!(now.operators, [mallory]);
    signal(&mut dao, "olga", id)?;
    assert_eq!(readiness(&dao, id)?.weight.ready_weight, 4);
    Ok(())
}

#[test]
fn another_release_is_not_the_one_that_is_asked_for() -> Result<()> {
    let (mut dao, id) = awaiting(&OPERATORS)?;
    let msg = ExecuteMsg::Ready { id, checksum: vec![6; 32].into() };

    let refusal = refused(&mut dao, |dao| tell(dao, &dao.addr("olga"), &msg));

    let (asked, given) = ("05".repeat(32), "06".repeat(32));
    let why = format!("the release of checksum {asked} is to be ready, not that of {given}");
    assert_eq!(refusal, format!("operation {id}: {why}"));
    Ok(())
}

#[test]
fn without_operators_nothing_is_ever_ready() -> Result<()> {
    let (mut dao, id) = awaiting(&[])?;
    wait(&mut dao, id)?;

    assert!(not_yet(&mut dao, id)?.ends_with(", and 0 are"));

    dao.advance_to(readiness(&dao, id)?.until);
    assert_eq!(stage(&dao, id)?, OperationStage::Expired);
    Ok(())
}

#[test]
fn the_guardian_cancels_what_waits_for_its_operators() -> Result<()> {
    let (mut dao, id) = awaiting(&OPERATORS)?;
    let guardian = dao.addr("guardian");
    tell(&mut dao, &guardian, &isonomia_embedded::cancel(id))?;

    let refusal = refused(&mut dao, |dao| signal(dao, "olga", id));

    let over = "nothing waits for the operators of an operation that is Cancelled";
    assert_eq!(refusal, format!("operation {id}: {over}"));
    Ok(())
}

#[test]
fn nobody_is_ready_for_what_asks_nobody() -> Result<()> {
    let mut dao = foundry()?;
    name(&mut dao, &OPERATORS)?;
    let id = dao.pass("ann", vec![spend(&dao, "mason", 1)?])?;

    let refusal = refused(&mut dao, |dao| signal(dao, "olga", id));
    assert_eq!(refusal, format!("operation {id} waits for no operators"));
    let refusal = refused(&mut dao, |dao| signal(dao, "olga", id + 1));
    assert_eq!(refusal, format!("no operation {} was scheduled", id + 1));
    Ok(())
}

#[test]
fn no_operation_waits_longer_for_its_operators_than_it_lives() -> Result<()> {
    let mut dao = foundry()?;
    let (identity, code) = (dao.contracts.identity.clone(), identity_code(&mut dao, Temper::Sound));
    let actions = upgrade(&dao, &[(&identity, code)], None)?;
    let (mut operation, _) = agreed(&dao, 500, &actions)?;
    operation.ready = Some(ReadyBy { until: u64::MAX, checksum: release() });
    let proposal = dao.contracts.proposal.clone();

    tell(&mut dao, &proposal, &ExecuteMsg::Schedule { operation })?;

    assert_eq!(readiness(&dao, 500)?.until, dao.operation(500)?.expires);
    Ok(())
}

#[test]
fn operators_are_asked_for_a_migration_by_a_moment_to_come_and_with_a_hash() -> Result<()> {
    let mut dao = foundry()?;
    let payment = vec![spend(&dao, "mason", 1)?];
    let soon = |dao: &Dao| ReadyBy { until: dao.now() + 1, checksum: release() };
    let idle = draft(payment, soon(&dao))?;
    let refusal = refused(&mut dao, |dao| propose(dao, idle));
    assert_eq!(refusal, "operators are asked to be ready for a migration, and no action migrates a contract");

    let ready = ReadyBy { until: dao.now(), ..soon(&dao) };
    let past = asking(&mut dao, ready)?;
    let refusal = refused(&mut dao, |dao| propose(dao, past));
    let now = dao.now();
    assert_eq!(refusal, format!("operators are asked to be ready by a moment after {now}, not by {now}"));
    let ready = ReadyBy { checksum: vec![5; 31].into(), ..soon(&dao) };
    let short = asking(&mut dao, ready)?;
    let refusal = refused(&mut dao, |dao| propose(dao, short));
    assert_eq!(refusal, "the checksum of readiness is a SHA-256 and has 32 bytes, not 31");

    let ready = soon(&dao);
    let fine = asking(&mut dao, ready)?;
    propose(&mut dao, fine)?;
    Ok(())
}

#[test]
fn there_are_at_most_32_operators_each_once_and_each_weighs_something() -> Result<()> {
    let mut dao = foundry()?;
    let names: Vec<String> = (0..33).map(|number| format!("operator {number}")).collect();
    let many =
        |count: usize| names[..count].iter().map(|name| (name.as_str(), 1_000_000)).collect::<Vec<_>>();
    let olga: Addr = dao.addr("olga");

    name(&mut dao, &many(32))?;
    let refusal = refused(&mut dao, |dao| name(dao, &many(33)));
    assert_eq!(refusal, "there are at most 32 operators, not 33");
    for weight in [0, 1_000_001] {
        let refusal = refused(&mut dao, |dao| name(dao, &[("olga", weight)]));
        assert_eq!(refusal, format!("an operator weighs 1 to 1000000, not {weight}: {olga}"));
    }
    let refusal = refused(&mut dao, |dao| name(dao, &[("olga", 1), ("otto", 1), ("olga", 2)]));
    assert_eq!(refusal, format!("{olga} is among the operators twice"));
    name(&mut dao, &[("olga", 1)])
}
