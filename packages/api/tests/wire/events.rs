//! The words for what the contracts tell are whole: every event has an action, and no name stands twice.

use std::collections::BTreeSet;

use isonomia_api::events::kind::KINDS;
use isonomia_api::events::{Attribute, CONTRACTS, PLAIN};

fn has_each_once<'a>(names: impl Iterator<Item = &'a str>) -> bool {
    let mut seen = BTreeSet::new();
    names.into_iter().all(|name| seen.insert(name))
}

#[test]
fn every_event_is_named_after_its_contract_and_belongs_to_an_action() {
    for contract in CONTRACTS {
        let actions = contract.actions.iter().flat_map(|action| action.events).copied();
        let told: BTreeSet<_> = actions.collect();
        let known: BTreeSet<_> = contract.events.iter().map(|event| event.name).collect();
        assert_eq!(told, known, "{}: what the actions list, and what is described", contract.name);
        for name in known {
            assert!(name.starts_with(&format!("{}_", contract.name)), "{name}");
        }
    }
}

#[test]
fn no_name_stands_twice() {
    assert!(has_each_once(CONTRACTS.iter().flat_map(|contract| contract.events).map(|event| event.name)));
    assert!(has_each_once(KINDS.iter().map(|kind| kind.name)));
    for contract in CONTRACTS {
        assert!(has_each_once(contract.actions.iter().map(|action| action.name)), "{}", contract.name);
        for event in contract.events {
            assert!(has_each_once(event.attributes().map(|attribute| attribute.key)), "{}", event.name);
        }
    }
}

#[test]
fn a_key_is_a_word_that_a_chain_takes_and_everything_is_said_in_a_sentence() {
    let attributes =
        CONTRACTS.iter().flat_map(|contract| contract.events).flat_map(|event| event.attributes());
    for Attribute { key, says, kind, .. } in attributes.chain(PLAIN) {
        assert!(key.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_'), "{key}");
        assert!(!key.starts_with('_') && says.ends_with('.'), "{key}: {says}");
        assert!(KINDS.iter().any(|known| known.name == kind.name), "{key}");
    }
    for event in CONTRACTS.iter().flat_map(|contract| contract.events) {
        assert!(event.says.ends_with('.'), "{}: {}", event.name, event.says);
    }
}
