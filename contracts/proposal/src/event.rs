//! What the proposal contract tells the world: one typed event per fact, with the values after it.

use cosmwasm_std::{to_json_string, Addr, Event, HexBinary, StdResult};
use isonomia_api::proposal::{Deposit, DepositInfo, DepositState, Entry, Routine};
use isonomia_core::pin::Pin;
use isonomia_core::proposal::ProposalStage;
use isonomia_core::rescue::Rescue;
use isonomia_core::rules::Rules;
use isonomia_kit::saying::Say;

use crate::state::{Config, Ending, Proposal};

/// The contract begins, with this id.
pub fn instantiated(config: &Config, first_id: u64) -> Event {
    Event::new("proposal_instantiated")
        .say("voting", &config.voting)
        .say("timelock", &config.timelock)
        .say("treasury", &config.treasury)
        .say_number("unbonding", config.unbonding)
        .say_number("day", config.day.0)
        .say_number("first_id", first_id)
}

/// The rules for proposals that are made from now on.
pub fn rules_set(rules: &Rules) -> StdResult<Event> {
    Ok(Event::new("proposal_rules_set").say("rules", to_json_string(rules)?))
}

/// Who may propose from now on, and what it costs.
pub fn entry_set(entry: &Entry) -> Event {
    let event = Event::new("proposal_entry_set").say("least_stake", entry.least_stake);
    match &entry.deposit {
        Some(Deposit { asset, amount }) => {
            event.say("deposit_asset", asset.to_string()).say("deposit_amount", *amount)
        }
        None => event,
    }
}

/// The calls that are Standard from now on.
pub fn routines_set(routines: &[Routine]) -> StdResult<Event> {
    Ok(Event::new("proposal_routines_set").say("routines", to_json_string(routines)?))
}

/// The registry whose repair the policy knows from now on.
pub fn identity_named(identity: &Addr) -> Event {
    Event::new("proposal_identity_named").say("identity", identity)
}

/// A proposal was made.
pub fn submitted(id: u64, proposal: &Proposal) -> Event {
    let event = told("proposal_submitted", id, proposal, None)
        .say("scope", proposal.scope.name())
        .say("hash", HexBinary::from(proposal.hash.as_slice()).to_hex());
    match proposal.pins.is_empty() {
        true => event,
        false => event.say("pins", Pin::line(&Pin::from_list(proposal.pins.clone()))),
    }
}

/// A proposal was withdrawn.
pub fn withdrawn(id: u64, proposal: &Proposal, ending: &Ending) -> Event {
    told("proposal_withdrawn", id, proposal, Some(ending)).say("outcome", ending.outcome.name())
}

/// A proposal was resolved, and has come to this.
pub fn resolved(id: u64, proposal: &Proposal, ending: &Ending) -> Event {
    ended("proposal_resolved", id, proposal, ending)
}

/// A deposit was paid out.
pub fn deposit_paid(id: u64, proposal: &Proposal, ending: &Ending, to: &Addr) -> Event {
    ended("proposal_deposit_paid", id, proposal, ending).say("to", to)
}

fn ended(name: &str, id: u64, proposal: &Proposal, ending: &Ending) -> Event {
    let event = told(name, id, proposal, Some(ending)).say("outcome", ending.outcome.name());
    match ending.outcome {
        ProposalStage::Defeated { why } => event.say("why", why.name()),
        _ => event,
    }
}

fn told(name: &str, id: u64, proposal: &Proposal, ending: Option<&Ending>) -> Event {
    let event = Event::new(name)
        .say_number("proposal_id", id)
        .say("proposer", &proposal.proposer)
        .say("title", &proposal.title)
        .say("class", proposal.class.name());
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
        .say("deposit_asset", info.asset.to_string())
        .say("deposit_amount", info.amount)
        .say("deposit_state", state)
}

/// An emergency may run this migration until then.
pub fn rescue_approved(rescue: &Rescue) -> Event {
    Event::new("proposal_rescue_approved")
        .say("contract", &rescue.contract)
        .say("checksum", rescue.checksum.to_hex())
        .say("hash", rescue.hash.to_hex())
        .say_number("until", rescue.until)
}

/// No emergency may migrate this contract to this code any more.
pub fn rescue_revoked(contract: &str, checksum: &HexBinary) -> Event {
    Event::new("proposal_rescue_revoked").say("contract", contract).say("checksum", checksum.to_hex())
}
