//! The answers.

use cosmwasm_std::{Addr, Deps, Env, Order, StdResult};
use cw_storage_plus::Bound;
use isonomia_api::page::page_size;
use isonomia_api::timelock::{
    ConfigResponse, ExecutingResponse, GuardianResponse, IncidentInfo, IncidentsResponse, OperationInfo,
    OperationResponse, OperationsResponse, Operator, OperatorInfo, OperatorsResponse, PauseInfo,
    PauseResponse, QueuePosition, ReadinessInfo, RollbackInfo, UpgradeResponse,
};
use isonomia_core::guardian::seat;
use isonomia_core::operation::{Operation, OperationStage};
use isonomia_core::pause::{Pause, PauseStage};
use isonomia_core::readiness::{self as core, Readiness};

use crate::pins::{self, Codes};
use crate::state::{Incident, Plan, CONFIG, EXECUTING, INCIDENTS, OPERATIONS};
use crate::{delays, guardian, pauses, queue, readiness, rollbacks, upgrades};

/// The configuration.
pub fn config(deps: Deps, env: Env) -> StdResult<ConfigResponse> {
    let (config, now) = (CONFIG.load(deps.storage)?, env.block.time.seconds());
    Ok(ConfigResponse {
        least_delays: delays::present(&config, now),
        lowerings: delays::lowerings(&config, now),
        proposal: config.proposal,
        treasury: config.treasury,
        day: config.day.0,
    })
}

/// An operation.
pub fn operation(deps: Deps, env: Env, id: u64) -> StdResult<OperationResponse> {
    let now = env.block.time.seconds();
    let mut codes = Codes::new(&deps.querier);
    let stored = OPERATIONS.may_load(deps.storage, id)?;
    let operation = stored.map(|operation| info(deps, &mut codes, id, operation, now)).transpose()?;
    Ok(OperationResponse { operation, pins: pins::of(deps.storage, id)? })
}

/// The operations in order of id.
pub fn operations(
    deps: Deps,
    env: Env,
    start_after: Option<u64>,
    limit: Option<u32>,
) -> StdResult<OperationsResponse> {
    let from = start_after.map(Bound::exclusive);
    told(deps, env, OPERATIONS.range(deps.storage, from, None, Order::Ascending).take(page_size(limit)))
}

/// The latest operations, newest first.
pub fn latest_operations(
    deps: Deps,
    env: Env,
    start_before: Option<u64>,
    limit: Option<u32>,
) -> StdResult<OperationsResponse> {
    let end = start_before.map(Bound::exclusive);
    told(deps, env, OPERATIONS.range(deps.storage, None, end, Order::Descending).take(page_size(limit)))
}

/// What waits, is ready, or has expired, by eta.
pub fn queue(
    deps: Deps,
    env: Env,
    start_after: Option<QueuePosition>,
    limit: Option<u32>,
) -> StdResult<OperationsResponse> {
    let (day, now) = (CONFIG.load(deps.storage)?.day, env.block.time.seconds());
    let ids = queue::page(deps.storage, start_after, day, now, page_size(limit))?;
    told(deps, env, ids.into_iter().map(|id| Ok((id, OPERATIONS.load(deps.storage, id)?))))
}

/// Operations as they are told.
fn told(
    deps: Deps,
    env: Env,
    page: impl Iterator<Item = StdResult<(u64, Operation)>>,
) -> StdResult<OperationsResponse> {
    let (now, mut codes) = (env.block.time.seconds(), Codes::new(&deps.querier));
    let told = page.map(|entry| entry.and_then(|(id, operation)| info(deps, &mut codes, id, operation, now)));
    Ok(OperationsResponse { operations: told.collect::<StdResult<_>>()? })
}

/// The operation that is being executed, or was last.
pub fn executing(deps: Deps) -> StdResult<ExecutingResponse> {
    let executing = EXECUTING.may_load(deps.storage)?;
    Ok(ExecutingResponse { id: executing.map(|executing| executing.id) })
}

