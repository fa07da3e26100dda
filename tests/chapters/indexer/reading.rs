//! Events are read by the words of the documentation alone. What it does not know is an error that says what to add.

use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

use anyhow::{anyhow, bail, ensure, Context, Result};
use cosmwasm_std::{Addr, Attribute as Said, Event as Emitted};
use isonomia_api::asset::Asset;
use isonomia_api::events::kind::Form;
use isonomia_api::events::{Attribute, Contract, Event, Given, CONTRACTS, PLAIN};
use isonomia_api::plan::Suite;
use isonomia_api::treasury::Holding;
use isonomia_core::cap::Limit;
use isonomia_core::pin::Pin;
use isonomia_embedded::Told;
use serde::de::DeserializeOwned;

/// An event that says what it should.
pub struct Fact {
    pub name: &'static str,
    pub height: u64,
    pub time: u64,
    attributes: BTreeMap<String, String>,
}

/// Reads the events of one DAO.
pub struct Reader {
    addresses: BTreeMap<Addr, &'static Contract>,
    /// The message of each contract that was told of last.
    actions: BTreeMap<&'static str, String>,
    /// Every event that was read, with every attribute.
    pub seen: BTreeSet<(&'static str, &'static str)>,
}

impl Reader {
    pub fn new(contracts: &Suite<Addr>) -> Reader {
        let named = contracts.named();
        let of =
            |contract: &Contract| named.iter().find(|(name, _)| *name == contract.name).unwrap().1.clone();
        let addresses = CONTRACTS.into_iter().map(|contract| (of(contract), contract)).collect();
        Reader { addresses, actions: BTreeMap::new(), seen: BTreeSet::new() }
    }

    /// What a transaction told, as far as the DAO's own contracts told it.
    pub fn read(&mut self, told: &Told) -> Result<Vec<Fact>> {
        let mut facts = Vec::new();
        for emitted in &told.events {
            let emitter = emitted.attributes.first().filter(|said| said.key == "_contract_address");
            let contract = emitter.and_then(|said| self.addresses.get(&Addr::unchecked(&said.value)));
            let Some(contract) = contract.copied() else { continue };
            match emitted.ty.strip_prefix("wasm-") {
                Some(name) => facts.push(self.fact(contract, name, told, emitted)?),
                None if emitted.ty == "wasm" => self.plain(contract, emitted)?,
                None => {}
            }
        }
        Ok(facts)
    }

    fn plain(&mut self, contract: &'static Contract, emitted: &Emitted) -> Result<()> {
        let said = attributes("wasm", PLAIN.iter(), &emitted.attributes[1..])?;
        let action = said["action"].clone();
        let (file, known) = (file(contract), contract.actions.iter().any(|known| known.name == action));
        ensure!(known, "{file} does not know the action `{action}`; add:\n    action(\"{action}\", &[]),");
        self.actions.insert(contract.name, action);
        Ok(())
    }

    fn fact(
        &mut self,
        contract: &'static Contract,
        name: &str,
        told: &Told,
        emitted: &Emitted,
    ) -> Result<Fact> {
        let said = &emitted.attributes[1..];
        let event = contract.events.iter().find(|event| event.name == name);
        let event = event.ok_or_else(|| anyhow!(unknown(contract, name, said)))?;
        let attributes = attributes(event.name, event.attributes(), said)
            .with_context(|| format!("{} says otherwise", file(contract)))?;
        self.check_action(contract, event)?;
        self.seen.insert((event.name, ""));
        for attribute in event.attributes().filter(|attribute| attributes.contains_key(attribute.key)) {
            self.seen.insert((event.name, attribute.key));
        }
        Ok(Fact { name: event.name, height: told.height, time: told.time, attributes })
    }

    fn check_action(&self, contract: &Contract, event: &Event) -> Result<()> {
        let (name, file) = (event.name, file(contract));
        let action = self.actions.get(contract.name).with_context(|| format!("{name} without an action"))?;
        let known = contract.actions.iter().find(|known| known.name == action);
        let listed = known.is_some_and(|known| known.events.contains(&name));
        ensure!(listed, "add \"{name}\" to the events of action(\"{action}\", …) in {file}");
        Ok(())
    }
}

fn file(contract: &Contract) -> String {
    format!("packages/api/src/events/{}.rs", contract.name)
}

fn unknown(contract: &Contract, name: &str, said: &[Said]) -> String {
    let lines: String = said
        .iter()
        .map(|Said { key, value, .. }| {
            format!("            always(\"{key}\", &TEXT, \"…\"), // it was: {value}\n")
        })
        .collect();
    format!(
        "{} does not know `{name}`; add, in words and with the right kinds:\n    event(\n        \"{name}\",\n        \
         \"…\",\n        &[&[\n{lines}        ]],\n    ),\nand \"{name}\" to the events of its action",
        file(contract)
    )
}

