//! Attacks by a guardian: row 19. What is left to a bad one is delay, for a term.

use anyhow::Result;
use cosmwasm_std::{Addr, CosmosMsg};
use isonomia_api::proposal::ExecuteMsg as Proposing;
use isonomia_api::timelock::{ExecuteMsg, GuardianResponse, QueryMsg};
use isonomia_api::{timelock, treasury, voting};
use isonomia_core::guardian::SeatStage;
use isonomia_core::operation::OperationStage;
use isonomia_core::pause::PauseScope;
use isonomia_embedded::{cancel, Dao, DAY};

use crate::lifecycle::town::*;

/// The town with a guardian, for 180 days.
fn guarded() -> Result<(Dao, Addr)> {
    let dao = founded(plan().guarded())?;
    let guardian = dao.addr("guardian");
    Ok((dao, guardian))
}

fn pause(scope: PauseScope) -> ExecuteMsg {
    let (incident, reason) = ("leak".to_string(), "something pays out".to_string());
    ExecuteMsg::Pause { scope, seconds: 3 * DAY, incident, reason }
}

fn naming(dao: &Dao, name: &str) -> Result<CosmosMsg> {
    let guardian = dao.addr(name).into_string();
    dao.to_timelock(&ExecuteMsg::SetGuardian { guardian, until: dao.now() + 100 * DAY })
}

fn tell(dao: &mut Dao, who: &Addr, msg: &ExecuteMsg) -> Result<()> {
    let timelock = dao.contracts.timelock.clone();
    dao.call(who, &timelock, msg)?;
    Ok(())
}

#[test]
fn row_19_a_guardian_moves_no_funds_and_changes_no_rule() -> Result<()> {
    let (mut dao, guardian) = guarded()?;
    let (ours, payment) = (dao.contracts.clone(), dao.payment("guardian", 1));
    let only = format!("only {} may do this, not {guardian}", ours.timelock);

    for msg in [
        treasury::ExecuteMsg::Spend { payment: payment.clone() },
        treasury::ExecuteMsg::SpendSmall { payment },
        treasury::ExecuteMsg::Unpause {},
    ] {
        assert_eq!(refused(&mut dao, |dao| dao.call(&guardian, &ours.treasury, &msg)), only, "{msg:?}");
    }
    let rules = Proposing::SetRules { rules: dao.params.rules.clone() };
    assert_eq!(refused(&mut dao, |dao| dao.call(&guardian, &ours.proposal, &rules)), only);
    let registrar = voting::ExecuteMsg::SetRegistrar { registrar: guardian.to_string() };
    assert_eq!(refused(&mut dao, |dao| dao.call(&guardian, &ours.voting, &registrar)), only);
    let proposal = ExecuteMsg::SetProposal { proposal: guardian.to_string() };
    assert_eq!(refused(&mut dao, |dao| tell(dao, &guardian, &proposal)), only);
    assert_eq!((purse(&dao, "guardian")?, treasure(&dao)?), (0, TREASURE));
    Ok(())
}

#[test]
fn row_19_a_guardian_does_not_extend_itself() -> Result<()> {
    let (mut dao, guardian) = guarded()?;
    let only = format!("only {} may do this, not {guardian}", dao.contracts.timelock);
    let until = dao.now() + 180 * DAY;
    let longer = ExecuteMsg::SetGuardian { guardian: guardian.to_string(), until };

    assert_eq!(refused(&mut dao, |dao| tell(dao, &guardian, &longer)), only);

    dao.advance(180 * DAY);
    let id = dao.pass("ann", vec![spend(&dao, "mason", 1)?])?;
    let ended = refused(&mut dao, |dao| tell(dao, &guardian, &cancel(id)));
    let until = dao.ask::<GuardianResponse>(&dao.contracts.timelock, &QueryMsg::Guardian {})?.until.unwrap();
    assert_eq!(ended, format!("the guardian's term ended at {until}, now it is {}", dao.now()));
    Ok(())
}

#[test]
fn row_19_a_guardian_neither_cancels_nor_holds_up_its_own_replacement() -> Result<()> {
    let (mut dao, guardian) = guarded()?;
    let change = naming(&dao, "heir")?;
    let id = dao.pass("ann", vec![change])?;
    wait(&mut dao, id)?;

    let refusal = refused(&mut dao, |dao| tell(dao, &guardian, &cancel(id)));
    let why = "only changes the guardian or only unpauses: the guardian does not cancel it";
    assert_eq!(refusal, format!("operation {id} {why}"));
    tell(&mut dao, &guardian, &pause(PauseScope::Execution))?;
    dao.execute(&dao.addr("anyone"), id)?;

    let seat: GuardianResponse = dao.ask(&dao.contracts.timelock, &QueryMsg::Guardian {})?;
    assert_eq!((seat.guardian, seat.seat), (Some(dao.addr("heir")), SeatStage::Serving));
    let refusal = refused(&mut dao, |dao| tell(dao, &guardian, &pause(PauseScope::Execution)));
    assert_eq!(refusal, format!("only the guardian or the timelock may do this, not {guardian}"));
    Ok(())
}

