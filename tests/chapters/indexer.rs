//! Chapter indexer: whoever hears every event of a DAO knows all that it would answer.
//!
//! The indexer is written from the words of `schema/events.json` alone. It asks nobody and looks into no store; what
//! follows from the rules and the clock it computes. After every step of the stories it is held against every answer.

mod identity;
mod polls;
mod proposal;
mod reading;
mod stories;
mod timelock;
mod treasury;
mod upgrades;
mod vault;
mod voting;

use std::collections::BTreeSet;
use std::fmt::Debug;

use anyhow::{bail, ensure, Context, Result};
use isonomia_api::events::CONTRACTS;
use isonomia_cli::scenario::{Runner, Scenario};
use isonomia_embedded::{Dao, Told};
use proptest::prelude::*;
use serde_json::json;

use reading::{Fact, Reader};
use stories::STORIES;

/// Scenarios of 90 steps on the average: more than 2000 steps.
const CASES: u32 = 24;
/// Steps between two comparisons.
const STEPS: usize = 8;

/// All that is known of a DAO from its events.
struct Indexer {
    reader: Reader,
    vault: vault::Vault,
    voting: voting::Voting,
    identity: identity::Identity,
    proposals: proposal::Proposals,
    timelock: timelock::Timelock,
    treasury: treasury::Treasury,
    heard: usize,
}

impl Indexer {
    fn new(dao: &Dao) -> Indexer {
        Indexer {
            reader: Reader::new(&dao.contracts),
            vault: Default::default(),
            voting: Default::default(),
            identity: Default::default(),
            proposals: Default::default(),
            timelock: Default::default(),
            treasury: Default::default(),
            heard: 0,
        }
    }

    fn hear(&mut self, told: &Told) -> Result<()> {
        for fact in self.reader.read(told)? {
            self.fold(&fact).with_context(|| fact.name)?;
        }
        Ok(())
    }

    fn fold(&mut self, fact: &Fact) -> Result<()> {
        match fact.name.split('_').next().unwrap_or_default() {
            "vault" => self.vault.fold(fact),
            "voting" => self.voting.fold(fact),
            "identity" => self.identity.fold(fact),
            "proposal" => self.proposals.fold(fact),
            "timelock" => self.timelock.fold(fact),
            "treasury" => self.treasury.fold(fact),
            other => bail!("no contract is called {other}"),
        }
    }

    /// Hears what was told since it last looked, and holds all that it knows against the answers.
    fn look(&mut self, dao: &Dao) -> Result<()> {
        for told in &dao.told[self.heard..] {
            self.hear(told)?;
        }
        self.heard = dao.told.len();
        self.compare(dao)
    }

    fn compare(&self, dao: &Dao) -> Result<()> {
        self.vault.compare(dao)?;
        self.voting.compare(dao)?;
        self.identity.compare(dao)?;
        self.proposals.compare(dao, &self.voting.polls)?;
        self.timelock.compare(dao)?;
        self.treasury.compare(dao)
    }
}

/// What the events say is what is answered.
fn same<T: PartialEq + Debug>(what: &str, told: &T, answered: &T) -> Result<()> {
    ensure!(told == answered, "{what}: by the events {told:#?}, by the answer {answered:#?}");
    Ok(())
}

fn known() -> BTreeSet<(&'static str, &'static str)> {
    let events = CONTRACTS.iter().flat_map(|contract| contract.events);
    let keys = |event: &'static isonomia_api::events::Event| {
        let keys = event.attributes().map(|attribute| (event.name, attribute.key));
        keys.chain([(event.name, "")])
    };
    events.flat_map(keys).collect()
}

#[test]
fn all_that_is_answered_follows_from_what_was_told_and_all_that_is_documented_is_told() {
    let mut seen = BTreeSet::new();
    for (name, story) in STORIES {
        let mut indexer = None;
        let mut look = |dao: &Dao| indexer.get_or_insert_with(|| Indexer::new(dao)).look(dao);
        if let Err(why) = story(&mut look) {
            panic!("{name}: {why:?}");
        }
        seen.extend(indexer.unwrap().reader.seen);
    }
    let never: Vec<_> = known().difference(&seen).copied().collect();
    assert!(
        never.is_empty(),
        "documented, but told in none of the stories of tests/chapters/indexer/stories.rs: {never:?}"
    );
}

