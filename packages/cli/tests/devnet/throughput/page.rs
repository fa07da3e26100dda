//! The page: words that hold for any run, and the figures of this one.

use std::fmt::Write;

use anyhow::{Context, Result};
use serde_json::Value;

use super::bill::{Bill, Entry};
use super::machine::machine;
use super::rate::{Crowd, VOTE_GAS};

/// The gas of the model.
const FIGURES: &str = include_str!("../../../../../docs/gas.json");
/// The gas of a block on a devnet.
const BLOCK_GAS: u64 = 100_000_000;

/// The whole page.
pub fn page(one: &[Crowd], four: &[Crowd], bill: &Bill) -> Result<String> {
    let figures: Value = serde_json::from_str(FIGURES)?;
    let filled = [
        ("{machine}", machine()),
        ("{gas}", thousands(VOTE_GAS)),
        ("{fit}", (BLOCK_GAS / VOTE_GAS).to_string()),
        ("{one}", rates(one)?),
        ("{four}", rates(four)?),
        ("{growth}", growth(one, four)?),
        ("{payment}", thousands(bill.payment)),
        ("{bill}", gas(bill, &figures)?),
    ];
    let page = include_str!("page.md").to_string();
    Ok(filled.iter().fold(page, |page, (name, text)| page.replace(name, text.trim_end())))
}

fn rates(crowds: &[Crowd]) -> Result<String> {
    let mut table =
        "| votes at once | blocks | in the fullest | seconds | votes a second | gas of a vote |\n\
                     |---:|---:|---:|---:|---:|---:|\n"
            .to_string();
    for crowd in crowds {
        let Crowd { votes, blocks, most, seconds, gas } = crowd;
        let (rate, gas) = (rate(crowd), thousands(*gas));
        writeln!(table, "| {votes} | {blocks} | {most} | {seconds:.1} | {rate:.0} | {gas} |")?;
    }
    Ok(table)
}

fn rate(crowd: &Crowd) -> f64 {
    crowd.votes as f64 / crowd.seconds
}

/// What the figures say of growth, in their own numbers.
fn growth(one: &[Crowd], four: &[Crowd]) -> Result<String> {
    let mut text = String::new();
    for (whose, crowds) in [("one validator", one), ("four validators", four)] {
        let (first, last) = (crowds.first().context("no crowd")?, crowds.last().context("no crowd")?);
        let drift = (last.gas as f64 / first.gas as f64 - 1.0) * 100.0;
        writeln!(
            text,
            "* With {whose}, from {} voters to {}: {:.0} to {:.0} votes a second; the gas of a vote moved by {drift:+.2} %.",
            first.votes,
            last.votes,
            rate(first),
            rate(last),
        )?;
    }
    Ok(text)
}

fn gas(bill: &Bill, figures: &Value) -> Result<String> {
    let mut table =
        "| | on this chain | without its fee | in GAS.md | ratio |\n|---|---:|---:|---:|---:|\n".to_string();
    for Entry { what, figure, gas } in &bill.entries {
        let net = gas.saturating_sub(bill.payment);
        let modelled = figure.map(|name| {
            let figure = figures["figures"][name]["total"].as_u64();
            figure.with_context(|| format!("docs/gas.json has no {name}"))
        });
        let beside = match modelled.transpose()? {
            Some(figure) => format!("{} | {:.3}", thousands(figure), net as f64 / figure as f64),
            None => "– | –".to_string(),
        };
        writeln!(table, "| {what} | {} | {} | {beside} |", thousands(*gas), thousands(net))?;
    }
    Ok(table)
}

fn thousands(gas: u64) -> String {
    format!("{:.1} k", gas as f64 / 1_000.0)
}
