//! A proposal runs its course, and nothing of it happens out of turn.

use anyhow::Result;
use isonomia_core::class::Class;
use isonomia_core::operation::OperationStage;
use isonomia_core::poll::PollStage;
use isonomia_core::proposal::ProposalStage;
use isonomia_core::tally::Choice::{No, Yes};
use isonomia_core::verdict::Mode;
use isonomia_embedded::DAY;

use super::town::*;

#[test]
fn a_small_spend_goes_from_the_first_word_to_the_last_coin() -> Result<()> {
    let mut dao = town()?;
    let (ann, eve) = (dao.addr("ann"), dao.addr("eve"));
    let submitted = dao.now();

    let id = dao.propose(&ann, "Paint the hall", vec![small(&dao, "painter", 300)?], false)?;
    assert_eq!(dao.proposal(id)?.class, Class::Standard);
    assert_eq!(dao.poll(id)?.opens, submitted + DAY);
    open(&mut dao, id)?;
    say(&mut dao, id, Yes, &["ann", "bob", "cat"])?;
    say(&mut dao, id, No, &["dan"])?;
    assert_eq!(dao.opened(id)?.closes, submitted + 8 * DAY);
    assert_eq!(close(&mut dao, id)?, ProposalStage::Scheduled);

    let operation = dao.operation(id)?;
    assert_eq!(operation.class, Class::Standard);
    assert_eq!(operation.hash, dao.body(id)?.hash);
    assert_eq!((operation.eta, operation.expires), (submitted + 10 * DAY, submitted + 15 * DAY));
    wait(&mut dao, id)?;
    dao.execute(&eve, id)?;

    assert_eq!(dao.operation(id)?.stage, OperationStage::Executed);
    assert_eq!((purse(&dao, "painter")?, treasure(&dao)?), (300, TREASURE - 300));
    Ok(())
}

#[test]
fn a_large_spend_takes_longer_and_pays_to_the_unit() -> Result<()> {
    let mut dao = founded(plan().guarded())?;
    let (ann, stranger) = (dao.addr("ann"), dao.addr("stranger"));
    let submitted = dao.now();

    let id = dao.propose(&ann, "Build a hall", vec![spend(&dao, "mason", 7_001)?], false)?;
    assert_eq!(dao.proposal(id)?.class, Class::Critical);
    assert_eq!(dao.poll(id)?.opens, submitted + 2 * DAY);
    open(&mut dao, id)?;
    say(&mut dao, id, Yes, &["ann", "bob", "cat", "dan"])?;
    say(&mut dao, id, No, &["eve"])?;
    assert_eq!(close(&mut dao, id)?, ProposalStage::Scheduled);

    let operation = dao.operation(id)?;
    assert_eq!((operation.eta, operation.expires), (submitted + 14 * DAY, submitted + 19 * DAY));
    wait(&mut dao, id)?;
    dao.execute(&stranger, id)?;

    assert_eq!((purse(&dao, "mason")?, treasure(&dao)?), (7_001, TREASURE - 7_001));
    Ok(())
}

#[test]
fn a_signal_opens_at_once_and_is_adopted_without_an_operation() -> Result<()> {
    let mut dao = town()?;
    let id = dao.propose_class(&dao.addr("ann"), "We like trees", Class::Signal)?;
    assert_eq!(dao.poll(id)?.opens, dao.now());

    open(&mut dao, id)?;
    say(&mut dao, id, Yes, &["ann"])?;

    assert_eq!(close(&mut dao, id)?, ProposalStage::Adopted);
    assert_eq!(dao.poll(id)?.stage, PollStage::Settled);
    assert_eq!(operations(&dao)?, vec![0; 0]);
    Ok(())
}

