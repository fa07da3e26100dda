//! What a run of a scenario comes to, as a machine reads it.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Amount, ClassName};

/// What `isonomia run --json` prints.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Report {
    /// Every poll that was opened, by name; one that was not closed stands as it stood at the end.
    pub polls: BTreeMap<String, PollReport>,
    /// Every step that was refused.
    pub refused: Vec<Refusal>,
}

/// One poll.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct PollReport {
    /// The class of its proposal.
    pub class: ClassName,
    /// What was cast.
    pub tally: TallyReport,
    /// V at the snapshot.
    pub total_power: Amount,
    /// X at the snapshot.
    pub total_stake: Amount,
    /// The Yes side of the people's key: the floor of the exact rational.
    pub yes_side: Amount,
    /// The No side of the people's key: the floor of the exact rational.
    pub no_side: Amount,
    /// Every condition of the verdict.
    pub conditions: ConditionsReport,
    /// Whether all of them hold.
    pub passes: bool,
}

/// What was cast for each choice.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct TallyReport {
    /// Cast for Yes.
    pub yes: CastReport,
    /// Cast for No.
    pub no: CastReport,
    /// Cast for Abstain.
    pub abstain: CastReport,
}

/// What was cast for one choice.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct CastReport {
    /// Power.
    pub power: Amount,
    /// Stake, attested or not.
    pub stake: Amount,
    /// Stake of un-attested accounts.
    pub unattested_stake: Amount,
}

/// The conditions of the verdict.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ConditionsReport {
    /// V > 0 and the approval quorum.
    pub quorum: bool,
    /// The people's key.
    pub threshold: bool,
    /// The stake key, relative.
    pub stake_relative: bool,
    /// The stake key, absolute; the third of a bootstrap Critical besides.
    pub stake_support: bool,
    /// The head-count.
    pub head_count: bool,
}

/// A step that was refused.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Refusal {
    /// Which step, counted from 0.
    pub step: usize,
    /// The error of the contract.
    pub error: String,
}
