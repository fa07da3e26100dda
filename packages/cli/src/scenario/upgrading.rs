//! Upgrades in a scenario: code, operators, and the way back.

use anyhow::Result;
use cosmwasm_std::{CosmosMsg, HexBinary};
use isonomia_api::timelock::ExecuteMsg;
use isonomia_core::readiness::ReadyBy;
use isonomia_embedded::{suite_codes, Code};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Open, Runner};
use crate::shell::parse_upgrade;

/// Code that is stored.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct StoreCode {
    /// The code of which contract.
    pub contract: ContractName,
}

/// A contract that can be given other code.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ContractName {
    /// Voting.
    Voting,
    /// The registry.
    Identity,
    /// The proposal contract.
    Proposal,
    /// The timelock.
    Timelock,
    /// The treasury.
    Treasury,
}

/// An operator who is ready.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct OperatorReady {
    /// The name of the account that is ready: the operator.
    pub account: String,
    /// The name of the poll whose proposal waits.
    pub poll: String,
    /// The SHA-256 of what it has ready, in hex.
    #[schemars(with = "String")]
    pub checksum: HexBinary,
}

/// An operator who is not ready any more.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct OperatorUnready {
    /// The name of the account that is not: the operator.
    pub account: String,
    /// The name of the poll whose proposal waits.
    pub poll: String,
}

/// A rollback.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Rollback {
    /// The name of the account that rolls back.
    pub account: String,
    /// The name of the poll whose proposal has upgraded.
    pub poll: String,
    /// The name of the incident, 1 to 64 bytes.
    pub incident: String,
    /// Why, 1 to 512 bytes.
    pub reason: String,
}

impl ContractName {
    fn code(self) -> Code {
        let codes = suite_codes();
        match self {
            ContractName::Voting => codes.voting,
            ContractName::Identity => codes.identity,
            ContractName::Proposal => codes.proposal,
            ContractName::Timelock => codes.timelock,
            ContractName::Treasury => codes.treasury,
        }
    }
}

impl Runner {
    /// What a proposal does, and what its operators are to have ready; nothing where its scenario does not say.
    pub(super) fn written(&self, step: &Open) -> Result<Option<(Vec<CosmosMsg>, Option<ReadyBy>)>> {
        if step.decisions.is_empty() && step.upgrade.is_none() {
            return Ok(None);
        }
        let mut actions = self.decided(&step.decisions)?;
        let Some(upgrade) = &step.upgrade else { return Ok(Some((actions, None))) };
        let planned = parse_upgrade(&self.desk("")?, &upgrade.to_string())?;
        actions.extend(planned.actions);
        Ok(Some((actions, planned.ready)))
    }

    pub(super) fn store_code(&mut self, step: &StoreCode) -> Result<()> {
        self.dao.app.store_code(step.contract.code());
        Ok(())
    }

    pub(super) fn operator_ready(&mut self, step: &OperatorReady) -> Result<()> {
        let (id, checksum) = (self.known(&step.poll)?, step.checksum.clone());
        self.tell_timelock(&step.account, &ExecuteMsg::Ready { id, checksum })
    }

    pub(super) fn operator_unready(&mut self, step: &OperatorUnready) -> Result<()> {
        let id = self.known(&step.poll)?;
        self.tell_timelock(&step.account, &ExecuteMsg::Unready { id })
    }

    pub(super) fn rollback(&mut self, step: &Rollback) -> Result<()> {
        let (id, incident, reason) = (self.known(&step.poll)?, step.incident.clone(), step.reason.clone());
        self.tell_timelock(&step.account, &ExecuteMsg::Rollback { id, incident, reason })
    }
}
