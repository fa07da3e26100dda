//! `isonomia treasury`: what the DAO owns, what small spends may still pay, and what left.

use anyhow::Result;
use clap::Args;
use isonomia_api::asset::Asset;
use isonomia_api::page::MAX_PAGE;
use isonomia_api::treasury::{AllowancesResponse, AssetResponse, Outflow, OutflowsResponse, QueryMsg};
use serde_json::{json, Value};

use super::asking::Question;
use super::clock::utc;
use super::desk::Desk;
use super::told::{table_of_words, Told};
use crate::demo::table;
use crate::keeper::Asked;

/// Shows what the treasury has, what is left of the small-spend allowances, and what was paid.
#[derive(Args, Clone, Debug, Default)]
pub struct Treasury {
    /// One asset more: a coin, a denomination, `cw20:ADDRESS`; may be repeated. The coins that the chain file knows and
    /// those with an allowance are always shown.
    #[arg(long)]
    pub asset: Vec<String>,
    /// Only outflows after this number; a page of 100.
    #[arg(long)]
    pub after: Option<u64>,
}

impl Question for Treasury {
    type Answer = Told;

    fn ask<D: Asked>(&self, desk: &Desk<'_, D>) -> Result<Told> {
        let mut holdings = Vec::new();
        for asset in self.assets(desk)? {
            let msg = QueryMsg::Asset { asset: asset.clone() };
            let holding: AssetResponse = desk.ask(&desk.contracts().treasury, &msg)?;
            holdings.push((asset, holding));
        }
        let msg = QueryMsg::Outflows { start_after: self.after, limit: Some(MAX_PAGE) };
        let outflows = desk.ask::<OutflowsResponse>(&desk.contracts().treasury, &msg)?.outflows;
        let more = (outflows.len() == MAX_PAGE as usize).then(|| outflows.last().map(|last| last.number));
        let more = more.flatten();
        let mut text = format!("{}\n{}", held(desk, &holdings), paid(desk, &outflows));
        if let Some(after) = more {
            text.push_str(&format!("more: isonomia treasury --after {after}\n"));
        }
        let asset = |(asset, holding): &(Asset, AssetResponse)| json!({ "asset": asset, "holding": holding });
        let assets: Vec<Value> = holdings.iter().map(asset).collect();
        Ok(Told { text, json: json!({ "assets": assets, "outflows": outflows, "after": more }) })
    }
}

impl Treasury {
    fn assets<D: Asked>(&self, desk: &Desk<'_, D>) -> Result<Vec<Asset>> {
        let allowed: AllowancesResponse = desk.ask(&desk.contracts().treasury, &QueryMsg::Allowances {})?;
        let mut assets: Vec<Asset> = desk.notation.assets();
        assets.extend(allowed.allowances.into_iter().map(|allowance| allowance.asset));
        for named in &self.asset {
            assets.push(desk.notation.amount(&format!("1 {named}"))?.asset);
        }
        assets.sort();
        assets.dedup();
        Ok(assets)
    }
}

fn held<D: Asked>(desk: &Desk<'_, D>, holdings: &[(Asset, AssetResponse)]) -> comfy_table::Table {
    let mut rows = table(["asset", "has", "small spends in 30 days", "left of that"]);
    for (asset, holding) in holdings {
        let says = |units: cosmwasm_std::Uint128| desk.notation.says(units.u128(), asset);
        let row = [asset.to_string(), says(holding.balance), says(holding.allowance), says(holding.left)];
        rows.add_row(row);
    }
    rows
}

fn paid<D: Asked>(desk: &Desk<'_, D>, outflows: &[Outflow]) -> String {
    if outflows.is_empty() {
        return "nothing was paid\n".to_string();
    }
    let mut rows = table_of_words(["no.", "when", "paid", "by", "of proposal", "to"]);
    for outflow in outflows {
        rows.add_row([
            outflow.number.to_string(),
            utc(outflow.at),
            amount(desk, outflow),
            outflow.by.to_string(),
            outflow.proposal.to_string(),
            outflow.to.as_ref().map_or_else(String::new, |to| desk.contract(to.as_str())),
        ]);
    }
    format!("{rows}\n")
}

/// What has left: an amount of coins or tokens, or a token of a collection.
fn amount<D: Asked>(desk: &Desk<'_, D>, outflow: &Outflow) -> String {
    match outflow.holding.asset() {
        Some(asset) => desk.notation.says(outflow.amount.u128(), &asset),
        None => format!("{} of {}", outflow.amount, outflow.holding),
    }
}
