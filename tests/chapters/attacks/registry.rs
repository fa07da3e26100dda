//! Attacks on and through the registry: rows 1 to 4, 12, 21 and 28.

use cosmwasm_std::Addr;
use isonomia_api::voting::ExecuteMsg;
use isonomia_core::class::Class;
use isonomia_core::proposal::ProposalStage;
use isonomia_core::tally::Choice;
use isonomia_core::verdict::{Conditions, Mode};
use isonomia_embedded::{Dao, DAY};

use crate::identity::parish::{parish_of, Parish, MATURITY, NOTARY, PARISH};
use crate::voting::town::{town, town_with, Town, COIN, FOR_EVER};

#[test]
fn row_01_one_dust_identity_with_much_stake_passes_nothing() {
    for attested in 1..=2 {
        let mut dao = town();
        let dust = dao.people("dust", attested, 1);
        let whale = dao.holder("whale", 1_000 * COIN);
        let [standard, critical, emergency] =
            [Class::Standard, Class::Critical, Class::Emergency].map(|class| {
                let id = dao.begin(class);
                dao.all_vote(id, Choice::Yes, dust.iter().chain([&whale]));
                dao.opened(id).unwrap().conditions
            });
        let only_heads = Conditions {
            quorum: true,
            threshold: true,
            stake_relative: true,
            stake_support: true,
            head_count: false,
        };
        assert_eq!([standard, critical, emergency], [only_heads; 3]);
    }
}

#[test]
fn row_01_nobody_attested_means_nobody_decides_until_stake_repairs_the_registry() {
    let mut dao = town_with(|params| params.min_attested = 5);
    let people = dao.people("ann", 5, COIN);
    let whale = dao.holder("whale", 10 * COIN);
    dao.begin(Class::Signal);
    people.iter().for_each(|ann| drop(dao.revoke(ann).unwrap()));
    assert_eq!(dao.totals().unwrap().power.u128(), 0);

    // V = 0: all the stake there is says Yes, and it is not enough.
    let signal = dao.begin(Class::Signal);
    dao.all_vote(signal, Choice::Yes, people.iter().chain([&whale]));
    let opened = dao.opened(signal).unwrap();
    assert_eq!(
        (opened.mode, opened.conditions.quorum, opened.conditions.threshold),
        (Mode::TwoKey, false, false)
    );

    dao.advance(30 * DAY);
    let issuer = isonomia_api::identity::ExecuteMsg::RemoveIssuer { id: "issuer".to_string() };
    let action = isonomia_api::call::call(&dao.contracts.identity, &issuer).unwrap();
    let repair = dao.propose(&people[0], "Repair", vec![action], false).unwrap();
    dao.advance(2 * DAY);
    dao.all_vote(repair, Choice::Yes, people.iter().chain([&whale]));
    assert_eq!(dao.close(repair), ProposalStage::Scheduled);
}

fn crowd(dao: &Dao, name: &str, count: usize) -> Vec<Addr> {
    (0..count).map(|number| dao.addr(&format!("{name} {number}"))).collect()
}

/// These people submit.
fn submit_all(dao: &mut Dao, issuer: &str, people: &[Addr]) {
    people.iter().for_each(|who| drop(dao.submit(issuer, who).unwrap()));
}

fn activate_all(dao: &mut Dao, people: &[Addr]) {
    people.iter().for_each(|who| drop(dao.activate(who).unwrap()));
}

#[test]
fn row_02_a_renewal_needs_no_slot_of_a_full_epoch() {
    let mut dao = parish_of(&[PARISH], |_| {});
    let ann = dao.admit(PARISH, &["ann"], COIN).remove(0);
    let until = dao.registered_until(&ann).unwrap();
    let farm = crowd(&dao, "farm", 21);
    dao.advance_to(until - 30 * DAY);
    submit_all(&mut dao, PARISH, &farm);
    dao.advance(MATURITY);
    activate_all(&mut dao, &farm[..20]);

    let epoch = dao.quorum().unwrap().epoch;
    let why = format!("all 20 activations of epoch {epoch} are taken; try again in the next");
    dao.refuses(&why, |dao| dao.activate(&farm[20]));
    dao.submit(PARISH, &ann).unwrap();

    assert_eq!(dao.account(&ann).unwrap().attested_until, Some(dao.now() + 180 * DAY));
}

#[test]
fn row_03_an_issuer_with_the_first_ten_thousand_statements_gets_half_of_an_epoch() {
    let mut dao = parish_of(&[PARISH, NOTARY], |_| {});
    let (fakes, honest) = (crowd(&dao, "fake", 12), crowd(&dao, "honest", 10));
    submit_all(&mut dao, PARISH, &fakes);
    submit_all(&mut dao, NOTARY, &honest);
    dao.advance(MATURITY);

    activate_all(&mut dao, &fakes[..10]);
    let why = "the issuer has had its 10 activations of epoch 1; try again in the next";
    dao.refuses(why, |dao| dao.activate(&fakes[10]));
    activate_all(&mut dao, &honest);

    dao.advance(14 * DAY);
    activate_all(&mut dao, &fakes[10..]);
    assert_eq!(dao.census(), [10, 12]);
}

