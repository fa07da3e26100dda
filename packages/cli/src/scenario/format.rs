//! The scenario file: parameters and steps, as a person writes them. `docs/scenario.md` is its manual.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    Amount, Cancel, Execute, ExpectRefusal, Fund, Has, OperatorReady, OperatorUnready, Pause, Pay, Preview,
    Rollback, StoreCode, TreasuryHas, WithdrawStream,
};

/// A whole scenario: the parameters of the DAO, then what happens, in order.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// The parameters of the DAO; each one that is left out has the default of the mechanism.
    #[serde(default)]
    pub params: Params,
    /// What happens, in order. No two steps share a block.
    #[serde(default)]
    pub steps: Vec<Step>,
}

/// The parameters of the DAO.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Params {
    /// K of the weight, 1 to 10^6; 10^6 unless given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub k: Option<Amount>,
    /// m of the weight, in base units, at least 1; 10^6 unless given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub floor_stake: Option<Amount>,
    /// κ, the un-attested share of a side, in basis points, 0 to 2500; 1000 unless given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kappa_bps: Option<u64>,
    /// γ, the cap of a delegate, in basis points, 100 to 1000; 300 unless given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cap_bps: Option<u64>,
    /// The length of a season in seconds, 30 to 180 days; 90 days unless given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub season_seconds: Option<u64>,
    /// The unbonding time in seconds, at least the T10 sum and at most 90 days; 28 days unless given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unbonding_seconds: Option<u64>,
    /// The attestations that latch two-key mode; 25 unless given. 0 means two keys from the first poll.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_attested: Option<u64>,
    /// X_min, the least stake that shares are taken of, in base units; 0 unless given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_total_stake: Option<Amount>,
    /// The rules of each class.
    pub classes: Classes,
}

/// The rules of each class; what is left out has the default of the mechanism.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Classes {
    /// Signal: no actions.
    pub signal: ClassParams,
    /// Standard: small spends and routine calls.
    pub standard: ClassParams,
    /// Critical: everything else.
    pub critical: ClassParams,
    /// Emergency: defensive actions only.
    pub emergency: ClassParams,
}

/// The rules of one class; what is left out has the default of the mechanism.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct ClassParams {
    /// τ, the threshold of the people's key, in basis points, 5000 to 7500.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tau_bps: Option<u64>,
    /// θ, the relative stake key, in basis points, 0 to 5000; Critical and Emergency at least 3333.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub theta_bps: Option<u64>,
    /// g, the absolute stake key, in basis points, 0 to 1000; Critical and Emergency at least 200.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub support_bps: Option<u64>,
    /// q, a fixed quorum in place of the class's own, in basis points, 800 to 3500; Critical and Emergency at
    /// least 1000.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quorum_bps: Option<u64>,
    /// h, the head-count, 0 to 25; Critical and Emergency at least 3.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub head_count: Option<u64>,
    /// The time between submission and opening, in seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delay_seconds: Option<u64>,
    /// The time of voting, in seconds, 1 to 30 days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub voting_seconds: Option<u64>,
    /// The delay of the timelock, in seconds. Signal has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timelock_seconds: Option<u64>,
    /// The execution window, in seconds. Signal has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub window_seconds: Option<u64>,
}

/// One thing that somebody does.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Step {
    /// The account locks more of the staked coin in the vault; the runner gives it the coins first.
    Stake(AccountAmount),
    /// The account takes stake out of the vault.
    Unstake(AccountAmount),
    /// The registrar attests the account; attesting again renews. The attestation never expires.
    Attest(Account),
    /// The registrar ends the attestation of the account.
    Revoke(Account),
    /// The account registers as a delegate: a new generation, whose seasons count from now.
    RegisterDelegate(Account),
    /// The delegate resigns.
    ResignDelegate(Account),
    /// The account delegates; this replaces and renews whatever it delegated before.
    Delegate(Delegate),
    /// The account takes its delegation back.
    Undelegate(Account),
    /// The clock moves.
    Advance(Advance),
    /// A fresh proposer submits a proposal of the class, the clock moves to the opening of its poll, and the poll
    /// is opened. Refused where what is decided is of another class.
    Open(Open),
    /// The account votes, or changes its vote.
    Vote(Vote),
    /// The clock moves to the end of the poll, extensions included (or not at all if that is past), and the
    /// proposal is resolved.
    Close(Close),
    /// The clock moves to the moment at which what passed may be executed (or not at all if that is past), and it is
    /// executed.
    Execute(Execute),
    /// Somebody stores the code of a contract once more. Its id is the next: the contracts are made of 1 to 6.
    StoreCode(StoreCode),
    /// An operator says that it has ready what an upgrade waits for.
    OperatorReady(OperatorReady),
    /// It takes that back.
    OperatorUnready(OperatorUnready),
    /// An upgrade is rolled back in its soak: by the guardian, or by anyone once an alarm is raised.
    Rollback(Rollback),
    /// The guardian cancels what passed and was not executed.
    Cancel(Cancel),
    /// The guardian pauses.
    Pause(Pause),
    /// The holder pays out of a budget.
    Pay(Pay),
    /// The recipient takes what is due of a stream.
    WithdrawStream(WithdrawStream),
    /// The treasury is given cash out of nothing.
    Fund(Fund),
    /// Refused unless a proposal that decides this would be of this class. It changes nothing.
    Preview(Preview),
    /// Refused unless the account has exactly so much cash.
    Has(Has),
    /// Refused unless the treasury has exactly so much cash.
    TreasuryHas(TreasuryHas),
    /// Does a step that has to be refused. Refused where it is not, or for another reason.
    ExpectRefusal(ExpectRefusal),
}

/// An account and an amount of the staked coin.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct AccountAmount {
    /// The name of the account.
    pub account: String,
    /// Base units of the staked coin.
    pub amount: Amount,
}

/// An account.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Account {
    /// The name of the account.
    pub account: String,
}

/// A delegation, whole.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Delegate {
    /// The principal.
    pub account: String,
    /// Up to eight delegates, with parts that sum to at most 10 000 basis points.
    pub to: Vec<Part>,
}

/// One part of a delegation.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// The name of the delegate.
    pub delegate: String,
    /// The part, in basis points of the principal's contribution.
    pub bps: u64,
}

/// A move of the clock.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Advance {
    /// How far, in seconds.
    pub seconds: u64,
}

/// A poll to open.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Open {
    /// The name of the poll, new in this scenario.
    pub poll: String,
    /// The class of its proposal.
    pub class: ClassName,
    /// What it decides, in order, each as `isonomia propose --do` takes it (docs/shell.md); what makes it a proposal of the
    /// class unless given.
    #[serde(default, rename = "do", skip_serializing_if = "Vec::is_empty")]
    pub decisions: Vec<String>,
    /// An upgrade behind that, as `isonomia propose --upgrade` reads it from a file (docs/upgrades.md).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub upgrade: Option<serde_json::Value>,
}

/// A class of proposals.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ClassName {
    /// No actions.
    Signal,
    /// Small spends and routine calls.
    Standard,
    /// Everything else.
    Critical,
    /// Defensive actions only.
    Emergency,
}

/// A ballot.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Vote {
    /// The name of the poll.
    pub poll: String,
    /// The name of the account that votes.
    pub account: String,
    /// What it votes.
    pub choice: ChoiceName,
}

/// A choice.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ChoiceName {
    /// In favour.
    Yes,
    /// Against.
    No,
    /// Neither.
    Abstain,
}

/// A poll to close.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Close {
    /// The name of the poll.
    pub poll: String,
}
