//! The answers.

use cosmwasm_std::{Deps, Env, Order, StdResult};
use cw_storage_plus::Bound;
use isonomia_api::page::page_size;
use isonomia_api::timelock::{
    ConfigResponse, ExecutingResponse, OperationInfo, OperationResponse, OperationsResponse,
};
use isonomia_core::operation::{Operation, OperationStage};

use crate::pins::{self, Codes};
use crate::state::{Config, CONFIG, EXECUTING, OPERATIONS};

/// The configuration.
pub fn config(deps: Deps) -> StdResult<ConfigResponse> {
    let Config { proposal, least_delays } = CONFIG.load(deps.storage)?;
    Ok(ConfigResponse { proposal, least_delays })
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
    let now = env.block.time.seconds();
    let from = start_after.map(Bound::exclusive);
    let page = OPERATIONS.range(deps.storage, from, None, Order::Ascending).take(page_size(limit));
    let mut codes = Codes::new(&deps.querier);
    let operations =
        page.map(|entry| entry.and_then(|(id, operation)| info(deps, &mut codes, id, operation, now)));
    Ok(OperationsResponse { operations: operations.collect::<StdResult<_>>()? })
}

/// The operation that is being executed, or was last.
pub fn executing(deps: Deps) -> StdResult<ExecutingResponse> {
    let executing = EXECUTING.may_load(deps.storage)?;
    Ok(ExecutingResponse { id: executing.map(|executing| executing.id) })
}

fn info(deps: Deps, codes: &mut Codes, id: u64, operation: Operation, now: u64) -> StdResult<OperationInfo> {
    let stage = operation.stage(now);
    let void = match stage {
        OperationStage::Waiting | OperationStage::Ready => codes.broken(&pins::of(deps.storage, id)?)?,
        OperationStage::Executed | OperationStage::Expired | OperationStage::Cancelled => None,
    };
    let Operation { class, hash, eta, expires, .. } = operation;
    Ok(OperationInfo { id, class, hash, eta, expires, stage, void })
}
