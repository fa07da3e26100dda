//! The timelock, from its events.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use cosmwasm_std::{Addr, HexBinary};
use isonomia_api::timelock::{
    Act, ConfigResponse, ExecutingResponse, GuardianResponse, IncidentInfo, IncidentsResponse, LeastDelays,
    Lowering, OperationInfo, OperationResponse, OperationsResponse, PauseInfo, PauseResponse, QueryMsg,
};
use isonomia_core::clock::{is_due, Day};
use isonomia_core::guardian::{seat, Guardian};
use isonomia_core::operation::{Operation, OperationState};
use isonomia_core::pause::{Pause, PauseStage};
use isonomia_core::pin::Pin;
use isonomia_embedded::Dao;

use super::reading::Fact;
use super::same;

#[derive(Default)]
pub struct Timelock {
    config: Option<ConfigResponse>,
    operations: BTreeMap<u64, (Operation, Vec<Pin>)>,
    executing: Option<u64>,
    guardian: Option<Guardian>,
    pause: Option<Pause>,
    incidents: BTreeMap<u64, IncidentInfo>,
}

impl Timelock {
    fn config(&mut self) -> Result<&mut ConfigResponse> {
        self.config.as_mut().context("no timelock was made")
    }

    pub fn fold(&mut self, fact: &Fact) -> Result<()> {
        match fact.name {
            "timelock_instantiated" => self.config = Some(config(fact)?),
            "timelock_proposal_named" => self.config()?.proposal = fact.addr("proposal")?,
            "timelock_least_delays_set" => {
                let config = self.config()?;
                config.least_delays = least_delays(fact)?;
                config.lowerings.clear();
            }
            "timelock_least_delay_falls" => {
                let (class, seconds) = (fact.word("class")?, fact.get("seconds")?);
                self.config()?.lowerings.push(Lowering { class, seconds, from: fact.get("from")? });
            }
            "timelock_scheduled" => {
                self.operations.insert(fact.get("id")?, (operation(fact)?, fact.pins()?));
            }
            "timelock_executed" => {
                self.executing = Some(fact.get("id")?);
                self.ends(fact, OperationState::Executed)?;
            }
            "timelock_cancelled" => {
                self.ends(fact, OperationState::Cancelled)?;
                self.enter(fact, Act::Cancelled { id: fact.get("id")? })?;
            }
            "timelock_paused" => {
                let (scope, until) = (fact.word("scope")?, fact.get("until")?);
                self.pause = Some(Pause { scope, from: fact.time, until });
                self.enter(fact, Act::Paused { scope, until })?;
            }
            "timelock_unpaused" => {
                self.pause.as_mut().context("nothing is paused")?.until = fact.get("until")?;
            }
            "timelock_guardian_named" => {
                let (account, until) = (fact.addr("guardian")?, fact.get("until")?);
                self.guardian = Some(Guardian { account, until });
            }
            "timelock_guardian_removed" => self.guardian = None,
            "timelock_asserted" => {}
            other => anyhow::bail!("tests/chapters/indexer/timelock.rs does nothing with {other}"),
        }
        Ok(())
    }

    fn ends(&mut self, fact: &Fact, state: OperationState) -> Result<()> {
        let (operation, _) = self.operations.get_mut(&fact.get("id")?).context("nothing was scheduled")?;
        operation.state = state;
        Ok(())
    }

    fn enter(&mut self, fact: &Fact, act: Act) -> Result<()> {
        let (number, at, by) = (fact.get("number")?, fact.time, fact.addr("by")?);
        let (incident, reason) = (fact.text("incident")?, fact.text("reason")?);
        self.incidents.insert(number, IncidentInfo { number, at, by, act, incident, reason });
        Ok(())
    }

