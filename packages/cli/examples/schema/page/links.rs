//! Where everything stands on the page, and how a text points there.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::contracts::CONTRACTS;
use crate::node::{definitions, roots, variants};

/// Names that are used on the page.
pub struct Links<'a> {
    /// By name, each definition of it, with the contracts that have it.
    types: BTreeMap<&'a str, Vec<(BTreeSet<&'static str>, &'a Value)>>,
    /// `vault.execute.stake`
    messages: BTreeSet<String>,
}

impl<'a> Links<'a> {
    /// Of all contracts; what holds messages of tokens has types as well.
    pub fn new(schemas: &'a [(&'static str, Value)]) -> Links<'a> {
        let mut links = Links { types: BTreeMap::new(), messages: BTreeSet::new() };
        for (name, schema) in schemas.iter().filter(|(name, _)| CONTRACTS.contains(name)) {
            for (place, root) in roots(schema) {
                definitions(root).into_iter().for_each(|(of, one)| links.define(of, name, one));
                let messages =
                    variants(root).into_iter().map(|message| format!("{name}.{place}.{}", message.name));
                links.messages.extend(messages);
            }
        }
        links
    }

    fn define(&mut self, name: &'a str, contract: &'static str, definition: &'a Value) {
        let known = self.types.entry(name).or_default();
        match known.iter_mut().find(|(_, other)| *other == definition) {
            Some((contracts, _)) => drop(contracts.insert(contract)),
            None => known.push((BTreeSet::from([contract]), definition)),
        }
    }

    /// Every type, in the order of the alphabet.
    pub fn types(&self) -> Vec<Type<'a>> {
        let all =
            self.types.iter().flat_map(|(name, known)| known.iter().map(move |one| (*name, known, one)));
        let mut types: Vec<Type> = all
            .map(|(name, known, (contracts, schema))| {
                let only = contracts.first().copied().filter(|_| contracts.len() == 1);
                Type { name, own: known.len() > 1, only, schema }
            })
            .collect();
        types.sort_by_key(|one| (plain(one.name), one.only));
        types
    }

    /// A link to a type as a contract means it.
    pub fn to_type(&self, name: &str, contract: &str) -> String {
        let own = self.types.get(name).filter(|known| known.len() > 1).map(|_| contract);
        format!("[{}](#{})", plain(name), type_anchor(name, own))
    }

    /// A description: what it says of messages leads to them.
    pub fn text(&self, words: &str, contract: &str) -> String {
        let words = words.replace("[`", "`").replace("`]", "`");
        let parts = words.split('`').enumerate();
        let linked =
            parts.map(|(at, part)| if at % 2 == 0 { part.to_string() } else { self.code(part, contract) });
        linked.collect()
    }

    fn code(&self, word: &str, contract: &str) -> String {
        let (of, message) = word.split_once('.').unwrap_or((contract, word));
        let name = snake(message);
        for place in ["execute", "query"] {
            if self.messages.contains(&format!("{of}.{place}.{name}")) {
                let shown = if of == contract { name.clone() } else { format!("{of}.{name}") };
                return format!("[`{shown}`](#{})", message_anchor(of, place, &name));
            }
        }
        format!("`{word}`")
    }
}

/// A type of the page.
pub struct Type<'a> {
    /// Its name.
    pub name: &'a str,
    /// Whether another contract means something else by that name.
    pub own: bool,
    /// The contract that alone has it.
    pub only: Option<&'static str>,
    /// What it is.
    pub schema: &'a Value,
}

impl Type<'_> {
    /// Where it stands.
    pub fn anchor(&self) -> String {
        type_anchor(self.name, self.only.filter(|_| self.own))
    }
}

/// The name as a reader says it.
pub fn plain(name: &str) -> &str {
    name.strip_suffix("_for_Empty").unwrap_or(name)
}

fn type_anchor(name: &str, contract: Option<&str>) -> String {
    let own = contract.map(|contract| format!("{contract}-")).unwrap_or_default();
    format!("type-{own}{}", plain(name).to_lowercase())
}

/// Where a message stands.
pub fn message_anchor(contract: &str, place: &str, message: &str) -> String {
    format!("{contract}-{place}-{message}")
}

/// `ClaimDeposit` as JSON has it.
fn snake(name: &str) -> String {
    let mut snake = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.extend(letter.to_lowercase());
    }
    snake
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn contract(description: &str) -> Value {
        json!({ "execute": {
            "oneOf": [{ "properties": { "claim_deposit": {} } }],
            "definitions": { "Same": { "type": "string" }, "Own": { "description": description } }
        } })
    }

    #[test]
    fn a_text_leads_to_the_messages_that_it_names() {
        let schemas = [("vault", contract("")), ("voting", contract(""))];
        let links = Links::new(&schemas);
        assert_eq!(
            links.text("Paid by `ClaimDeposit`.", "vault"),
            "Paid by [`claim_deposit`](#vault-execute-claim_deposit)."
        );
        let there = "[`voting.claim_deposit`](#voting-execute-claim_deposit)";
        assert_eq!(links.text("`voting.claim_deposit`", "vault"), there);
        assert_eq!(links.text("A [`Word`] and `{}`.", "vault"), "A `Word` and `{}`.");
    }

    #[test]
    fn a_type_that_two_contracts_mean_differently_is_two_types() {
        let schemas = [("vault", contract("Mine.")), ("voting", contract("Yours."))];
        let links = Links::new(&schemas);
        let types: Vec<_> = links.types().iter().map(|one| (one.name, one.own, one.only)).collect();
        let (vault, voting) = (Some("vault"), Some("voting"));
        assert_eq!(types, [("Own", true, vault), ("Own", true, voting), ("Same", false, None)]);
        assert_eq!(links.to_type("Own", "voting"), "[Own](#type-voting-own)");
        assert_eq!(links.to_type("Same", "voting"), "[Same](#type-same)");
    }
}
