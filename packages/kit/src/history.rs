//! A map that remembers: the present value of each key, and what it was at the start of any earlier block.
//!
//! The present value carries the height of its last change, so a change costs one read and two writes (one, within the
//! same block), and a read of the present or of the recent past costs one.

use cosmwasm_std::{Order, StdResult, Storage};
use cw_storage_plus::{Bound, KeyDeserialize, Map, Prefixer, PrimaryKey};
use serde::de::DeserializeOwned;
use serde::Serialize;

/// A map whose values can be read as they were at the start of any block.
pub struct History<K, T> {
    /// key → the height at which the present value became so, and the value
    present: Map<K, (u64, T)>,
    /// (key, height) → the value that was set at that height, for every value that has been replaced since
    past: Map<(K, u64), T>,
}

/// A present value, as it was read: what [`History::replace`] needs to know of it.
#[derive(Default)]
pub struct Since<T> {
    /// The height at which it became so; 0 where nothing was ever set.
    height: u64,
    /// The value.
    pub value: T,
}

impl<K, T> History<K, T> {
    /// A history under two namespaces of its own.
    pub const fn new(present: &'static str, past: &'static str) -> Self {
        History { present: Map::new(present), past: Map::new(past) }
    }
}

impl<'a, K, T> History<K, T>
where
    K: PrimaryKey<'a> + Prefixer<'a> + KeyDeserialize + Clone,
    T: Serialize + DeserializeOwned + Default,
{
    /// The present value.
    pub fn load(&self, storage: &dyn Storage, key: K) -> StdResult<T> {
        Ok(self.read(storage, key)?.value)
    }

    /// The present value, to be replaced.
    pub fn read(&self, storage: &dyn Storage, key: K) -> StdResult<Since<T>> {
        let (height, value) = self.present.may_load(storage, key)?.unwrap_or_default();
        Ok(Since { height, value })
    }

    /// Replaces a value that was read in the same message; what it was before this block stays readable.
    pub fn replace(
        &self,
        storage: &mut dyn Storage,
        key: K,
        before: &Since<T>,
        value: T,
        height: u64,
    ) -> StdResult<()> {
        if (1..height).contains(&before.height) {
            self.past.save(storage, (key.clone(), before.height), &before.value)?;
        }
        self.present.save(storage, key, &(height, value))
    }

    /// The value at the start of a block; for a block that has not come, the present one.
    pub fn load_at(&self, storage: &dyn Storage, key: K, height: u64) -> StdResult<T> {
        match self.present.may_load(storage, key.clone())? {
            None => Ok(T::default()),
            Some((since, value)) if since < height => Ok(value),
            Some(_) => self.load_past(storage, key, height),
        }
    }

    fn load_past(&self, storage: &dyn Storage, key: K, height: u64) -> StdResult<T> {
        let before = Some(Bound::exclusive(height));
        let latest =
            self.past.prefix(key).range(storage, None, before, Order::Descending).next().transpose()?;
        Ok(latest.map(|(_, value)| value).unwrap_or_default())
    }
}
