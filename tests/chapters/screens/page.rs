//! `docs/queries.md`: every query of the page is asked of a real DAO, and answered as the page says.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{bail, Context, Result};
use cosmwasm_std::Addr;
use isonomia_api::{identity, proposal, timelock, treasury, vault, voting};
use isonomia_embedded::Dao;
use serde_json::Value;

use super::example::{example, NAMES};

/// The longest line of an answer.
const WIDTH: usize = 110;

/// A query of the page: which contract it asks, and what.
struct Asked<'a> {
    contract: &'a str,
    query: &'a str,
}

fn page() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/queries.md")
}

/// The page with the answer of the DAO behind every query, and how many queries it has.
fn answered(dao: &Dao, text: &str) -> Result<(String, usize)> {
    let mut pieces = text.split("\n```");
    let (mut out, mut count) = (pieces.next().unwrap_or_default().to_string(), 0);
    let mut fact = None;
    while let (Some(block), Some(behind)) = (pieces.next(), pieces.next()) {
        let (head, body) = block.split_once('\n').context("a block has a body")?;
        let body = match head.strip_prefix("json ") {
            Some("answer") => fact.take().context("an answer stands behind a query")?,
            Some(contract) => {
                count += 1;
                fact = Some(answer(dao, &Asked { contract, query: body })?);
                body.to_string()
            }
            None => body.to_string(),
        };
        out += &format!("\n```{head}\n{body}\n```{behind}");
    }
    Ok((out, count))
}

/// What the DAO answers, laid out; addresses are names here.
fn answer(dao: &Dao, asked: &Asked) -> Result<String> {
    let (contract, query) = (address(dao, asked.contract)?, real(dao, asked.query));
    known(asked.contract, &query).with_context(|| asked.query.to_string())?;
    let msg: Value = serde_json::from_str(&query)?;
    let told: Value = dao.ask(&contract, &msg).with_context(|| asked.query.to_string())?;
    Ok(laid_out(&serde_json::from_str(&named(dao, &told.to_string()))?, 0))
}

/// The query is one of that contract, as its crate has it.
fn known(contract: &str, query: &str) -> Result<()> {
    match contract {
        "vault" => serde_json::from_str::<vault::QueryMsg>(query).map(drop)?,
        "voting" => serde_json::from_str::<voting::QueryMsg>(query).map(drop)?,
        "identity" => serde_json::from_str::<identity::QueryMsg>(query).map(drop)?,
        "proposal" => serde_json::from_str::<proposal::QueryMsg>(query).map(drop)?,
        "timelock" => serde_json::from_str::<timelock::QueryMsg>(query).map(drop)?,
        "treasury" => serde_json::from_str::<treasury::QueryMsg>(query).map(drop)?,
        other => bail!("no contract is called {other}"),
    }
    Ok(())
}

fn address(dao: &Dao, contract: &str) -> Result<Addr> {
    let suite = &dao.contracts;
    let named = contracts(dao).into_iter().find(|(name, _)| *name == contract);
    Ok(named.with_context(|| format!("{contract} is not one of {suite:?}"))?.1)
}

fn contracts(dao: &Dao) -> [(&'static str, Addr); 6] {
    let suite = dao.contracts.clone();
    [
        ("vault", suite.vault),
        ("voting", suite.voting),
        ("identity", suite.identity),
        ("proposal", suite.proposal),
        ("timelock", suite.timelock),
        ("treasury", suite.treasury),
    ]
}

/// Everybody on the page, by the name that stands in the place of an address.
fn everybody(dao: &Dao) -> Vec<(String, String)> {
    let people = NAMES.iter().map(|name| (*name, dao.addr(name)));
    let all = people.chain(contracts(dao));
    all.map(|(name, who)| (format!("\"wasm1{name}\""), format!("\"{who}\""))).collect()
}

fn real(dao: &Dao, text: &str) -> String {
    everybody(dao).iter().fold(text.to_string(), |text, (name, who)| text.replace(name, who))
}

fn named(dao: &Dao, text: &str) -> String {
    everybody(dao).iter().fold(text.to_string(), |text, (name, who)| text.replace(who, name))
}

/// JSON in lines that are not too long.
fn laid_out(value: &Value, indent: usize) -> String {
    let flat = value.to_string().replace("\":", "\": ").replace(",\"", ", \"").replace("},{", "}, {");
    if flat.len() + indent <= WIDTH {
        return flat;
    }
    let (open, close, entries): (_, _, Vec<String>) = match value {
        Value::Array(items) => ("[", "]", items.iter().map(|item| laid_out(item, indent + 2)).collect()),
        Value::Object(entries) => {
            let entry =
                |(key, value): (&String, &Value)| format!("\"{key}\": {}", laid_out(value, indent + 2));
            ("{", "}", entries.iter().map(entry).collect())
        }
        _ => return flat,
    };
    let pad = " ".repeat(indent);
    format!("{open}\n{pad}  {}\n{pad}{close}", entries.join(&format!(",\n{pad}  ")))
}

/// To write the answers anew: `ISONOMIA_WRITE=1 cargo test -p isonomia-tests --test chapters screens::page`.
#[test]
fn every_query_of_the_page_is_answered_as_it_says() -> Result<()> {
    let (dao, text) = (example()?, fs::read_to_string(page())?);
    let (told, count) = answered(&dao, &text)?;
    if std::env::var_os("ISONOMIA_WRITE").is_some() {
        fs::write(page(), &told)?;
    }
    let written = fs::read_to_string(page())?;
    assert!(written == told, "docs/queries.md is not what a DAO answers: {}", difference(&written, &told));
    assert!(count >= 40, "the page has {count} queries");
    Ok(())
}

/// The first line that differs.
fn difference(written: &str, told: &str) -> String {
    let lines = written.lines().zip(told.lines()).find(|(one, other)| one != other);
    lines.map_or("one is longer".to_string(), |(one, other)| format!("{one:?} and not {other:?}"))
}

/// Every Q of the list is on the page.
#[test]
fn all_twenty_questions_are_on_the_page() -> Result<()> {
    let text = fs::read_to_string(page())?;
    for number in 1..=20 {
        assert!(text.contains(&format!("Q{number} ")), "Q{number}");
    }
    Ok(())
}
