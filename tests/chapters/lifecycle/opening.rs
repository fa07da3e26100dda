//! Before a poll opens: it is withdrawn, it lapses, or the first ballot opens it.

use anyhow::Result;
use cosmwasm_std::coins;
use isonomia_api::proposal::{self, Deposit, DepositState};
use isonomia_api::{vault, voting};
use isonomia_core::class::Class;
use isonomia_core::poll::PollStage;
use isonomia_core::proposal::{Defeat, ProposalStage};
use isonomia_core::tally::Choice::{No, Yes};
use isonomia_embedded::{Dao, CASH, DAY, STAKED};

use super::deposit::{claim, propose_paying, state};
use super::town::*;

/// A town in which ann has proposed a Standard, and deposited 100.
fn with_a_proposal() -> Result<Dao> {
    let deposit = Deposit { asset: cash(), amount: 100u128.into() };
    let mut dao = founded(plan().with(|params| params.entry.deposit = Some(deposit)))?;
    dao.mint(&dao.addr("ann"), 300, CASH)?;
    propose_paying(&mut dao, "ann", Class::Standard, &coins(100, CASH))?;
    Ok(dao)
}

#[test]
fn ann_withdraws_gets_her_deposit_back_and_may_propose_again() -> Result<()> {
    let mut dao = with_a_proposal()?;
    let ann = dao.addr("ann");

    dao.withdraw(&ann, 1)?;

    assert_eq!(dao.proposal(1)?.stage, ProposalStage::Withdrawn);
    assert_eq!(dao.poll(1)?.stage, PollStage::Cancelled);
    assert_eq!(state(&dao, 1)?, DepositState::Returned);
    claim(&mut dao, "anyone", 1)?;
    assert_eq!(purse(&dao, "ann")?, 300);

    propose_paying(&mut dao, "ann", Class::Standard, &coins(100, CASH))?;
    assert_eq!(dao.proposal(2)?.stage, ProposalStage::Pending);
    Ok(())
}

#[test]
fn a_withdrawn_proposal_is_over_for_good() -> Result<()> {
    let mut dao = with_a_proposal()?;
    let ann = dao.addr("ann");
    dao.withdraw(&ann, 1)?;
    dao.advance(DAY);

    assert_eq!(refused(&mut dao, |dao| dao.open(&ann, 1)), "a poll that is Cancelled does not take Open");
    assert_eq!(
        refused(&mut dao, |dao| dao.vote(&ann, 1, Yes)),
        "a poll that is Cancelled does not take Vote"
    );
    assert_eq!(
        refused(&mut dao, |dao| dao.resolve(&ann, 1)),
        "proposal 1 is Withdrawn: only one that is closed or lapsed is resolved"
    );
    assert_eq!(
        refused(&mut dao, |dao| dao.withdraw(&ann, 1)),
        "a proposal that is Withdrawn does not take Withdraw"
    );
    Ok(())
}

#[test]
fn a_proposal_that_may_open_but_has_not_is_still_withdrawn() -> Result<()> {
    let mut dao = with_a_proposal()?;
    dao.advance(8 * DAY - 1);
    assert_eq!(dao.poll(1)?.stage, PollStage::Due);

    dao.withdraw(&dao.addr("ann"), 1)?;

    assert_eq!(dao.proposal(1)?.stage, ProposalStage::Withdrawn);
    Ok(())
}

#[test]
fn nobody_withdraws_once_the_poll_has_opened_or_lapsed_and_nobody_but_ann_ever() -> Result<()> {
    let mut dao = with_a_proposal()?;
    let (ann, bob) = (dao.addr("ann"), dao.addr("bob"));
    assert_eq!(refused(&mut dao, |dao| dao.withdraw(&bob, 1)), format!("only {ann} may do this, not {bob}"));

    open(&mut dao, 1)?;
    let refusal = |stage: &str| format!("a proposal that is {stage} does not take Withdraw");
    assert_eq!(refused(&mut dao, |dao| dao.withdraw(&ann, 1)), refusal("Open"));
    dao.advance(7 * DAY);
    assert_eq!(refused(&mut dao, |dao| dao.withdraw(&ann, 1)), refusal("Closed"));

    let mut dao = with_a_proposal()?;
    dao.advance(8 * DAY);
    assert_eq!(refused(&mut dao, |dao| dao.withdraw(&ann, 1)), refusal("Lapsed"));
    Ok(())
}

