//! An upgrade as people write it into a file: which contracts get which code, what must hold then, and the way back.

use anyhow::{bail, ensure, Context, Result};
use cosmwasm_std::{Binary, CosmosMsg, HexBinary};
use isonomia_api::call::call;
use isonomia_api::plan::Suite;
use isonomia_api::timelock::{Assertion, ExecuteMsg, Expect, RollbackPlan};
use isonomia_core::alarm;
use isonomia_core::clock::Day;
use isonomia_core::json::{self, canonical_object};
use isonomia_core::policy;
use isonomia_core::readiness::ReadyBy;
use isonomia_core::soak::Soak;
use isonomia_core::upgrade::{
    check_alarms, check_codes, check_steps, ApprovedCode, Migrated, RollbackStep, MAX_STEPS,
};
use serde::Deserialize;
use serde_json::{json, Value};

use super::codes::{known, Known, Move};
use crate::keeper::Asked;
use crate::shell::desk::Desk;

/// What an upgrade comes to.
pub struct Planned {
    /// The migrations, the approval behind them, and what must hold then.
    pub actions: Vec<CosmosMsg>,
    /// What the operators are to have ready.
    pub ready: Option<ReadyBy>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    migrations: Vec<Entry>,
    #[serde(default)]
    assertions: Vec<Claim>,
    rollback: Value,
    #[serde(default)]
    ready: Option<Ready>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    contract: String,
    code_id: u64,
    #[serde(default)]
    msg: Option<Value>,
    /// The SHA-256 that the code is expected to have.
    #[serde(default)]
    checksum: Option<HexBinary>,
    #[serde(default)]
    back: Option<Back>,
}

