//! Who may propose: the attested, and whoever has enough at stake; one unresolved proposal each.

use anyhow::Result;
use isonomia_core::class::Class;
use isonomia_core::tally::Choice::Yes;
use isonomia_embedded::Dao;

use super::town::*;

fn with_standing() -> Result<Dao> {
    founded(plan().with(|params| params.entry.least_stake = 500u128.into()))
}

#[test]
fn a_stranger_needs_stake_and_an_attested_person_none() -> Result<()> {
    let mut dao = with_standing()?;
    let (sam, pat) = (dao.addr("sam"), dao.addr("pat"));
    let refusal = |stake: u128| format!("to propose, be attested or stake 500; {sam} has staked {stake}");
    let try_it = |dao: &mut Dao| refused(dao, |dao| dao.propose_class(&sam, "Hear me", Class::Signal));

    assert_eq!(try_it(&mut dao), refusal(0));
    dao.stake(&sam, 499)?;
    assert_eq!(try_it(&mut dao), refusal(499));
    dao.stake(&sam, 1)?;
    dao.propose_class(&sam, "Hear me", Class::Signal)?;

    dao.attest(&pat, u64::MAX)?;
    dao.propose_class(&pat, "Hear me, too", Class::Signal)?;
    Ok(())
}

#[test]
fn standing_ends_with_the_attestation_and_with_the_stake() -> Result<()> {
    let mut dao = with_standing()?;
    let (ann, pat) = (dao.addr("ann"), dao.addr("pat"));
    dao.attest(&pat, u64::MAX)?;
    dao.revoke(&pat)?;
    let refusal = refused(&mut dao, |dao| dao.propose_class(&pat, "Me again", Class::Signal));
    assert_eq!(refusal, format!("to propose, be attested or stake 500; {pat} has staked 0"));

    dao.revoke(&ann)?;
    dao.unstake(&ann, STAKE - 499)?;
    let refusal = refused(&mut dao, |dao| dao.propose_class(&ann, "Me again", Class::Signal));
    assert_eq!(refusal, format!("to propose, be attested or stake 500; {ann} has staked 499"));
    Ok(())
}

#[test]
fn ann_has_one_proposal_unresolved_at_a_time() -> Result<()> {
    let mut dao = town()?;
    let ann = dao.addr("ann");
    let first = dao.propose_class(&ann, "First", Class::Standard)?;
    let refusal = format!("{ann} has proposal 1 unresolved: one at a time");
    let again = |dao: &mut Dao| refused(dao, |dao| dao.propose_class(&ann, "Second", Class::Signal));

    assert_eq!(again(&mut dao), refusal);
    open(&mut dao, first)?;
    say(&mut dao, first, Yes, &PEOPLE)?;
    assert_eq!(again(&mut dao), refusal);
    dao.advance_to(dao.opened(first)?.closes);
    assert_eq!(again(&mut dao), refusal, "it is over, but nobody has resolved it");

    close(&mut dao, first)?;
    assert_eq!(dao.propose_class(&ann, "Second", Class::Signal)?, 2);
    Ok(())
}

#[test]
fn slots_are_nobody_elses() -> Result<()> {
    let mut dao = town()?;
    for number in 0..40 {
        dao.propose_class(&dao.addr(&format!("spammer{number}")), "Noise", Class::Standard)?;
    }

    assert_eq!(dao.propose_class(&dao.addr("ann"), "A word", Class::Standard)?, 41);
    Ok(())
}