#[test]
fn row_03_an_issuer_with_more_than_half_of_fifty_attests_nobody() {
    let mut dao = parish_of(&[PARISH, NOTARY], |_| {});
    let (fakes, honest) = (crowd(&dao, "fake", 31), crowd(&dao, "honest", 22));
    submit_all(&mut dao, PARISH, &fakes);
    submit_all(&mut dao, NOTARY, &honest);
    dao.advance(MATURITY);
    for (epoch, of_the_notary) in [(0, 8), (1, 8), (2, 4)] {
        activate_all(&mut dao, &fakes[10 * epoch..10 * epoch + 10]);
        activate_all(&mut dao, &honest[8 * epoch..8 * epoch + of_the_notary]);
        dao.advance(14 * DAY);
    }
    assert_eq!(dao.census(), [20, 30]);

    let why = "the issuer has 30 of 50 attestations, more than half: it may not activate";
    dao.refuses(why, |dao| dao.activate(&fakes[30]));
    dao.activate(&honest[20]).unwrap();
}

#[test]
fn row_04_an_issuer_revokes_three_of_its_people_in_an_epoch_and_no_more() {
    let mut dao = parish_of(&[PARISH], |_| {});
    let names: Vec<String> = (0..10).map(|number| format!("ann {number}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let people = dao.admit(PARISH, &names, COIN);
    let people: Vec<&Addr> = people.iter().collect();
    let epoch = dao.quorum().unwrap().epoch;
    let why = format!("an issuer may revoke 3 of its attestations in an epoch; epoch {epoch} has none left");

    // All of them at once, one block before a snapshot: nobody goes.
    dao.refuses(&why, |dao| dao.parish_revokes(&people));
    dao.parish_revokes(&people[..3]).unwrap();
    dao.refuses(&why, |dao| dao.parish_revokes(&people[3..4]));

    assert_eq!(dao.totals().unwrap().power.u128(), 7 * COIN);
}

#[test]
fn row_12_naming_another_registrar_is_critical_and_never_repair() {
    let mut dao = town();
    let ann = dao.person("ann", COIN);
    let msg = ExecuteMsg::SetRegistrar { registrar: ann.to_string() };
    let action = isonomia_api::call::call(&dao.contracts.voting, &msg).unwrap();

    let id = dao.propose(&ann, "Mine", vec![action.clone()], false).unwrap();
    let info = dao.proposal(id).unwrap();
    assert_eq!((info.class, info.scope), (Class::Critical, isonomia_core::class::Scope::Registrar));

    let bob = dao.addr("bob");
    let why = "action 0 is not defensive: an emergency takes defensive actions only";
    let before = dao.memory();
    let refused = dao.propose(&bob, "Quick", vec![action], true).unwrap_err();
    assert_eq!(isonomia_embedded::first_wasm_error(&refused), why);
    assert!(dao.memory() == before);
}

#[test]
fn row_21_a_nullifier_is_held_for_its_last_account_for_thirty_days() {
    let mut dao = parish_of(&[PARISH, NOTARY], |_| {});
    let ann = dao.admit(PARISH, &["ann"], COIN).remove(0);
    let (squatter, person) = (dao.addr("squatter"), ann.to_string());
    dao.parish_revokes(&[&ann]).unwrap();
    let until = dao.now() + 30 * DAY;

    dao.advance_to(until - 1);
    let why = format!("the nullifier is held for {ann} until {until}, now it is {}", until - 1);
    dao.refuses(&why, |dao| dao.submit_as(NOTARY, &squatter, &person));
    // For its last account it is free at once.
    dao.submit(NOTARY, &ann).unwrap();
}

#[test]
fn row_21_after_thirty_days_a_nullifier_may_move() {
    let mut dao = parish_of(&[PARISH, NOTARY], |_| {});
    let ann = dao.admit(PARISH, &["ann"], COIN).remove(0);
    let (new, person) = (dao.holder("ann's new account", COIN), ann.to_string());
    dao.parish_revokes(&[&ann]).unwrap();

    dao.advance(30 * DAY);
    dao.submit_as(NOTARY, &new, &person).unwrap();
    dao.refuses(&format!("the nullifier is in use by {new}"), |dao| dao.submit(NOTARY, &ann));
    dao.advance(MATURITY);
    dao.activate(&new).unwrap();

    assert_eq!(dao.totals().unwrap().attested, 1);
}

#[test]
fn row_28_the_people_of_a_replaced_registrar_can_still_be_taken_out() {
    let mut dao = town();
    let [ann, bob, other] = [dao.person("ann", COIN), dao.holder("bob", COIN), dao.addr("other")];
    let until = dao.now() + 180 * DAY;
    dao.attest(&bob, until).unwrap();
    let (timelock, voting) = (dao.contracts.timelock.clone(), dao.contracts.voting.clone());
    let set = ExecuteMsg::SetRegistrar { registrar: other.to_string() };
    dao.call(&timelock, &voting, &set).unwrap();

    // The old one is deaf and dumb, the new one may revoke, and anyone may poke by the stored expiry.
    let old = dao.addr("registrar");
    let why = format!("only {other} may do this, not {old}");
    dao.refuses(&why, |dao| dao.attest(&bob, FOR_EVER));
    dao.refuses(&why, |dao| dao.revoke(&bob));
    dao.call(&other, &voting, &ExecuteMsg::Revoke { account: ann.to_string() }).unwrap();
    dao.advance_to(until);
    dao.poke(&old, &[&bob]).unwrap();

    assert_eq!((dao.totals().unwrap().power.u128(), dao.totals().unwrap().attested), (0, 0));
}
