//! Upgrades that are what the voters approved, or nothing at all.

use anyhow::Result;
use cosmwasm_std::{CosmosMsg, WasmMsg};
use isonomia_api::call::call;
use isonomia_api::timelock::{ExecuteMsg, IncidentsResponse, QueryMsg, RollbackInfo};
use isonomia_api::treasury;
use isonomia_core::class::{Class, Scope};
use isonomia_core::operation::OperationStage;
use isonomia_core::soak::SoakStage;
use isonomia_core::upgrade::Migrated;
use isonomia_embedded::{Dao, DAY};

use super::foundry::*;
use crate::lifecycle::preview::created_by_the_timelock;
use crate::lifecycle::town::*;

/// Everybody agrees, and the execution is refused: nothing is migrated.
#[track_caller]
fn in_vain(dao: &mut Dao, actions: Vec<CosmosMsg>) -> Result<String> {
    let id = dao.pass("ann", actions)?;
    wait(dao, id)?;
    let refusal = refused(dao, |dao| dao.execute(&dao.addr("anyone"), id));
    assert_eq!(dao.operation(id)?.stage, OperationStage::Ready);
    Ok(refusal)
}

#[test]
fn a_good_upgrade_migrates_two_contracts_at_once_and_soaks_for_a_week() -> Result<()> {
    let mut dao = foundry()?;
    let (identity, voting) = (dao.contracts.identity.clone(), dao.contracts.voting.clone());
    let before = [runs(&dao, &identity)?, runs(&dao, &voting)?];
    let after = [identity_code(&mut dao, Temper::Sound), voting_code(&mut dao, Temper::Sound)];
    let plan = week(&dao, &[&voting, &identity])?;
    let mut actions = upgrade(&dao, &[(&identity, after[0]), (&voting, after[1])], Some(plan.clone()))?;
    actions.push(keeps(&dao, TREASURE)?);

    let id = dao.enact("ann", actions)?;

    let until = dao.now() + 7 * DAY;
    let migrated = |contract: &cosmwasm_std::Addr, index: usize| {
        let (contract, pinned, upgraded) = (contract.to_string(), before[index], after[index]);
        Migrated { contract, pinned, upgraded }
    };
    assert_eq!([runs(&dao, &identity)?, runs(&dao, &voting)?], after);
    assert_eq!(told(&dao, id)?.migrated, [migrated(&identity, 0), migrated(&voting, 1)]);
    let (stage, steps, alarms) = (SoakStage::Soaking, plan.steps, plan.alarms);
    assert_eq!(way_back(&dao, id)?, RollbackInfo { stage, until, steps, alarms });
    dao.advance_to(until);
    assert_eq!(way_back(&dao, id)?.stage, SoakStage::Over);
    let log: IncidentsResponse =
        dao.ask(&dao.contracts.timelock, &QueryMsg::Incidents { start_after: None, limit: None })?;
    assert_eq!((log.incidents, dao.operation(id)?.stage), (vec![], OperationStage::Executed));
    Ok(())
}

#[test]
fn the_chain_tells_what_was_upgraded() -> Result<()> {
    let mut dao = foundry()?;
    let (identity, code) = (dao.contracts.identity.clone(), identity_code(&mut dao, Temper::Sound));
    let before = runs(&dao, &identity)?;
    let actions = upgrade(&dao, &[(&identity, code)], None)?;
    let id = dao.pass("ann", actions)?;
    wait(&mut dao, id)?;

    let response = dao.execute(&dao.addr("anyone"), id)?;

    let event = |name: &str| {
        let found = response.events.iter().find(|event| event.ty == format!("wasm-timelock_{name}")).unwrap();
        let told = found.attributes.iter().filter(|told| !told.key.starts_with('_'));
        told.map(|told| format!("{}={}", told.key, told.value)).collect::<Vec<_>>()
    };
    assert_eq!(event("upgraded"), [format!("proposal_id={id}"), "rollback_until=none".to_string()]);
    let migrated = [format!("contract={identity}"), format!("pinned={before}"), format!("upgraded={code}")];
    assert_eq!(event("code_approved")[1..], migrated);
    assert_eq!(told(&dao, id)?.rollback, None);
    Ok(())
}

#[test]
fn an_upgrade_whose_assertion_fails_has_migrated_nothing() -> Result<()> {
    let mut dao = foundry()?;
    let (identity, code) = (dao.contracts.identity.clone(), identity_code(&mut dao, Temper::Sound));
    let plan = week(&dao, &[&identity])?;
    let mut actions = upgrade(&dao, &[(&identity, code)], Some(plan))?;
    actions.push(keeps(&dao, TREASURE + 1)?);

    let refusal = in_vain(&mut dao, actions)?;

    assert_eq!(refusal, "expected at `/balance`: at least 10001; the answer is 10000");
    assert_eq!((runs(&dao, &identity)?, told(&dao, 1)?.rollback), (dao.codes.identity, None));
    Ok(())
}

