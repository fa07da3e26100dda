//! One hop: an account is never both principal and delegate (I20).

use isonomia_core::class::Class;
use isonomia_core::tally::Choice;
use isonomia_embedded::DAY;

use crate::voting::town::{attested, town, Town, COIN};

const PRINCIPAL: &str = "the account delegates; undelegate before registering as a delegate";

#[test]
fn a_delegate_must_resign_before_it_delegates() {
    let mut dao = town();
    let [dan, eve] = [dao.speaker("dan", COIN), dao.speaker("eve", COIN)];
    let since = dao.account(&dan).unwrap().delegate.unwrap().since;

    let why = format!("the account is registered as a delegate since {since}; resign first");
    dao.refuses(&why, |dao| dao.delegate(&dan, &[(&eve, 10_000)]));
    dao.refuses(&why, |dao| dao.register_delegate(&dan));
    dao.refuses("the account does not delegate", |dao| dao.undelegate(&dan));

    dao.resign(&dan).unwrap();
    dao.delegate(&dan, &[(&eve, 10_000)]).unwrap();
    dao.refuses("the account is not registered as a delegate", |dao| dao.resign(&dan));
}

#[test]
fn a_principal_must_undelegate_before_it_registers() {
    let mut dao = town();
    let [dan, ann, bob] = [dao.speaker("dan", COIN), dao.person("ann", COIN), dao.person("bob", COIN)];
    dao.delegate(&ann, &[(&dan, 1)]).unwrap();

    dao.refuses(PRINCIPAL, |dao| dao.register_delegate(&ann));
    dao.refuses(&format!("{ann} is not a registered delegate"), |dao| dao.delegate(&bob, &[(&ann, 10_000)]));

    dao.undelegate(&ann).unwrap();
    dao.register_delegate(&ann).unwrap();
    dao.delegate(&bob, &[(&ann, 10_000)]).unwrap();
}

#[test]
fn no_two_delegate_to_each_other_and_no_chain_has_a_second_link() {
    let mut dao = town();
    let [ann, dan, eve] = [dao.person("ann", COIN), dao.speaker("dan", COIN), dao.speaker("eve", COIN)];
    dao.delegate(&ann, &[(&dan, 10_000)]).unwrap();

    // Dan steps down and hands on what is his own; what ann gave him does not go along.
    dao.resign(&dan).unwrap();
    dao.delegate(&dan, &[(&eve, 10_000)]).unwrap();
    dao.refuses(&format!("{dan} is not a registered delegate"), |dao| dao.delegate(&ann, &[(&dan, 10_000)]));
    let id = dao.begin(Class::Standard);
    dao.vote(&eve, id, Choice::Yes).unwrap();

    assert_eq!(dao.tally(id).yes, attested(2 * COIN, 2 * COIN));
}

#[test]
fn only_the_attested_register_and_receive() {
    let mut dao = town();
    let (dan, eve, ann) = (dao.speaker("dan", COIN), dao.holder("eve", COIN), dao.person("ann", COIN));
    dao.revoke(&dan).unwrap();

    dao.refuses("only an attested account may register as a delegate", |dao| dao.register_delegate(&eve));
    let why = format!("{dan} is registered as a delegate, but is not attested");
    dao.refuses(&why, |dao| dao.delegate(&ann, &[(&dan, 10_000)]));
    let stranger = dao.addr("stranger");
    dao.refuses(&format!("{stranger} is not a registered delegate"), |dao| {
        dao.delegate(&ann, &[(&stranger, 1)])
    });
    // The un-attested may delegate.
    dao.register_delegate(&ann).unwrap();
    dao.delegate(&eve, &[(&ann, 10_000)]).unwrap();
}

#[test]
fn registering_clears_a_delegation_of_which_nothing_lives() {
    let mut dao = town();
    let [dan, eve] = [dao.speaker("dan", COIN), dao.speaker("eve", COIN)];
    let since = dao.now();
    let [ann, bob] = [dao.person("ann", COIN), dao.person("bob", COIN)];
    dao.delegate(&ann, &[(&dan, 5_000), (&eve, 5_000)]).unwrap();
    dao.delegate(&bob, &[(&dan, 5_000), (&eve, 5_000)]).unwrap();

    // Dan resigns; eve's half still lives, to the last second of her second season.
    dao.resign(&dan).unwrap();
    dao.refuses(PRINCIPAL, |dao| dao.register_delegate(&ann));
    dao.advance_to(since + 180 * DAY - 1);
    dao.refuses(PRINCIPAL, |dao| dao.register_delegate(&ann));
    dao.advance_to(since + 180 * DAY);
    dao.register_delegate(&ann).unwrap();

    let account = dao.account(&ann).unwrap();
    assert_eq!((account.delegation.len(), account.delegate.unwrap().generation), (0, 1));

    // And where all the delegates have resigned.
    dao.delegate(&bob, &[(&eve, 10_000)]).unwrap();
    dao.refuses(PRINCIPAL, |dao| dao.register_delegate(&bob));
    dao.resign(&eve).unwrap();
    dao.register_delegate(&bob).unwrap();
    assert!(dao.account(&bob).unwrap().delegation.is_empty());
}

#[test]
fn a_delegate_that_is_revoked_may_come_back_so_its_delegation_lives() {
    let mut dao = town();
    let (dan, ann) = (dao.speaker("dan", COIN), dao.person("ann", COIN));
    dao.delegate(&ann, &[(&dan, 10_000)]).unwrap();

    dao.revoke(&dan).unwrap();

    dao.refuses(PRINCIPAL, |dao| dao.register_delegate(&ann));
}
