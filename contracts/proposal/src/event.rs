//! What the proposal contract tells the world: one typed event per fact, with the values after it.

use cosmwasm_std::{Event, HexBinary};
use isonomia_api::proposal::{DepositInfo, DepositState};
use isonomia_core::rescue::Rescue;

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

/// An emergency may run this migration until then.
pub fn rescue_approved(rescue: &Rescue) -> Event {
    Event::new("proposal_rescue_approved")
        .add_attribute("contract", &rescue.contract)
        .add_attribute("checksum", rescue.checksum.to_hex())
        .add_attribute("hash", rescue.hash.to_hex())
        .add_attribute("until", rescue.until.to_string())
}

/// No emergency may migrate this contract to this code any more.
pub fn rescue_revoked(contract: &str, checksum: &HexBinary) -> Event {
    Event::new("proposal_rescue_revoked")
        .add_attribute("contract", contract)
        .add_attribute("checksum", checksum.to_hex())
}