#[test]
fn before_anyone_is_attested_stake_decides_and_the_treasury_pays() -> Result<()> {
    let mut dao = plan().build()?;
    let (treasury, bob) = (dao.contracts.treasury.clone(), dao.addr("bob"));
    dao.mint(&treasury, TREASURE, isonomia_embedded::CASH)?;
    dao.stake(&bob, STAKE)?;

    let id = dao.propose(&bob, "Dig a well", vec![small(&dao, "digger", 5)?], false)?;
    open(&mut dao, id)?;
    say(&mut dao, id, Yes, &["bob"])?;
    assert_eq!(dao.opened(id)?.mode, Mode::Bootstrap);
    assert_eq!(close(&mut dao, id)?, ProposalStage::Scheduled);
    wait(&mut dao, id)?;
    dao.execute(&bob, id)?;

    assert_eq!(purse(&dao, "digger")?, 5);
    Ok(())
}

#[test]
fn nobody_votes_before_the_opening_or_from_the_close_on() -> Result<()> {
    let mut dao = town()?;
    let ann = dao.addr("ann");
    let id = dao.propose_class(&ann, "A vote", Class::Standard)?;

    dao.advance(DAY - 1);
    let early = refused(&mut dao, |dao| dao.vote(&ann, id, Yes));
    assert_eq!(early, "a poll that is Pending does not take Vote");
    assert_eq!(refused(&mut dao, |dao| dao.open(&ann, id)), "a poll that is Pending does not take Open");

    open(&mut dao, id)?;
    assert_eq!(refused(&mut dao, |dao| dao.open(&ann, id)), "a poll that is Open does not take Open");
    dao.advance(7 * DAY - 1);
    dao.vote(&ann, id, No)?;
    dao.advance(1);
    assert_eq!(refused(&mut dao, |dao| dao.vote(&ann, id, Yes)), "a poll that is Closed does not take Vote");
    Ok(())
}

#[test]
fn nobody_resolves_before_the_close_or_twice() -> Result<()> {
    let mut dao = town()?;
    let ann = dao.addr("ann");
    let refusal =
        |stage: &str| format!("proposal 1 is {stage}: only one that is closed or lapsed is resolved");
    let id = dao.propose_class(&ann, "A vote", Class::Standard)?;
    assert_eq!(refused(&mut dao, |dao| dao.resolve(&ann, id)), refusal("Pending"));

    open(&mut dao, id)?;
    say(&mut dao, id, Yes, &PEOPLE)?;
    dao.advance(7 * DAY - 1);
    assert_eq!(refused(&mut dao, |dao| dao.resolve(&ann, id)), refusal("Open"));

    dao.advance(1);
    assert_eq!(dao.proposal(id)?.stage, ProposalStage::Closed);
    dao.resolve(&ann, id)?;
    assert_eq!(refused(&mut dao, |dao| dao.resolve(&ann, id)), refusal("Scheduled"));
    Ok(())
}

#[test]
fn an_emergency_cancels_what_waits_in_the_timelock() -> Result<()> {
    let mut dao = town()?;
    let id = dao.pass("ann", vec![spend(&dao, "mallory", TREASURE)?])?;
    assert_eq!(dao.operation(id)?.stage, OperationStage::Waiting);

    let actions = vec![dao.cancelling(id)?];
    let rescue = dao.propose(&dao.addr("bob"), "Stop the thief", actions, true)?;
    assert_eq!(dao.proposal(rescue)?.class, Class::Emergency);
    open(&mut dao, rescue)?;
    say(&mut dao, rescue, Yes, &PEOPLE)?;
    assert_eq!(close(&mut dao, rescue)?, ProposalStage::Scheduled);
    wait(&mut dao, rescue)?;
    dao.execute(&dao.addr("bob"), rescue)?;

    let stopped = dao.operation(id)?;
    assert_eq!(stopped.stage, OperationStage::Cancelled);
    wait(&mut dao, id)?;
    let refusal = refused(&mut dao, |dao| dao.execute(&dao.addr("mallory"), id));
    let (eta, expires) = (stopped.eta, stopped.expires);
    assert_eq!(
        refusal,
        format!(
            "operation 1: an operation that is Cancelled does not take Execute: \
             it may be executed from {eta} until before {expires}, now it is {eta}"
        )
    );
    assert_eq!(treasure(&dao)?, TREASURE);
    Ok(())
}
