//! What the timelock says has happened, with the values after it.

use cosmwasm_std::{Addr, Event};
use isonomia_api::timelock::{Assertion, LeastDelays, Lowering};
use isonomia_core::guardian::Guardian;
use isonomia_core::operation::Operation;
use isonomia_core::pause::{Pause, PauseScope};
use isonomia_core::pin::Pin;
use isonomia_core::readiness::{Readiness, ReadyWeight};
use isonomia_core::soak::Soak;
use isonomia_core::upgrade::Migrated;

use crate::incidents::Notice;
use crate::state::Config;

/// The timelock begins.
pub fn instantiated(config: &Config) -> Event {
    Event::new("timelock_instantiated")
        .add_attribute("treasury", &config.treasury)
        .add_attribute("day", config.day.0.to_string())
}

/// An operation waits.
pub fn scheduled(id: u64, operation: &Operation, pins: &[Pin]) -> Event {
    let event = Event::new("timelock_scheduled")
        .add_attribute("proposal_id", id.to_string())
        .add_attribute("class", operation.class.name())
        .add_attribute("hash", operation.hash.to_hex())
        .add_attribute("eta", operation.eta.to_string())
        .add_attribute("expires", operation.expires.to_string())
        .add_attribute("protected", operation.protected.to_string());
    match pins {
        [] => event,
        pins => event.add_attribute("pins", Pin::line(pins)),
    }
}

/// An operation is executed; its actions follow.
pub fn executed(id: u64, operation: &Operation, actions: usize) -> Event {
    Event::new("timelock_executed")
        .add_attribute("proposal_id", id.to_string())
        .add_attribute("hash", operation.hash.to_hex())
        .add_attribute("actions", actions.to_string())
}

/// An operation will not be executed.
pub fn cancelled(id: u64, by: &Addr, notice: &Notice) -> Event {
    noticed(Event::new("timelock_cancelled").add_attribute("proposal_id", id.to_string()), by, notice)
}

/// Something is paused.
pub fn paused(scope: PauseScope, until: u64, by: &Addr, notice: &Notice) -> Event {
    let paused = Event::new("timelock_paused")
        .add_attribute("scope", scope.name())
        .add_attribute("until", until.to_string());
    noticed(paused, by, notice)
}

/// What was paused is so no longer.
pub fn unpaused(pause: &Pause) -> Event {
    Event::new("timelock_unpaused")
        .add_attribute("scope", pause.scope.name())
        .add_attribute("until", pause.until.to_string())
}

/// Who may cancel and pause from now on, for a term.
pub fn guardian_named(guardian: &Guardian) -> Event {
    Event::new("timelock_guardian_named")
        .add_attribute("guardian", &guardian.account)
        .add_attribute("until", guardian.until.to_string())
}

/// Nobody may cancel and pause from now on.
pub fn guardian_removed() -> Event {
    Event::new("timelock_guardian_removed")
}

/// The least delays that hold.
pub fn least_delays_set(present: &LeastDelays) -> Event {
    Event::new("timelock_least_delays_set")
        .add_attribute("standard", present.standard.to_string())
        .add_attribute("critical", present.critical.to_string())
        .add_attribute("emergency", present.emergency.to_string())
}

/// A least delay that falls later.
pub fn least_delay_falls(lowering: &Lowering) -> Event {
    Event::new("timelock_least_delay_falls")
        .add_attribute("class", lowering.class.name())
        .add_attribute("seconds", lowering.seconds.to_string())
        .add_attribute("from", lowering.from.to_string())
}

fn noticed(event: Event, by: &Addr, notice: &Notice) -> Event {
    event
        .add_attribute("by", by)
        .add_attribute("incident", &notice.incident)
        .add_attribute("reason", &notice.reason)
}

/// An assertion holds.
pub fn asserted(assertion: &Assertion) -> Event {
    Event::new("timelock_asserted")
        .add_attribute("contract", &assertion.contract)
        .add_attribute("pointer", quoted(&assertion.pointer))
        .add_attribute("value", quoted(&assertion.value))
}

/// In quotation marks: both may be empty or blank, and a chain takes no attribute that is.
fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

/// Who may schedule from now on.
pub fn proposal_named(proposal: &Addr) -> Event {
    Event::new("timelock_proposal_named").add_attribute("proposal", proposal)
}

/// What an operation has migrated is what was voted on; until when it may be rolled back, if it may.
pub fn upgraded(id: u64, soak: Option<&Soak>) -> Event {
    let until = soak.map_or("none".to_string(), |soak| soak.until.to_string());
    Event::new("timelock_upgraded")
        .add_attribute("proposal_id", id.to_string())
        .add_attribute("rollback_until", until)
}

/// A contract runs code that was voted on.
pub fn code_approved(id: u64, migrated: &Migrated) -> Event {
    Event::new("timelock_code_approved")
        .add_attribute("proposal_id", id.to_string())
        .add_attribute("contract", &migrated.contract)
        .add_attribute("pinned", migrated.pinned.to_string())
        .add_attribute("upgraded", migrated.upgraded.to_string())
}

/// An upgrade is rolled back; the steps follow.
pub fn rolled_back(id: u64, steps: usize, by: &Addr, notice: &Notice) -> Event {
    let rolled_back = Event::new("timelock_rolled_back")
        .add_attribute("proposal_id", id.to_string())
        .add_attribute("steps", steps.to_string());
    noticed(rolled_back, by, notice)
}

/// An operation waits for its operators.
pub fn awaits(id: u64, readiness: &Readiness) -> Event {
    let asked = Event::new("timelock_awaits")
        .add_attribute("proposal_id", id.to_string())
        .add_attribute("until", readiness.until.to_string())
        .add_attribute("checksum", readiness.checksum.to_hex());
    weighed(asked, readiness.weight())
}

/// An operator is ready, or is not.
pub fn signalled(fact: &str, id: u64, operator: &Addr, weight: ReadyWeight) -> Event {
    let said =
        Event::new(fact).add_attribute("proposal_id", id.to_string()).add_attribute("operator", operator);
    weighed(said, weight)
}

fn weighed(event: Event, weight: ReadyWeight) -> Event {
    event
        .add_attribute("ready_weight", weight.ready_weight.to_string())
        .add_attribute("needed_weight", weight.needed_weight.to_string())
        .add_attribute("total_weight", weight.total_weight.to_string())
}

/// Who is asked to have releases ready from now on: so many, each of whom follows.
pub fn operators_named(operators: &[(Addr, u64)]) -> Event {
    Event::new("timelock_operators_named").add_attribute("operators", operators.len().to_string())
}

/// One of them.
pub fn operator_named((operator, weight): &(Addr, u64)) -> Event {
    Event::new("timelock_operator_named")
        .add_attribute("operator", operator)
        .add_attribute("weight", weight.to_string())
}
