//! The way back: who goes it, until when, and what it does not undo.

use anyhow::Result;
use cosmwasm_std::Addr;
use isonomia_api::timelock::{
    Act, ExecuteMsg, GuardianResponse, IncidentInfo, IncidentsResponse, QueryMsg, RollbackPlan,
};
use isonomia_core::class::Class;
use isonomia_core::pause::PauseScope;
use isonomia_core::proposal::ProposalStage;
use isonomia_core::soak::SoakStage;
use isonomia_core::tally::Choice::Yes;
use isonomia_embedded::{Dao, DAY};

use super::foundry::*;
use crate::lifecycle::town::*;

fn last_incident(dao: &Dao) -> Result<Option<IncidentInfo>> {
    let msg = QueryMsg::Incidents { start_after: None, limit: None };
    Ok(dao.ask::<IncidentsResponse>(&dao.contracts.timelock, &msg)?.incidents.pop())
}

/// It is rolled back, and the log says by whom and why.
fn is_undone(dao: &Dao, id: u64, code: u64, by: &Addr) -> Result<()> {
    assert_eq!(runs(dao, &dao.contracts.identity)?, code);
    assert_eq!(way_back(dao, id)?.stage, SoakStage::RolledBack);
    let entry = last_incident(dao)?.expect("it is in the log");
    assert_eq!((entry.act, &entry.by, entry.at), (Act::RolledBack { id }, by, dao.now()));
    assert_eq!((entry.incident, entry.reason), ("cracked".to_string(), "it answers nobody".to_string()));
    Ok(())
}

fn no_alarm(id: u64, who: &Addr) -> String {
    format!(
        "no alarm of operation {id} is raised: the guardian and the timelock may roll it back, and not {who}"
    )
}

#[test]
fn the_guardian_rolls_back_in_the_soak_while_execution_is_paused() -> Result<()> {
    let mut dao = foundry()?;
    let (id, before, after) = upgraded(&mut dao, Temper::Sound)?;
    let (guardian, identity) = (dao.addr("guardian"), dao.contracts.identity.clone());
    let (incident, reason) = ("cracked".to_string(), "wait".to_string());
    let pause = ExecuteMsg::Pause { scope: PauseScope::Execution, seconds: 3 * DAY, incident, reason };
    tell(&mut dao, &guardian, &pause)?;
    assert_eq!(runs(&dao, &identity)?, after);

    dao.advance_to(way_back(&dao, id)?.until - 1);
    tell(&mut dao, &guardian, &back(id))?;

    is_undone(&dao, id, before, &guardian)
}

#[test]
fn anyone_rolls_back_once_an_alarm_is_raised_and_nobody_before() -> Result<()> {
    let mut dao = foundry()?;
    let (id, before, _) = upgraded(&mut dao, Temper::Cracks)?;
    let (nora, cracks) = (dao.addr("nora"), dao.now() + DAY);
    for at in [dao.now(), cracks - 1] {
        dao.advance_to(at);
        assert_eq!(refused(&mut dao, |dao| tell(dao, &nora, &back(id))), no_alarm(id, &nora));
    }

    dao.advance_to(cracks);
    tell(&mut dao, &nora, &back(id))?;

    is_undone(&dao, id, before, &nora)
}

#[test]
fn an_outsider_raises_no_alarm() -> Result<()> {
    let mut dao = foundry()?;
    let (id, _, after) = upgraded(&mut dao, Temper::Sound)?;
    let (mallory, treasury) = (dao.addr("mallory"), dao.contracts.treasury.clone());
    dao.mint(&treasury, 1, "udust")?;
    settle(&mut dao, "mallory", STAKE)?;
    dao.propose(&mallory, "Noise", vec![], false)?;

    assert_eq!(refused(&mut dao, |dao| tell(dao, &mallory, &back(id))), no_alarm(id, &mallory));

    assert_eq!(runs(&dao, &dao.contracts.identity)?, after);
    Ok(())
}

