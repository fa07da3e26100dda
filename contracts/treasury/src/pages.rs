//! The answers by holder, by recipient, and newest first.

use cosmwasm_std::{Deps, Env, Order, StdResult};
use cw_storage_plus::Bound;
use isonomia_api::page::page_size;
use isonomia_api::treasury::{
    BudgetsResponse, Obligation, ObligationsResponse, OutflowsResponse, StreamsResponse,
};

use crate::state::{self, BUDGETS, BUDGETS_OF, LEDGER, MANDATES, RESERVED, STREAMS, STREAMS_OF};
use crate::{budgets, streams};

/// A page of the budgets of a holder.
pub fn budgets_of(
    deps: Deps,
    env: Env,
    holder: String,
    start_after: Option<u64>,
    limit: Option<u32>,
) -> StdResult<BudgetsResponse> {
    let (holder, now) = (deps.api.addr_validate(&holder)?, env.block.time.seconds());
    let start = start_after.map(Bound::exclusive);
    let ids = BUDGETS_OF.prefix(&holder).keys(deps.storage, start, None, Order::Ascending);
    let told = |id: StdResult<u64>| {
        let id = id?;
        Ok(budgets::told(id, MANDATES.load(deps.storage, id)?, BUDGETS.load(deps.storage, id)?, now))
    };
    Ok(BudgetsResponse { budgets: ids.take(page_size(limit)).map(told).collect::<StdResult<_>>()? })
}

/// A page of the streams of a recipient.
pub fn streams_of(
    deps: Deps,
    env: Env,
    recipient: String,
    start_after: Option<u64>,
    limit: Option<u32>,
) -> StdResult<StreamsResponse> {
    let (recipient, now) = (deps.api.addr_validate(&recipient)?, env.block.time.seconds());
    let start = start_after.map(Bound::exclusive);
    let ids = STREAMS_OF.prefix(&recipient).keys(deps.storage, start, None, Order::Ascending);
    let told = |id: StdResult<u64>| {
        let id = id?;
        Ok(streams::told(id, STREAMS.load(deps.storage, id)?, now))
    };
    Ok(StreamsResponse { streams: ids.take(page_size(limit)).map(told).collect::<StdResult<_>>()? })
}

/// What streams are owed, which fits into one answer: only what is listed is promised, and nothing promised is unlisted.
pub fn obligations(deps: Deps) -> StdResult<ObligationsResponse> {
    let entries = RESERVED.range(deps.storage, None, None, Order::Ascending);
    let told = |(key, reserved)| Obligation { holding: state::holding(key), reserved };
    Ok(ObligationsResponse { obligations: entries.map(|entry| entry.map(told)).collect::<StdResult<_>>()? })
}

/// A page of the ledger, newest first.
pub fn latest_outflows(
    deps: Deps,
    start_before: Option<u64>,
    limit: Option<u32>,
) -> StdResult<OutflowsResponse> {
    let entries = LEDGER.range(deps.storage, None, start_before.map(Bound::exclusive), Order::Descending);
    let page = entries.take(page_size(limit)).map(|entry| entry.map(|(number, entry)| entry.told(number)));
    Ok(OutflowsResponse { outflows: page.collect::<StdResult<_>>()? })
}
