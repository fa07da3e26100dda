//! What the timelock says has happened, with the values after it.

use cosmwasm_std::{Addr, Event};
use isonomia_api::timelock::Assertion;
use isonomia_core::operation::Operation;

/// An operation waits.
pub fn scheduled(id: u64, operation: &Operation) -> Event {
    Event::new("timelock_scheduled")
        .add_attribute("id", id.to_string())
        .add_attribute("class", operation.class.name())
        .add_attribute("hash", operation.hash.to_hex())
        .add_attribute("eta", operation.eta.to_string())
        .add_attribute("expires", operation.expires.to_string())
}

/// An operation is executed; its actions follow.
pub fn executed(id: u64, operation: &Operation, actions: usize) -> Event {
    Event::new("timelock_executed")
        .add_attribute("id", id.to_string())
        .add_attribute("hash", operation.hash.to_hex())
        .add_attribute("actions", actions.to_string())
}

/// An operation will not be executed.
pub fn cancelled(id: u64) -> Event {
    Event::new("timelock_cancelled").add_attribute("id", id.to_string())
}

/// An assertion holds.
pub fn asserted(assertion: &Assertion) -> Event {
    Event::new("timelock_asserted")
        .add_attribute("contract", &assertion.contract)
        .add_attribute("pointer", &assertion.pointer)
        .add_attribute("value", &assertion.value)
}

/// Who may schedule from now on.
pub fn proposal_named(proposal: &Addr) -> Event {
    Event::new("timelock_proposal_named").add_attribute("proposal", proposal)
}
