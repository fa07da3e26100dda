//! Operations as they are scheduled, and what an action may assert.

use cosmwasm_schema::cw_serde;
use cosmwasm_std::{Binary, HexBinary};
use isonomia_core::class::Class;
use isonomia_core::pin::Pin;
use isonomia_core::readiness::ReadyBy;

/// An operation as the proposal contract schedules it.
#[cw_serde]
#[serde(deny_unknown_fields)]
pub struct NewOperation {
    /// The id, which is the proposal's.
    pub id: u64,
    /// The class.
    pub class: Class,
    /// The SHA-256 of the actions.
    pub hash: HexBinary,
    /// Seconds until it may be executed.
    pub delay: u64,
    /// Seconds in which it may be executed.
    pub window: u64,
    /// The moment from which the stake that voted may be paid out.
    pub locked_until: u64,
    /// The contracts that its actions call or migrate, each with the code that it ran at submission; at most 16.
    pub pins: Vec<Pin>,
    /// Whether it only changes the guardian or only unpauses: then the guardian cannot cancel it, and no pause holds it up.
    pub protected: bool,
    /// What the operators are to have ready, if it waits for them.
    pub ready: Option<ReadyBy>,
}

/// What must hold.
#[cw_serde]
#[serde(deny_unknown_fields)]
pub struct Assertion {
    /// The contract that is asked.
    pub contract: String,
    /// The smart query, as JSON.
    pub query: Binary,
    /// Where in the answer to look: keys and indices behind `/` (RFC 6901). At most 256 characters.
    pub pointer: String,
    /// How to compare.
    pub expect: Expect,
    /// With what: a string as it is, anything else as compact JSON; a whole number for `at_least` and `at_most`. At most
    /// 1024 characters.
    pub value: String,
}

/// How an assertion compares.
#[cw_serde]
#[derive(Copy, Eq)]
pub enum Expect {
    /// The same text.
    Equals,
    /// A number not below.
    AtLeast,
    /// A number not above.
    AtMost,
}
