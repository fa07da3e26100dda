//! Chapter schemas: what `schema/` says of the contracts is what they take and answer.
//!
//! A DAO with a life behind it is sent every query that its schemas know, at every turn of that life, and whatever it
//! answers is held against the schemas as they are committed: no key more, none less, and every choice seen both ways.

mod album;
mod arguments;
mod asking;
mod book;
mod examples;
mod facts;
mod life;
mod unshown;

use std::collections::BTreeSet;

use anyhow::Result;
use cosmwasm_std::{CosmosMsg, WasmMsg};
use isonomia_api::plan;
use serde_json::{json, Value};

use self::album::Album;
use self::book::Book;
use self::unshown::UNSHOWN;

#[test]
fn every_answer_of_a_life_is_what_its_schema_says_and_every_choice_is_seen() -> Result<()> {
    let mut album = Album::new();

    life::live(&mut album)?;

    album.check_asked();
    let (promised, shown) = (album.promised(), album.shown());
    let excused: BTreeSet<String> = UNSHOWN.iter().map(|(fact, _)| fact.to_string()).collect();
    let unseen: Vec<&String> = promised.difference(shown).filter(|fact| !excused.contains(*fact)).collect();
    assert!(
        unseen.is_empty(),
        "no answer shows {unseen:#?}: let each happen in tests/chapters/schemas/life.rs or below it, or name it with the \
         reason in tests/chapters/schemas/unshown.rs"
    );
    for fact in &excused {
        let why = "take it out of tests/chapters/schemas/unshown.rs";
        assert!(promised.contains(fact), "no schema promises `{fact}`: {why}");
        assert!(!shown.contains(fact), "an answer shows `{fact}`: {why}");
    }
    album.examples().check();
    Ok(())
}

#[test]
fn whatever_makes_a_dao_is_what_its_schema_says() -> Result<()> {
    let dao = crate::dao().guarded().build()?;
    let made = plan::messages(&dao.params, &dao.codes, &dao.contracts, &b"salt".into())?;

    for ((contract, _), message) in dao.contracts.named().into_iter().zip(made) {
        let CosmosMsg::Wasm(WasmMsg::Instantiate2 { msg, .. }) = message else { panic!("{message:?}") };
        let msg: Value = serde_json::from_slice(&msg)?;
        let book = Book::open(contract);
        assert_eq!(book.faults("instantiate", &msg), "");
        let mut surplus = msg.clone();
        surplus["surplus"] = json!(1);
        assert_ne!(book.faults("instantiate", &surplus), "", "{contract} takes anything");
    }
    Ok(())
}

/// A field that the code renames, adds, drops or writes as another type is seen, and so is a query that it drops.
#[test]
fn a_schema_that_was_not_written_again_is_found_out() {
    let vault = Book::open("vault");
    let answer = json!({ "stake": "5", "noticed": true });
    assert_eq!(vault.faults("responses/deposit", &answer), "");
    for drifted in [
        json!({ "staked": "5", "noticed": true }),
        json!({ "stake": "5", "noticed": true, "since": 7 }),
        json!({ "stake": "5" }),
        json!({ "stake": 5, "noticed": true }),
        json!({ "stake": null, "noticed": true }),
    ] {
        assert_ne!(vault.faults("responses/deposit", &drifted), "", "{drifted}");
    }

    let dao = crate::dao().build().unwrap();
    let refusal = asking::ask(&dao.contracts.vault, &dao, &json!({ "owner": {} })).unwrap_err();
    assert!(asking::is_unknown(&refusal), "{refusal}");
}

#[test]
#[should_panic(expected = "add an arm to `values` in tests/chapters/schemas/arguments.rs")]
fn a_query_with_a_new_argument_says_where_to_add_a_sample() {
    let dao = crate::dao().build().unwrap();
    arguments::values(&dao, arguments::Place { contract: "vault", query: "owner", argument: "of" });
}
