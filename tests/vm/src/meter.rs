//! Where the gas of a transaction is counted while it runs.

use std::cell::RefCell;
use std::collections::HashSet;

use anyhow::{bail, Result};
use cosmwasm_std::Checksum;

use crate::bill::{Bill, Call};
use crate::costs;

/// The gas that anything may use at most, unless a bill says otherwise: more than a block of any chain has.
const PLENTY: u64 = 1_000_000_000;

/// Counts the gas of one transaction after another.
#[derive(Default)]
pub struct Meter(RefCell<Count>);

#[derive(Default)]
struct Count {
    /// Whether a bill is being written. Otherwise each outermost call is on its own.
    billing: bool,
    limit: u64,
    bill: Bill,
    /// The calls that have begun and not ended, as places in the bill.
    open: Vec<usize>,
    /// The codes that have run.
    ran: HashSet<Checksum>,
    /// A transaction without gas is over: it is not for a contract to go on after it.
    exhausted: bool,
}

impl Count {
    fn begin(&mut self, billing: bool, limit: u64) {
        *self = Count { billing, limit, ..Count::default() };
    }

    fn call(&mut self) -> Option<&mut Call> {
        let place = *self.open.last()?;
        self.bill.calls.get_mut(place)
    }
}

impl Meter {
    /// Begins a transaction.
    pub fn begin(&self, limit: u64) {
        self.0.borrow_mut().begin(true, limit);
    }

    /// Ends it.
    pub fn end(&self) -> Bill {
        let mut count = self.0.borrow_mut();
        let bill = std::mem::take(&mut count.bill);
        count.begin(false, PLENTY);
        bill
    }

    /// Begins a call.
    pub fn enter(&self, contract: &str, entry: &'static str) {
        let mut count = self.0.borrow_mut();
        if count.open.is_empty() && !count.billing {
            count.begin(false, PLENTY);
        }
        let depth = count.open.len();
        let place = count.bill.calls.len();
        count.bill.calls.push(Call { contract: contract.to_string(), entry, depth, ..Call::default() });
        count.open.push(place);
    }

    /// Ends it.
    pub fn leave(&self) {
        self.0.borrow_mut().open.pop();
    }

    /// Counts instructions.
    pub fn vm(&self, gas: u64) {
        let mut count = self.0.borrow_mut();
        count.bill.vm += gas;
        count.call().into_iter().for_each(|call| call.vm += gas);
    }

    /// Counts a use of the store of a contract.
    pub fn storage(&self, gas: u64) {
        let mut count = self.0.borrow_mut();
        count.bill.storage += gas;
        count.call().into_iter().for_each(|call| call.storage += gas);
    }

    /// Counts what the chain itself does.
    pub fn chain(&self, gas: u64) {
        let mut count = self.0.borrow_mut();
        count.bill.chain += gas;
        count.call().into_iter().for_each(|call| call.chain += gas);
    }

    /// Counts a code that is made ready to run; less if it ran before, or runs on.
    pub fn instance(&self, code: &Checksum, runs_on: bool) {
        let mut count = self.0.borrow_mut();
        // A reply does not make its code one that ran: what it replies to did.
        let ran = runs_on || !count.ran.insert(*code);
        let gas = if ran { costs::INSTANCE_AGAIN } else { costs::INSTANCE };
        count.bill.instances += gas;
        count.call().into_iter().for_each(|call| call.instance += gas);
    }

    /// What has been counted.
    pub fn spent(&self) -> u64 {
        self.0.borrow().bill.total()
    }

    /// What is left; an error if more was used than there was.
    pub fn left(&self) -> Result<u64> {
        let mut count = self.0.borrow_mut();
        let left = count.limit.checked_sub(count.bill.total());
        count.exhausted |= left.is_none();
        match left {
            Some(left) if !count.exhausted => Ok(left),
            _ => bail!("out of gas: {} is the limit", count.limit),
        }
    }

    /// Remembers that the transaction is over.
    pub fn exhaust(&self) {
        self.0.borrow_mut().exhausted = true;
    }

    /// Does something with no more gas than so much.
    pub fn within<T>(&self, gas: u64, act: impl FnOnce() -> T) -> T {
        let before = {
            let mut count = self.0.borrow_mut();
            let limit = count.bill.total().saturating_add(gas);
            std::mem::replace(&mut count.limit, limit)
        };
        let done = act();
        self.0.borrow_mut().limit = before;
        done
    }
}
