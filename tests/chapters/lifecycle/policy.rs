//! The class is derived again when a proposal is resolved: a call that is no longer routine is defeated.

use anyhow::Result;
use cosmwasm_std::{Addr, CosmosMsg, Empty, WasmMsg};
use cw_multi_test::Executor;
use isonomia_api::call::call;
use isonomia_api::proposal::{ExecuteMsg, Routine};
use isonomia_core::class::Class;
use isonomia_core::proposal::{Defeat, ProposalStage};
use isonomia_core::tally::Choice::Yes;
use isonomia_embedded::Dao;

use super::town::*;

fn list(dao: &mut Dao, routines: Vec<Routine>) -> Result<()> {
    let (timelock, proposal) = (dao.contracts.timelock.clone(), dao.contracts.proposal.clone());
    dao.call(&timelock, &proposal, &ExecuteMsg::SetRoutines { routines })?;
    Ok(())
}

/// A town with a bell, its code and its list, in which ann proposes to ring it; everybody agrees.
fn with_a_bell() -> Result<(Dao, Addr)> {
    let mut dao = town()?;
    let code_id = bell_code(&mut dao);
    let timelock = dao.contracts.timelock.clone();
    let bell = make_bell(&mut dao, code_id, Some(&timelock))?;
    list(&mut dao, vec![Routine { contract: bell.to_string(), code_id, message: "ring".to_string() }])?;
    let ring = vec![call(&bell, &BellMsg::Ring {})?];
    dao.propose(&dao.addr("ann"), "Ring it", ring, false)?;
    assert_eq!(dao.proposal(1)?.class, Class::Standard);
    open(&mut dao, 1)?;
    say(&mut dao, 1, Yes, &PEOPLE)?;
    Ok((dao, bell))
}

fn by_the_timelock(dao: &mut Dao, msg: WasmMsg) -> Result<()> {
    dao.app.execute(dao.contracts.timelock.clone(), CosmosMsg::Wasm(msg))?;
    Ok(())
}

/// Everybody agreed, and yet it is defeated, and nothing is scheduled.
#[track_caller]
fn is_defeated(dao: &mut Dao) -> Result<()> {
    assert!(dao.opened(1)?.passes);
    assert_eq!(close(dao, 1)?, ProposalStage::Defeated { why: Defeat::Policy });
    assert_eq!(operations(dao)?, vec![0; 0]);
    Ok(())
}

#[test]
fn a_routine_that_stays_routine_is_scheduled_and_rings() -> Result<()> {
    let (mut dao, _) = with_a_bell()?;
    assert_eq!(close(&mut dao, 1)?, ProposalStage::Scheduled);
    wait(&mut dao, 1)?;
    dao.execute(&dao.addr("anyone"), 1)?;
    Ok(())
}

#[test]
fn the_contract_was_migrated_meanwhile() -> Result<()> {
    let (mut dao, bell) = with_a_bell()?;
    let new_code_id = bell_code(&mut dao);
    let msg = cosmwasm_std::to_json_binary(&Empty {})?;
    by_the_timelock(&mut dao, WasmMsg::Migrate { contract_addr: bell.into_string(), new_code_id, msg })?;

    is_defeated(&mut dao)
}

#[test]
fn the_contract_was_given_to_mallory_meanwhile() -> Result<()> {
    let (mut dao, bell) = with_a_bell()?;
    let admin = dao.addr("mallory").into_string();
    by_the_timelock(&mut dao, WasmMsg::UpdateAdmin { contract_addr: bell.into_string(), admin })?;

    is_defeated(&mut dao)
}

#[test]
fn the_contract_is_nobodys_now_and_that_is_as_good() -> Result<()> {
    let (mut dao, bell) = with_a_bell()?;
    by_the_timelock(&mut dao, WasmMsg::ClearAdmin { contract_addr: bell.into_string() })?;

    assert_eq!(close(&mut dao, 1)?, ProposalStage::Scheduled);
    Ok(())
}

#[test]
fn the_call_was_taken_off_the_list_meanwhile() -> Result<()> {
    let (mut dao, _) = with_a_bell()?;
    list(&mut dao, vec![])?;

    is_defeated(&mut dao)
}

#[test]
fn what_was_voted_on_as_critical_stays_so_when_it_becomes_routine() -> Result<()> {
    let (mut dao, bell) = with_a_bell()?;
    let crack = vec![call(&bell, &BellMsg::Break {})?];
    let id = dao.propose(&dao.addr("bob"), "Break it", crack, false)?;
    open(&mut dao, id)?;
    say(&mut dao, id, Yes, &PEOPLE)?;
    let code_id = dao.app.wrap().query_wasm_contract_info(&bell)?.code_id;
    list(&mut dao, vec![Routine { contract: bell.to_string(), code_id, message: "break".to_string() }])?;

    assert_eq!(close(&mut dao, id)?, ProposalStage::Scheduled);
    assert_eq!(dao.operation(id)?.class, Class::Critical);
    Ok(())
}
