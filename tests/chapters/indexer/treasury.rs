//! The treasury, from its events: all but what comes in, which the bank and the tokens tell.

use std::collections::BTreeMap;

use anyhow::{ensure, Context, Result};
use cosmwasm_std::{Addr, Uint128};
use isonomia_api::asset::Asset;
use isonomia_api::treasury::{
    Allowance, AllowancesResponse, AssetResponse, BudgetInfo, BudgetsResponse, CapResponse, ConfigResponse,
    DayOutflow, Holding, Listed, ListedResponse, Means, Outflow, OutflowsResponse, QueryMsg, StreamInfo,
    StreamsResponse, SumsResponse,
};
use isonomia_core::budget::Budget;
use isonomia_core::cap::{Cap, Limit, Raise, CAP_DAYS, DEFAULT_COUNT};
use isonomia_core::clock::is_due;
use isonomia_core::stream::{Course, Stream};
use isonomia_embedded::Dao;

use super::reading::Fact;
use super::same;

/// Days of an allowance.
const ALLOWANCE_DAYS: u64 = 30;

#[derive(Default)]
pub struct Treasury {
    config: Option<ConfigResponse>,
    allowances: BTreeMap<String, (Asset, Uint128)>,
    listed: BTreeMap<(u8, String), (Holding, Cap, Option<u64>)>,
    /// By holding and day.
    counted: BTreeMap<(String, u64), Uint128>,
    budgets: BTreeMap<u64, (BudgetInfo, Budget)>,
    streams: BTreeMap<u64, (StreamInfo, Stream)>,
    ledger: Vec<Outflow>,
}

impl Treasury {
    fn config(&mut self) -> Result<&mut ConfigResponse> {
        self.config.as_mut().context("no treasury was made")
    }

    pub fn fold(&mut self, fact: &Fact) -> Result<()> {
        match fact.name {
            "treasury_instantiated" => {
                let (timelock, day) = (fact.addr("timelock")?, fact.get("day")?);
                let outflow_cap_bps = fact.get("outflow_cap_bps")?;
                self.config = Some(ConfigResponse { timelock, day, outflow_cap_bps, paused_until: None });
            }
            "treasury_paused" => self.config()?.paused_until = Some(fact.get("until")?),
            "treasury_migrated" => {}
            "treasury_unpaused" => self.config()?.paused_until = None,
            "treasury_allowance_set" => {
                let (asset, limit) = (fact.asset("asset")?, fact.get::<Uint128>("limit")?);
                self.allowances.insert(fact.text("asset")?, (asset, limit));
                self.allowances.retain(|_, (_, limit)| !limit.is_zero());
            }
            "treasury_listed" => {
                let holding = fact.holding("holding")?;
                let listed = (holding.clone(), cap(fact)?, fact.get_maybe("until")?);
                self.listed.insert(order(&holding), listed);
            }
            "treasury_counted" => self.count(fact)?,
            "treasury_spent" => self.ledger.push(outflow(fact)?),
            name if name.starts_with("treasury_budget") => self.fold_budget(fact)?,
            _ => self.fold_stream(fact)?,
        }
        Ok(())
    }

    fn count(&mut self, fact: &Fact) -> Result<()> {
        let (holding, today) = (fact.text("holding")?, fact.time / self.config()?.day);
        *self.counted.entry((holding.clone(), today)).or_default() += fact.get::<Uint128>("amount")?;
        let (sum, told) = (self.window(&holding, today), fact.get::<Uint128>("counted")?);
        ensure!(sum == told, "{sum} counts of {holding}, the event says {told}");
        Ok(())
    }

    fn window(&self, holding: &str, today: u64) -> Uint128 {
        let first = today.saturating_sub(CAP_DAYS);
        self.counted
            .range((holding.to_string(), first)..=(holding.to_string(), today))
            .map(|(_, sum)| sum)
            .sum()
    }

    fn fold_budget(&mut self, fact: &Fact) -> Result<()> {
        let (id, now) = (fact.get("budget")?, fact.time);
        if fact.name == "treasury_budget_created" {
            self.budgets.insert(id, budget(fact)?);
            return Ok(());
        }
        let (_, budget) = self.budgets.get_mut(&id).context("no such budget")?;
        match fact.name {
            "treasury_budget_paid" => {
                budget.spent = budget.limit.checked_sub(fact.get("left")?)?;
                budget.last = budget.number(now);
            }
            "treasury_budget_revoked" => budget.revoked = true,
            other => anyhow::bail!("tests/chapters/indexer/treasury.rs does nothing with {other}"),
        }
        Ok(())
    }