/// The attributes of an event, if they are as documented: in this order, none besides, each of its kind.
fn attributes<'a>(
    name: &str,
    known: impl Iterator<Item = &'a Attribute>,
    said: &[Said],
) -> Result<BTreeMap<String, String>> {
    let mut rest = said.iter().peekable();
    let mut read = BTreeMap::new();
    for attribute in known {
        let Some(Said { value, .. }) = rest.next_if(|said| said.key == attribute.key) else {
            let (key, left_out) = (attribute.key, attribute.given == Given::Sometimes);
            ensure!(left_out, "{name} has no `{key}` where it should: {said:?}");
            continue;
        };
        let none = attribute.given == Given::OrNone && value == "none";
        let (key, kind) = (attribute.key, attribute.kind.name);
        ensure!(none || fits(&attribute.kind.form, value), "`{key}` of {name} is no {kind}: `{value}`");
        read.insert(key.to_string(), value.clone());
    }
    if let Some(Said { key, value, .. }) = rest.next() {
        bail!("{name} has `{key}` = `{value}`, of which nothing is said; add:\n    always(\"{key}\", &TEXT, \"…\"),");
    }
    Ok(read)
}

fn fits(form: &Form, text: &str) -> bool {
    let is_word = !text.is_empty() && !text.contains(char::is_whitespace);
    match form {
        Form::U64 => text.parse::<u64>().is_ok(),
        Form::Uint128 => text.parse::<u128>().is_ok(),
        Form::Bool => text.parse::<bool>().is_ok(),
        Form::Enum(words) => words.contains(&text),
        Form::Hex => cosmwasm_std::HexBinary::from_hex(text).is_ok_and(|bytes| !bytes.is_empty()),
        Form::Address => is_word && text.chars().all(|letter| letter.is_ascii_alphanumeric()),
        Form::Measure(units) => {
            let (number, unit) = text.split_once(' ').unwrap_or_default();
            number.parse::<u64>().is_ok() && units.contains(&unit)
        }
        Form::List(form) => text.split(',').all(|each| fits(form, each)),
        Form::Pin => text
            .rsplit_once(':')
            .is_some_and(|(contract, code)| fits(&Form::Address, contract) && fits(&Form::U64, code)),
        Form::Json => serde_json::from_str::<serde_json::Value>(text).is_ok(),
        Form::Word => is_word,
        Form::Text => !text.trim().is_empty(),
    }
}

impl Fact {
    /// What it says under a key, if it says anything; `none` is nothing.
    pub fn may(&self, key: &str) -> Option<&str> {
        self.attributes.get(key).map(String::as_str).filter(|value| *value != "none")
    }

    /// What it says under a key.
    pub fn text(&self, key: &str) -> Result<String> {
        let said = self.attributes.get(key).cloned();
        said.with_context(|| format!("{} says nothing of `{key}`", self.name))
    }

    /// A number, an amount or a flag.
    pub fn get<T: FromStr>(&self, key: &str) -> Result<T> {
        self.text(key)?.parse().map_err(|_| anyhow!("`{key}` of {} is of another type", self.name))
    }

    /// The same, where there may be nothing.
    pub fn get_maybe<T: FromStr>(&self, key: &str) -> Result<Option<T>> {
        self.may(key).map(|_| self.get(key)).transpose()
    }

    /// An address.
    pub fn addr(&self, key: &str) -> Result<Addr> {
        Ok(Addr::unchecked(self.text(key)?))
    }

    /// A value that messages and answers write as one word.
    pub fn word<T: DeserializeOwned>(&self, key: &str) -> Result<T> {
        Ok(serde_json::from_value(self.text(key)?.into())?)
    }

    /// A value in JSON.
    pub fn json<T: DeserializeOwned>(&self, key: &str) -> Result<T> {
        Ok(serde_json::from_str(&self.text(key)?)?)
    }

    /// What a treasury holds.
    pub fn holding(&self, key: &str) -> Result<Holding> {
        let text = self.text(key)?;
        Ok(match text.split_once(':') {
            Some(("cw20", contract)) => Holding::Cw20 { contract: contract.to_string() },
            Some(("cw721", contract)) => Holding::Cw721 { contract: contract.to_string() },
            _ => Holding::Native { denom: text },
        })
    }

    /// A coin or a token.
    pub fn asset(&self, key: &str) -> Result<Asset> {
        self.holding(key)?.asset().with_context(|| format!("`{key}` of {} is no asset", self.name))
    }

    /// An outflow cap.
    pub fn limit(&self, key: &str) -> Result<Limit> {
        let text = self.text(key)?;
        Ok(match text.split_once(' ').context("a limit has a unit")? {
            (bps, "basis points") => Limit::Share { bps: bps.parse()? },
            (count, _) => Limit::Count { count: count.parse()? },
        })
    }

    /// Contracts and their codes; none where nothing is said.
    pub fn pins(&self) -> Result<Vec<Pin>> {
        let pin = |text: &str| {
            let (contract, code) = text.rsplit_once(':').context("a pin has a colon")?;
            Ok(Pin { contract: contract.to_string(), code_id: code.parse()? })
        };
        self.may("pins").map_or(Ok(vec![]), |pins| pins.split(',').map(pin).collect())
    }
}
