//! Opening, voting, resolving, executing: what may be done now, and when not, from when.

use anyhow::Result;
use isonomia_cli::shell::{Delegate, Execute, Open, Register, Resolve, Vote};
use isonomia_core::proposal::ProposalStage;
use isonomia_core::tally::Choice;
use isonomia_embedded::Dao;

use super::typing::*;
use crate::lifecycle::town::*;

fn proposed(dao: &mut Dao) -> Result<(u64, String)> {
    let pay = spend(dao, "painter", 500)?;
    let id = dao.propose(&dao.addr("ann"), "Paint the hall", vec![pay], false)?;
    Ok((id, id.to_string()))
}

#[test]
fn a_decision_is_typed_from_its_opening_to_its_payment() -> Result<()> {
    let mut dao = founded(plan().guarded())?;
    let (id, word) = proposed(&mut dao)?;
    let word = word.as_str();
    assert!(denied::<Vote>(&dao, "ann", &[word, "yes"]).contains("the poll of proposal 1 opens"));
    assert!(denied::<Resolve>(&dao, "ann", &[word]).contains("is not to be resolved: pending: it opens"));
    assert!(denied::<Execute>(&dao, "ann", &[word]).contains("is not to be executed: pending"));

    dao.advance_to(dao.poll(id)?.opens);
    does::<Open>(&mut dao, "mallory", &[word])?;
    assert_eq!(denied::<Open>(&dao, "ann", &[word]), "the poll of proposal 1 is open already");
    for name in PEOPLE {
        does::<Vote>(&mut dao, name, &[word, "yes"])?;
    }
    dao.advance_to(dao.opened(id)?.closes);
    assert_eq!(denied::<Vote>(&dao, "ann", &[word, "no"]), "the poll of proposal 1 is over");

    let resolving = shown::<Resolve>(&dao, "mallory", &[word])?;
    assert!(resolving.contains("then  scheduled"), "{resolving}");
    does::<Resolve>(&mut dao, "mallory", &[word])?;
    let early = denied::<Execute>(&dao, "mallory", &[word]);
    assert!(early.contains("passed: it may be executed from") && early.contains("(in 5 d)"), "{early}");
    dao.advance_to(dao.operation(id)?.eta);
    let executing = shown::<Execute>(&dao, "mallory", &[word])?;
    assert!(executing.contains("action 1  pay 0.0005 cash from the treasury to"), "{executing}");
    does::<Execute>(&mut dao, "mallory", &[word])?;

    assert_eq!(purse(&dao, "painter")?, 500);
    assert_eq!(denied::<Execute>(&dao, "mallory", &[word]), "proposal 1 is not to be executed: executed");
    Ok(())
}

#[test]
fn a_ballot_shows_what_it_weighs_and_what_it_replaces() -> Result<()> {
    let mut dao = town()?;
    dao.stake(&dao.addr("mallory"), 7_000_000)?;
    let (id, word) = proposed(&mut dao)?;
    dao.advance_to(dao.poll(id)?.opens);

    let first = shown::<Vote>(&dao, "ann", &[&word, "yes"])?;
    assert!(first.contains("weight  10 √iso in the people's key, 100 iso in the stake key\n"), "{first}");
    assert!(first.contains("opens  with this ballot"), "{first}");
    let mallory = shown::<Vote>(&dao, "mallory", &[&word, "no"])?;
    assert!(
        mallory.contains("0 √iso in the people's key, 7 iso in the stake key (7 iso un-attested)"),
        "{mallory}"
    );

    does::<Vote>(&mut dao, "ann", &[&word, "yes"])?;
    let second = shown::<Vote>(&dao, "ann", &[&word, "abstain"])?;
    assert!(second.contains("replaces  yes\n") && second.contains("closes  "), "{second}");
    does::<Vote>(&mut dao, "ann", &[&word, "abstain"])?;
    let ballot = dao.ballot(id, &dao.addr("ann"))?.ballot.unwrap();
    assert_eq!(ballot.choice, Some(Choice::Abstain));
    Ok(())
}

#[test]
fn a_delegate_sees_what_it_casts_and_a_principal_what_it_takes_back() -> Result<()> {
    let mut dao = town()?;
    does::<Register>(&mut dao, "bob", &[])?;
    does::<Delegate>(&mut dao, "ann", &["bob"])?;
    let (id, word) = proposed(&mut dao)?;
    open(&mut dao, id)?;

    let bob = shown::<Vote>(&dao, "bob", &[&word, "yes"])?;
    assert!(bob.contains("weight  20 √iso in the people's key, 200 iso in the stake key\n"), "{bob}");
    does::<Vote>(&mut dao, "bob", &[&word, "yes"])?;
    let ann = shown::<Vote>(&dao, "ann", &[&word, "no"])?;
    assert!(ann.contains("delegates  lose in this poll what you delegated"), "{ann}");
    does::<Vote>(&mut dao, "ann", &[&word, "no"])?;

    let (yes, no) = (dao.opened(id)?.tally.yes.power, dao.opened(id)?.tally.no.power);
    assert_eq!((yes.u128(), no.u128()), (POWER, POWER));
    Ok(())
}

#[test]
fn a_choice_that_is_none_is_not_understood() -> Result<()> {
    let dao = town()?;
    assert!(denied::<Vote>(&dao, "ann", &["1", "maybe"]).contains("[possible values: yes, no, abstain]"));
    assert!(denied::<Vote>(&dao, "ann", &["one", "yes"]).contains("invalid digit"));
    assert!(denied::<Vote>(&dao, "ann", &["9", "yes"]).contains("9"));
    Ok(())
}

#[test]
fn what_nobody_opened_and_what_failed_is_resolved_and_says_so_before() -> Result<()> {
    let mut dao = town()?;
    let (id, word) = proposed(&mut dao)?;
    let failed = dao.propose(&dao.addr("bob"), "Alone", vec![], false)?;
    dao.advance_to(dao.poll(id)?.opens);
    dao.open(&dao.addr("anyone"), failed)?;
    dao.advance_to(dao.opened(failed)?.closes.max(dao.poll(id)?.opens + 7 * isonomia_embedded::DAY));

    let lapsed = shown::<Resolve>(&dao, "mallory", &[&word])?;
    assert!(lapsed.contains("then  defeated: nobody opened its poll\n"), "{lapsed}");
    assert!(denied::<Open>(&dao, "ann", &[&word]).contains("has lapsed"));
    let alone = shown::<Resolve>(&dao, "mallory", &[&failed.to_string()])?;
    assert!(alone.contains("then  defeated\n"), "{alone}");
    does::<Resolve>(&mut dao, "mallory", &[&word])?;
    assert!(matches!(dao.proposal(id)?.stage, ProposalStage::Defeated { .. }));
    let again = denied::<Resolve>(&dao, "mallory", &[&word]);
    assert!(again.ends_with("defeated: nobody opened its poll in time"), "{again}");
    Ok(())
}
