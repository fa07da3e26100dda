//! The cap holds whatever the people have decided.

use anyhow::Result;
use isonomia_api::treasury::ExecuteMsg;
use isonomia_core::class::Class;
use isonomia_embedded::{Dao, DAY};

use super::world::*;
use crate::lifecycle::town::*;

fn over(amount: u128, left: u128, most: u128, counted: u128) -> String {
    format!(
        "ucash: {amount} is more than the {left} left of the outflow cap: 500 basis points in 7 days, which is {most}, \
         and {counted} counted already"
    )
}

fn spends(dao: &Dao, to: &str, amount: u128) -> ExecuteMsg {
    ExecuteMsg::Spend { payment: dao.payment(to, amount) }
}

#[test]
fn whoever_has_won_every_vote_takes_a_twentieth_a_week_and_not_one_unit_more() -> Result<()> {
    let mut dao = thrifty()?;
    let mut ids = vec![];
    for who in ["ann", "bob", "cat", "dan"] {
        let amount = if who == "dan" { 1 } else { WEEKLY / 2 };
        let action = spend(&dao, "mallory", amount)?;
        ids.push(dao.propose(&dao.addr(who), "Trust us", vec![action], false)?);
    }
    agree(&mut dao, &ids)?;
    let mallory = dao.addr("mallory");

    dao.execute(&mallory, ids[0])?;
    dao.execute(&mallory, ids[1])?;
    let half = WEEKLY / 2;
    assert_eq!(refused(&mut dao, |dao| dao.execute(&mallory, ids[2])), over(half, 0, WEEKLY, WEEKLY));
    assert_eq!(refused(&mut dao, |dao| dao.execute(&mallory, ids[3])), over(1, 0, WEEKLY, WEEKLY));

    assert_eq!((purse(&dao, "mallory")?, treasure(&dao)?), (WEEKLY, TREASURE - WEEKLY));
    assert_eq!(ledger(&dao)?.len(), 3, "what is refused is not entered");
    Ok(())
}

#[test]
fn one_unit_past_the_cap_pays_nothing_and_the_cap_itself_is_paid() -> Result<()> {
    let mut dao = thrifty()?;
    let past = [spends(&dao, "mason", WEEKLY), spends(&dao, "smith", 1)];
    let id = dao.decide("ann", &past)?;
    assert_eq!(dao.proposal(id)?.class, Class::Critical);

    let anyone = dao.addr("anyone");
    assert_eq!(refused(&mut dao, |dao| dao.execute(&anyone, id)), over(1, 0, WEEKLY, WEEKLY));
    assert_eq!(treasure(&dao)?, TREASURE);

    let exact = [spends(&dao, "mason", WEEKLY)];
    let id = dao.decide("ann", &exact)?;
    dao.execute(&anyone, id)?;
    assert_eq!((purse(&dao, "mason")?, treasure(&dao)?), (WEEKLY, TREASURE - WEEKLY));
    Ok(())
}

#[test]
fn splitting_over_blocks_and_days_of_a_week_gains_nothing() -> Result<()> {
    let mut dao = thrifty()?;
    let fifth = spends(&dao, "mallory", WEEKLY / 5);

    for _ in 0..5 {
        dao.order(&fifth)?;
        dao.advance(DAY);
    }
    for _ in 0..2 {
        let refusal = refused(&mut dao, |dao| dao.order(&fifth));
        assert_eq!(refusal, over(WEEKLY / 5, 0, WEEKLY, WEEKLY));
        dao.advance(DAY);
    }
    dao.advance(DAY);
    dao.order(&spends(&dao, "mallory", 95))?;
    assert_eq!(purse(&dao, "mallory")?, WEEKLY + 95, "95 left on the first of these days are free again");
    Ok(())
}

#[test]
fn a_cap_is_raised_by_a_vote_and_holds_only_after_its_delay() -> Result<()> {
    let mut dao = thrifty()?;
    let raise = ExecuteMsg::RaiseCap { holding: cash().into(), limit: share(10_000) };
    let both = [raise.clone(), spends(&dao, "mallory", WEEKLY + 1)];
    let anyone = dao.addr("anyone");

    let id = dao.decide("ann", &both)?;
    assert_eq!(refused(&mut dao, |dao| dao.execute(&anyone, id)), over(WEEKLY + 1, WEEKLY, WEEKLY, 0));
    let id = dao.decide("bob", &[raise])?;
    assert_eq!(dao.proposal(id)?.class, Class::Critical);
    dao.execute(&anyone, id)?;
    let starts = cap(&dao, cash().into())?.raise.unwrap().from;
    assert_eq!(starts, dao.now() + 5 * DAY, "the delay of a Critical");

    let all = spends(&dao, "mason", TREASURE);
    dao.advance_to(starts - 2);
    assert_eq!(refused(&mut dao, |dao| dao.order(&all)), over(TREASURE, WEEKLY, WEEKLY, 0));
    dao.advance_to(starts);
    dao.order(&all)?;
    assert_eq!((purse(&dao, "mason")?, treasure(&dao)?), (TREASURE, 0));
    Ok(())
}

#[test]
fn nothing_leaves_a_paused_treasury_and_it_owes_what_it_owed() -> Result<()> {
    let mut dao = thrifty()?;
    let id = dao.decide("ann", &[spends(&dao, "mason", 10)])?;
    let until = dao.now() + 3 * DAY;
    dao.order(&ExecuteMsg::Pause { until })?;
    let anyone = dao.addr("anyone");

    let refusal = refused(&mut dao, |dao| dao.execute(&anyone, id));
    assert_eq!(refusal, format!("the treasury is paused until {until}, now it is {}", dao.now()));
    let later = refused(&mut dao, |dao| dao.order(&ExecuteMsg::Pause { until: until + 1 }));
    assert_eq!(later, format!("the treasury is paused until {until}, now it is {}", dao.now()));
    dao.advance_to(until);
    dao.execute(&anyone, id)?;
    assert_eq!(purse(&dao, "mason")?, 10);
    Ok(())
}