#[test]
fn an_emergency_rolls_back_in_the_soak() -> Result<()> {
    let mut dao = foundry()?;
    let (id, before, _) = upgraded(&mut dao, Temper::Sound)?;
    let rollback = dao.to_timelock(&back(id))?;
    let emergency = dao.propose(&dao.addr("bob"), "Take it back", vec![rollback], true)?;
    open(&mut dao, emergency)?;
    say(&mut dao, emergency, Yes, &PEOPLE)?;
    assert_eq!(close(&mut dao, emergency)?, ProposalStage::Scheduled);
    assert_eq!(dao.operation(emergency)?.class, Class::Emergency);
    wait(&mut dao, emergency)?;

    dao.execute(&dao.addr("anyone"), emergency)?;

    let timelock = dao.contracts.timelock.clone();
    is_undone(&dao, id, before, &timelock)
}

#[test]
fn a_rollback_after_the_soak_is_refused_to_everyone() -> Result<()> {
    let mut dao = foundry()?;
    let (id, _, after) = upgraded(&mut dao, Temper::Cracks)?;
    let until = way_back(&dao, id)?.until;
    dao.advance_to(until);

    for who in [dao.addr("guardian"), dao.contracts.timelock.clone(), dao.addr("nora")] {
        let refusal = refused(&mut dao, |dao| tell(dao, &who, &back(id)));
        let why = format!("it lasts until before {until}, now it is {until}");
        assert_eq!(refusal, format!("operation {id}: a soak that is Over does not take RollBack: {why}"));
    }
    assert_eq!(runs(&dao, &dao.contracts.identity)?, after);
    Ok(())
}

#[test]
fn an_upgrade_is_rolled_back_once() -> Result<()> {
    let mut dao = foundry()?;
    let (id, before, _) = upgraded(&mut dao, Temper::Sound)?;
    let guardian = dao.addr("guardian");
    tell(&mut dao, &guardian, &back(id))?;

    let refusal = refused(&mut dao, |dao| tell(dao, &guardian, &back(id)));

    let (until, now) = (way_back(&dao, id)?.until, dao.now());
    let why = format!("it lasts until before {until}, now it is {now}");
    assert_eq!(refusal, format!("operation {id}: a soak that is RolledBack does not take RollBack: {why}"));
    assert_eq!(runs(&dao, &dao.contracts.identity)?, before);
    Ok(())
}

#[test]
fn a_later_migration_is_not_undone_by_an_earlier_rollback() -> Result<()> {
    let mut dao = foundry()?;
    let (id, _, after) = upgraded(&mut dao, Temper::Sound)?;
    let (identity, guardian) = (dao.contracts.identity.clone(), dao.addr("guardian"));
    let repaired = identity_code(&mut dao, Temper::Sound);
    let plan = week(&dao, &[&identity])?;
    let actions = upgrade(&dao, &[(&identity, repaired)], Some(plan))?;
    order(&mut dao, 500, &actions)?;

    let refusal = refused(&mut dao, |dao| tell(dao, &guardian, &back(id)));

    assert_eq!(
        refusal,
        format!(
            "{identity} runs code {repaired}, and not the code {after} that it was upgraded to: what came later is not \
             undone"
        )
    );
    // The later one may be, and then the earlier one.
    tell(&mut dao, &guardian, &back(500))?;
    assert_eq!(runs(&dao, &identity)?, after);
    tell(&mut dao, &guardian, &back(id))?;
    assert_eq!(runs(&dao, &identity)?, dao.codes.identity);
    Ok(())
}

#[test]
fn a_guardian_of_the_past_is_anyone() -> Result<()> {
    let mut dao = foundry()?;
    let guardian = dao.addr("guardian");
    let until = dao.ask::<GuardianResponse>(&dao.contracts.timelock, &QueryMsg::Guardian {})?.until.unwrap();
    dao.advance_to(until);
    let (id, before, _) = upgraded(&mut dao, Temper::Cracks)?;
    assert_eq!(refused(&mut dao, |dao| tell(dao, &guardian, &back(id))), no_alarm(id, &guardian));

    dao.advance(DAY);
    tell(&mut dao, &guardian, &back(id))?;

    is_undone(&dao, id, before, &guardian)
}

