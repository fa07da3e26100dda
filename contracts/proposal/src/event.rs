//! What the proposal contract tells the world: one typed event per fact, with the values after it.

use cosmwasm_std::{to_json_string, Addr, Event, HexBinary, StdResult};
use isonomia_api::proposal::{Deposit, DepositInfo, DepositState, Entry, Routine};
use isonomia_core::pin::Pin;
use isonomia_core::proposal::ProposalStage;
use isonomia_core::rescue::Rescue;
use isonomia_core::rules::Rules;

use crate::state::{Config, Ending, Proposal};

/// The contract begins, with this id.
pub fn instantiated(config: &Config, first_id: u64) -> Event {
    Event::new("proposal_instantiated")
        .add_attribute("voting", &config.voting)
        .add_attribute("timelock", &config.timelock)
        .add_attribute("treasury", &config.treasury)
        .add_attribute("unbonding", config.unbonding.to_string())
        .add_attribute("day", config.day.0.to_string())
        .add_attribute("first_id", first_id.to_string())
}

/// The rules for proposals that are made from now on.
pub fn rules_set(rules: &Rules) -> StdResult<Event> {
    Ok(Event::new("proposal_rules_set").add_attribute("rules", to_json_string(rules)?))
}

/// Who may propose from now on, and what it costs.
pub fn entry_set(entry: &Entry) -> Event {
    let event = Event::new("proposal_entry_set").add_attribute("least_stake", entry.least_stake);
    match &entry.deposit {
        Some(Deposit { asset, amount }) => {
            event.add_attribute("deposit_asset", asset.to_string()).add_attribute("deposit_amount", *amount)
        }
        None => event,
    }
}

/// The calls that are Standard from now on.
pub fn routines_set(routines: &[Routine]) -> StdResult<Event> {
    Ok(Event::new("proposal_routines_set").add_attribute("routines", to_json_string(routines)?))
}

/// The registry whose repair the policy knows from now on.
pub fn identity_named(identity: &Addr) -> Event {
    Event::new("proposal_identity_named").add_attribute("identity", identity)
}

/// A proposal was made.
pub fn submitted(id: u64, proposal: &Proposal) -> Event {
    let event = told("proposal_submitted", id, proposal, None)
        .add_attribute("scope", proposal.scope.name())
        .add_attribute("hash", HexBinary::from(proposal.hash.as_slice()).to_hex());
    match proposal.pins.is_empty() {
        true => event,
        false => event.add_attribute("pins", Pin::line(&Pin::from_list(proposal.pins.clone()))),
    }
}

/// A proposal was withdrawn.
pub fn withdrawn(id: u64, proposal: &Proposal, ending: &Ending) -> Event {
    told("proposal_withdrawn", id, proposal, Some(ending)).add_attribute("outcome", ending.outcome.name())
}

/// A proposal was resolved, and has come to this.
pub fn resolved(id: u64, proposal: &Proposal, ending: &Ending) -> Event {
    ended("proposal_resolved", id, proposal, ending)
}

/// A deposit was paid out.
pub fn deposit_paid(id: u64, proposal: &Proposal, ending: &Ending, to: &Addr) -> Event {
    ended("proposal_deposit_paid", id, proposal, ending).add_attribute("to", to)
}

fn ended(name: &str, id: u64, proposal: &Proposal, ending: &Ending) -> Event {
    let event = told(name, id, proposal, Some(ending)).add_attribute("outcome", ending.outcome.name());
    match ending.outcome {
        ProposalStage::Defeated { why } => event.add_attribute("why", why.name()),
        _ => event,
    }
}

fn told(name: &str, id: u64, proposal: &Proposal, ending: Option<&Ending>) -> Event {
    let event = Event::new(name)
        .add_attribute("proposal_id", id.to_string())
        .add_attribute("proposer", &proposal.proposer)
        .add_attribute("title", &proposal.title)
        .add_attribute("class", proposal.class.name());
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
