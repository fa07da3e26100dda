//! In which polls an account has voted. The only writer of `VOTES`, which follows `BALLOTS`.

use cosmwasm_std::{Addr, Api, Empty, Order, StdResult, Storage};
use cw_storage_plus::{Bound, Map};

/// (voter as bytes, poll) → that it has voted there itself: that its ballot has a choice. Written by `note`, once.
const VOTES: Map<(&[u8], u64), Empty> = Map::new("by");

/// Notes the first ballot of an account in a poll.
pub fn note(storage: &mut dyn Storage, api: &dyn Api, voter: &Addr, poll: u64) -> StdResult<()> {
    let voter = api.addr_canonicalize(voter.as_str())?;
    VOTES.save(storage, (&voter, poll), &Empty {})
}

/// So many polls in which an account has voted, newest first.
pub fn page(
    storage: &dyn Storage,
    api: &dyn Api,
    voter: &Addr,
    before: Option<u64>,
    size: usize,
) -> StdResult<Vec<u64>> {
    let voter = api.addr_canonicalize(voter.as_str())?;
    let end = before.map(Bound::exclusive);
    VOTES.prefix(&voter).keys(storage, None, end, Order::Descending).take(size).collect()
}