#[test]
fn row_19_a_change_of_the_guardian_is_bundled_with_nothing() -> Result<()> {
    let (mut dao, _) = guarded()?;
    let (ann, change) = (dao.addr("ann"), naming(&dao, "heir")?);
    let remove = dao.to_timelock(&ExecuteMsg::RemoveGuardian {})?;
    let why = |index| {
        format!("action {index} changes the guardian: such a change is the only action of its proposal")
    };

    for (index, actions) in [
        (1, vec![spend(&dao, "mason", 1)?, change.clone()]),
        (0, vec![change.clone(), keeps(&dao, 1)?]),
        (0, vec![remove.clone(), change]),
    ] {
        assert_eq!(refused(&mut dao, |dao| dao.propose(&ann, "Both", actions, false)), why(index));
    }
    let urgent = vec![dao.cancelling(1)?, remove];
    assert_eq!(refused(&mut dao, |dao| dao.propose(&ann, "Both", urgent, true)), why(1));
    Ok(())
}

#[test]
fn row_19_a_guardian_that_pauses_twice_waits_for_a_week() -> Result<()> {
    let (mut dao, guardian) = guarded()?;
    tell(&mut dao, &guardian, &pause(PauseScope::Execution))?;
    let until = dao.now() + 3 * DAY;

    for scope in [PauseScope::Execution, PauseScope::TreasuryOutflow] {
        let refusal = refused(&mut dao, |dao| tell(dao, &guardian, &pause(scope)));
        let free_from = until + 7 * DAY;
        let why = format!("the last pause ended or ends at {until}; another may begin at {free_from}");
        assert_eq!(refusal, format!("{why}, now it is {}", dao.now()));
    }
    Ok(())
}

#[test]
fn row_19_a_pause_outlasts_no_window() -> Result<()> {
    let (mut dao, guardian) = guarded()?;
    let id = dao.pass("ann", vec![spend(&dao, "mason", 5)?])?;
    wait(&mut dao, id)?;
    tell(&mut dao, &guardian, &pause(PauseScope::Execution))?;
    let until = dao.now() + 3 * DAY;
    dao.advance_to(until - 1);

    let refusal = refused(&mut dao, |dao| dao.execute(&dao.addr("mason"), id));
    let why = format!("execution is paused until {until}, now it is {}", until - 1);
    assert_eq!(refusal, format!("{why}; the clock of operation {id} runs on"));
    assert_eq!(dao.operation(id)?.stage, OperationStage::Ready);
    dao.advance_to(until);
    dao.execute(&dao.addr("mason"), id)?;
    assert_eq!(purse(&dao, "mason")?, 5);
    Ok(())
}

#[test]
fn row_19_a_treasury_that_was_paused_pays_what_was_decided_afterwards() -> Result<()> {
    let (mut dao, guardian) = guarded()?;
    let id = dao.pass("ann", vec![spend(&dao, "mason", 5)?])?;
    wait(&mut dao, id)?;
    tell(&mut dao, &guardian, &pause(PauseScope::TreasuryOutflow))?;
    let until = dao.now() + 3 * DAY;

    refused(&mut dao, |dao| dao.execute(&dao.addr("mason"), id));
    dao.advance_to(until);
    dao.execute(&dao.addr("mason"), id)?;

    assert_eq!((purse(&dao, "mason")?, treasure(&dao)?), (5, TREASURE - 5));
    Ok(())
}

#[test]
fn without_a_guardian_at_the_scheduling_a_critical_waits_half_as_long_again() -> Result<()> {
    let waits = |dao: &mut Dao, actions| -> Result<u64> {
        let id = dao.pass("ann", actions)?;
        Ok(dao.operation(id)?.eta - dao.now())
    };
    let mut nobody = town()?;
    let large = vec![spend(&nobody, "mason", 1)?];
    let little = vec![small(&nobody, "painter", 1)?];
    assert_eq!(waits(&mut nobody, large.clone())?, 5 * DAY + DAY * 5 / 2);
    assert_eq!(waits(&mut nobody, little)?, 2 * DAY);

    let (mut dao, _) = guarded()?;
    assert_eq!(waits(&mut dao, large)?, 5 * DAY);
    // The term ends while the last vote runs.
    dao.advance(160 * DAY);
    let change = naming(&dao, "heir")?;
    dao.advance(11 * DAY);
    assert_eq!(waits(&mut dao, vec![change])?, 5 * DAY + DAY * 5 / 2);
    Ok(())
}

#[test]
fn every_act_stays_in_the_log() -> Result<()> {
    let (mut dao, guardian) = guarded()?;
    let id = dao.pass("ann", vec![spend(&dao, "mallory", TREASURE)?])?;
    tell(&mut dao, &guardian, &cancel(id))?;
    tell(&mut dao, &guardian, &pause(PauseScope::TreasuryOutflow))?;

    let asked = QueryMsg::Incidents { start_after: None, limit: None };
    let log: timelock::IncidentsResponse = dao.ask(&dao.contracts.timelock, &asked)?;

    let told: Vec<_> = log.incidents.iter().map(|entry| (&entry.by, entry.reason.as_str())).collect();
    assert_eq!(told, [(&guardian, "nobody agreed to it"), (&guardian, "something pays out")]);
    Ok(())
}
