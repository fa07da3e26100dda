//! Governance and the registry: issuers come and go by proposal, and their people stay.

use cosmwasm_std::Addr;
use isonomia_api::call::call;
use isonomia_api::identity::{ExecuteMsg, Issuer, IssuerKey};
use isonomia_core::class::{Class, Scope};
use isonomia_core::proposal::ProposalStage;
use isonomia_core::tally::Choice;
use isonomia_core::verdict::Mode;
use isonomia_embedded::{Dao, DAY};

use super::parish::{parish_of, Parish, LIFE, NOTARY, PARISH};
use crate::voting::town::{Town, COIN};

/// A DAO of six that has latched: three of the parish, three of the notary.
fn latched() -> (Dao, Vec<Addr>) {
    let mut dao = parish_of(&[PARISH, NOTARY], |_| {});
    let mut people = dao.admit(PARISH, &["ann", "bob", "cat"], 4 * COIN);
    people.extend(dao.admit(NOTARY, &["dan", "eve", "fay"], 4 * COIN));
    dao.ready().unwrap();
    let id = dao.begin(Class::Signal);
    assert_eq!(dao.opened(id).unwrap().mode, Mode::TwoKey);
    (dao, people)
}

/// Everybody votes for it; it is scheduled, and executed as soon as it may be.
fn decide(dao: &mut Dao, people: &[Addr], msg: &ExecuteMsg) -> u64 {
    let action = call(&dao.contracts.identity, msg).unwrap();
    let id = dao.propose(&people[0], "Of the registry", vec![action], false).unwrap();
    dao.advance_to(dao.poll(id).unwrap().opens);
    dao.all_vote(id, Choice::Yes, people);
    assert_eq!(dao.close(id), ProposalStage::Scheduled);
    dao.advance_to(dao.operation(id).unwrap().eta);
    dao.execute(&people[0], id).unwrap();
    id
}

#[test]
fn a_removed_issuer_admits_nobody_and_its_people_stay() {
    let (mut dao, people) = latched();
    let gus = dao.holder("gus", COIN);
    dao.submit(NOTARY, &gus).unwrap();
    let totals = dao.totals().unwrap();

    let id = decide(&mut dao, &people, &ExecuteMsg::RemoveIssuer { id: NOTARY.to_string() });

    assert_eq!((dao.poll(id).unwrap().class, dao.poll(id).unwrap().scope), (Class::Critical, Scope::Repair));
    let mut after = dao.totals().unwrap();
    after.stake = totals.stake;
    assert_eq!(after, totals);
    // Gus's statement has matured, but nobody stands for it any more.
    dao.refuses("no issuer `notary` is named", |dao| dao.activate(&gus));
    let later = dao.begin(Class::Standard);
    dao.all_vote(later, Choice::Yes, &people);
    assert_eq!(dao.tally(later).heads, 6);
}

#[test]
fn another_issuer_renews_the_people_of_a_removed_one() {
    let (mut dao, people) = latched();
    decide(&mut dao, &people, &ExecuteMsg::RemoveIssuer { id: NOTARY.to_string() });
    let dan = people[3].clone();
    dao.advance_to(dao.registered_until(&dan).unwrap() - DAY);

    dao.refuses("no issuer `notary` is named", |dao| dao.submit(NOTARY, &dan));
    dao.submit(PARISH, &dan).unwrap();

    assert_eq!(dao.account(&dan).unwrap().attested_until, Some(dao.now() + LIFE));
}

#[test]
fn a_new_issuer_admits_people() {
    let (mut dao, people) = latched();
    let key = IssuerKey::Account { address: dao.addr("chapel").into_string() };

    decide(&mut dao, &people, &ExecuteMsg::AddIssuer { issuer: Issuer { id: "chapel".to_string(), key } });

    let gus = dao.admit("chapel", &["gus"], 9 * COIN).remove(0);
    assert_eq!(dao.account(&gus).unwrap().own.power.u128(), 3 * COIN);
    assert_eq!(dao.census(), [1, 3, 3]);
}

#[test]
fn governance_revokes_whomever_it_decides_to() {
    let (mut dao, people) = latched();
    // Five at once, of two issuers: more than any issuer may.
    let accounts = people[..5].iter().map(Addr::to_string).collect();

    decide(&mut dao, &people, &ExecuteMsg::Revoke { accounts });

    let totals = dao.totals().unwrap();
    assert_eq!((totals.power.u128(), totals.stake.u128(), totals.attested), (2 * COIN, 24 * COIN, 1));
    assert!(dao.registry().unwrap().below);
}

#[test]
fn nobody_but_governance_names_or_removes_an_issuer() {
    let (mut dao, people) = latched();
    let (timelock, ann) = (dao.contracts.timelock.clone(), &people[0]);
    let why = format!("only {timelock} may do this, not {ann}");
    let key = IssuerKey::Account { address: ann.to_string() };
    let issuer = Issuer { id: "mine".to_string(), key };

    dao.refuses(&why, |dao| dao.to_registry(ann, &ExecuteMsg::AddIssuer { issuer }));
    dao.refuses(&why, |dao| dao.to_registry(ann, &ExecuteMsg::RemoveIssuer { id: NOTARY.to_string() }));
}
