//! What the contracts tell, in words: every event with its attributes, and every action with the events that it may have.
//!
//! Nothing of this runs on a chain. `schema/events.json` is written from it, and from that the table of the TypeScript
//! package; the chapter `indexer` holds it against what the contracts emit. Who adds an event to a contract's `event.rs`
//! adds it to the file of that contract here.

pub mod kind;

mod identity;
mod proposal;
mod timelock;
mod treasury;
mod vault;
mod voting;

use kind::Kind;

/// What one contract tells.
pub struct Contract {
    /// Its name: every event of it begins with it.
    pub name: &'static str,
    /// What its messages are called in the plain event.
    pub actions: &'static [Action],
    /// Its events.
    pub events: &'static [Event],
}

/// What the plain event of a message says of it.
pub struct Action {
    /// The value of `action`.
    pub name: &'static str,
    /// The events that may follow it.
    pub events: &'static [&'static str],
}

/// An event.
pub struct Event {
    /// Its name; its type on the chain is `wasm-` and the name.
    pub name: &'static str,
    /// What has happened when it is emitted.
    pub says: &'static str,
    /// Its attributes, in groups that events share.
    pub attributes: &'static [&'static [Attribute]],
}

/// An attribute of an event.
pub struct Attribute {
    /// Its key.
    pub key: &'static str,
    /// What its value is.
    pub kind: &'static Kind,
    /// What it means.
    pub says: &'static str,
    /// Whether there is always something to say.
    pub given: Given,
}

/// Whether an attribute is there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Given {
    /// Always.
    Always,
    /// It is left out where there is nothing to say.
    Sometimes,
    /// It is `none` where there is nothing to say.
    OrNone,
}

/// The attributes of the plain event, `wasm`, that every message of every contract has.
pub const PLAIN: &[Attribute] = &[
    always("action", &kind::NAME, "The message, as in the list of actions of its contract."),
    sometimes(
        "sender",
        &kind::ADDRESS,
        "Who sent it; for a cw20 that was sent along, who sent that. A migration does not say.",
    ),
    sometimes(
        "proposal_id",
        &kind::ID,
        "The proposal, poll or operation that the message is about, if it is about one.",
    ),
];

/// What a contract tells as other code takes it over. Nothing but its code, and what its store says of that, changes.
const MIGRATED: &[Attribute] = &[
    always("from", &kind::NAME, "The version that the code had."),
    always("to", &kind::NAME, "The version that it has."),
    always("layout", &kind::ID, "The number of the layout of its store, from 1."),
    always("rollback", &kind::FLAG, "Whether that was a way back, on which versions may fall."),
];

/// All that the six contracts tell.
pub const CONTRACTS: [&Contract; 6] = [
    &vault::CONTRACT,
    &voting::CONTRACT,
    &identity::CONTRACT,
    &proposal::CONTRACT,
    &timelock::CONTRACT,
    &treasury::CONTRACT,
];

impl Event {
    /// Its attributes, in their order.
    pub fn attributes(&self) -> impl Iterator<Item = &'static Attribute> {
        self.attributes.iter().flat_map(|group| group.iter())
    }
}

const fn always(key: &'static str, kind: &'static Kind, says: &'static str) -> Attribute {
    Attribute { key, kind, says, given: Given::Always }
}

const fn sometimes(key: &'static str, kind: &'static Kind, says: &'static str) -> Attribute {
    Attribute { key, kind, says, given: Given::Sometimes }
}

const fn or_none(key: &'static str, kind: &'static Kind, says: &'static str) -> Attribute {
    Attribute { key, kind, says, given: Given::OrNone }
}

const fn event(name: &'static str, says: &'static str, attributes: &'static [&'static [Attribute]]) -> Event {
    Event { name, says, attributes }
}

const fn action(name: &'static str, events: &'static [&'static str]) -> Action {
    Action { name, events }
}
