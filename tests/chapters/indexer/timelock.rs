//! The timelock, from its events.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use cosmwasm_std::{Addr, HexBinary};
use isonomia_api::timelock::{
    Act, ConfigResponse, ExecutingResponse, GuardianResponse, IncidentInfo, IncidentsResponse, LeastDelays,
    Lowering, OperationInfo, OperationResponse, OperationsResponse, Operator as NamedOperator, OperatorInfo,
    OperatorsResponse, PauseInfo, PauseResponse, QueryMsg, ReadinessInfo, UpgradeResponse,
};
use isonomia_core::clock::{is_due, Day, Moment};
use isonomia_core::guardian::{seat, Guardian};
use isonomia_core::operation::{Operation, OperationState};
use isonomia_core::pause::{Pause, PauseStage};
use isonomia_core::pin::Pin;
use isonomia_core::readiness::{Operator, Readiness, ReadyWeight};
use isonomia_core::soak::Soak;
use isonomia_core::upgrade::Migrated;
use isonomia_embedded::Dao;

use super::reading::Fact;
use super::same;

#[derive(Default)]
pub struct Timelock {
    config: Option<ConfigResponse>,
    operations: BTreeMap<u64, Known>,
    operators: Vec<Operator>,
    executing: Option<u64>,
    guardian: Option<Guardian>,
    pause: Option<Pause>,
    incidents: BTreeMap<u64, IncidentInfo>,
}

struct Known {
    operation: Operation,
    pins: Vec<Pin>,
    ended: Option<Moment>,
    readiness: Option<Readiness>,
    migrated: Vec<Migrated>,
    soak: Option<Soak>,
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
                self.operations.insert(fact.get("proposal_id")?, scheduled(fact)?);
            }
            "timelock_executed" => {
                self.executing = Some(fact.get("proposal_id")?);
                self.ends(fact, OperationState::Executed)?;
            }
            "timelock_cancelled" => {
                self.ends(fact, OperationState::Cancelled)?;
                self.enter(fact, Act::Cancelled { id: fact.get("proposal_id")? })?;
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
            "timelock_asserted" | "timelock_migrated" => {}
            "timelock_operators_named" => self.operators.clear(),
            "timelock_operator_named" => {
                let (account, weight) = (fact.addr("operator")?, fact.get("weight")?);
                self.operators.push(Operator { account, weight, ready: false });
            }
            "timelock_awaits" => {
                let (until, operators) = (fact.get("until")?, self.operators.clone());
                let checksum = HexBinary::from_hex(&fact.text("checksum")?)?;
                self.known(fact)?.readiness = Some(Readiness { until, checksum, operators });
            }
            "timelock_ready" | "timelock_unready" => self.signal(fact)?,
            "timelock_upgraded" => {
                let until = fact.get_maybe("rollback_until")?;
                self.known(fact)?.soak = until.map(|until| Soak { until, rolled_back: false });
            }
            "timelock_code_approved" => {
                let (pinned, upgraded) = (fact.get("pinned")?, fact.get("upgraded")?);
                let migrated = Migrated { contract: fact.text("contract")?, pinned, upgraded };
                self.known(fact)?.migrated.push(migrated);
            }
            "timelock_rolled_back" => {
                self.known(fact)?.soak.as_mut().context("no way back")?.rolled_back = true;
                self.enter(fact, Act::RolledBack { id: fact.get("proposal_id")? })?;
            }
            other => anyhow::bail!("tests/chapters/indexer/timelock.rs does nothing with {other}"),
        }
        Ok(())
    }

    fn known(&mut self, fact: &Fact) -> Result<&mut Known> {
        self.operations.get_mut(&fact.get("proposal_id")?).context("nothing was scheduled")
    }

    fn ends(&mut self, fact: &Fact, state: OperationState) -> Result<()> {
        let known = self.known(fact)?;
        known.operation.state = state;
        known.ended = Some(Moment { height: fact.height, time: fact.time });
        Ok(())
    }

    fn signal(&mut self, fact: &Fact) -> Result<()> {
        let who = fact.addr("operator")?;
        let readiness = self.known(fact)?.readiness.as_mut().context("it waits for nobody")?;
        let operator = readiness.operators.iter_mut().find(|operator| operator.account == who);
        operator.context("of whom nobody asked it")?.ready = fact.name == "timelock_ready";
        let (ready, needed) = (fact.get("ready_weight")?, fact.get("needed_weight")?);
        let weight = ReadyWeight {
            ready_weight: ready,
            needed_weight: needed,
            total_weight: fact.get("total_weight")?,
        };
        same("the weight", &weight, &readiness.weight())
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
        let infos = self.operations.iter().map(|(id, known)| info(*id, known, now));
        let operations = OperationsResponse { operations: infos.collect() };
        let asked = QueryMsg::Operations { start_after: None, limit: Some(100) };
        same("operations", &operations, &dao.ask(timelock, &asked)?)?;
        for (id, known) in &self.operations {
            let told: OperationResponse = dao.ask(timelock, &QueryMsg::Operation { id: *id })?;
            same("pins", &known.pins, &told.pins)?;
            known.compare_upgrade(&dao.ask(timelock, &QueryMsg::Upgrade { id: *id })?, now)?;
        }
        let operator = |Operator { account, weight, .. }: &Operator| NamedOperator {
            operator: account.to_string(),
            weight: *weight,
        };
        let operators = OperatorsResponse { operators: self.operators.iter().map(operator).collect() };
        same("the operators", &operators, &dao.ask(timelock, &QueryMsg::Operators {})?)?;
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

impl Known {
    /// The steps back and the alarms stand in the actions, which no event repeats.
    fn compare_upgrade(&self, told: &UpgradeResponse, now: u64) -> Result<()> {
        same("what was migrated", &self.migrated, &told.migrated)?;
        let soak = self.soak.as_ref().map(|soak| (soak.stage(now), soak.until));
        same("the way back", &soak, &told.rollback.as_ref().map(|way| (way.stage, way.until)))?;
        let info = |readiness: &Readiness| {
            let of = |Operator { account, weight, ready }: Operator| OperatorInfo {
                operator: account,
                weight,
                ready,
            };
            let Readiness { until, checksum, operators } = readiness.clone();
            let operators = operators.into_iter().map(of).collect();
            ReadinessInfo { until, checksum, operators, weight: readiness.weight() }
        };
        same("readiness", &self.readiness.as_ref().map(info), &told.readiness)
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

fn scheduled(fact: &Fact) -> Result<Known> {
    let (operation, pins) = (operation(fact)?, fact.pins()?);
    Ok(Known { operation, pins, ended: None, readiness: None, migrated: vec![], soak: None })
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

fn info(id: u64, known: &Known, now: u64) -> OperationInfo {
    let stage = known.operation.stage(known.readiness.as_ref(), now);
    let Operation { class, hash, eta, expires, protected, .. } = known.operation.clone();
    OperationInfo { id, class, hash, eta, expires, stage, ended: known.ended, void: None, protected }
}
