//! Three keepers, two of which are killed in the middle of an execution.

use std::collections::VecDeque;
use std::process::Child;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::Result;

use super::desk::Desk;
use super::relay::{relay, Death, Fate};

/// The keepers, each with a key of its own.
pub const NAMES: [&str; 3] = ["keeper1", "keeper2", "keeper3"];
/// What a transaction holds that executes an operation.
const EXECUTION: &[u8] = br#"{"execute":{"id""#;

/// Three keepers, and those of them that have died.
pub struct Keepers {
    keepers: Vec<Arc<Keeper>>,
    plan: Arc<Plan>,
}

/// Who executes first dies first.
struct Plan {
    to_come: Mutex<VecDeque<Death>>,
    happened: Mutex<Vec<(&'static str, Death)>>,
}

struct Keeper {
    name: &'static str,
    process: Mutex<Option<Child>>,
    plan: Arc<Plan>,
}

impl Keepers {
    /// Starts them. The first to execute dies before it has handed anything in, the next one after it has.
    pub fn start(desk: &Desk) -> Result<Keepers> {
        let to_come = Mutex::new(VecDeque::from([Death::BeforeItIsHandedIn, Death::AfterItIsTaken]));
        let plan = Arc::new(Plan { to_come, happened: Mutex::default() });
        let mut keepers = vec![];
        for name in NAMES {
            let keeper = Arc::new(Keeper { name, process: Mutex::default(), plan: plan.clone() });
            let node = relay(desk.devnet.rpc(0)?, keeper.clone())?;
            let arguments = ["keeper", "--from", name, "--node", &node, "--every", "1"];
            *locked(&keeper.process) = Some(desk.running(&arguments, &format!("{name}.log"))?);
            keepers.push(keeper);
        }
        Ok(Keepers { keepers, plan })
    }

    /// Who has died, and when.
    pub fn deaths(&self) -> Vec<(&'static str, Death)> {
        locked(&self.plan.happened).clone()
    }

    /// Those whose process runs.
    pub fn alive(&self) -> Result<Vec<&'static str>> {
        let mut alive = vec![];
        for keeper in &self.keepers {
            if let Some(process) = locked(&keeper.process).as_mut() {
                if process.try_wait()?.is_none() {
                    alive.push(keeper.name);
                }
            }
        }
        Ok(alive)
    }
}

impl Keeper {
    fn end(&self) -> Result<()> {
        if let Some(process) = locked(&self.process).as_mut() {
            process.kill()?;
            process.wait()?;
        }
        Ok(())
    }
}

impl Fate for Keeper {
    fn decide(&self, transaction: &[u8]) -> Option<Death> {
        let executes = transaction.windows(EXECUTION.len()).any(|some| some == EXECUTION);
        executes.then(|| locked(&self.plan.to_come).pop_front()).flatten()
    }

    fn kill(&self, death: Death) -> Result<()> {
        self.end()?;
        locked(&self.plan.happened).push((self.name, death));
        Ok(())
    }
}

impl Drop for Keepers {
    fn drop(&mut self) {
        for keeper in &self.keepers {
            if let Err(error) = keeper.end() {
                eprintln!("{} stays: {error:#}", keeper.name);
            }
        }
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
