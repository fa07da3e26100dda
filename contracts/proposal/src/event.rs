//! What the proposal contract tells the world: one typed event per fact, with the values after it.

use cosmwasm_std::Event;
use isonomia_api::proposal::{DepositInfo, DepositState};

use crate::state::{Ending, Proposal};

/// A proposal stands so now.
pub fn proposal(fact: &str, id: u64, proposal: &Proposal, ending: Option<&Ending>) -> Event {
    let event = Event::new(format!("proposal_{fact}"))
        .add_attribute("proposal_id", id.to_string())
        .add_attribute("proposer", &proposal.proposer)
        .add_attribute("title", &proposal.title)
        .add_attribute("class", proposal.class.name())
        .add_attribute(
            "outcome",
            ending.map_or("none".to_string(), |ending| format!("{:?}", ending.outcome)),
        );
    match &proposal.deposit_info(ending) {
        Some(info) => deposit(event, info),
        None => event,
    }
}

fn deposit(event: Event, info: &DepositInfo) -> Event {
    let state = match info.state {
        DepositState::Held => "held",
        DepositState::Returned => "returned",
        DepositState::Forfeited => "forfeited",
        DepositState::Paid => "paid",
    };
    event
        .add_attribute("deposit_asset", info.asset.to_string())
        .add_attribute("deposit_amount", info.amount)
        .add_attribute("deposit_state", state)
}
