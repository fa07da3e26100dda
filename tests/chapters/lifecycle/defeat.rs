//! Each condition defeats on its own: in every story here the other four hold.

use anyhow::Result;
use isonomia_core::class::Class;
use isonomia_core::poll::PollStage;
use isonomia_core::proposal::{Defeat, ProposalStage};
use isonomia_core::tally::Choice::{self, Abstain, No, Yes};
use isonomia_core::verdict::Conditions;
use isonomia_embedded::Dao;

use super::town::*;

const ALL: Conditions =
    Conditions { quorum: true, threshold: true, stake_relative: true, stake_support: true, head_count: true };

/// Ann proposes, people speak, and the proposal is defeated for this one reason; nothing is scheduled.
#[track_caller]
fn falls(mut dao: Dao, class: Class, said: &[(Choice, &[&str])], but: Conditions, why: Defeat) -> Result<()> {
    let id = dao.propose_class(&dao.addr("ann"), "A doubtful idea", class)?;
    open(&mut dao, id)?;
    for (choice, names) in said {
        say(&mut dao, id, *choice, names)?;
    }
    assert_eq!(dao.opened(id)?.conditions, but);

    assert_eq!(close(&mut dao, id)?, ProposalStage::Defeated { why });
    assert_eq!(dao.poll(id)?.stage, PollStage::Settled);
    assert_eq!(operations(&dao)?, vec![0; 0]);
    dao.propose_class(&dao.addr("ann"), "A better idea", class)?;
    Ok(())
}

#[test]
fn too_little_attested_power_behind_it_is_no_quorum() -> Result<()> {
    let mut dao = town()?;
    // V is 5 · 10^7 and 158 113 883: the three have 14.4 % of it, and 1.2 % of all stake.
    settle(&mut dao, "rich", 25_000_000_000)?;

    let but = Conditions { quorum: false, ..ALL };
    falls(dao, Class::Standard, &[(Yes, &["ann", "bob", "cat"])], but, Defeat::Quorum)
}

#[test]
fn a_tie_of_the_people_is_below_the_threshold() -> Result<()> {
    let mut dao = town()?;
    settle(&mut dao, "fay", STAKE)?;

    let said: [(_, &[&str]); 2] = [(Yes, &["ann", "bob", "cat"]), (No, &["dan", "eve", "fay"])];
    falls(dao, Class::Standard, &said, Conditions { threshold: false, ..ALL }, Defeat::Threshold)
}

#[test]
fn three_fifths_of_the_people_are_below_the_threshold_of_a_critical() -> Result<()> {
    let said: [(_, &[&str]); 2] = [(Yes, &["ann", "bob", "cat"]), (No, &["dan", "eve"])];
    let but = Conditions { threshold: false, ..ALL };
    falls(town()?, Class::Critical, &said, but, Defeat::Threshold)
}

#[test]
fn a_whale_that_says_no_turns_the_stake_key_and_not_the_peoples() -> Result<()> {
    let mut dao = town()?;
    dao.stake(&dao.addr("whale"), 700_000_000)?;

    let said: [(_, &[&str]); 2] = [(Yes, &["ann", "bob", "cat"]), (No, &["whale"])];
    let but = Conditions { stake_relative: false, ..ALL };
    falls(dao, Class::Standard, &said, but, Defeat::StakeRelative)
}

#[test]
fn a_third_of_the_stake_that_voted_is_enough_for_a_standard() -> Result<()> {
    let mut dao = town()?;
    // θ is 3333 basis points, a little less than a third.
    dao.stake(&dao.addr("whale"), 600_000_000)?;
    let id = dao.propose_class(&dao.addr("ann"), "A plain idea", Class::Standard)?;
    open(&mut dao, id)?;
    say(&mut dao, id, Yes, &["ann", "bob", "cat"])?;
    say(&mut dao, id, No, &["whale"])?;

    assert_eq!(close(&mut dao, id)?, ProposalStage::Scheduled);
    Ok(())
}

#[test]
fn too_little_of_all_stake_behind_it_is_no_support() -> Result<()> {
    let mut dao = town()?;
    // 300 of 30 500 tokens, less than 1 %.
    dao.stake(&dao.addr("whale"), 30_000_000_000)?;

    let but = Conditions { stake_support: false, ..ALL };
    falls(dao, Class::Standard, &[(Yes, &["ann", "bob", "cat"])], but, Defeat::StakeSupport)
}

#[test]
fn two_heads_are_too_few() -> Result<()> {
    let said: [(_, &[&str]); 2] = [(Yes, &["ann", "bob"]), (Abstain, &["cat", "dan", "eve"])];
    let but = Conditions { head_count: false, ..ALL };
    falls(town()?, Class::Standard, &said, but, Defeat::HeadCount)
}

#[test]
fn a_critical_of_the_bootstrap_needs_a_third_of_all_stake() -> Result<()> {
    let mut dao = plan().build()?;
    dao.stake(&dao.addr("bob"), 1_000)?;
    // One unit less than twice as much makes bob a third, exactly this makes him less.
    dao.stake(&dao.addr("whale"), 2_001)?;

    let but = Conditions { stake_support: false, ..ALL };
    falls(dao, Class::Critical, &[(Yes, &["bob"])], but, Defeat::StakeSupport)
}

#[test]
fn silence_is_a_defeat() -> Result<()> {
    let silent = Conditions {
        quorum: false,
        threshold: false,
        stake_relative: true,
        stake_support: false,
        head_count: false,
    };
    falls(town()?, Class::Critical, &[], silent, Defeat::Quorum)
}
