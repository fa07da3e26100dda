//! One typed event per fact, with the values after it.

use cosmwasm_std::{Event, Uint128};
use isonomia_api::asset::Asset;
use isonomia_api::treasury::{Holding, Means, Outflow};
use isonomia_core::budget::Budget;
use isonomia_core::stream::Stream;

use crate::state::{Config, Listing, Mandate, Promise};

/// The treasury begins.
pub fn instantiated(config: &Config) -> Event {
    Event::new("treasury_instantiated")
        .add_attribute("timelock", &config.timelock)
        .add_attribute("day", config.day.0.to_string())
        .add_attribute("outflow_cap_bps", config.outflow_cap_bps.to_string())
}

/// Something counts against its cap; `counted` is the window's sum with it.
pub fn counted(holding: &Holding, amount: Uint128, counted: Uint128) -> Event {
    Event::new("treasury_counted")
        .add_attribute("holding", holding.to_string())
        .add_attribute("amount", amount)
        .add_attribute("counted", counted)
}

/// An outflow was entered in the ledger; it has left, or leaves by the message that follows.
pub fn spent(outflow: &Outflow) -> Event {
    let event = Event::new("treasury_spent")
        .add_attribute("number", outflow.number.to_string())
        .add_attribute("proposal_id", outflow.proposal.to_string())
        .add_attribute("by", outflow.by.name())
        .add_attribute("holding", outflow.holding.to_string())
        .add_attribute("amount", outflow.amount);
    let event = match &outflow.to {
        Some(to) => event.add_attribute("to", to),
        None => event,
    };
    match &outflow.by {
        Means::SpendNft { token_id } => event.add_attribute("token_id", token_id),
        Means::Budget { id } => event.add_attribute("budget", id.to_string()),
        Means::Stream { id } => event.add_attribute("stream", id.to_string()),
        Means::SpendSmall | Means::Spend | Means::Execute => event,
    }
}

/// The small-spend allowance of an asset is `limit` now.
pub fn allowance_set(asset: &Asset, limit: Uint128) -> Event {
    Event::new("treasury_allowance_set")
        .add_attribute("asset", asset.to_string())
        .add_attribute("limit", limit)
}

/// A holding is listed as this says, for good or until a moment, and its cap is this, for good or until a raise starts.
pub fn listed(holding: &Holding, listing: &Listing, now: u64) -> Event {
    let mut event = Event::new("treasury_listed")
        .add_attribute("holding", holding.to_string())
        .add_attribute("limit", listing.cap.now(now).to_string());
    if let Some(raise) = listing.cap.waiting(now) {
        event = event
            .add_attribute("raised_to", raise.to.to_string())
            .add_attribute("raised_from", raise.from.to_string());
    }
    match listing.until {
        Some(until) => event.add_attribute("until", until.to_string()),
        None => event,
    }
}

/// A budget was made.
pub fn budget_created(id: u64, mandate: &Mandate, budget: &Budget) -> Event {
    let event = Event::new("treasury_budget_created")
        .add_attribute("budget", id.to_string())
        .add_attribute("proposal_id", mandate.proposal.to_string())
        .add_attribute("holder", &mandate.holder)
        .add_attribute("asset", mandate.asset.to_string())
        .add_attribute("limit", budget.limit)
        .add_attribute("period", budget.period.to_string())
        .add_attribute("until", budget.until.to_string());
    match &mandate.recipients {
        Some(recipients) => {
            let each: Vec<&str> = recipients.iter().map(|recipient| recipient.as_str()).collect();
            event.add_attribute("recipients", each.join(","))
        }
        None => event,
    }
}

/// A budget has paid; `left` is what is left of the period.
pub fn budget_paid(id: u64, left: Uint128) -> Event {
    Event::new("treasury_budget_paid").add_attribute("budget", id.to_string()).add_attribute("left", left)
}

/// A budget was revoked.
pub fn budget_revoked(id: u64) -> Event {
    Event::new("treasury_budget_revoked").add_attribute("budget", id.to_string())
}

/// A stream was made; `reserved` is set aside for it.
pub fn stream_created(id: u64, promise: &Promise) -> Event {
    let course = promise.stream.course;
    stream("treasury_stream_created", id, &promise.stream)
        .add_attribute("proposal_id", promise.proposal.to_string())
        .add_attribute("recipient", &promise.recipient)
        .add_attribute("asset", promise.asset.to_string())
        .add_attribute("start", course.start.to_string())
        .add_attribute("cliff", course.cliff.to_string())
        .add_attribute("end", course.end.to_string())
}

/// A stream was cancelled; `returned` is the treasury's again.
pub fn stream_cancelled(id: u64, after: &Stream, returned: Uint128) -> Event {
    stream("treasury_stream_cancelled", id, after).add_attribute("returned", returned)
}

/// A stream has paid.
pub fn stream_withdrawn(id: u64, after: &Stream) -> Event {
    stream("treasury_stream_withdrawn", id, after)
}

fn stream(name: &str, id: u64, stream: &Stream) -> Event {
    Event::new(name)
        .add_attribute("stream", id.to_string())
        .add_attribute("withdrawn", stream.withdrawn)
        .add_attribute("reserved", stream.reserved())
}

/// Nothing is paid until then.
pub fn paused(until: u64) -> Event {
    Event::new("treasury_paused").add_attribute("until", until.to_string())
}

/// It pays again.
pub fn unpaused() -> Event {
    Event::new("treasury_unpaused")
}
