//! The least a vote can be: reads and writes one voter's record and one total, and checks nothing.
//!
//! Two reads and two writes of 16 bytes each: what any rule would cost if counting were all it did.

use cosmwasm_std::{
    entry_point, Binary, Deps, DepsMut, Empty, Env, MessageInfo, Response, StdError, StdResult, Storage,
};
use serde::Deserialize;

/// Where the total stands.
const TOTAL: &[u8] = b"total";

/// `{"vote":{}}`
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Execute {
    /// Counts one more vote of the sender.
    Vote {},
}

/// Accepts `{}`.
#[entry_point]
pub fn instantiate(_: DepsMut, _: Env, _: MessageInfo, _: Empty) -> StdResult<Response> {
    Ok(Response::new())
}

/// Counts one more vote in the sender's record and in the total.
#[entry_point]
pub fn execute(deps: DepsMut, _: Env, info: MessageInfo, msg: Execute) -> StdResult<Response> {
    let Execute::Vote {} = msg;
    count(deps.storage, info.sender.as_bytes())?;
    count(deps.storage, TOTAL)?;
    Ok(Response::new())
}

/// Accepts `{}` and answers the total: 16 bytes, the most significant first; nothing before the first vote.
#[entry_point]
pub fn query(deps: Deps, _: Env, _: Empty) -> StdResult<Binary> {
    Ok(deps.storage.get(TOTAL).unwrap_or_default().into())
}

/// One more in the record under `key`: 16 bytes, nought if there is none.
fn count(storage: &mut dyn Storage, key: &[u8]) -> StdResult<()> {
    let record = storage.get(key).unwrap_or_else(|| [0; 16].into());
    let record: [u8; 16] = record.try_into().map_err(|_| StdError::generic_err("a record has 16 bytes"))?;
    storage.set(key, &(u128::from_be_bytes(record) + 1).to_be_bytes());
    Ok(())
}
