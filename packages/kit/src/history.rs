//! A map that remembers: what each key was at the start of any block.
//!
//! Every change is a record of its own under (key, height), and the present value is the last of them. So a change costs
//! one write, and a chain charges the step to a last record a third of what it charges for a read.

use cosmwasm_std::{Order, StdResult, Storage};
use cw_storage_plus::{Bound, KeyDeserialize, Map, Prefixer, PrimaryKey};
use serde::de::DeserializeOwned;
use serde::Serialize;

/// A map whose values can be read as they were at the start of any block.
pub struct History<K, T> {
    /// (key, height) → the value that was set in that block
    values: Map<(K, u64), T>,
}

impl<K, T> History<K, T> {
    /// A history under a namespace of its own.
    pub const fn new(namespace: &'static str) -> Self {
        History { values: Map::new(namespace) }
    }
}

impl<'a, K, T> History<K, T>
where
    K: PrimaryKey<'a> + Prefixer<'a> + KeyDeserialize,
    T: Serialize + DeserializeOwned + Default,
{
    /// The present value.
    pub fn load(&self, storage: &dyn Storage, key: K) -> StdResult<T> {
        self.last(storage, key, None)
    }

    /// The value at the start of a block; for a block that has not come, the present one.
    pub fn load_at(&self, storage: &dyn Storage, key: K, height: u64) -> StdResult<T> {
        self.last(storage, key, Some(Bound::exclusive(height)))
    }

    /// Sets the present value; what it was before this block stays readable.
    pub fn save(&self, storage: &mut dyn Storage, key: K, value: &T, height: u64) -> StdResult<()> {
        self.values.save(storage, (key, height), value)
    }

    // Not inlined: there are a dozen readers, and a copy of the parser in each would make a contract much larger.
    #[inline(never)]
    fn last(&self, storage: &dyn Storage, key: K, before: Option<Bound<'_, u64>>) -> StdResult<T> {
        let mut records = self.values.prefix(key).range(storage, None, before, Order::Descending);
        Ok(records.next().transpose()?.map(|(_, value)| value).unwrap_or_default())
    }
}
