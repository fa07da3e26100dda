//! Waiting for what the chain does by itself.

use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{bail, Result};

/// How long anything here is waited for: far more than it takes, since the computer may be busy with other things.
const PATIENCE: Duration = Duration::from_secs(300);

/// Waits until something holds; a node that is away for a moment is no answer.
pub fn wait(what: &str, mut holds: impl FnMut() -> Result<bool>) -> Result<()> {
    let began = Instant::now();
    loop {
        match holds() {
            Ok(true) => return Ok(()),
            Ok(false) if began.elapsed() > PATIENCE => bail!("in vain: {what}"),
            Err(error) if began.elapsed() > PATIENCE => return Err(error.context(format!("in vain: {what}"))),
            _ => sleep(Duration::from_millis(200)),
        }
    }
}
