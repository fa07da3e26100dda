//! What a poll counted stays locked until the operation has executed or expired (I17).

use anyhow::Result;
use isonomia_api::vault::ExecuteMsg;
use isonomia_api::voting;
use isonomia_core::class::Class;
use isonomia_core::proposal::ProposalStage;
use isonomia_core::tally::Choice::Yes;
use isonomia_embedded::DAY;
use proptest::prelude::*;

use super::{day_after, unreleased, wallet, weight, UNBONDING};
use crate::lifecycle::town::*;

#[test]
fn who_leaves_in_the_block_of_the_opening_is_counted_and_locked() -> Result<()> {
    let mut dao = town()?;
    let (eve, contracts) = (dao.addr("eve"), dao.contracts.clone());
    let id = dao.propose_class(&dao.addr("ann"), "Eve leaves", Class::Critical)?;
    dao.advance_to(dao.poll(id)?.opens);

    dao.next_block();
    let leave = ExecuteMsg::Unstake { amount: STAKE.into(), quiet: false };
    dao.call_in_this_block(&eve, &contracts.vault, &leave, &[])?;
    dao.call_in_this_block(
        &eve,
        &contracts.voting,
        &voting::ExecuteMsg::Vote { poll: id, choice: Yes },
        &[],
    )?;
    let opened = dao.opened(id)?;
    assert_eq!(opened.tally.yes.stake.u128(), STAKE, "the state at the start of the block counts");

    dao.advance_to(opened.snapshot.time + UNBONDING - 1);
    let (released, now) = (day_after(&dao, 1), dao.now());
    assert_eq!(refused(&mut dao, |dao| dao.claim(&eve)), unreleased(&eve, released, now));
    Ok(())
}

/// Somebody leaves so many seconds after the opening, and somebody resolves so many after it.
fn counted_and_gone(idle: u64, leaves: u64, resolves: u64, class: Class) -> Result<()> {
    let mut dao = town()?;
    let eve = dao.addr("eve");
    dao.advance(idle);
    let id = dao.propose_class(&dao.addr("ann"), "Eve leaves", class)?;
    open(&mut dao, id)?;
    say(&mut dao, id, Yes, &PEOPLE)?;
    let opened = dao.now();
    for moment in [leaves.min(resolves), leaves.max(resolves)] {
        dao.advance_to(opened + moment);
        if moment == leaves {
            dao.unstake(&eve, STAKE)?;
        }
        if moment == resolves {
            dao.resolve(&dao.addr("anyone"), id)?;
        }
    }
    if dao.proposal(id)?.stage != ProposalStage::Scheduled {
        return Ok(());
    }

    let operation = dao.operation(id)?;
    assert!(operation.expires <= opened + UNBONDING);
    dao.advance_to(operation.expires - 1);
    let released = (opened + leaves + UNBONDING).div_ceil(DAY) * DAY;
    let now = dao.now();
    assert_eq!(refused(&mut dao, |dao| dao.claim(&eve)), unreleased(&eve, released, now));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// I17: stake that a poll counted is locked until the operation has executed or expired.
    #[test]
    fn counted_stake_is_locked_while_it_can_execute(
        idle in 0..3 * DAY,
        leaves in 0..20 * DAY,
        resolves in 7 * DAY..23 * DAY,
        critical in any::<bool>(),
    ) {
        let class = if critical { Class::Critical } else { Class::Standard };
        counted_and_gone(idle, leaves, resolves, class).unwrap();
    }
}

#[test]
fn a_quiet_exit_counts_until_anyone_tells_voting() -> Result<()> {
    let mut dao = town()?;
    let (eve, vault) = (dao.addr("eve"), dao.contracts.vault.clone());
    dao.call(&eve, &vault, &ExecuteMsg::Unstake { amount: STAKE.into(), quiet: true })?;
    assert_eq!(dao.account(&eve)?.own, weight(POWER, STAKE, 0));

    let sync = ExecuteMsg::Sync { account: eve.to_string() };
    dao.call(&dao.addr("stranger"), &vault, &sync)?;

    assert_eq!(dao.account(&eve)?.own, weight(0, 0, 0));
    let released = day_after(&dao, UNBONDING);
    dao.advance_to(released);
    dao.claim(&eve)?;
    assert_eq!(wallet(&dao, &eve)?, STAKE);
    let told = refused(&mut dao, |dao| dao.call(&dao.addr("stranger"), &vault, &sync));
    assert_eq!(told, format!("voting has been told the stake of {eve}: there is nothing to sync"));
    Ok(())
}