#[test]
fn an_upgrade_whose_second_migration_fails_has_not_made_the_first() -> Result<()> {
    let mut dao = foundry()?;
    let (identity, voting) = (dao.contracts.identity.clone(), dao.contracts.voting.clone());
    let (sound, broken) = (identity_code(&mut dao, Temper::Sound), voting_code(&mut dao, Temper::Breaks));
    let actions = upgrade(&dao, &[(&identity, sound), (&voting, broken)], None)?;

    assert_eq!(in_vain(&mut dao, actions)?, "the mould is broken");

    assert_eq!(runs(&dao, &identity)?, dao.codes.identity);
    Ok(())
}

#[test]
fn code_of_another_checksum_is_not_what_was_voted_on() -> Result<()> {
    let mut dao = foundry()?;
    let (identity, code) = (dao.contracts.identity.clone(), identity_code(&mut dao, Temper::Sound));
    let actions = vec![migrate(&identity, code), approve(&dao, vec![checked(&identity, 7)], None)?];

    let refusal = in_vain(&mut dao, actions)?;

    let (found, approved) = (dao.checksum(code)?, "07".repeat(32));
    assert_eq!(
        refusal,
        format!("{identity}: code {code} has the checksum {found}, and {approved} was approved")
    );
    Ok(())
}

#[test]
fn nothing_is_migrated_that_was_not_approved() -> Result<()> {
    let mut dao = foundry()?;
    let (identity, voting) = (dao.contracts.identity.clone(), dao.contracts.voting.clone());
    let (one, two) = (identity_code(&mut dao, Temper::Sound), voting_code(&mut dao, Temper::Sound));
    let approved = vec![dao.approved(&identity, one)?];
    let actions = vec![migrate(&identity, one), migrate(&voting, two), approve(&dao, approved, None)?];

    let refusal = in_vain(&mut dao, actions)?;

    assert_eq!(
        refusal,
        format!("{voting} is migrated to code {two}, and the upgrade approves no code for it")
    );
    Ok(())
}

#[test]
fn what_is_approved_is_migrated() -> Result<()> {
    let mut dao = foundry()?;
    let (identity, voting) = (dao.contracts.identity.clone(), dao.contracts.voting.clone());
    let (one, two) = (identity_code(&mut dao, Temper::Sound), voting_code(&mut dao, Temper::Sound));
    let both = vec![dao.approved(&identity, one)?, dao.approved(&voting, two)?];
    let (code, found, approved) = (dao.codes.voting, dao.checksum(dao.codes.voting)?, dao.checksum(two)?);
    let why = format!("{voting}: code {code} has the checksum {found}, and {approved} was approved");
    // It runs the code of before, which is not what was approved, whether it is called or not.
    let untouched = vec![migrate(&identity, one), approve(&dao, both.clone(), None)?];
    assert_eq!(disorder(&mut dao, 500, &untouched)?, why);
    let settle =
        isonomia_api::voting::ExecuteMsg::SetProposal { proposal: dao.contracts.proposal.to_string() };
    let called = vec![migrate(&identity, one), call(&voting, &settle)?, approve(&dao, both, None)?];
    assert_eq!(in_vain(&mut dao, called)?, why);
    Ok(())
}

#[test]
fn what_is_made_and_migrated_at_once_is_approved_too() -> Result<()> {
    let mut dao = foundry()?;
    let (cast, recast) = (bell_code(&mut dao), bell_code(&mut dao));
    let bell = created_by_the_timelock(&dao, cast, b"a salt")?;
    let (admin, label, msg) = (Some(dao.contracts.timelock.to_string()), "bell".to_string(), b"{}".into());
    let (funds, salt) = (vec![], b"a salt".into());
    let make = WasmMsg::Instantiate2 { admin, code_id: cast, label, msg, funds, salt };
    let blind = vec![make.clone().into(), migrate(&bell, recast), approve(&dao, vec![], None)?];
    let refusal = in_vain(&mut dao, blind)?;
    assert_eq!(
        refusal,
        format!("{bell} is migrated to code {recast}, and the upgrade approves no code for it")
    );

    let approved = vec![dao.approved(&bell, recast)?];
    let actions = vec![make.into(), migrate(&bell, recast), approve(&dao, approved, None)?];
    let id = dao.enact("bob", actions)?;

    assert_eq!((runs(&dao, &bell)?, told(&dao, id)?.migrated), (recast, vec![]));
    Ok(())
}

#[test]
fn no_proposal_migrates_without_an_approval_behind_it() -> Result<()> {
    let mut dao = foundry()?;
    let (identity, code) = (dao.contracts.identity.clone(), identity_code(&mut dao, Temper::Sound));
    let approval = approve(&dao, vec![dao.approved(&identity, code)?], None)?;
    let migration = migrate(&identity, code);
    let why = "migrates a contract: an action `upgrade` of the timelock behind it approves the code";

    for (index, actions) in [
        (0, vec![migration.clone()]),
        (1, vec![approval.clone(), migration.clone()]),
        (2, vec![migration.clone(), approval.clone(), migration.clone(), keeps(&dao, 1)?]),
    ] {
        let refusal = refused(&mut dao, |dao| dao.propose(&dao.addr("ann"), "Trust me", actions, false));
        assert_eq!(refusal, format!("action {index} {why}"));
    }
    let id = dao.propose(&dao.addr("ann"), "Look at it", vec![migration, approval], false)?;
    let proposal = dao.proposal(id)?;
    assert_eq!((proposal.class, proposal.scope), (Class::Critical, Scope::Registrar));
    Ok(())
}