/// The guardian.
pub fn guardian(deps: Deps, env: Env) -> StdResult<GuardianResponse> {
    let named = guardian::named(deps.storage)?;
    let seat = seat(named.as_ref(), env.block.time.seconds());
    let until = named.as_ref().map(|guardian| guardian.until);
    Ok(GuardianResponse { guardian: named.map(|guardian| guardian.account), until, seat })
}

/// The last pause.
pub fn pause(deps: Deps, env: Env) -> StdResult<PauseResponse> {
    let (last, day) = (pauses::last(deps.storage)?, CONFIG.load(deps.storage)?.day);
    let stage = last.as_ref().map_or(PauseStage::Free, |last| last.stage(day, env.block.time.seconds()));
    let last = last.map(|last| {
        let (free_from, Pause { scope, from, until }) = (last.free_from(day), last);
        PauseInfo { scope, from, until, free_from }
    });
    Ok(PauseResponse { last, stage })
}

/// The incident log, oldest first.
pub fn incidents(deps: Deps, start_after: Option<u64>, limit: Option<u32>) -> StdResult<IncidentsResponse> {
    let from = start_after.map(Bound::exclusive);
    let page = INCIDENTS.range(deps.storage, from, None, Order::Ascending).take(page_size(limit));
    Ok(IncidentsResponse { incidents: page.map(|entry| entry.map(incident)).collect::<StdResult<_>>()? })
}

/// The incident log, newest first.
pub fn latest_incidents(
    deps: Deps,
    start_before: Option<u64>,
    limit: Option<u32>,
) -> StdResult<IncidentsResponse> {
    let end = start_before.map(Bound::exclusive);
    let page = INCIDENTS.range(deps.storage, None, end, Order::Descending).take(page_size(limit));
    Ok(IncidentsResponse { incidents: page.map(|entry| entry.map(incident)).collect::<StdResult<_>>()? })
}

fn incident((number, entry): (u64, Incident)) -> IncidentInfo {
    let Incident { at, by, act, incident, reason } = entry;
    IncidentInfo { number, at, by, act, incident, reason }
}

/// What an operation has migrated, its way back, and the operators that it waits for.
pub fn upgrade(deps: Deps, env: Env, id: u64) -> StdResult<UpgradeResponse> {
    let now = env.block.time.seconds();
    let rollback = rollbacks::of(deps.storage, id)?.map(|(soak, Plan { steps, alarms })| RollbackInfo {
        stage: soak.stage(now),
        until: soak.until,
        steps,
        alarms,
    });
    let readiness = readiness::of(deps.storage, id)?.map(readiness_info);
    Ok(UpgradeResponse { migrated: upgrades::of(deps.storage, id)?, rollback, readiness })
}

/// Who is asked to have releases ready from now on.
pub fn operators(deps: Deps) -> StdResult<OperatorsResponse> {
    let named = readiness::operators(deps.storage)?.into_iter();
    let told = |(operator, weight): (Addr, u64)| Operator { operator: operator.into_string(), weight };
    Ok(OperatorsResponse { operators: named.map(told).collect() })
}

fn readiness_info(readiness: Readiness) -> ReadinessInfo {
    let weight = readiness.weight();
    let Readiness { until, checksum, operators } = readiness;
    let told = |core::Operator { account, weight, ready }| OperatorInfo { operator: account, weight, ready };
    ReadinessInfo { until, checksum, operators: operators.into_iter().map(told).collect(), weight }
}

fn info(deps: Deps, codes: &mut Codes, id: u64, operation: Operation, now: u64) -> StdResult<OperationInfo> {
    let stage = operation.stage(readiness::of(deps.storage, id)?.as_ref(), now);
    let void = match stage {
        OperationStage::Waiting | OperationStage::Ready => codes.broken(&pins::of(deps.storage, id)?)?,
        OperationStage::Executed | OperationStage::Expired | OperationStage::Cancelled => None,
    };
    let ended = match stage {
        OperationStage::Executed | OperationStage::Cancelled => queue::ended(deps.storage, id)?,
        OperationStage::Waiting | OperationStage::Ready | OperationStage::Expired => None,
    };
    let Operation { class, hash, eta, expires, protected, .. } = operation;
    Ok(OperationInfo { id, class, hash, eta, expires, stage, ended, void, protected })
}
