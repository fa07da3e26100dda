//! A machine with a meter: where codes come from, and bills.

use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use anyhow::Result;
use isonomia_api::plan::Suite;
use isonomia_embedded::{suite_codes, Code};

use crate::bill::Bill;
use crate::code::WasmCode;
use crate::costs;
use crate::machine::Machine;
use crate::meter::Meter;
use crate::twin::{Switch, Twin};

/// The gas of a transaction, unless said otherwise: what a block of many chains has.
pub const GAS_LIMIT: u64 = 100_000_000;

/// A machine with a meter. Clones share both; each new one has a meter of its own.
#[derive(Clone)]
pub struct Vm {
    machine: Arc<Machine>,
    meter: Rc<Meter>,
}

impl Vm {
    /// The machine of this process, with a new meter.
    pub fn new() -> Result<Vm> {
        Ok(Vm { machine: Machine::of_this_process()?, meter: Rc::default() })
    }

    /// The code of an artifact.
    pub fn load(&self, path: impl AsRef<Path>) -> Result<Code> {
        let path = path.as_ref();
        let checksum = self.machine.load(path)?;
        let label = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        Ok(Box::new(WasmCode::new(label, checksum, self.machine.clone(), self.meter.clone())))
    }

    /// The suite, from a folder of artifacts.
    pub fn suite(&self, artifacts: impl AsRef<Path>) -> Result<Suite<Code>> {
        Suite::each(|name| self.load(artifacts.as_ref().join(format!("{name}.wasm"))))
    }

    /// The suite, native until the switch is turned.
    pub fn twins(&self, artifacts: impl AsRef<Path>) -> Result<(Suite<Code>, Switch)> {
        let (native, wasm, switch) = (suite_codes(), self.suite(artifacts)?, Switch::default());
        let twin = |native, wasm| -> Code { Box::new(Twin { native, wasm, switch: switch.clone() }) };
        let codes = Suite {
            vault: twin(native.vault, wasm.vault),
            voting: twin(native.voting, wasm.voting),
            identity: twin(native.identity, wasm.identity),
            proposal: twin(native.proposal, wasm.proposal),
            timelock: twin(native.timelock, wasm.timelock),
            treasury: twin(native.treasury, wasm.treasury),
        };
        Ok((codes, switch))
    }

    /// Runs a transaction of so many bytes, which should succeed, and bills it.
    pub fn bill<T>(&self, tx_bytes: usize, transaction: impl FnOnce() -> Result<T>) -> Result<Bill> {
        let (result, bill) = self.billed(tx_bytes, GAS_LIMIT, transaction);
        result.map(|_| bill)
    }

    /// Runs a transaction of so many bytes with no more gas than so much, and bills it, whatever comes of it.
    pub fn billed<T>(
        &self,
        tx_bytes: usize,
        gas_limit: u64,
        transaction: impl FnOnce() -> Result<T>,
    ) -> (Result<T>, Bill) {
        self.meter.begin(gas_limit);
        self.meter.chain(costs::TX + costs::TX_BYTE * tx_bytes as u64);
        let result = transaction();
        (result, self.meter.end())
    }
}

/// The folder of the artifacts: `ISONOMIA_ARTIFACTS`, or where `scripts/wasm.sh` puts them.
pub fn artifacts() -> PathBuf {
    match std::env::var_os("ISONOMIA_ARTIFACTS") {
        Some(folder) => PathBuf::from(folder),
        None => Path::new(env!("CARGO_MANIFEST_DIR")).join("../../artifacts"),
    }
}
