//! The registry drives voting: who is admitted, renewed, revoked or expired there gains and loses power here.

use isonomia_api::identity::ExecuteMsg;
use isonomia_core::class::Class;
use isonomia_core::tally::Choice;
use isonomia_core::verdict::Mode;
use isonomia_embedded::{Dao, DAY};

use super::parish::{parish_of, Parish, CONSUL, LIFE, MATURITY, NOTARY, PARISH};
use crate::voting::town::{attested, totals, weight, Town, COIN};

fn town_hall() -> Dao {
    parish_of(&[PARISH, NOTARY], |_| {})
}

#[test]
fn two_weeks_after_her_statement_ann_has_power() {
    for issuer in [PARISH, NOTARY, CONSUL] {
        let mut dao = parish_of(&[PARISH, NOTARY, CONSUL], |_| {});
        let ann = dao.holder("ann", 9 * COIN);
        dao.submit(issuer, &ann).unwrap();
        let matures = dao.now() + MATURITY;
        assert_eq!(dao.totals().unwrap(), totals(0, 9 * COIN, 0));

        dao.advance_to(matures - 1);
        let why = format!("the statement matures at {matures}, now it is {}", matures - 1);
        dao.refuses(&why, |dao| dao.activate(&ann));
        dao.advance_to(matures);
        dao.activate(&ann).unwrap();

        assert_eq!(dao.totals().unwrap(), totals(3 * COIN, 9 * COIN, 1));
        assert_eq!(dao.account(&ann).unwrap().attested_until, Some(matures + LIFE));
        assert_eq!(dao.registered_until(&ann), Some(matures + LIFE));
    }
}

#[test]
fn who_signs_for_another_account_signs_for_nobody() {
    let mut dao = town_hall();
    let [ann, mallory] = ["ann", "mallory"].map(|name| dao.addr(name));
    let statement = isonomia_api::identity::Statement {
        nullifier: super::parish::nullifier("ann"),
        expires: dao.now() + DAY,
    };
    let signature = Some(vec![7; 64].into());
    let submit = ExecuteMsg::Submit { issuer: NOTARY.to_string(), statement, signature };
    let (chain, totals) = (dao.app.block_info().chain_id, dao.totals().unwrap());

    let why = format!("`notary` has not signed this about {mallory}, at this registry, on the chain {chain}");
    dao.refuses(&why, |dao| dao.to_registry(&mallory, &submit));

    dao.submit(NOTARY, &ann).unwrap();
    assert_eq!(dao.totals().unwrap(), totals);
}

#[test]
fn one_person_is_one_account_whoever_the_issuer() {
    let mut dao = town_hall();
    let ann = dao.admit(PARISH, &["ann"], COIN).remove(0);
    let farm = dao.addr("farm");

    let why = format!("the nullifier is in use by {ann}");
    let person = ann.to_string();
    dao.refuses(&why, |dao| dao.submit_as(NOTARY, &farm, &person));
}

#[test]
fn a_renewal_in_the_last_forty_five_days_is_immediate_and_adds_no_power() {
    let mut dao = town_hall();
    let ann = dao.admit(PARISH, &["ann"], 9 * COIN).remove(0);
    let until = dao.registered_until(&ann).unwrap();
    let from = until - 45 * DAY;

    dao.advance_to(from - 1);
    let why = format!("the attestation may be renewed from {from}, now it is {}", from - 1);
    dao.refuses(&why, |dao| dao.submit(NOTARY, &ann));
    dao.advance_to(from);
    dao.submit(NOTARY, &ann).unwrap();

    assert_eq!(dao.account(&ann).unwrap().attested_until, Some(from + LIFE));
    assert_eq!(dao.totals().unwrap(), totals(3 * COIN, 9 * COIN, 1));
    assert_eq!(dao.census(), [1, 0]);
}

#[test]
fn who_is_revoked_loses_power_in_the_same_block_and_keeps_the_stake() {
    let mut dao = town_hall();
    let people = dao.admit(PARISH, &["ann", "bob"], 9 * COIN);
    let (ann, bob) = (&people[0], &people[1]);
    let [before, after] = [dao.proposed(Class::Standard), dao.proposed(Class::Standard)];
    dao.advance(DAY);

    // The poll that opens in that block still counts her: it takes the start of the block.
    dao.parish_revokes(&[ann]).unwrap();
    dao.open_now(before);
    assert_eq!(dao.totals().unwrap(), totals(3 * COIN, 18 * COIN, 1));
    dao.next_block();
    dao.open_now(after);

    for (id, cast) in [(before, attested(3 * COIN, 9 * COIN)), (after, weight(0, 9 * COIN, 9 * COIN))] {
        dao.vote(ann, id, Choice::Yes).unwrap();
        assert_eq!(dao.tally(id).yes, cast);
    }
    assert_eq!((dao.registered_until(ann), dao.account(ann).unwrap().attested_until), (None, None));
    dao.refuses(&format!("{ann} is not attested"), |dao| dao.parish_revokes(&[ann]));
    dao.parish_revokes(&[bob]).unwrap();
    assert_eq!(dao.totals().unwrap(), totals(0, 18 * COIN, 0));
}

