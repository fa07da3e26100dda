//! What a contract keeps.

use std::collections::HashMap;

use cosmwasm_std::{Order, Record, Storage};
use cosmwasm_vm::{BackendError, BackendResult};

use super::{counted, Host, Line};
use crate::costs;

/// What a call was lent of the store.
pub enum Store<'a> {
    /// A query only reads.
    Readable(&'a dyn Storage),
    /// All else also writes.
    Writable(&'a mut dyn Storage),
}

impl Store<'_> {
    fn read(&self) -> &dyn Storage {
        match self {
            Store::Readable(store) => *store,
            Store::Writable(store) => *store,
        }
    }

    fn write(&mut self, act: impl FnOnce(&mut dyn Storage)) -> Result<(), BackendError> {
        match self {
            Store::Readable(_) => Err(BackendError::user_err("a query writes nothing")),
            Store::Writable(store) => {
                act(*store);
                Ok(())
            }
        }
    }
}

/// What the contract keeps, at the end of a line.
pub struct LineStorage {
    line: Line,
    walks: HashMap<u32, Walk>,
}

/// What is left of a range that a contract walks through.
#[derive(Clone)]
struct Walk {
    start: Option<Vec<u8>>,
    end: Option<Vec<u8>>,
    order: Order,
}

impl Walk {
    /// The first record of what is left.
    fn first(&self, store: &dyn Storage) -> Option<Record> {
        store.range(self.start.as_deref(), self.end.as_deref(), self.order).next()
    }

    /// What is left after a record.
    fn after(mut self, key: &[u8]) -> Walk {
        match self.order {
            // The least key that is greater.
            Order::Ascending => self.start = Some([key, &[0]].concat()),
            Order::Descending => self.end = Some(key.to_vec()),
        }
        self
    }
}

impl LineStorage {
    /// What the contract at the other end keeps.
    pub fn new(line: Line) -> LineStorage {
        LineStorage { line, walks: HashMap::new() }
    }
}

/// Counts gas of the store, and has the machine take it off what the contract has left.
fn priced<T>(host: &Host, result: Result<T, BackendError>, sdk_gas: u64) -> BackendResult<T> {
    host.meter.storage(sdk_gas);
    (result, counted(sdk_gas))
}

impl cosmwasm_vm::Storage for LineStorage {
    fn get(&self, key: &[u8]) -> BackendResult<Option<Vec<u8>>> {
        let key = key.to_vec();
        self.line.wish(move |host| {
            let value = host.store.read().get(&key);
            let gas = costs::read(costs::CONTRACT_PREFIX + key.len(), value.as_ref().map_or(0, Vec::len));
            priced(host, Ok(value), gas)
        })
    }

    fn scan(&mut self, start: Option<&[u8]>, end: Option<&[u8]>, order: Order) -> BackendResult<u32> {
        let walk = Walk { start: start.map(<[u8]>::to_vec), end: end.map(<[u8]>::to_vec), order };
        let id = self.walks.len() as u32 + 1;
        self.walks.insert(id, walk.clone());
        self.line.wish(move |host| {
            let first = walk.first(host.store.read());
            let gas = costs::seek(first.as_ref());
            priced(host, Ok(id), gas)
        })
    }

    fn next(&mut self, id: u32) -> BackendResult<Option<Record>> {
        let Some(walk) = self.walks.get(&id).cloned() else {
            return (Err(BackendError::iterator_does_not_exist(id)), counted(0));
        };
        let (result, gas) = self.line.wish(move |host| {
            let record = walk.first(host.store.read());
            // The chain charges for a record when it is left, and nothing any more at the end.
            let gas = record.as_ref().map_or(0, |record| costs::seek(Some(record)));
            let left = record.as_ref().map(|(key, _)| walk.after(key));
            priced(host, Ok((record, left)), gas)
        });
        let result = result.map(|(record, left)| {
            self.walks.extend(left.map(|left| (id, left)));
            record
        });
        (result, gas)
    }

    fn set(&mut self, key: &[u8], value: &[u8]) -> BackendResult<()> {
        let (key, value) = (key.to_vec(), value.to_vec());
        self.line.wish(move |host| {
            let written = host.store.write(|store| store.set(&key, &value));
            priced(host, written, costs::write(costs::CONTRACT_PREFIX + key.len(), value.len()))
        })
    }

    fn remove(&mut self, key: &[u8]) -> BackendResult<()> {
        let key = key.to_vec();
        self.line.wish(move |host| {
            let removed = host.store.write(|store| store.remove(&key));
            priced(host, removed, costs::DELETE)
        })
    }
}
