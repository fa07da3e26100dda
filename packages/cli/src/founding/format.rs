//! The shape of a founding file.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A DAO to be founded. What is left out has the default of the mechanism.
///
/// A duration is a text of whole days or hours of the DAO's own day: `7 d`, `12 h`. A share is a percentage with at most
/// two digits behind the point: `33.33 %`. An amount is a number and a coin of the chain file, or base units of any
/// denomination: `1.5 iso`, `1500000 uiso`; of a cw20 token, base units alone: `1500000`.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Founding {
    /// The name: 1 to 64 bytes. It labels the contracts, and names the DAO in every command.
    pub name: String,
    /// What is staked.
    pub stake: Staked,
    /// What stake weighs in the people's key; for ever.
    #[serde(default)]
    pub weight: Weight,
    /// The time between an exit and its payment, 1 to 90 days; for ever. 28 days unless given.
    pub unbonding: Option<String>,
    /// The length of a season of delegation, 30 to 180 days; for ever. 90 days unless given.
    pub season: Option<String>,
    /// X_min, an amount of what is staked: the least stake that shares of all stake are taken of. Nothing unless given.
    pub least_total_stake: Option<String>,
    /// Who attests persons.
    pub registry: Registry,
    /// Who may cancel what waits and pause, for a term. Nobody unless given, and then a Critical waits half as long again.
    pub guardian: Option<GuardianEntry>,
    /// The rules of voting.
    #[serde(default)]
    pub rules: Rules,
    /// Who may propose, and what it costs.
    #[serde(default)]
    pub entry: Entry,
    /// What small spends may take out of the treasury in any 30 days, one for each asset, at most 32.
    #[serde(default)]
    pub allowances: Vec<AssetAmount>,
    /// The share of what the treasury has of an asset that may leave in any 7 days, 0 % to 100 %; 5 % unless given. A
    /// vote can lower it for an asset at once, and raise it with a delay.
    #[serde(default)]
    pub outflow_cap: Option<String>,
}

/// What is staked.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
pub enum Staked {
    /// A coin of the chain, by its denomination.
    Native(String),
    /// A cw20 token, by its contract.
    Cw20(String),
}

/// What stake weighs in the people's key.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Weight {
    /// K, 1 to 1000000: 1000000 for a coin of 6 decimals (as unless given), 1 for one of 18.
    pub scale: Option<u32>,
    /// m, an amount of what is staked: below it power is linear. A tenth of the expected mean stake is a good choice;
    /// 1000000 base units unless given.
    pub floor_stake: Option<String>,
}

/// The first guardian.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct GuardianEntry {
    /// An account, a multisig, another DAO.
    pub account: String,
    /// How long the term lasts from the founding, at most 180 days; 180 days unless given.
    pub term: Option<String>,
}

/// Who attests persons.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Registry {
    /// The issuers, 1 to 32.
    pub issuers: Vec<IssuerEntry>,
    /// How many of them must have live attestations before two keys are asked for; 2 unless given, 1 where only one is
    /// named.
    pub min_issuers: Option<u64>,
    /// The attestations from which on two keys are asked for, at least 5; 25 unless given.
    pub min_attested: Option<u64>,
    /// An address that attests in place of the registry, for tests or for a registry of your own.
    pub registrar: Option<String>,
}

/// An issuer: its id, and exactly one way to speak.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct IssuerEntry {
    /// A short name, 1 to 32 bytes.
    pub id: String,
    /// An account or contract that files statements itself.
    pub account: Option<String>,
    /// A public key of secp256k1, 33 or 65 bytes in hex or base64.
    pub secp256k1: Option<String>,
    /// A public key of ed25519, 32 bytes in hex or base64.
    pub ed25519: Option<String>,
}

/// The rules of voting.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Rules {
    /// κ: what un-attested stake can make up of a side, 0 to 25 %; 10 % unless given.
    pub unattested: Option<String>,
    /// γ: the cap of a delegate, 1 to 10 % of all power; 3 % unless given.
    pub delegate_cap: Option<String>,
    /// No actions: an opinion.
    pub signal: ClassEntry,
    /// Small spends and routine calls.
    pub standard: ClassEntry,
    /// Everything else.
    pub critical: ClassEntry,
    /// Defensive actions only.
    pub emergency: ClassEntry,
}

/// The rules of one class; the names are those of the conditions of a verdict.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct ClassEntry {
    /// τ: the people's key, 50 to 75 %.
    pub threshold: Option<String>,
    /// θ: Yes of the stake that voted, 0 to 50 %; Critical and Emergency from 33.33 %.
    pub stake_relative: Option<String>,
    /// g: Yes of all stake, 0 to 10 %; Critical and Emergency from 2 %.
    pub stake_support: Option<String>,
    /// q: a fixed quorum in place of the class's own, 8 to 35 %; Critical and Emergency from 10 %.
    pub quorum: Option<String>,
    /// h: attested accounts that said Yes themselves, 0 to 25; Critical and Emergency from 3.
    pub head_count: Option<u64>,
    /// From submission to opening, at most 30 days.
    pub delay: Option<String>,
    /// The time of voting, 1 to 30 days.
    pub voting: Option<String>,
    /// From the verdict to execution.
    pub timelock: Option<String>,
    /// The time for execution, at least 4 days.
    pub window: Option<String>,
}

/// Who may propose, and what it costs.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Entry {
    /// What is deposited with a proposal; nothing unless given.
    pub deposit: Option<AssetAmount>,
    /// What an un-attested account must have staked to propose, an amount of what is staked; nothing unless given.
    pub least_stake: Option<String>,
}

/// An amount of a coin, or of a cw20 token.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct AssetAmount {
    /// How much: `1.5 iso`, `1500000 uiso`; of a cw20 token `1500000`.
    pub amount: String,
    /// The contract of the token, where it is one.
    pub cw20: Option<String>,
}