#[test]
fn all_steps_are_taken_or_none() -> Result<()> {
    let mut dao = foundry()?;
    let (identity, voting) = (dao.contracts.identity.clone(), dao.contracts.voting.clone());
    let after = [identity_code(&mut dao, Temper::Sound), voting_code(&mut dao, Temper::Sound)];
    let (bridge, broken) = (identity_code(&mut dao, Temper::Sound), voting_code(&mut dao, Temper::Breaks));
    let steps = vec![step(&dao, &identity, bridge)?, step(&dao, &voting, broken)?];
    let plan = RollbackPlan { soak: DAY, steps, alarms: vec![] };
    let actions = upgrade(&dao, &[(&identity, after[0]), (&voting, after[1])], Some(plan))?;
    order(&mut dao, 500, &actions)?;
    let guardian = dao.addr("guardian");

    let refusal = refused(&mut dao, |dao| tell(dao, &guardian, &back(500)));

    assert_eq!((refusal.as_str(), runs(&dao, &identity)?), ("the mould is broken", after[0]));
    assert_eq!(way_back(&dao, 500)?.stage, SoakStage::Soaking);
    Ok(())
}

#[test]
fn a_bridge_that_was_approved_is_a_way_back() -> Result<()> {
    let mut dao = foundry()?;
    let identity = dao.contracts.identity.clone();
    let (after, bridge) = (identity_code(&mut dao, Temper::Sound), identity_code(&mut dao, Temper::Sound));
    let plan = RollbackPlan { soak: DAY, steps: vec![step(&dao, &identity, bridge)?], alarms: vec![] };
    let actions = upgrade(&dao, &[(&identity, after)], Some(plan))?;
    order(&mut dao, 500, &actions)?;

    let guardian = dao.addr("guardian");
    tell(&mut dao, &guardian, &back(500))?;

    assert_eq!(runs(&dao, &identity)?, bridge);
    Ok(())
}

#[test]
fn what_has_no_way_back_is_not_rolled_back() -> Result<()> {
    let mut dao = foundry()?;
    let (identity, code) = (dao.contracts.identity.clone(), identity_code(&mut dao, Temper::Sound));
    let actions = upgrade(&dao, &[(&identity, code)], None)?;
    let id = dao.enact("ann", actions)?;
    let guardian = dao.addr("guardian");

    for id in [id, id + 1] {
        let refusal = refused(&mut dao, |dao| tell(dao, &guardian, &back(id)));
        let why = "none was approved, or nothing was upgraded yet";
        assert_eq!(refusal, format!("operation {id} has no rollback: {why}"));
    }
    Ok(())
}

#[test]
fn a_rollback_says_why() -> Result<()> {
    let mut dao = foundry()?;
    let (id, _, _) = upgraded(&mut dao, Temper::Sound)?;
    let guardian = dao.addr("guardian");
    let saying = |incident: usize, reason: usize| {
        let (incident, reason) = ("i".repeat(incident), "r".repeat(reason));
        ExecuteMsg::Rollback { id, incident, reason }
    };
    for (msg, refusal) in [
        (saying(0, 1), "the incident of an act has 1 to 64 bytes, not 0"),
        (saying(65, 1), "the incident of an act has 1 to 64 bytes, not 65"),
        (saying(1, 0), "the reason of an act has 1 to 512 bytes, not 0"),
        (saying(1, 513), "the reason of an act has 1 to 512 bytes, not 513"),
    ] {
        assert_eq!(refused(&mut dao, |dao| tell(dao, &guardian, &msg)), refusal);
    }

    tell(&mut dao, &guardian, &saying(64, 512))?;
    Ok(())
}
