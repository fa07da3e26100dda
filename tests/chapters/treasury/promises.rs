//! Payroll and budgets, by votes.

use anyhow::Result;
use cosmwasm_std::Uint128;
use isonomia_api::treasury::{ExecuteMsg, Means};
use isonomia_core::class::Class;
use isonomia_embedded::{Dao, DAY};

use super::world::*;
use crate::lifecycle::town::*;

const STREAM: ExecuteMsg = ExecuteMsg::Withdraw { id: 1 };

fn pays(dao: &Dao, to: &str, amount: u128) -> ExecuteMsg {
    ExecuteMsg::PayFromBudget { id: 1, to: dao.addr(to).into_string(), amount: amount.into() }
}

fn reserved(dao: &Dao) -> Result<Uint128> {
    Ok(stock(dao, cash())?.reserved)
}

#[test]
fn the_mason_earns_from_the_cliff_on_and_is_paid_to_the_last_unit() -> Result<()> {
    let mut dao = thrifty()?;
    let id = dao.decide("ann", &[ExecuteMsg::CreateStream { stream: pay(&dao) }])?;
    assert_eq!(dao.proposal(id)?.class, Class::Critical);
    dao.execute(&dao.addr("anyone"), id)?;
    let start = dao.now();
    assert_eq!((reserved(&dao)?.u128(), cap(&dao, cash().into())?.counted.u128()), (400, 400));

    dao.advance_to(start + 10 * DAY - 1);
    let nothing = |earned, withdrawn, now| {
        let cliff = start + 10 * DAY;
        format!(
            "stream 1: nothing is due: {earned} is earned and {withdrawn} was paid out; the cliff is at {cliff}, now \
             it is {now}"
        )
    };
    let (mason, treasury) = (dao.addr("mason"), dao.contracts.treasury.clone());
    let early = refused(&mut dao, |dao| dao.call_in_this_block(&mason, &treasury, &STREAM, &[]));
    assert_eq!(early, nothing(0, 0, start + 10 * DAY - 1));
    dao.advance_to(start + 10 * DAY);
    dao.call_in_this_block(&mason, &treasury, &STREAM, &[])?;
    assert_eq!(purse(&dao, "mason")?, 100);
    let twice = refused(&mut dao, |dao| dao.call_in_this_block(&mason, &treasury, &STREAM, &[]));
    assert_eq!(twice, nothing(100, 100, start + 10 * DAY));

    dao.advance(90 * DAY);
    dao.tell("mason", &STREAM)?;
    assert_eq!((purse(&dao, "mason")?, treasure(&dao)?, reserved(&dao)?.u128()), (400, TREASURE - 400, 0));
    let by: Vec<_> = ledger(&dao)?[1..].iter().map(|entry| (entry.proposal, entry.by.clone())).collect();
    assert_eq!(by, [(id, Means::Stream { id: 1 }), (id, Means::Stream { id: 1 })]);
    Ok(())
}

#[test]
fn a_stream_that_is_cancelled_by_a_vote_pays_what_was_earned_and_no_more() -> Result<()> {
    let mut dao = thrifty()?;
    let id = dao.decide("ann", &[ExecuteMsg::CreateStream { stream: pay(&dao) }])?;
    dao.execute(&dao.addr("anyone"), id)?;
    let start = dao.now();
    let id = dao.decide("bob", &[ExecuteMsg::CancelStream { id: 1 }])?;
    dao.advance_to(start + 18 * DAY);
    dao.call_in_this_block(
        &dao.contracts.timelock.clone(),
        &dao.contracts.treasury.clone(),
        &ExecuteMsg::CancelStream { id: 1 },
        &[],
    )?;
    let earned = 400 * 18 / 40;

    let refusal = refused(&mut dao, |dao| dao.execute(&dao.addr("anyone"), id));
    assert_eq!(refusal, format!("stream 1: it was cancelled at {}", start + 18 * DAY));
    assert_eq!(reserved(&dao)?.u128(), earned);
    dao.advance(90 * DAY);
    dao.tell("mason", &STREAM)?;
    assert!(
        refused(&mut dao, |dao| dao.tell("mason", &STREAM)).contains("nothing is due: 180 is earned and 180")
    );
    assert_eq!((purse(&dao, "mason")?, treasure(&dao)?), (earned, TREASURE - earned));
    Ok(())
}

#[test]
fn a_clerk_past_its_limit_after_its_end_and_to_a_stranger() -> Result<()> {
    let mut dao = thrifty()?;
    let mut budget = clerk(&dao);
    budget.recipients = Some(vec![dao.addr("smith").into_string()]);
    budget.until += 90 * DAY;
    let id = dao.decide("ann", &[ExecuteMsg::CreateBudget { budget }])?;
    dao.execute(&dao.addr("anyone"), id)?;
    let ends = dao.now() + 7 * DAY;

    let smith = pays(&dao, "smith", 60);
    dao.tell("clerk", &smith)?;
    let past = pays(&dao, "smith", 41);
    let refusal = refused(&mut dao, |dao| dao.tell("clerk", &past));
    assert_eq!(
        refusal,
        format!("budget 1: 41 is more than the 40 left of 100 for the period that ends at {ends}")
    );
    let stranger = pays(&dao, "mallory", 1);
    let refusal = refused(&mut dao, |dao| dao.tell("clerk", &stranger));
    assert_eq!(refusal, format!("budget 1 does not pay to {}", dao.addr("mallory")));
    let refusal = refused(&mut dao, |dao| dao.tell("mallory", &smith));
    assert_eq!(refusal, format!("only {} may do this, not {}", dao.addr("clerk"), dao.addr("mallory")));

    let id = dao.decide("bob", &[ExecuteMsg::RevokeBudget { id: 1 }])?;
    dao.tell("clerk", &smith)?;
    dao.execute(&dao.addr("anyone"), id)?;
    assert_eq!(refused(&mut dao, |dao| dao.tell("clerk", &smith)), "budget 1: it was revoked");
    assert_eq!((purse(&dao, "smith")?, treasure(&dao)?), (120, TREASURE - 120));
    assert_eq!(ledger(&dao)?.last().unwrap().by, Means::Budget { id: 1 });
    Ok(())
}

#[test]
fn what_is_promised_is_not_spent_by_anybody_else() -> Result<()> {
    let mut dao = thrifty_with(share(10_000))?;
    dao.order(&ExecuteMsg::CreateStream { stream: pay(&dao) })?;
    let bell = bell(&mut dao)?;
    let owed = |amount| {
        format!("ucash: {amount} is more than is free: the treasury has {TREASURE}, and 400 of it is owed")
    };

    let spent = ExecuteMsg::Spend { payment: dao.payment("mallory", TREASURE - 399) };
    assert_eq!(refused(&mut dao, |dao| dao.order(&spent)), owed(TREASURE - 399));
    let executed = executes(&bell, &BellMsg::Ring {}, TREASURE - 399)?;
    assert_eq!(refused(&mut dao, |dao| dao.order(&executed)), owed(TREASURE - 399));
    dao.order(&executes(&bell, &BellMsg::Ring {}, TREASURE - 400)?)?;
    dao.advance(40 * DAY);
    dao.tell("mason", &STREAM)?;
    assert_eq!((purse(&dao, "mason")?, treasure(&dao)?), (400, 0));
    Ok(())
}