#[test]
fn an_attribute_that_is_dropped_is_missed() {
    let mut missed = BTreeSet::new();
    let mut dropped = BTreeSet::new();
    for (name, story) in STORIES {
        let dao = story(&mut |_| Ok(())).unwrap();
        let hear = |told: &[Told]| {
            let mut indexer = Indexer::new(&dao);
            told.iter().try_for_each(|told| indexer.hear(told))?;
            indexer.compare(&dao).map(|()| indexer.reader.seen)
        };
        let seen = hear(&dao.told).unwrap_or_else(|why| panic!("{name}: {why:?}"));
        for (event, key) in seen.into_iter().filter(|(_, key)| !key.is_empty()) {
            dropped.insert((event, key));
            if hear(&without(&dao.told, event, key)).is_err() {
                missed.insert((event, key));
            }
        }
    }
    let unmissed: Vec<_> = dropped.difference(&missed).collect();
    assert!(unmissed.is_empty(), "nobody misses {unmissed:?}");
}

/// The same, but one attribute of one event.
fn without(told: &[Told], event: &str, key: &str) -> Vec<Told> {
    let mut told = told.to_vec();
    let name = format!("wasm-{event}");
    for emitted in told.iter_mut().flat_map(|told| &mut told.events).filter(|emitted| emitted.ty == name) {
        emitted.attributes.retain(|said| said.key != key);
    }
    told
}

#[test]
fn what_is_not_documented_is_an_error_that_says_what_to_add() {
    let dao = crate::dao().build().unwrap();
    let said = |ty: &str, pairs: &[(&str, &str)]| {
        let contract = ("_contract_address", dao.contracts.vault.as_str());
        let pairs = [&[contract], pairs].concat();
        let pair = |(key, value): &(&str, &str)| json!({ "key": key, "value": value });
        let attributes: Vec<_> = pairs.iter().map(pair).collect();
        let event = serde_json::from_value(json!({ "type": ty, "attributes": attributes })).unwrap();
        let told = Told { height: 1, time: 1, events: vec![event] };
        format!("{:?}", Indexer::new(&dao).hear(&told).unwrap_err())
    };

    assert!(said("wasm-vault_robbed", &[("by", "mallory")])
        .contains("packages/api/src/events/vault.rs does not know `vault_robbed`; add"));
    assert!(said("wasm", &[("action", "rob"), ("sender", "mallory")]).contains("action(\"rob\", &[])"));
    let paid = [("account", "mallory"), ("amount", "1"), ("through", "2"), ("bonus", "3")];
    assert!(said("wasm-vault_claimed", &paid).contains("has `bonus` = `3`, of which nothing is said"));
    let odd = [("account", "mallory"), ("amount", "-1"), ("through", "2")];
    assert!(said("wasm-vault_claimed", &odd).contains("`amount` of vault_claimed is no amount: `-1`"));
}

fn index(scenario: &Scenario) -> Result<()> {
    let mut runner = Runner::new(scenario)?;
    runner.listen();
    let mut indexer = Indexer::new(runner.dao());
    for (index, step) in scenario.steps.iter().enumerate() {
        // What is refused tells nothing.
        let _ = runner.step(step);
        if index % STEPS == 0 {
            indexer.look(runner.dao()).with_context(|| format!("by step {index} {step:?}"))?;
        }
    }
    indexer.look(runner.dao())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: CASES, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn all_that_is_answered_follows_from_what_was_told_whatever_happens(scenario in crate::laws::scenario()) {
        if let Err(why) = index(&scenario) {
            let file = serde_json::to_string(&scenario).unwrap_or_default();
            prop_assert!(false, "{why:?}\nas a file for `isonomia run`:\n{file}");
        }
    }
}
