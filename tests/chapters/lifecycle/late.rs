//! Late: every unit of stake that was counted is still locked when the proposal executes (T10).

use anyhow::Result;
use cw_multi_test::Executor;
use isonomia_api::proposal::{self, ExecuteMsg};
use isonomia_api::{timelock, voting};
use isonomia_core::class::Class;
use isonomia_core::proposal::{Defeat, ProposalStage};
use isonomia_core::tally::Choice::Yes;
use isonomia_embedded::{Dao, DaoBuilder, DAY};

use super::town::*;

/// Everybody says Yes, and somebody resolves so many seconds after the opening.
fn resolved_at(dao: &mut Dao, class: Class, after: u64) -> Result<ProposalStage> {
    let id = dao.propose_class(&dao.addr("ann"), "In no hurry", class)?;
    open(dao, id)?;
    say(dao, id, Yes, &PEOPLE)?;
    dao.advance(after);
    dao.resolve(&dao.addr("anyone"), id)?;
    Ok(dao.proposal(id)?.stage)
}

/// The last second in time leaves exactly four days; the next one is late.
#[track_caller]
fn is_late_after(class: Class, last: u64, plan: fn() -> DaoBuilder) -> Result<()> {
    let mut dao = founded(plan())?;
    assert_eq!(resolved_at(&mut dao, class, last)?, ProposalStage::Scheduled);
    let (operation, opened) = (dao.operation(1)?, dao.opened(1)?.snapshot.time);
    assert_eq!(operation.expires, opened + 28 * DAY);
    assert_eq!(operation.expires - operation.eta, 4 * DAY);

    let mut dao = founded(plan())?;
    assert_eq!(resolved_at(&mut dao, class, last + 1)?, ProposalStage::Defeated { why: Defeat::Late });
    assert_eq!(operations(&dao)?, vec![0; 0]);
    Ok(())
}

#[test]
fn a_standard_is_late_one_second_after_22_days() -> Result<()> {
    is_late_after(Class::Standard, (28 - 2 - 4) * DAY, plan)
}

#[test]
fn a_critical_is_late_one_second_after_19_days() -> Result<()> {
    is_late_after(Class::Critical, (28 - 5 - 4) * DAY, || plan().guarded())
}

#[test]
fn a_critical_without_a_guardian_is_late_two_and_a_half_days_earlier() -> Result<()> {
    is_late_after(Class::Critical, (28 - 5 - 4) * DAY - DAY * 5 / 2, plan)
}

#[test]
fn an_emergency_is_late_two_hours_before_the_last_four_days() -> Result<()> {
    is_late_after(Class::Emergency, (28 - 4) * DAY - DAY / 12, plan)
}

#[test]
fn a_signal_is_never_late() -> Result<()> {
    assert_eq!(resolved_at(&mut town()?, Class::Signal, 400 * DAY)?, ProposalStage::Adopted);
    Ok(())
}

#[test]
fn no_delay_is_set_below_that_which_the_timelock_really_keeps() -> Result<()> {
    let mut dao = town()?;
    let (timelock, proposal) = (dao.contracts.timelock.clone(), dao.contracts.proposal.clone());
    let mut rules = dao.params.rules.clone();
    // Within every bound and the T10 sum: 22 + 2 · 1 + 1.5 · 0 + 4 = 28 days. But with the real delay of 5 days such a
    // proposal, resolved at once, would be executable for one day only.
    (rules.critical.voting, rules.critical.timelock, rules.critical.window) = (22 * DAY, 0, 4 * DAY);
    let set = ExecuteMsg::SetRules { rules };

    let refusal = refused(&mut dao, |dao| dao.call(&timelock, &proposal, &set));

    assert_eq!(refusal, "critical.timelock is 0 s, below the timelock's least delay of 432000 s");
    Ok(())
}

#[test]
fn a_second_proposal_contract_schedules_nothing_late_either() -> Result<()> {
    let mut dao = town()?;
    let ours = dao.contracts.clone();
    let mut rules = dao.params.rules.clone();
    (rules.critical.voting, rules.critical.timelock, rules.critical.window) = (22 * DAY, 0, 4 * DAY);
    let second = proposal::InstantiateMsg {
        voting: ours.voting.to_string(),
        timelock: ours.timelock.to_string(),
        treasury: ours.treasury.to_string(),
        identity: ours.identity.to_string(),
        first_id: 1,
        rules,
        entry: dao.params.entry.clone(),
    };
    let (code, founder) = (dao.codes.proposal, dao.addr("founder"));
    // It may be refused at once; if not, what it schedules has four days left after the delay that is really kept.
    let Ok(second) = dao.app.instantiate_contract(code, founder, &second, &[], "second", None) else {
        return Ok(());
    };
    let proposal = second.to_string();
    dao.call(&ours.timelock, &ours.voting, &voting::ExecuteMsg::SetProposal { proposal: proposal.clone() })?;
    dao.call(&ours.timelock, &ours.timelock, &timelock::ExecuteMsg::SetProposal { proposal })?;
    dao.contracts.proposal = second;

    let stage = resolved_at(&mut dao, Class::Critical, 22 * DAY)?;

    if stage == ProposalStage::Scheduled {
        let operation = dao.operation(1)?;
        let left = operation.expires.saturating_sub(operation.eta);
        assert!(left >= 4 * DAY, "{left} s are left after the delay, less than 4 days: this is late");
    } else {
        assert_eq!(stage, ProposalStage::Defeated { why: Defeat::Late });
    }
    Ok(())
}