    fn fold_stream(&mut self, fact: &Fact) -> Result<()> {
        let (id, now) = (fact.get("stream").context(fact.name)?, fact.time);
        if fact.name == "treasury_stream_created" {
            self.streams.insert(id, stream(fact)?);
        }
        let (_, stream) = self.streams.get_mut(&id).context("no such stream")?;
        match fact.name {
            "treasury_stream_created" => {}
            "treasury_stream_withdrawn" => stream.withdrawn = fact.get("withdrawn")?,
            "treasury_stream_cancelled" => {
                stream.cancelled = Some(now);
                let back: Uint128 = fact.get("returned")?;
                ensure!(back == stream.amount - stream.earned(now), "{back} came back of stream {id}");
            }
            other => anyhow::bail!("tests/chapters/indexer/treasury.rs does nothing with {other}"),
        }
        same("what is reserved of a stream", &stream.reserved(), &fact.get("reserved")?)?;
        same("what was paid of a stream", &stream.withdrawn, &fact.get("withdrawn")?)
    }

    pub fn compare(&self, dao: &Dao) -> Result<()> {
        let (asked, now) = (&dao.contracts.treasury, dao.now());
        let mut config = self.config.clone().context("no treasury was made")?;
        config.paused_until = config.paused_until.filter(|until| !is_due(*until, now));
        same("the treasury", &config, &dao.ask(asked, &QueryMsg::Config {})?)?;
        let allowance = |(asset, limit): &(Asset, Uint128)| Allowance { asset: asset.clone(), limit: *limit };
        let allowances = AllowancesResponse { allowances: self.allowances.values().map(allowance).collect() };
        same("the allowances", &allowances, &dao.ask(asked, &QueryMsg::Allowances {})?)?;
        let listed = ListedResponse { listed: self.lasting(now).collect() };
        same("what is listed", &listed, &dao.ask(asked, &QueryMsg::Listed {})?)?;
        self.compare_holdings(dao, &config)?;
        self.compare_promises(dao)?;
        let outflows = OutflowsResponse { outflows: self.ledger.clone() };
        let all = QueryMsg::Outflows { start_after: None, limit: Some(100) };
        same("the ledger", &outflows, &dao.ask(asked, &all)?)
    }

    fn lasting(&self, now: u64) -> impl Iterator<Item = Listed> + '_ {
        let lasts = move |until: &Option<u64>| until.is_none_or(|until| !is_due(until, now));
        self.listed.values().filter(move |(_, _, until)| lasts(until)).map(move |(holding, cap, until)| {
            Listed { holding: holding.clone(), limit: cap.now(now), raise: cap.waiting(now), until: *until }
        })
    }

    /// What has left of each holding, counts of it, and is owed of it. The balance is not the treasury's to tell.
    fn compare_holdings(&self, dao: &Dao, config: &ConfigResponse) -> Result<()> {
        let (asked, today) = (&dao.contracts.treasury, dao.now() / config.day);
        let mut holdings: Vec<Holding> = self.ledger.iter().map(|entry| entry.holding.clone()).collect();
        holdings.extend(self.listed.values().map(|(holding, ..)| holding.clone()));
        for holding in holdings {
            let mut sums: BTreeMap<u64, Uint128> = BTreeMap::new();
            for entry in self.ledger.iter().filter(|entry| entry.holding == holding) {
                *sums.entry(entry.at / config.day).or_default() += entry.amount;
            }
            let sums = sums.into_iter().map(|(day, amount)| DayOutflow { day, amount }).collect();
            let all = QueryMsg::Sums { holding: holding.clone(), start_after: None, limit: Some(100) };
            same("sums of days", &SumsResponse { sums }, &dao.ask(asked, &all)?)?;

            let told: CapResponse = dao.ask(asked, &QueryMsg::Cap { holding: holding.clone() })?;
            let listed = self.lasting(dao.now()).find(|listed| listed.holding == holding);
            let default = match holding {
                Holding::Cw721 { .. } => Limit::Count { count: DEFAULT_COUNT },
                _ => Limit::Share { bps: config.outflow_cap_bps },
            };
            let cap = CapResponse {
                listed: listed.is_some(),
                limit: listed.as_ref().map_or(default, |listed| listed.limit),
                raise: listed.and_then(|listed| listed.raise),
                counted: self.window(&holding.to_string(), today),
                left: told.left,
            };
            same("a cap", &cap, &told)?;
            if let Some(asset) = holding.asset() {
                self.compare_asset(dao, asset, today)?;
            }
        }
        Ok(())
    }

    fn compare_asset(&self, dao: &Dao, asset: Asset, today: u64) -> Result<()> {
        let told: AssetResponse =
            dao.ask(&dao.contracts.treasury, &QueryMsg::Asset { asset: asset.clone() })?;
        let allowance = self.allowances.get(&asset.to_string()).map(|(_, limit)| *limit).unwrap_or_default();
        let day = self.config.as_ref().context("no treasury was made")?.day;
        let small = |entry: &&Outflow| {
            entry.by == Means::SpendSmall
                && entry.holding == Holding::from(asset.clone())
                && entry.at / day + ALLOWANCE_DAYS >= today
        };
        let spent: Uint128 = self.ledger.iter().filter(small).map(|entry| entry.amount).sum();
        let of_asset = self.streams.values().filter(|(info, _)| info.asset == asset);
        let reserved = of_asset.map(|(_, stream)| stream.reserved()).sum();
        let left = allowance.saturating_sub(spent);
        let answer = AssetResponse { balance: told.balance, reserved, allowance, left };
        same("an asset", &answer, &told)
    }

    fn compare_promises(&self, dao: &Dao) -> Result<()> {
        let (asked, now) = (&dao.contracts.treasury, dao.now());
        let budget = |(info, budget): &(BudgetInfo, Budget)| BudgetInfo {
            revoked: budget.revoked,
            left: budget.left(now),
            period_ends: budget.ends(now),
            ..info.clone()
        };
        let budgets = BudgetsResponse { budgets: self.budgets.values().map(budget).collect() };
        let all = QueryMsg::Budgets { start_after: None, limit: Some(100) };
        same("the budgets", &budgets, &dao.ask(asked, &all)?)?;
        let stream = |(info, stream): &(StreamInfo, Stream)| StreamInfo {
            cancelled: stream.cancelled,
            earned: stream.earned(now),
            withdrawn: stream.withdrawn,
            due: stream.due(now),
            reserved: stream.reserved(),
            ..info.clone()
        };
        let streams = StreamsResponse { streams: self.streams.values().map(stream).collect() };
        let all = QueryMsg::Streams { start_after: None, limit: Some(100) };
        same("the streams", &streams, &dao.ask(asked, &all)?)
    }
}

