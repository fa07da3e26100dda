//! Row 1 to its end: an issuer stops, everybody's attestation ends, and stake repairs the registry.

use cosmwasm_std::{Addr, CosmosMsg};
use isonomia_api::call::call;
use isonomia_api::identity::{ExecuteMsg, Issuer, IssuerKey};
use isonomia_core::class::Class;
use isonomia_core::proposal::ProposalStage;
use isonomia_core::tally::Choice;
use isonomia_core::verdict::Mode;
use isonomia_embedded::{Dao, DAY};

use crate::identity::parish::{parish_of, Parish, LIFE, PARISH};
use crate::voting::town::{Town, COIN};

const NAMES: [&str; 4] = ["ann", "bob", "cat", "dan"];

/// A DAO of four that has latched, and whose only issuer attests nobody any more.
fn stopped() -> (Dao, Vec<Addr>) {
    let mut dao = parish_of(&[PARISH], |_| {});
    let people = dao.admit(PARISH, &NAMES, COIN);
    dao.ready().unwrap();
    let latching = dao.begin(Class::Signal);
    assert_eq!(dao.opened(latching).unwrap().mode, Mode::TwoKey);
    dao.close(latching);
    dao.advance(LIFE);
    dao.expire(&people.iter().collect::<Vec<_>>()).unwrap();
    assert_eq!(dao.totals().unwrap().power.u128(), 0);
    (dao, people)
}

/// The parish is removed, and the chapel named in its place.
fn repair(dao: &Dao) -> Vec<CosmosMsg> {
    let key = IssuerKey::Account { address: dao.addr("chapel").into_string() };
    let chapel = Issuer { id: "chapel".to_string(), key };
    [ExecuteMsg::RemoveIssuer { id: PARISH.to_string() }, ExecuteMsg::AddIssuer { issuer: chapel }]
        .map(|msg| call(&dao.contracts.identity, &msg).unwrap())
        .to_vec()
}

#[test]
fn row_01_an_issuer_that_stops_is_replaced_by_stake_and_the_people_decide_again() {
    let (mut dao, people) = stopped();
    let actions = repair(&dao);
    let early = dao.propose(&people[0], "At once", actions.clone(), false).unwrap();
    dao.advance(2 * DAY);
    dao.all_vote(early, Choice::Yes, &people);
    assert!(!dao.opened(early).unwrap().passes, "nobody has power, and stake alone does not decide yet");

    dao.advance(30 * DAY);
    let late = dao.propose(&people[1], "Another issuer", actions, false).unwrap();
    dao.advance(2 * DAY);
    dao.all_vote(late, Choice::Yes, &people);
    assert_eq!(dao.opened(late).unwrap().mode, Mode::StakeRepair);
    assert_eq!(dao.close(late), ProposalStage::Scheduled);
    let operation = dao.operation(late).unwrap();
    assert_eq!(operation.eta, dao.now() + 7 * DAY + DAY / 2);
    dao.advance_to(operation.eta);
    dao.execute(&people[0], late).unwrap();

    dao.admit("chapel", &NAMES, COIN);
    assert_eq!(dao.totals().unwrap().attested, 4);
    let decided = dao.begin(Class::Signal);
    dao.all_vote(decided, Choice::Yes, &people);
    assert_eq!(dao.opened(decided).unwrap().mode, Mode::TwoKey);
    assert_eq!(dao.close(decided), ProposalStage::Adopted);
}

#[test]
fn row_01_an_emergency_is_no_short_way_to_another_issuer() {
    let (mut dao, people) = stopped();
    dao.advance(30 * DAY);
    let remove = ExecuteMsg::RemoveIssuer { id: PARISH.to_string() };
    let action = call(&dao.contracts.identity, &remove).unwrap();
    let id = dao.propose(&people[0], "Quick", vec![action], true).unwrap();
    dao.advance_to(dao.poll(id).unwrap().opens);

    let why = "0 accounts are attested, fewer than 4: only signals, emergencies that cancel or pause, and registry \
               repair may open";
    dao.refuses(why, |dao| dao.vote(&people[0], id, Choice::Yes));
    let cancel = dao.cancelling(7).unwrap();
    let narrow = dao.propose(&people[1], "Stop it", vec![cancel], true).unwrap();
    dao.advance_to(dao.poll(narrow).unwrap().opens);
    dao.vote(&people[1], narrow, Choice::Yes).unwrap();
}
