//! The machine of a process: the modules that it has compiled, and a thread to run each call on.

use std::collections::HashMap;
use std::env::current_exe;
use std::fs::{self, create_dir_all, File, TryLockError};
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{scope, ScopedJoinHandle};

use anyhow::{Context, Result};
use cosmwasm_std::Checksum;
use cosmwasm_vm::{capabilities_from_csv, Cache, CacheOptions, GasReport, InstanceOptions, Size, VmResult};

use crate::backend::{backend, line, Host, Line, LineApi, LineQuerier, LineStorage};
use crate::entry::Arguments;

/// A contract that runs.
pub type Instance = cosmwasm_vm::Instance<LineApi, LineStorage, LineQuerier>;

/// What wasmd 0.70 offers: `app/wasm.go`, `x/wasm/keeper/capabilities.go`.
const CAPABILITIES: &str = "iterator,staking,stargate,cosmwasm_1_1,cosmwasm_1_2,cosmwasm_1_3,cosmwasm_1_4,\
                            cosmwasm_2_0,cosmwasm_2_1,cosmwasm_2_2";
/// Memory of one contract: wasmd `x/wasm/keeper/keeper.go`: `contractMemoryLimit`.
const CONTRACT_MIB: usize = 32;

static MACHINE: Mutex<Option<Arc<Machine>>> = Mutex::new(None);

/// The machine of this process.
pub struct Machine {
    cache: Cache<LineApi, LineStorage, LineQuerier>,
    loaded: Mutex<HashMap<PathBuf, Checksum>>,
    /// Nobody else uses the folder of compiled modules as long as this is locked.
    _lock: File,
}

/// What a call has come to.
pub struct Outcome {
    /// What the contract returned, or why the machine stopped it.
    pub result: VmResult<Vec<u8>>,
    /// VM gas.
    pub gas: GasReport,
}

impl Machine {
    /// The machine of this process; all threads share it, so that each module is compiled once.
    pub fn of_this_process() -> Result<Arc<Machine>> {
        let mut machine = lock(&MACHINE);
        if let Some(machine) = &*machine {
            return Ok(machine.clone());
        }
        let made = Arc::new(Machine::make()?);
        *machine = Some(made.clone());
        Ok(made)
    }

    fn make() -> Result<Machine> {
        let (folder, lock) = own_folder()?;
        let memory = Size::mebi(CONTRACT_MIB);
        let capabilities = capabilities_from_csv(CAPABILITIES);
        let cache = open(CacheOptions::new(folder, capabilities, Size::mebi(0), memory))?;
        Ok(Machine { cache, loaded: Mutex::default(), _lock: lock })
    }

    /// Makes an artifact ready to run, once in a process.
    pub fn load(&self, artifact: &Path) -> Result<Checksum> {
        let mut loaded = lock(&self.loaded);
        if let Some(checksum) = loaded.get(artifact) {
            return Ok(*checksum);
        }
        let wasm = fs::read(artifact).with_context(|| {
            let missing = artifact.display();
            format!("no {missing}: scripts/wasm.sh makes the artifacts, tests/peers/build.sh those of peers")
        })?;
        let checksum = self.ready(&wasm).with_context(|| artifact.display().to_string())?;
        loaded.insert(artifact.to_path_buf(), checksum);
        Ok(checksum)
    }

    /// Checks a code as a chain does when it is stored, and compiles it, if it is new in our folder.
    fn ready(&self, wasm: &[u8]) -> Result<Checksum> {
        let checksum = Checksum::generate(wasm);
        // A module that was not written to its end cannot be pinned.
        let known = self.cache.load_wasm(&checksum).is_ok() && self.cache.pin(&checksum).is_ok();
        if !known {
            self.cache.store_code(wasm, true, true)?;
            self.cache.pin(&checksum)?;
        }
        Ok(checksum)
    }

    /// Runs a call on a thread of its own, while this one gives it what it wishes of the chain.
    pub fn run(
        &self,
        code: &Checksum,
        arguments: &Arguments,
        gas_limit: u64,
        host: &mut Host,
    ) -> Result<Outcome> {
        let (contract, wishes) = line();
        scope(|scope| {
            let running = scope.spawn(|| self.run_here(code, arguments, gas_limit, contract));
            wishes.fulfil(host);
            join(running)
        })
    }

    fn run_here(
        &self,
        code: &Checksum,
        arguments: &Arguments,
        gas_limit: u64,
        contract: Line,
    ) -> Result<Outcome> {
        let mut instance = self.cache.get_instance(code, backend(contract), InstanceOptions { gas_limit })?;
        let result = arguments.call(&mut instance);
        Ok(Outcome { result, gas: instance.create_gas_report() })
    }
}

/// What a thread comes to, panics included.
fn join<T>(running: ScopedJoinHandle<T>) -> T {
    running.join().unwrap_or_else(|panic| resume_unwind(panic))
}

/// A lock that a panic elsewhere does not spoil: what it holds is written in one go.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A folder beside the executable that no other process uses: compiled modules stay there for the next one.
fn own_folder() -> Result<(PathBuf, File)> {
    let executable = current_exe()?;
    let modules = executable.parent().context("an executable lies in a folder")?.join("isonomia-modules");
    let mut number = 0;
    loop {
        let folder = modules.join(number.to_string());
        create_dir_all(&folder).with_context(|| format!("{}", folder.display()))?;
        let lock = File::create(folder.join("lock"))?;
        match lock.try_lock() {
            Ok(()) => return Ok((folder, lock)),
            Err(TryLockError::WouldBlock) => number += 1,
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
    }
}

/// Opens a folder of compiled modules.
#[allow(unsafe_code)]
fn open(options: CacheOptions) -> VmResult<Cache<LineApi, LineStorage, LineQuerier>> {
    // SAFETY: modules of the folder are run as they are found there. It lies among what cargo builds and runs as this
    // user anyway, and no other process writes to it as long as we hold its lock.
    unsafe { Cache::new(options) }
}
