//! Chapter timelock: all or nothing, once, in time, and exactly what was voted on.

mod nested;

use anyhow::Result;
use cosmwasm_std::{to_json_binary, Addr, Binary, HexBinary};
use isonomia_api::call::call;
use isonomia_api::timelock::ExecuteMsg;
use isonomia_core::hash::sha256;
use isonomia_core::operation::OperationStage;
use isonomia_core::tally::Choice::Yes;
use isonomia_embedded::{cancel, Dao, CASH, DAY};
use proptest::prelude::*;

use crate::lifecycle::town::*;

/// What the timelock says of an operation that is not to be executed now.
fn untimely(dao: &Dao, id: u64, now: u64) -> Result<String> {
    let operation = dao.operation(id)?;
    Ok(format!(
        "operation {id}: an operation that is {:?} does not take Execute: \
         it may be executed from {} until before {}, now it is {now}",
        operation.stage, operation.eta, operation.expires
    ))
}

fn execute(dao: &mut Dao, who: &Addr, id: u64, actions: Binary) -> Result<()> {
    let timelock = dao.contracts.timelock.clone();
    dao.call(who, &timelock, &ExecuteMsg::Execute { id, actions })?;
    Ok(())
}

#[test]
fn an_action_that_fails_takes_all_of_them_back_and_may_be_tried_again() -> Result<()> {
    let mut dao = town()?;
    let actions = vec![spend(&dao, "mason", 6_000)?, spend(&dao, "smith", 6_000)?];
    let id = dao.pass("ann", actions)?;
    wait(&mut dao, id)?;
    let anyone = dao.addr("anyone");

    for _ in 0..2 {
        let refusal = refused(&mut dao, |dao| dao.execute(&anyone, id));
        assert_eq!(refusal, "ucash: 6000 is more than is free: the treasury has 4000, and 0 of it is owed");
    }
    assert_eq!((purse(&dao, "mason")?, purse(&dao, "smith")?, treasure(&dao)?), (0, 0, TREASURE));
    assert_eq!((dao.operation(id)?.stage, ledger(&dao)?), (OperationStage::Ready, vec![]));

    let treasury = dao.contracts.treasury.clone();
    dao.mint(&treasury, 2_000, CASH)?;
    dao.execute(&anyone, id)?;
    assert_eq!((purse(&dao, "mason")?, purse(&dao, "smith")?, treasure(&dao)?), (6_000, 6_000, 0));
    Ok(())
}

#[test]
fn one_that_fails_holds_up_no_other() -> Result<()> {
    let mut dao = town()?;
    let code = bell_code(&mut dao);
    let bell = make_bell(&mut dao, code, None)?;
    let strike = vec![small(&dao, "ringer", 3)?, call(&bell, &BellMsg::Break {})?];
    let broken = dao.propose(&dao.addr("ann"), "Break the bell", strike, false)?;
    let sound = dao.propose(&dao.addr("bob"), "Paint the hall", vec![spend(&dao, "painter", 5)?], false)?;
    agree(&mut dao, &[broken, sound])?;

    let refusal = refused(&mut dao, |dao| dao.execute(&dao.addr("ann"), broken));
    assert_eq!(refusal, "Generic error: the bell is cracked");
    dao.execute(&dao.addr("bob"), sound)?;

    assert_eq!((purse(&dao, "ringer")?, purse(&dao, "painter")?), (0, 5));
    assert_eq!(dao.operation(broken)?.stage, OperationStage::Ready);
    Ok(())
}

#[test]
fn only_the_very_bytes_that_were_voted_on_are_executed() -> Result<()> {
    let mut dao = town()?;
    let id = dao.pass("ann", vec![spend(&dao, "mason", 6_000)?])?;
    wait(&mut dao, id)?;
    let (mallory, voted) = (dao.addr("mallory"), dao.body(id)?);
    let hers = to_json_binary(&vec![spend(&dao, "mallory", 6_000)?])?;
    let mut spaced = voted.actions.to_vec();
    spaced.push(b' ');

    for other in [hers, Binary::from(spaced), Binary::default(), Binary::from(b"[]")] {
        let given = HexBinary::from(sha256(&other));
        let refusal = refused(&mut dao, |dao| execute(dao, &mallory, id, other));
        let scheduled = &voted.hash;
        assert_eq!(
            refusal,
            format!("operation 1 executes the actions of hash {scheduled}, these have {given}")
        );
    }
    execute(&mut dao, &mallory, id, voted.actions)?;
    assert_eq!((purse(&dao, "mason")?, purse(&dao, "mallory")?), (6_000, 0));
    Ok(())
}

