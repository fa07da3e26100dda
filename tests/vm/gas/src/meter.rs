//! The meter: runs transactions and queries, and keeps the bill of those that have a name.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use cosmwasm_std::Addr;
use cw_multi_test::{App, AppResponse};
use isonomia_vm::{costs, Bill, Vm, GAS_LIMIT};
use serde::Serialize;

use crate::tx::Tx;

/// What something costs.
#[derive(Clone)]
pub struct Figure {
    /// `system/what`.
    pub name: String,
    /// The bill, call by call.
    pub bill: Bill,
}

/// Runs transactions and keeps their bills.
pub struct Meter {
    /// The machine.
    pub vm: Vm,
    system: &'static str,
    figures: Vec<Figure>,
}

impl Meter {
    /// A meter for the figures of a system.
    pub fn new(vm: &Vm, system: &'static str) -> Meter {
        Meter { vm: vm.clone(), system, figures: vec![] }
    }

    /// Runs a transaction in a block of its own, and notes what it costs.
    pub fn tx(&mut self, app: &mut App, name: &str, tx: Tx) -> Result<AppResponse> {
        app.update_block(|block| block.height += 1);
        let Tx { sender, messages } = &tx;
        let run = || app.execute_multi(sender.clone(), messages.clone());
        let (responses, bill) = self.vm.billed(tx.bytes()?, GAS_LIMIT, run);
        // The events of all messages: what a story looks for.
        let events = responses.with_context(|| format!("{}/{name}", self.system))?.into_iter();
        let events = events.flat_map(|response| response.events).collect();
        self.note(name, bill);
        Ok(AppResponse { events, ..AppResponse::default() })
    }

    /// Asks a contract, and notes what the answer costs.
    pub fn ask(&mut self, app: &App, name: &str, contract: &Addr, msg: &impl Serialize) -> Result<()> {
        let ask = || Ok(app.wrap().query_wasm_smart::<serde_json::Value>(contract, msg)?);
        let bill = self.vm.bill(0, ask).with_context(|| format!("{}/{name}", self.system))?;
        // A query is no transaction.
        self.note(name, Bill { chain: bill.chain.saturating_sub(costs::TX), ..bill });
        Ok(())
    }

    fn note(&mut self, name: &str, bill: Bill) {
        self.figures.push(Figure { name: format!("{}/{name}", self.system), bill });
    }

    /// Notes the sum of what was noted under these names, however often.
    pub fn total(&mut self, name: &str, of: &[String]) {
        let of: Vec<String> = of.iter().map(|each| format!("{}/{each}", self.system)).collect();
        let mut sum = Bill::default();
        for Figure { bill, .. } in self.figures.iter().filter(|figure| of.contains(&figure.name)) {
            sum.vm += bill.vm;
            sum.storage += bill.storage;
            sum.instances += bill.instances;
            sum.chain += bill.chain;
        }
        self.note(name, sum);
    }

    /// What has been noted. What happened more than once under one name is only there to be summed.
    pub fn figures(self) -> Vec<Figure> {
        let mut times = BTreeMap::<String, usize>::new();
        self.figures.iter().for_each(|figure| *times.entry(figure.name.clone()).or_default() += 1);
        self.figures.into_iter().filter(|figure| times[&figure.name] == 1).collect()
    }
}
