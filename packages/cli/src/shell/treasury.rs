//! `isonomia treasury`: what the DAO owns, what small spends may still pay, and what left.

use anyhow::Result;
use clap::Args;
use isonomia_api::asset::Asset;
use isonomia_api::page::MAX_PAGE;
use isonomia_api::treasury::{
    AllowancesResponse, AssetResponse, CapResponse, Holding, ListedResponse, Outflow, OutflowsResponse,
    QueryMsg,
};
use serde_json::{json, Value};

use super::asking::Question;
use super::clock::utc;
use super::decision::asset;
use super::desk::Desk;
use super::told::{table_of_words, Told};
use super::words::limit;
use crate::demo::table;
use crate::keeper::Asked;

/// Shows what the treasury has, what is left of the outflow caps and of the small-spend allowances, and what was paid.
#[derive(Args, Clone, Debug, Default)]
pub struct Treasury {
    /// One asset more: a coin, a denomination, `cw20:ADDRESS`; may be repeated. The coins that the chain file knows and
    /// those with an allowance or on the list are always shown.
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
        let caps = self.caps(desk, &holdings)?;
        let tables = [held(desk, &holdings).to_string(), capped(desk, &caps).to_string()];
        let mut text = format!("{}\n{}", tables.join("\n"), paid(desk, &outflows));
        if let Some(after) = more {
            text.push_str(&format!("more: isonomia treasury --after {after}\n"));
        }
        let asset = |(asset, holding): &(Asset, AssetResponse)| json!({ "asset": asset, "holding": holding });
        let assets: Vec<Value> = holdings.iter().map(asset).collect();
        let cap = |(holding, cap): &(Holding, CapResponse)| json!({ "holding": holding, "cap": cap });
        let caps: Vec<Value> = caps.iter().map(cap).collect();
        let json = json!({ "assets": assets, "caps": caps, "outflows": outflows, "after": more });
        Ok(Told { text, json })
    }
}

impl Treasury {
    fn assets<D: Asked>(&self, desk: &Desk<'_, D>) -> Result<Vec<Asset>> {
        let allowed: AllowancesResponse = desk.ask(&desk.contracts().treasury, &QueryMsg::Allowances {})?;
        let listed = listed(desk)?;
        let mut assets: Vec<Asset> = desk.notation.assets();
        assets.extend(listed.iter().filter_map(Holding::asset));
        assets.extend(allowed.allowances.into_iter().map(|allowance| allowance.asset));
        for named in &self.asset {
            assets.push(asset(&desk.notation, named)?);
        }
        assets.sort();
        assets.dedup();
        Ok(assets)
    }

    /// The caps of what is listed, and of the assets that are shown.
    fn caps<D: Asked>(
        &self,
        desk: &Desk<'_, D>,
        shown: &[(Asset, AssetResponse)],
    ) -> Result<Vec<(Holding, CapResponse)>> {
        let mut holdings = listed(desk)?;
        holdings.extend(shown.iter().map(|(asset, _)| asset.clone().into()));
        holdings.sort();
        holdings.dedup();
        let cap = |holding: Holding| {
            let msg = QueryMsg::Cap { holding: holding.clone() };
            Ok((holding, desk.ask(&desk.contracts().treasury, &msg)?))
        };
        holdings.into_iter().map(cap).collect()
    }
}

fn listed<D: Asked>(desk: &Desk<'_, D>) -> Result<Vec<Holding>> {
    let told: ListedResponse = desk.ask(&desk.contracts().treasury, &QueryMsg::Listed {})?;
    Ok(told.listed.into_iter().map(|listed| listed.holding).collect())
}

fn held<D: Asked>(desk: &Desk<'_, D>, holdings: &[(Asset, AssetResponse)]) -> comfy_table::Table {
    let mut rows = table(["asset", "has", "owed to streams", "small spends in 30 days", "left of that"]);
    for (asset, holding) in holdings {
        let says = |units: cosmwasm_std::Uint128| desk.notation.says(units.u128(), asset);
        let AssetResponse { balance, reserved, allowance, left } = holding;
        rows.add_row([asset.to_string(), says(*balance), says(*reserved), says(*allowance), says(*left)]);
    }
    rows
}

fn capped<D: Asked>(desk: &Desk<'_, D>, caps: &[(Holding, CapResponse)]) -> comfy_table::Table {
    let mut rows = table_of_words(["holding", "listed", "cap in 7 days", "left of that", "raised"]);
    for (holding, cap) in caps {
        let raise = cap
            .raise
            .map_or(String::new(), |raise| format!("{} {}", limit(raise.to), desk.clock.says(raise.from)));
        let listed = if cap.listed { "✓" } else { "" };
        let left = units(desk, cap.left, holding);
        rows.add_row([holding.to_string(), listed.to_string(), limit(cap.limit), left, raise]);
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
            units(desk, outflow.amount, &outflow.holding),
            outflow.by.to_string(),
            outflow.proposal.to_string(),
            outflow.to.as_ref().map_or_else(String::new, |to| desk.contract(to.as_str())),
        ]);
    }
    format!("{rows}\n")
}

/// An amount of coins or tokens, or so many tokens of a collection.
fn units<D: Asked>(desk: &Desk<'_, D>, units: cosmwasm_std::Uint128, holding: &Holding) -> String {
    match holding.asset() {
        Some(asset) => desk.notation.says(units.u128(), &asset),
        None => format!("{units} of {holding}"),
    }
}