#[test]
fn nothing_is_executed_twice() -> Result<()> {
    let mut dao = town()?;
    let id = dao.enact("ann", vec![spend(&dao, "mason", 3_000)?])?;

    let refusal = refused(&mut dao, |dao| dao.execute(&dao.addr("mason"), id));

    assert_eq!(refusal, untimely(&dao, id, dao.now())?);
    assert!(refusal.contains("an operation that is Executed"));
    assert_eq!(purse(&dao, "mason")?, 3_000);
    Ok(())
}

#[test]
fn nothing_is_executed_before_its_time_or_after_it() -> Result<()> {
    let mut dao = town()?;
    let id = dao.pass("ann", vec![spend(&dao, "mason", 3_000)?])?;
    let (operation, anyone) = (dao.operation(id)?, dao.addr("anyone"));

    dao.advance_to(operation.eta - 1);
    let early = refused(&mut dao, |dao| dao.execute(&anyone, id));
    assert_eq!(early, untimely(&dao, id, operation.eta - 1)?);
    assert!(early.contains("an operation that is Waiting"));

    dao.advance_to(operation.expires);
    let late = refused(&mut dao, |dao| dao.execute(&anyone, id));
    assert_eq!(late, untimely(&dao, id, operation.expires)?);
    assert!(late.contains("an operation that is Expired"));
    Ok(())
}

#[test]
fn the_last_second_is_in_time() -> Result<()> {
    let mut dao = town()?;
    let id = dao.pass("ann", vec![spend(&dao, "mason", 3_000)?])?;
    dao.advance_to(dao.operation(id)?.expires - 1);

    dao.execute(&dao.addr("anyone"), id)?;

    assert_eq!(purse(&dao, "mason")?, 3_000);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_operation_outlives_the_lock_of_the_stake_behind_it(late in 0..15 * DAY) {
        let mut dao = town().unwrap();
        let actions = vec![small(&dao, "painter", 1).unwrap()];
        let id = dao.propose(&dao.addr("ann"), "In no hurry", actions, false).unwrap();
        open(&mut dao, id).unwrap();
        say(&mut dao, id, Yes, &PEOPLE).unwrap();
        dao.advance(7 * DAY + late);
        dao.resolve(&dao.addr("anyone"), id).unwrap();

        let (operation, locked) = (dao.operation(id).unwrap(), dao.opened(id).unwrap().snapshot.time + 28 * DAY);
        prop_assert_eq!(operation.eta, dao.now() + 2 * DAY);
        prop_assert_eq!(operation.expires, (operation.eta + 5 * DAY).min(locked));
        prop_assert!(operation.expires - operation.eta >= 4 * DAY);
    }
}

#[test]
fn an_assertion_behind_a_spend_takes_it_back_unless_it_holds() -> Result<()> {
    let mut dao = town()?;
    let actions = vec![spend(&dao, "mason", 3_000)?, keeps(&dao, 7_001)?];
    let id = dao.pass("ann", actions)?;
    wait(&mut dao, id)?;

    let refusal = refused(&mut dao, |dao| dao.execute(&dao.addr("mason"), id));
    assert_eq!(refusal, "expected at `/balance`: at least 7001; the answer is 7000");
    assert_eq!((purse(&dao, "mason")?, dao.operation(id)?.stage), (0, OperationStage::Ready));

    let treasury = dao.contracts.treasury.clone();
    dao.mint(&treasury, 1, CASH)?;
    dao.execute(&dao.addr("mason"), id)?;
    assert_eq!((purse(&dao, "mason")?, treasure(&dao)?), (3_000, 7_001));
    Ok(())
}

#[test]
fn an_operation_does_not_cancel_itself() -> Result<()> {
    let mut dao = town()?;
    let cancel = dao.cancelling(1)?;
    let id = dao.pass("ann", vec![spend(&dao, "mason", 1)?, cancel])?;
    wait(&mut dao, id)?;

    let refusal = refused(&mut dao, |dao| dao.execute(&dao.addr("ann"), id));

    assert!(refusal.starts_with("operation 1: an operation that is Executed does not take Cancel: "));
    Ok(())
}

#[test]
fn what_is_cancelled_is_never_executed_and_not_cancelled_again() -> Result<()> {
    let mut dao = town()?;
    let id = dao.pass("ann", vec![spend(&dao, "mason", 1)?])?;
    let (timelock, anyone) = (dao.contracts.timelock.clone(), dao.addr("anyone"));
    wait(&mut dao, id)?;
    dao.call(&timelock, &timelock, &cancel(id))?;

    let refusal = refused(&mut dao, |dao| dao.execute(&anyone, id));
    assert_eq!(refusal, untimely(&dao, id, dao.now())?);
    let again = refused(&mut dao, |dao| dao.call(&timelock, &timelock, &cancel(id)));
    assert_eq!(again, refusal.replace("take Execute", "take Cancel"));
    assert_eq!(dao.operation(id)?.stage, OperationStage::Cancelled);
    Ok(())
}