#[test]
fn a_proposal_that_nobody_opens_lapses_and_its_deposit_comes_back() -> Result<()> {
    let mut dao = with_a_proposal()?;
    let ann = dao.addr("ann");
    dao.advance(8 * DAY);
    assert_eq!(refused(&mut dao, |dao| dao.open(&ann, 1)), "a poll that is Lapsed does not take Open");
    assert_eq!(refused(&mut dao, |dao| dao.vote(&ann, 1, No)), "a poll that is Lapsed does not take Vote");
    assert_eq!(dao.proposal(1)?.stage, ProposalStage::Lapsed);

    dao.resolve(&dao.addr("anyone"), 1)?;

    assert_eq!(dao.proposal(1)?.stage, ProposalStage::Defeated { why: Defeat::Lapsed });
    assert_eq!(dao.poll(1)?.stage, PollStage::Lapsed, "it is not settled, and counts in no epoch");
    assert_eq!(operations(&dao)?, vec![0; 0]);
    claim(&mut dao, "anyone", 1)?;
    assert_eq!(purse(&dao, "ann")?, 300);
    propose_paying(&mut dao, "ann", Class::Standard, &coins(100, CASH))?;
    Ok(())
}

#[test]
fn a_poll_opens_in_the_last_second_before_it_would_lapse() -> Result<()> {
    let mut dao = with_a_proposal()?;
    dao.advance(8 * DAY - 1);

    dao.open(&dao.addr("anyone"), 1)?;

    assert_eq!(dao.opened(1)?.closes, dao.now() + 7 * DAY);
    Ok(())
}

#[test]
fn the_first_ballot_opens_the_poll_at_the_start_of_its_block() -> Result<()> {
    let mut dao = with_a_proposal()?;
    let (ann, late, contracts) = (dao.addr("ann"), dao.addr("late"), dao.contracts.clone());
    dao.mint(&late, 5_000, STAKED)?;
    dao.advance(DAY);

    dao.next_block();
    dao.call_in_this_block(&late, &contracts.vault, &vault::ExecuteMsg::Stake {}, &coins(5_000, STAKED))?;
    let ballot = voting::ExecuteMsg::Vote { poll: 1, choice: Yes };
    dao.call_in_this_block(&ann, &contracts.voting, &ballot, &[])?;

    let opened = dao.opened(1)?;
    assert_eq!((opened.snapshot.height, opened.snapshot.time), (dao.height(), dao.now()));
    assert_eq!(opened.totals.stake.u128(), 5 * STAKE, "what was staked in the same block does not count");
    assert_eq!(opened.tally.yes.power.u128(), POWER);
    assert_eq!(
        refused(&mut dao, |dao| dao.vote(&late, 1, Yes)),
        "the account had neither stake nor anything received when the poll opened"
    );
    Ok(())
}

#[test]
fn a_ballot_that_has_nothing_to_cast_does_not_open_the_poll() -> Result<()> {
    let mut dao = with_a_proposal()?;
    dao.advance(DAY);

    let refusal = refused(&mut dao, |dao| dao.vote(&dao.addr("stranger"), 1, Yes));

    assert_eq!(refusal, "the account had neither stake nor anything received when the poll opened");
    assert_eq!(dao.poll(1)?.stage, PollStage::Due);
    Ok(())
}

#[test]
fn what_is_proposed_cannot_be_resolved_by_asking_voting_to_settle_it() -> Result<()> {
    let mut dao = with_a_proposal()?;
    let (ann, contracts) = (dao.addr("ann"), dao.contracts.clone());
    let settle = voting::ExecuteMsg::Settle { poll: 1 };

    let refusal = refused(&mut dao, |dao| dao.call(&ann, &contracts.voting, &settle));

    assert_eq!(refusal, format!("only {} may do this, not {ann}", contracts.proposal));
    let early = refused(&mut dao, |dao| dao.call(&contracts.proposal, &contracts.voting, &settle));
    assert_eq!(early, "a poll that is Pending does not take Settle");
    let unknown = proposal::ExecuteMsg::Resolve { id: 2 };
    assert_eq!(
        refused(&mut dao, |dao| dao.call(&ann, &contracts.proposal, &unknown)),
        "there is no proposal 2"
    );
    Ok(())
}
