//! The queue by eta, and when an operation left it. The only writer of `QUEUE` and `ENDED`.

use cosmwasm_std::{Empty, Env, Order, StdResult, Storage};
use cw_storage_plus::{Bound, Map};
use isonomia_api::timelock::QueuePosition;
use isonomia_core::clock::{Day, Moment};
use isonomia_core::operation::Operation;
use isonomia_core::stored_as_list;

/// Nothing is executed later after its eta: no operation outlives the lock of the stake that voted for it, and the vault
/// locks for 90 days at the most.
const LONGEST_WINDOW_DAYS: u64 = 90;

/// (eta, id) → that the operation was scheduled, and neither executed nor cancelled. Written by `enter`, `leave`.
const QUEUE: Map<(u64, u64), Empty> = Map::new("queue");

/// Id → when it was executed or cancelled. Written by `leave`, once.
const ENDED: Map<u64, Ended> = Map::new("ended");

/// When an operation was executed or cancelled.
struct Ended {
    height: u64,
    time: u64,
}

stored_as_list!(Ended { height, time });

/// An operation waits.
pub fn enter(storage: &mut dyn Storage, id: u64, operation: &Operation) -> StdResult<()> {
    QUEUE.save(storage, (operation.eta, id), &Empty {})
}

/// An operation is executed or cancelled now.
pub fn leave(storage: &mut dyn Storage, env: &Env, id: u64, operation: &Operation) -> StdResult<()> {
    QUEUE.remove(storage, (operation.eta, id));
    ENDED.save(storage, id, &Ended { height: env.block.height, time: env.block.time.seconds() })
}

/// When an operation was executed or cancelled.
pub fn ended(storage: &dyn Storage, id: u64) -> StdResult<Option<Moment>> {
    let ended = ENDED.may_load(storage, id)?;
    Ok(ended.map(|Ended { height, time }| Moment { height, time }))
}

/// So many ids in order of eta, then id. From the start: whatever may still be executed, and what has expired since then.
pub fn page(
    storage: &dyn Storage,
    after: Option<QueuePosition>,
    day: Day,
    now: u64,
    size: usize,
) -> StdResult<Vec<u64>> {
    let first = now.saturating_sub(day.days(LONGEST_WINDOW_DAYS));
    let start = match after {
        Some(QueuePosition { eta, id }) => Bound::exclusive((eta, id)),
        None => Bound::inclusive((first, 0)),
    };
    let keys = QUEUE.keys(storage, Some(start), None, Order::Ascending);
    keys.take(size).map(|key| key.map(|(_, id)| id)).collect()
}
