//! Code that is swapped between the vote and the execution: what took the treasury of Tornado Cash in 2023.

use anyhow::Result;
use cosmwasm_std::{Addr, Empty, WasmMsg};
use cw_multi_test::Executor;
use isonomia_api::call::call;
use isonomia_core::operation::OperationStage;
use isonomia_core::pin::{BrokenPin, Pin};
use isonomia_embedded::Dao;

use crate::lifecycle::town::*;

/// A town that has agreed to ring mallory's bell, twice, and to pay the ringer; mallory may migrate it.
fn agreed() -> Result<(Dao, Addr, u64, u64)> {
    let mut dao = town()?;
    let code = bell_code(&mut dao);
    let mallory = dao.addr("mallory");
    let bell = make_bell(&mut dao, code, Some(&mallory))?;
    let ring = call(&bell, &BellMsg::Ring {})?;
    let id = dao.pass("ann", vec![ring.clone(), spend(&dao, "ringer", 5)?, ring])?;
    Ok((dao, bell, code, id))
}

fn migrate(dao: &mut Dao, bell: &Addr, code: u64) -> Result<()> {
    dao.app.migrate_contract(dao.addr("mallory"), bell.clone(), &Empty {}, code)?;
    Ok(())
}

#[test]
fn a_target_that_was_migrated_after_the_vote_is_not_called() -> Result<()> {
    let (mut dao, bell, pinned, id) = agreed()?;
    let found = bell_code(&mut dao);
    migrate(&mut dao, &bell, found)?;
    let broken = BrokenPin { contract: bell.to_string(), pinned, found };
    assert_eq!(dao.operation(id)?.void, Some(broken));
    wait(&mut dao, id)?;

    let refusal = refused(&mut dao, |dao| dao.execute(&dao.addr("mallory"), id));

    let why = format!("{bell} ran code {pinned} when this was proposed, and runs code {found} now");
    assert_eq!(refusal, format!("operation {id} is void: {why}"));
    assert_eq!((purse(&dao, "ringer")?, dao.operation(id)?.stage), (0, OperationStage::Ready));
    Ok(())
}

#[test]
fn code_that_comes_back_in_time_is_the_code_that_was_voted_on() -> Result<()> {
    let (mut dao, bell, pinned, id) = agreed()?;
    let other = bell_code(&mut dao);
    migrate(&mut dao, &bell, other)?;
    migrate(&mut dao, &bell, pinned)?;
    wait(&mut dao, id)?;

    dao.execute(&dao.addr("anyone"), id)?;

    assert_eq!(purse(&dao, "ringer")?, 5);
    Ok(())
}

#[test]
fn a_contract_is_pinned_once_however_often_it_is_called() -> Result<()> {
    let (dao, bell, code_id, id) = agreed()?;

    let treasury = Pin { contract: dao.contracts.treasury.to_string(), code_id: dao.codes.treasury };
    assert_eq!(dao.body(id)?.pins, [Pin { contract: bell.into_string(), code_id }, treasury]);
    Ok(())
}

#[test]
fn an_upgrade_voids_the_operations_that_waited_for_the_old_code() -> Result<()> {
    let mut dao = town()?;
    let code = bell_code(&mut dao);
    let timelock = dao.contracts.timelock.clone();
    let bell = make_bell(&mut dao, code, Some(&timelock))?;
    let new_code_id = bell_code(&mut dao);
    let msg = cosmwasm_std::to_json_binary(&Empty {})?;
    let upgrade = WasmMsg::Migrate { contract_addr: bell.to_string(), new_code_id, msg };
    let upgrade = dao.upgrading(vec![upgrade.into()])?;
    let first = dao.propose(&dao.addr("ann"), "Recast the bell", upgrade, false)?;
    let second = dao.propose(&dao.addr("bob"), "Ring it", vec![call(&bell, &BellMsg::Ring {})?], false)?;
    agree(&mut dao, &[first, second])?;
    assert_eq!(dao.operation(second)?.void, None);

    dao.execute(&dao.addr("anyone"), first)?;

    let refusal = refused(&mut dao, |dao| dao.execute(&dao.addr("anyone"), second));
    let why = format!("{bell} ran code {code} when this was proposed, and runs code {new_code_id} now");
    assert_eq!(refusal, format!("operation {second} is void: {why}"));
    Ok(())
}
