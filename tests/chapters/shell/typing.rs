//! People at a terminal whose chain is embedded.

use anyhow::{Context, Result};
use clap::{Args, Parser};
use cosmwasm_std::{coin, WasmMsg};
use cw_multi_test::{AppResponse, Executor};
use isonomia_chain::{ChainFile, Coin};
use isonomia_cli::shell::{Answer, Deed, Desk, Notation, Question, Verb};
use isonomia_embedded::{Dao, CASH, STAKED};
use serde_json::Value;

use crate::keeper::{watched, Watched};
use crate::lifecycle::town::PEOPLE;

#[derive(Parser)]
struct Line<V: Args> {
    #[command(flatten)]
    verb: V,
}

/// What was typed behind a verb.
pub fn typed<V: Args>(words: &[&str]) -> Result<V> {
    let line = std::iter::once("isonomia").chain(words.iter().copied());
    Ok(Line::<V>::try_parse_from(line).context("not understood")?.verb)
}

/// How people write here: `iso`, `cash`, and the first names of the town.
pub fn notation(dao: &Dao) -> Notation {
    notation_of(dao, &[&PEOPLE[..], &["painter", "mallory", "registrar"]].concat())
}

/// How people write here, with these names.
pub fn notation_of(dao: &Dao, names: &[&str]) -> Notation {
    let mut chain = ChainFile::load("pion-1").unwrap();
    let coin = |denom: &str, symbol: &str| Coin { denom: denom.into(), symbol: symbol.into(), decimals: 6 };
    (chain.prefix, chain.coins) = ("cosmwasm".to_string(), vec![coin(STAKED, "iso"), coin(CASH, "cash")]);
    let named = |name: &&str| (name.to_string(), dao.addr(name).into_string());
    Notation::of(&chain).with_names(names.iter().map(named))
}

/// What a verb would do for somebody.
pub fn deed<V: Args + Verb>(dao: &Dao, who: &str, words: &[&str]) -> Result<Deed> {
    deed_at::<V>(dao, &watched(dao), who, words)
}

/// What a verb would do for somebody, as far as the contracts answer.
pub fn deed_at<V: Args + Verb>(dao: &Dao, asked: &Watched, who: &str, words: &[&str]) -> Result<Deed> {
    let chain_id = dao.app.block_info().chain_id;
    let desk = Desk::new(asked, &chain_id, notation(dao))?;
    typed::<V>(words)?.deed(&desk, dao.addr(who).as_str())
}

/// Somebody types, and signs.
pub fn does<V: Args + Verb>(dao: &mut Dao, who: &str, words: &[&str]) -> Result<AppResponse> {
    let deed = deed::<V>(dao, who, words)?;
    sign(dao, who, deed)
}

/// Somebody signs what was shown.
pub fn sign(dao: &mut Dao, who: &str, deed: Deed) -> Result<AppResponse> {
    dao.next_block();
    let funds = deed.funds.into_iter().map(|(units, denom)| coin(units, denom)).collect();
    let (contract_addr, msg) = (deed.call.contract.to_string(), deed.call.msg.into());
    dao.app.execute(dao.addr(who), WasmMsg::Execute { contract_addr, msg, funds }.into())
}

/// What is shown before it is signed.
pub fn shown<V: Args + Verb>(dao: &Dao, who: &str, words: &[&str]) -> Result<String> {
    Ok(deed::<V>(dao, who, words)?.preview.to_string())
}

/// Why it is not signed at all.
#[track_caller]
pub fn denied<V: Args + Verb>(dao: &Dao, who: &str, words: &[&str]) -> String {
    match deed::<V>(dao, who, words) {
        Ok(deed) => panic!("this should have been refused:\n{}", deed.preview),
        Err(error) => format!("{error:#}"),
    }
}

/// What is printed for a person, and for a script.
pub fn asked<Q: Args + Question>(dao: &Dao, words: &[&str]) -> Result<(String, Value)> {
    answered(dao, &typed::<Q>(words)?)
}

/// The answer to a question.
pub fn answered(dao: &Dao, question: &impl Question) -> Result<(String, Value)> {
    let watched = watched(dao);
    let desk = Desk::new(&watched, &dao.app.block_info().chain_id, notation(dao))?;
    let answer = question.ask(&desk)?;
    Ok((answer.to_string(), answer.json()))
}