/// Another step back than to the present code with `{"rollback": true}`.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Back {
    code_id: Option<u64>,
    msg: Option<Value>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Plan {
    soak: String,
    #[serde(default)]
    alarms: Vec<Claim>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Claim {
    contract: String,
    query: Value,
    pointer: String,
    expect: Expect,
    value: Value,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ready {
    until: String,
    checksum: HexBinary,
}

/// The upgrade of a file: one JSON object. No key may stand twice, and no number may be a fraction.
pub fn parse<D: Asked>(desk: &Desk<'_, D>, text: &str) -> Result<Planned> {
    let read = json::Value::parse(text.as_bytes()).context("an upgrade is one JSON object")?;
    let file: File = serde_json::from_slice(&read.canonical()?).context("this is no upgrade")?;
    let moves: Vec<Move> = file.migrations.iter().map(|entry| entry.ahead(desk)).collect::<Result<_>>()?;
    ensure!(!moves.is_empty(), "an upgrade migrates a contract");
    ensure!(
        moves.len() <= MAX_STEPS,
        "an upgrade migrates at most {MAX_STEPS} contracts, not {}",
        moves.len()
    );
    let found = known(desk, &moves)?;
    let migrations = approved(&file.migrations, &moves, &found)?;
    check_codes(&migrations)?;
    let rollback = way_back(desk, &file, &moves, &found)?;
    let timelock = &desk.contracts().timelock;
    let mut actions: Vec<CosmosMsg> = moves.iter().map(Move::action).collect();
    actions.push(call(timelock, &ExecuteMsg::Upgrade { migrations, rollback })?);
    for claim in &file.assertions {
        actions.push(call(timelock, &ExecuteMsg::Assert { assertion: claim.read(desk)? })?);
    }
    let ready = file.ready.map(|ready| ready.read(desk)).transpose()?;
    Ok(Planned { actions, ready })
}

/// The code as the chain tells it; where the file expects another checksum, there is none.
fn approved(entries: &[Entry], moves: &[Move], found: &[Known]) -> Result<Vec<ApprovedCode>> {
    let approve = |((entry, to), known): ((&Entry, &Move), &Known)| {
        if let Some(expected) = entry.checksum.as_ref().filter(|expected| **expected != known.checksum) {
            bail!("code {} has the SHA-256 {}, and not {expected}", to.code_id, known.checksum);
        }
        Ok(ApprovedCode { contract: to.contract.clone(), checksum: known.checksum.clone() })
    };
    entries.iter().zip(moves).zip(found).map(approve).collect()
}

/// The way back, if there is to be one: a step for each contract but the timelock, the last first.
fn way_back<D: Asked>(
    desk: &Desk<'_, D>,
    file: &File,
    moves: &[Move],
    found: &[Known],
) -> Result<Option<RollbackPlan>> {
    let plan: Plan = match &file.rollback {
        Value::String(word) if word == "none" => {
            ensure!(file.migrations.iter().all(|entry| entry.back.is_none()), "`back` goes with a rollback");
            return Ok(None);
        }
        given => serde_json::from_value(given.clone())
            .context("a rollback is \"none\", or {\"soak\": \"14d\", \"alarms\": [...]}")?,
    };
    let soak = desk.clock.duration(&plan.soak)?;
    Soak::begin(soak, Day(desk.clock.day), desk.clock.now)?;
    let timelock = desk.contracts().timelock.as_str();
    let mut backs = vec![];
    for ((entry, to), known) in file.migrations.iter().zip(moves).zip(found).rev() {
        if to.contract != timelock {
            backs.push(entry.behind(to, known.present)?);
        }
    }
    let checksums = if backs.is_empty() { vec![] } else { known(desk, &backs)? };
    let step = |(Move { contract, code_id, msg }, known): (Move, Known)| RollbackStep {
        contract,
        code_id,
        checksum: known.checksum,
        msg,
    };
    let steps = backs.into_iter().zip(checksums).map(step).collect();
    let steps = check_steps(steps, &migrated(moves, found), timelock)?;
    Ok(Some(RollbackPlan { soak, steps, alarms: alarms(desk, &plan.alarms)? }))
}

fn migrated(moves: &[Move], found: &[Known]) -> Vec<Migrated> {
    let each = |(to, known): (&Move, &Known)| Migrated {
        contract: to.contract.clone(),
        pinned: known.present,
        upgraded: to.code_id,
    };
    moves.iter().zip(found).map(each).collect()
}

/// What lets anyone roll back: only what governance alone changes, as the timelock will see to.
fn alarms<D: Asked>(desk: &Desk<'_, D>, claims: &[Claim]) -> Result<Vec<Assertion>> {
    check_alarms(claims.len())?;
    let Suite { voting, identity, proposal, timelock, treasury, .. } = desk.contracts();
    let known = policy::Known {
        timelock: timelock.as_str(),
        treasury: treasury.as_str(),
        identity: identity.as_str(),
        voting: voting.as_str(),
        proposal: proposal.as_str(),
    };
    let read = |claim: &Claim| {
        let alarm = claim.read(desk)?;
        alarm::check(&known, &alarm.contract, &alarm.query, &alarm.pointer)?;
        Ok(alarm)
    };
    claims.iter().map(read).collect()
}

impl Entry {
    fn ahead<D: Asked>(&self, desk: &Desk<'_, D>) -> Result<Move> {
        ensure!(self.contract != "vault", "the vault has no administrator: nobody gives it other code");
        let contract = desk.contract_named(&self.contract)?;
        let msg = message(self.msg.as_ref().unwrap_or(&json!({})))?;
        Ok(Move { contract, code_id: self.code_id, msg })
    }

    fn behind(&self, to: &Move, present: u64) -> Result<Move> {
        let (code_id, msg) = self.back.as_ref().map_or((None, None), |back| (back.code_id, back.msg.clone()));
        let msg = message(&msg.unwrap_or_else(|| json!({ "rollback": true })))?;
        Ok(Move { contract: to.contract.clone(), code_id: code_id.unwrap_or(present), msg })
    }
}

impl Claim {
    fn read<D: Asked>(&self, desk: &Desk<'_, D>) -> Result<Assertion> {
        let value = self.value.as_str().map_or_else(|| self.value.to_string(), str::to_string);
        Ok(Assertion {
            contract: desk.contract_named(&self.contract)?,
            query: message(&self.query)?,
            pointer: self.pointer.clone(),
            expect: self.expect,
            value,
        })
    }
}

impl Ready {
    fn read<D: Asked>(&self, desk: &Desk<'_, D>) -> Result<ReadyBy> {
        let ready = ReadyBy { until: desk.clock.moment(&self.until)?, checksum: self.checksum.clone() };
        ready.check(desk.clock.now)?;
        Ok(ready)
    }
}

fn message(value: &Value) -> Result<Binary> {
    Ok(canonical_object(value.to_string().as_bytes())?.into())
}
