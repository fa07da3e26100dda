//! Tokens that refuse, lie, fall silent or call back.

use anyhow::Result;
use isonomia_api::treasury::{ExecuteMsg, Payment};
use isonomia_embedded::{Dao, DAY};

use super::world::*;
use crate::lifecycle::town::*;

fn spends(dao: &Dao, crook: &cosmwasm_std::Addr, amount: u128) -> ExecuteMsg {
    let payment =
        Payment { asset: cw20(crook), amount: amount.into(), to: dao.addr("mallory").into_string() };
    ExecuteMsg::Spend { payment }
}

#[test]
fn a_token_that_refuses_holds_up_nothing_but_itself() -> Result<()> {
    let mut dao = thrifty()?;
    let crook = crook(&mut dao)?;
    dao.order(&ExecuteMsg::List { holding: cw20(&crook).into() })?;
    let mut stream = pay(&dao);
    (stream.asset, stream.amount) = (cw20(&crook), 50u128.into());
    dao.order(&ExecuteMsg::CreateStream { stream })?;
    dao.advance(40 * DAY);
    turn(&mut dao, &crook, Mood::Refuses)?;
    let withdraw = ExecuteMsg::Withdraw { id: 1 };

    let told = "Generic error: the crook pays nothing";
    let spent = spends(&dao, &crook, 1);
    assert_eq!(refused(&mut dao, |dao| dao.order(&spent)), told);
    assert_eq!(refused(&mut dao, |dao| dao.tell("mason", &withdraw)), told);
    let paid = ExecuteMsg::Spend { payment: dao.payment("smith", WEEKLY) };
    dao.order(&paid)?;
    assert_eq!(stock(&dao, cw20(&crook))?.reserved.u128(), 50, "it owes what it owed");

    turn(&mut dao, &crook, Mood::Honest)?;
    dao.tell("mason", &withdraw)?;
    assert_eq!(tokens(&dao, &crook, &dao.addr("mason"))?, 50);
    Ok(())
}

#[test]
fn a_token_that_lies_about_balances_moves_nothing_but_its_own_figures() -> Result<()> {
    let mut dao = thrifty()?;
    let crook = crook(&mut dao)?;
    turn(&mut dao, &crook, Mood::Lies { balance: u128::MAX.into() })?;
    dao.order(&ExecuteMsg::List { holding: cw20(&crook).into() })?;

    let left = cap(&dao, cw20(&crook).into())?.left.u128();
    assert_eq!(left, u128::MAX / 20);
    dao.order(&spends(&dao, &crook, left))?;
    let past = spends(&dao, &crook, u128::MAX);
    assert!(refused(&mut dao, |dao| dao.order(&past)).contains("is more than the "));
    let paid = ExecuteMsg::Spend { payment: dao.payment("smith", WEEKLY) };
    dao.order(&paid)?;
    let refusal = refused(&mut dao, |dao| dao.order(&paid));
    assert!(refusal.contains("the 0 left of the outflow cap"), "{refusal}");
    assert_eq!(treasure(&dao)?, TREASURE - WEEKLY);
    Ok(())
}

#[test]
fn a_silent_token_stops_every_execute_until_it_is_off_the_list() -> Result<()> {
    let mut dao = thrifty()?;
    let (crook, bell) = (crook(&mut dao)?, bell(&mut dao)?);
    dao.order(&ExecuteMsg::List { holding: cw20(&crook).into() })?;
    turn(&mut dao, &crook, Mood::Silent)?;
    let ring = executes(&bell, &BellMsg::Ring {}, 0)?;

    let silence = refused(&mut dao, |dao| dao.order(&ring));
    assert!(silence.contains("the crook is silent"), "{silence}");
    let paid = ExecuteMsg::Spend { payment: dao.payment("smith", WEEKLY) };
    dao.order(&paid)?;
    dao.order(&ExecuteMsg::Unlist { holding: cw20(&crook).into() })?;
    let silence = refused(&mut dao, |dao| dao.order(&ring));
    assert!(silence.contains("the crook is silent"), "{silence}");
    dao.advance(5 * DAY);
    dao.order(&ring)?;
    Ok(())
}

#[test]
fn a_token_that_calls_back_while_it_is_paid_gets_nothing_twice() -> Result<()> {
    let mut dao = thrifty()?;
    let (crook, treasury) = (crook(&mut dao)?, dao.contracts.treasury.clone());
    dao.order(&ExecuteMsg::List { holding: cw20(&crook).into() })?;
    let (mut budget, mut stream) = (clerk(&dao), pay(&dao));
    (budget.holder, budget.asset, budget.limit) = (crook.to_string(), cw20(&crook), 10u128.into());
    (stream.recipient, stream.asset, stream.amount) = (crook.to_string(), cw20(&crook), 20u128.into());
    dao.order(&ExecuteMsg::CreateBudget { budget })?;
    dao.order(&ExecuteMsg::CreateStream { stream })?;
    let spent = spends(&dao, &crook, 1);
    let only = format!("only {} may do this, not {crook}", dao.contracts.timelock);

    let mood = calls(&treasury, &spends(&dao, &crook, 1))?;
    turn(&mut dao, &crook, mood)?;
    assert_eq!(refused(&mut dao, |dao| dao.order(&spent)), only);
    let twice = ExecuteMsg::PayFromBudget { id: 1, to: crook.to_string(), amount: 10u128.into() };
    let mood = calls(&treasury, &twice)?;
    turn(&mut dao, &crook, mood)?;
    let refusal = refused(&mut dao, |dao| dao.call(&crook.clone(), &treasury, &twice));
    assert!(refusal.starts_with("budget 1: 10 is more than the 0 left of 10"), "{refusal}");
    dao.advance(40 * DAY);
    let withdraw = ExecuteMsg::Withdraw { id: 1 };
    let mood = calls(&treasury, &withdraw)?;
    turn(&mut dao, &crook, mood)?;
    let refusal = refused(&mut dao, |dao| dao.call(&crook.clone(), &treasury, &withdraw));
    assert!(refusal.starts_with("stream 1: nothing is due: 20 is earned and 20 was paid out"), "{refusal}");
    assert_eq!(tokens(&dao, &crook, &treasury)?, 1_000);
    Ok(())
}
