//! The steps of a scenario beside its votes: what is decided, and what guardians, holders and recipients do.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Amount, ClassName, Step};

/// Coins for the treasury.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Fund {
    /// Base units of cash.
    pub amount: Amount,
}

/// What a proposal would be.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Preview {
    /// What it would decide, in order, each as `isonomia propose --do` takes it.
    #[serde(rename = "do")]
    pub decisions: Vec<String>,
    /// The class that it is expected to be of; `emergency` asks for one.
    pub class: ClassName,
}

/// What passed and is to be executed.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Execute {
    /// The name of its poll.
    pub poll: String,
}

/// A cancellation, as the guardian.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Cancel {
    /// The name of the account that cancels.
    pub account: String,
    /// The name of the poll whose proposal is cancelled.
    pub poll: String,
    /// The name of the incident, 1 to 64 bytes.
    pub incident: String,
    /// Why, 1 to 512 bytes.
    pub reason: String,
}

/// A pause, as the guardian.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Pause {
    /// The name of the account that pauses.
    pub account: String,
    /// What is paused.
    pub scope: ScopeName,
    /// For how long, in seconds.
    pub seconds: u64,
    /// The name of the incident, 1 to 64 bytes.
    pub incident: String,
    /// Why, 1 to 512 bytes.
    pub reason: String,
}

/// What is paused.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ScopeName {
    /// The treasury pays nobody.
    Treasury,
    /// The timelock executes nothing but what only changes the guardian or only unpauses.
    Execution,
}

/// A payment out of a budget.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Pay {
    /// The name of the account that pays: the holder.
    pub account: String,
    /// The number of the budget; they count from 1.
    pub budget: u64,
    /// Base units.
    pub amount: Amount,
    /// The name of the account that is paid.
    pub to: String,
}

/// A withdrawal from a stream.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct WithdrawStream {
    /// The name of the account that withdraws: the recipient.
    pub account: String,
    /// The number of the stream; they count from 1.
    pub stream: u64,
}

/// A step that has to be refused.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ExpectRefusal {
    /// The step.
    pub step: Box<Step>,
    /// A part of the error that is expected.
    pub error: String,
}

/// What somebody has to have.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Has {
    /// The name of the account.
    pub account: String,
    /// Base units of cash, exactly.
    pub amount: Amount,
}

/// What the treasury has to have.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct TreasuryHas {
    /// Base units of cash, exactly.
    pub amount: Amount,
}