/// Holdings stand in the order of their kinds' names.
fn order(holding: &Holding) -> (u8, String) {
    match holding {
        Holding::Cw20 { contract } => (0, contract.clone()),
        Holding::Cw721 { contract } => (1, contract.clone()),
        Holding::Native { denom } => (2, denom.clone()),
    }
}

fn cap(fact: &Fact) -> Result<Cap> {
    let raise = match fact.get_maybe("raised_from")? {
        Some(from) => Some(Raise { to: fact.limit("raised_to")?, from }),
        None => None,
    };
    Ok(Cap { limit: fact.limit("limit")?, raise })
}

fn outflow(fact: &Fact) -> Result<Outflow> {
    let by = match fact.text("by")?.as_str() {
        "budget" => Means::Budget { id: fact.get("budget")? },
        "stream" => Means::Stream { id: fact.get("stream")? },
        "spend_nft" => Means::SpendNft { token_id: fact.text("token_id")? },
        _ => fact.word("by")?,
    };
    Ok(Outflow {
        number: fact.get("number")?,
        proposal: fact.get("proposal_id")?,
        by,
        holding: fact.holding("holding")?,
        amount: fact.get("amount")?,
        to: fact.may("to").map(Addr::unchecked),
        at: fact.time,
    })
}

fn budget(fact: &Fact) -> Result<(BudgetInfo, Budget)> {
    let (limit, period, until): (Uint128, u64, u64) =
        (fact.get("limit")?, fact.get("period")?, fact.get("until")?);
    let (made, spent) = (fact.time, Uint128::zero());
    let budget = Budget { limit, period, made, until, last: 0, spent, revoked: false };
    let listed = |list: &str| list.split(',').map(Addr::unchecked).collect();
    let info = BudgetInfo {
        id: fact.get("budget")?,
        proposal: fact.get("proposal_id")?,
        holder: fact.addr("holder")?,
        asset: fact.asset("asset")?,
        limit,
        period,
        made,
        until,
        recipients: fact.may("recipients").map(listed),
        revoked: false,
        left: limit,
        period_ends: budget.ends(made),
    };
    Ok((info, budget))
}

fn stream(fact: &Fact) -> Result<(StreamInfo, Stream)> {
    let course = Course { start: fact.get("start")?, cliff: fact.get("cliff")?, end: fact.get("end")? };
    let (amount, zero) = (fact.get("reserved")?, Uint128::zero());
    let info = StreamInfo {
        id: fact.get("stream")?,
        proposal: fact.get("proposal_id")?,
        recipient: fact.addr("recipient")?,
        asset: fact.asset("asset")?,
        amount,
        course,
        cancelled: None,
        earned: zero,
        withdrawn: zero,
        due: zero,
        reserved: amount,
    };
    Ok((info, Stream::new(amount, course)))
}
