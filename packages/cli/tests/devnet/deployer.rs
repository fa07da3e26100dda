//! Somebody who deploys, and dies over it.

use std::process::{Child, Command};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::sleep;
use std::time::Duration;

use anyhow::{bail, Context, Result};

use super::desk::Desk;
use super::relay::{relay, Death, Fate};

/// Somebody who deploys, and dies at the first transaction of a run: before it is handed in, in the next run after.
pub struct Deployer {
    process: Mutex<Option<Child>>,
    deaths: AtomicUsize,
    most: usize,
}

impl Deployer {
    /// Dies so many times; with the node that its commands must ask.
    pub fn who_dies(most: usize, desk: &Desk) -> Result<(Arc<Deployer>, String)> {
        let deployer = Arc::new(Deployer { process: Mutex::default(), deaths: AtomicUsize::new(0), most });
        let node = relay(desk.devnet.rpc(0)?, deployer.clone())?;
        Ok((deployer, node))
    }

    /// Runs the command; whether it came to its end, and was not killed. Any other failure is one of the test.
    pub fn runs_to_its_end(&self, mut deploy: Command) -> Result<bool> {
        let deaths = self.deaths.load(Ordering::SeqCst);
        let log = tempfile::NamedTempFile::new()?;
        *self.process() = Some(deploy.stdout(log.reopen()?).stderr(log.reopen()?).spawn()?);
        loop {
            let ended = self.process().as_mut().context("it was started")?.try_wait()?;
            match ended {
                Some(status) if status.success() => return Ok(true),
                Some(_) if self.deaths.load(Ordering::SeqCst) > deaths => return Ok(false),
                Some(_) => bail!("it failed: {}", std::fs::read_to_string(log.path())?),
                None => sleep(Duration::from_millis(50)),
            }
        }
    }

    fn process(&self) -> MutexGuard<'_, Option<Child>> {
        self.process.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Fate for Deployer {
    fn decide(&self, _: &[u8]) -> Option<Death> {
        let deaths = self.deaths.load(Ordering::SeqCst);
        let next = if deaths.is_multiple_of(2) { Death::BeforeItIsHandedIn } else { Death::AfterItIsTaken };
        (deaths < self.most).then_some(next)
    }

    fn kill(&self, _: Death) -> Result<()> {
        self.deaths.fetch_add(1, Ordering::SeqCst);
        if let Some(process) = self.process().as_mut() {
            process.kill()?;
        }
        Ok(())
    }
}