    pub fn compare(&self, dao: &Dao) -> Result<()> {
        let (timelock, now) = (&dao.contracts.timelock, dao.now());
        same("the timelock", &self.config_now(now)?, &dao.ask(timelock, &QueryMsg::Config {})?)?;
        let infos = self.operations.iter().map(|(id, (operation, _))| info(*id, operation, now));
        let operations = OperationsResponse { operations: infos.collect() };
        let asked = QueryMsg::Operations { start_after: None, limit: Some(100) };
        same("operations", &operations, &dao.ask(timelock, &asked)?)?;
        for (id, (_, pins)) in &self.operations {
            let told: OperationResponse = dao.ask(timelock, &QueryMsg::Operation { id: *id })?;
            same("pins", pins, &told.pins)?;
        }
        let executing = ExecutingResponse { id: self.executing };
        same("the operation that was executed", &executing, &dao.ask(timelock, &QueryMsg::Executing {})?)?;
        let guardian = GuardianResponse {
            guardian: self.guardian.as_ref().map(|guardian| guardian.account.clone()),
            until: self.guardian.as_ref().map(|guardian| guardian.until),
            seat: seat(self.guardian.as_ref(), now),
        };
        same("the guardian", &guardian, &dao.ask(timelock, &QueryMsg::Guardian {})?)?;
        same("the pause", &self.pause_now(now)?, &dao.ask(timelock, &QueryMsg::Pause {})?)?;
        let incidents = IncidentsResponse { incidents: self.incidents.values().cloned().collect() };
        let asked = QueryMsg::Incidents { start_after: None, limit: Some(100) };
        same("incidents", &incidents, &dao.ask(timelock, &asked)?)
    }

    /// A least delay falls by itself.
    fn config_now(&self, now: u64) -> Result<ConfigResponse> {
        let mut config = self.config.clone().context("no timelock was made")?;
        for Lowering { class, seconds, from } in std::mem::take(&mut config.lowerings) {
            if !is_due(from, now) {
                config.lowerings.push(Lowering { class, seconds, from });
                continue;
            }
            match class.name() {
                "standard" => config.least_delays.standard = seconds,
                "critical" => config.least_delays.critical = seconds,
                _ => config.least_delays.emergency = seconds,
            }
        }
        Ok(config)
    }

    fn pause_now(&self, now: u64) -> Result<PauseResponse> {
        let day = Day(self.config.as_ref().context("no timelock was made")?.day);
        let stage = self.pause.as_ref().map_or(PauseStage::Free, |pause| pause.stage(day, now));
        let info = |pause: &Pause| {
            let Pause { scope, from, until } = pause.clone();
            PauseInfo { scope, from, until, free_from: until + 7 * day.0 }
        };
        Ok(PauseResponse { last: self.pause.as_ref().map(info), stage })
    }
}

fn config(fact: &Fact) -> Result<ConfigResponse> {
    let least_delays = LeastDelays { standard: 0, critical: 0, emergency: 0 };
    let (treasury, day, proposal) = (fact.addr("treasury")?, fact.get("day")?, Addr::unchecked(""));
    Ok(ConfigResponse { proposal, treasury, day, least_delays, lowerings: vec![] })
}

fn least_delays(fact: &Fact) -> Result<LeastDelays> {
    let (standard, critical) = (fact.get("standard")?, fact.get("critical")?);
    Ok(LeastDelays { standard, critical, emergency: fact.get("emergency")? })
}

fn operation(fact: &Fact) -> Result<Operation> {
    Ok(Operation {
        class: fact.word("class")?,
        hash: HexBinary::from_hex(&fact.text("hash")?)?,
        eta: fact.get("eta")?,
        expires: fact.get("expires")?,
        protected: fact.get("protected")?,
        state: OperationState::Scheduled,
    })
}

fn info(id: u64, operation: &Operation, now: u64) -> OperationInfo {
    let stage = operation.stage(now);
    let Operation { class, hash, eta, expires, protected, .. } = operation.clone();
    OperationInfo { id, class, hash, eta, expires, stage, void: None, protected }
}
