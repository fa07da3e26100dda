//! The rules are set by a passed Critical, and no running proposal feels it.

use anyhow::Result;
use cosmwasm_std::coins;
use isonomia_api::call::call;
use isonomia_api::proposal::{self, Deposit, Entry, RulesResponse};
use isonomia_core::class::Class;
use isonomia_core::proposal::{Defeat, ProposalStage};
use isonomia_core::rules::Rules;
use isonomia_core::tally::Choice::{No, Yes};
use isonomia_embedded::{Dao, CASH, DAY};

use super::deposit::{claim, costly, propose_paying};
use super::town::*;

fn rules(dao: &Dao) -> Result<Rules> {
    Ok(dao.ask::<RulesResponse>(&dao.contracts.proposal, &proposal::QueryMsg::Rules {})?.rules)
}

/// Three of five say Yes: enough for a simple majority and too little for two thirds.
fn three_of_five(dao: &mut Dao, id: u64) -> Result<ProposalStage> {
    open(dao, id)?;
    say(dao, id, Yes, &["ann", "bob", "cat"])?;
    say(dao, id, No, &["dan", "eve"])?;
    close(dao, id)
}

#[test]
fn stricter_rules_bind_later_proposals_and_not_the_one_that_waits() -> Result<()> {
    let mut dao = town()?;
    let mut stricter = rules(&dao)?;
    (stricter.standard.threshold_bps, stricter.standard.delay) = (6_667, 3 * DAY);
    let msg = proposal::ExecuteMsg::SetRules { rules: stricter.clone() };
    let action = call(&dao.contracts.proposal, &msg)?;
    let id = dao.pass("ann", vec![action])?;
    assert_eq!(dao.proposal(id)?.class, Class::Critical);
    wait(&mut dao, id)?;

    let earlier = dao.propose_class(&dao.addr("bob"), "Before", Class::Standard)?;
    let submitted = dao.now();
    dao.execute(&dao.addr("anyone"), id)?;
    let later = dao.propose_class(&dao.addr("cat"), "After", Class::Standard)?;

    assert_eq!(rules(&dao)?, stricter);
    assert_eq!(dao.poll(earlier)?.opens, submitted + DAY);
    assert_eq!(dao.poll(later)?.opens, submitted + 3 * DAY);
    assert_eq!(three_of_five(&mut dao, earlier)?, ProposalStage::Scheduled);
    let threshold = ProposalStage::Defeated { why: Defeat::Threshold };
    assert_eq!(three_of_five(&mut dao, later)?, threshold);
    Ok(())
}

#[test]
fn a_proposal_that_would_set_rules_out_of_bounds_passes_and_fails_to_execute() -> Result<()> {
    let mut dao = town()?;
    let mut lax = rules(&dao)?;
    lax.critical.stake_key_bps = 0;
    let action = call(&dao.contracts.proposal, &proposal::ExecuteMsg::SetRules { rules: lax })?;
    let id = dao.pass("mallory", vec![action])?;
    wait(&mut dao, id)?;

    let refusal = refused(&mut dao, |dao| dao.execute(&dao.addr("mallory"), id));

    assert_eq!(refusal, "critical.stake_key_bps must be 3333 to 5000, not 0");
    Ok(())
}

#[test]
fn a_new_price_is_for_later_proposals() -> Result<()> {
    let mut dao = town()?;
    let deposit = Some(Deposit { asset: cash(), amount: 50u128.into() });
    let entry = Entry { deposit, least_stake: 0u128.into() };
    let action = call(&dao.contracts.proposal, &proposal::ExecuteMsg::SetEntry { entry })?;
    let id = dao.pass("ann", vec![action])?;
    wait(&mut dao, id)?;
    let earlier = dao.propose_class(&dao.addr("bob"), "Before", Class::Standard)?;
    dao.execute(&dao.addr("anyone"), id)?;

    let refusal = refused(&mut dao, |dao| dao.propose_class(&dao.addr("cat"), "After", Class::Standard));

    assert_eq!(refusal, "send exactly one coin, of ucash, not []");
    assert_eq!(three_of_five(&mut dao, earlier)?, ProposalStage::Scheduled);
    assert_eq!(dao.proposal(earlier)?.deposit, None);
    Ok(())
}

#[test]
fn who_deposited_coins_gets_coins_back_whatever_is_taken_now() -> Result<()> {
    let mut dao = costly()?;
    let (timelock, proposal) = (dao.contracts.timelock.clone(), dao.contracts.proposal.clone());
    dao.mint(&dao.addr("ann"), 100, CASH)?;
    propose_paying(&mut dao, "ann", Class::Standard, &coins(100, CASH))?;
    let entry = Entry { deposit: None, least_stake: 0u128.into() };
    dao.call(&timelock, &proposal, &proposal::ExecuteMsg::SetEntry { entry })?;

    assert_eq!(three_of_five(&mut dao, 1)?, ProposalStage::Scheduled);
    claim(&mut dao, "anyone", 1)?;

    assert_eq!(purse(&dao, "ann")?, 100);
    Ok(())
}
