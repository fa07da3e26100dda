//! One typed event per fact, with the values after it.

use cosmwasm_std::{Event, Uint128};
use isonomia_api::asset::Asset;
use isonomia_api::treasury::Outflow;

/// An outflow was entered in the ledger, and is paid by the message that follows.
pub fn spent(outflow: &Outflow) -> Event {
    Event::new("treasury_spent")
        .add_attribute("number", outflow.number.to_string())
        .add_attribute("proposal_id", outflow.proposal.to_string())
        .add_attribute("asset", outflow.asset.to_string())
        .add_attribute("amount", outflow.amount)
        .add_attribute("to", &outflow.to)
        .add_attribute("small", outflow.small.to_string())
}

/// The small-spend allowance of an asset is `limit` now.
pub fn allowance_set(asset: &Asset, limit: Uint128) -> Event {
    Event::new("treasury_allowance_set")
        .add_attribute("asset", asset.to_string())
        .add_attribute("limit", limit)
}

/// Nobody is paid until a moment.
pub fn paused(until: u64) -> Event {
    Event::new("treasury_paused").add_attribute("until", until.to_string())
}