#[test]
fn the_expired_count_until_somebody_says_so() {
    let mut dao = town_hall();
    let people = dao.admit(PARISH, &["ann", "bob"], 9 * COIN);
    let (ann, bob) = (&people[0], &people[1]);
    let until = dao.registered_until(ann).unwrap();
    dao.advance_to(until - DAY);
    dao.submit(PARISH, bob).unwrap();

    dao.advance_to(until - 1);
    dao.refuses("none of the 2 accounts has an attestation that has expired", |dao| dao.expire(&[ann, bob]));
    dao.advance_to(until + 30 * DAY);
    assert_eq!(dao.totals().unwrap(), totals(6 * COIN, 18 * COIN, 2));
    dao.expire(&[ann, bob]).unwrap();

    assert_eq!(dao.totals().unwrap(), totals(3 * COIN, 18 * COIN, 1));
    assert_eq!((dao.registered_until(ann), dao.account(ann).unwrap().attested_until), (None, None));
}

#[test]
fn a_poke_in_voting_and_an_expiry_in_the_registry_agree_in_either_order() {
    for poke_first in [true, false] {
        let mut dao = town_hall();
        let ann = dao.admit(PARISH, &["ann"], 9 * COIN).remove(0);
        let keeper = dao.addr("keeper");
        dao.advance_to(dao.registered_until(&ann).unwrap());

        if poke_first {
            dao.poke(&keeper, &[&ann]).unwrap();
            dao.expire(&[&ann]).unwrap();
        } else {
            dao.expire(&[&ann]).unwrap();
            dao.refuses("none of these attestations has expired", |dao| dao.poke(&keeper, &[&ann]));
        }

        assert_eq!(dao.totals().unwrap(), totals(0, 9 * COIN, 0));
        assert_eq!(dao.census(), [0, 0]);
    }
}

#[test]
fn who_has_expired_renews_no_more_and_begins_again() {
    let mut dao = town_hall();
    let ann = dao.admit(PARISH, &["ann"], 9 * COIN).remove(0);
    let until = dao.registered_until(&ann).unwrap();

    dao.advance_to(until);
    let why = format!(
        "the attestation expired at {until}, now it is {until}; take it out (`Expire`), then a new statement \
         can mature"
    );
    dao.refuses(&why, |dao| dao.submit(NOTARY, &ann));
    dao.expire(&[&ann]).unwrap();
    dao.submit(NOTARY, &ann).unwrap();
    assert_eq!(dao.totals().unwrap(), totals(0, 9 * COIN, 0));
    dao.advance(MATURITY);
    dao.activate(&ann).unwrap();

    assert_eq!(dao.totals().unwrap(), totals(3 * COIN, 9 * COIN, 1));
}

#[test]
fn the_registry_is_ready_once_two_issuers_have_enough_people_and_the_next_poll_latches() {
    let mut dao = town_hall();
    let early = dao.begin(Class::Signal);
    dao.refuses("0 issuers have live attestations, fewer than 2", |dao| dao.ready());
    dao.admit(PARISH, &["ann", "bob", "cat"], COIN);
    dao.refuses("1 issuers have live attestations, fewer than 2", |dao| dao.ready());
    dao.admit(NOTARY, &["dan"], COIN);
    dao.refuses("an issuer has 3 of 4 attestations, more than 60 %", |dao| dao.ready());
    dao.admit(NOTARY, &["eve"], COIN);
    let [unready, within, after] = [0; 3].map(|_| dao.proposed(Class::Signal));

    dao.next_block();
    dao.open_now(unready);
    dao.ready().unwrap();
    dao.open_now(within);
    dao.next_block();
    dao.open_now(after);

    let modes = [early, unready, within, after].map(|id| dao.opened(id).unwrap().mode);
    assert_eq!(modes, [Mode::Bootstrap, Mode::Bootstrap, Mode::Bootstrap, Mode::TwoKey]);
}

#[test]
fn too_few_people_are_not_ready() {
    let mut dao = town_hall();
    dao.admit(PARISH, &["ann"], COIN);
    dao.admit(NOTARY, &["bob", "cat"], COIN);

    // Two of three are above 60 %; but what is said first is that four are needed.
    dao.refuses("3 accounts are attested, fewer than 4", |dao| dao.ready());
}

#[test]
fn a_contract_is_no_person() {
    let mut dao = town_hall();
    let treasury = dao.contracts.treasury.clone();

    let why = format!("{treasury} is a contract; only an account without code can be attested");
    let parish = dao.addr(PARISH);
    let statement = isonomia_api::identity::Statement {
        nullifier: super::parish::nullifier("treasury"),
        expires: dao.now() + DAY,
    };
    let file = ExecuteMsg::File { account: treasury.to_string(), statement: statement.clone() };
    dao.to_registry(&parish, &file).unwrap();
    let submit = ExecuteMsg::Submit { issuer: PARISH.to_string(), statement, signature: None };
    dao.refuses(&why, |dao| dao.to_registry(&treasury, &submit));
    dao.refuses(&why, |dao| dao.activate(&treasury));
}

#[test]
fn who_is_not_the_registry_attests_nobody() {
    let mut dao = town_hall();
    let (ann, registry) = (dao.holder("ann", COIN), dao.contracts.identity.clone());
    let registrar = dao.addr("registrar");

    let why = format!("only {registry} may do this, not {registrar}");
    dao.refuses(&why, |dao| dao.attest(&ann, crate::voting::town::FOR_EVER));
    dao.refuses(&why, |dao| dao.revoke(&ann));
    dao.refuses(&why, |dao| dao.declare_ready());
}