#[test]
fn an_operation_upgrades_once() -> Result<()> {
    let mut dao = foundry()?;
    let (identity, code) = (dao.contracts.identity.clone(), identity_code(&mut dao, Temper::Sound));
    let mut actions = upgrade(&dao, &[(&identity, code)], None)?;
    actions.push(actions[1].clone());

    let refusal = disorder(&mut dao, 500, &actions)?;

    assert_eq!(refusal, "operation 500 has upgraded already: there is one `upgrade` in an operation");
    Ok(())
}

#[test]
fn a_migration_to_the_same_code_is_approved_and_has_no_way_back() -> Result<()> {
    let mut dao = foundry()?;
    let (identity, code) = (dao.contracts.identity.clone(), dao.codes.identity);
    let plan = week(&dao, &[&identity])?;
    let with_a_step = upgrade(&dao, &[(&identity, code)], Some(plan))?;
    let refusal = disorder(&mut dao, 500, &with_a_step)?;
    assert_eq!(refusal, format!("{identity} was not migrated, and has no step back"));

    let actions = upgrade(&dao, &[(&identity, code)], None)?;
    let id = dao.enact("ann", actions)?;

    assert_eq!((told(&dao, id)?.migrated, runs(&dao, &identity)?), (vec![], code));
    Ok(())
}

#[test]
fn the_timelock_migrates_itself_behind_its_own_approval() -> Result<()> {
    let mut dao = foundry()?;
    let (timelock, code) = (dao.contracts.timelock.clone(), timelock_code(&mut dao, Temper::Sound));
    let actions = upgrade(&dao, &[(&timelock, code)], None)?;

    let id = dao.enact("ann", actions)?;

    assert_eq!((runs(&dao, &timelock)?, told(&dao, id)?.migrated.len()), (code, 1));
    Ok(())
}

#[test]
fn a_detour_through_the_treasury_is_seen_where_the_contract_is_pinned() -> Result<()> {
    let mut dao = foundry()?;
    let (cast, recast) = (bell_code(&mut dao), bell_code(&mut dao));
    let treasury = dao.contracts.treasury.clone();
    let bell = make_bell(&mut dao, cast, Some(&treasury))?;
    let msg = WasmMsg::Migrate { contract_addr: bell.to_string(), new_code_id: recast, msg: b"{}".into() };
    let detour = dao.to_treasury(&treasury::ExecuteMsg::Execute { msg })?;
    let ring = call(&bell, &BellMsg::Ring {})?;
    let blind = vec![ring.clone(), detour.clone(), approve(&dao, vec![], None)?];
    let refusal = disorder(&mut dao, 500, &blind)?;
    assert_eq!(
        refusal,
        format!("{bell} is migrated to code {recast}, and the upgrade approves no code for it")
    );

    let approved = vec![dao.approved(&bell, recast)?];
    let back = isonomia_api::timelock::RollbackPlan {
        soak: 1,
        steps: vec![step(&dao, &bell, cast)?],
        alarms: vec![],
    };
    let with_a_step = vec![ring.clone(), detour.clone(), approve(&dao, approved.clone(), Some(back))?];
    let refusal = disorder(&mut dao, 501, &with_a_step)?;
    assert_eq!(refusal, format!("the timelock does not administer {bell}, and cannot roll it back"));

    let actions = [ring, detour, approve(&dao, approved, None)?];
    order(&mut dao, 502, &actions)?;
    assert_eq!(runs(&dao, &bell)?, recast);
    Ok(())
}

#[test]
fn an_approval_is_an_action_of_an_operation_that_is_executed() -> Result<()> {
    let mut dao = foundry()?;
    let (timelock, code) = (dao.contracts.timelock.clone(), bell_code(&mut dao));
    let bell = make_bell(&mut dao, code, Some(&timelock))?;
    let msg = ExecuteMsg::Upgrade { migrations: vec![], rollback: None };
    let refusal = refused(&mut dao, |dao| tell(dao, &timelock, &msg));
    assert_eq!(refusal, "this is an action of an operation, and none is executed now");

    let passed = BellMsg::Pass { contract: timelock.to_string(), msg: cosmwasm_std::to_json_binary(&msg)? };
    let refusal = in_vain(&mut dao, vec![call(&bell, &passed)?])?;
    assert_eq!(refusal, format!("only {timelock} may do this, not {bell}"));

    dao.enact("bob", vec![spend(&dao, "mason", 1)?])?;
    let refusal = refused(&mut dao, |dao| tell(dao, &timelock, &msg));
    assert_eq!(refusal, "this is an action of an operation, and none is executed now");
    Ok(())
}
