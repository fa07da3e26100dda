//! Numbers that are given in order.

use cosmwasm_std::{Order, OverflowError, OverflowOperation, Storage};
use cw_storage_plus::Map;
use serde::de::DeserializeOwned;
use serde::Serialize;

use crate::error::TreasuryError;

/// The next number of a map that is numbered from 1 without a gap.
pub fn next<T: Serialize + DeserializeOwned>(
    storage: &dyn Storage,
    map: &Map<u64, T>,
) -> Result<u64, TreasuryError> {
    let last = map.keys(storage, None, None, Order::Descending).next().transpose()?;
    let next = last.unwrap_or_default().checked_add(1);
    Ok(next.ok_or(OverflowError::new(OverflowOperation::Add))?)
}
