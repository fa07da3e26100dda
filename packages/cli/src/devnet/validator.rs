//! One validator: a process of its own that outlives its starter.
//!
//! The process holds the lock of its log file from its first moment to its last, because it inherits the open file. So
//! "does it run" needs no process id, and one that was reused by a stranger is never signalled. The id is written by the
//! process itself, before it becomes wasmd: whoever starts it may be killed at any moment.

use std::fs::{self, File, TryLockError};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::thread;
use std::time::Duration;

use anyhow::{bail, Context, Result};
use rustix::process::{kill_process, Pid, Signal};

use super::waiting::until;
use crate::child::child;

/// What the process does: it stays when its terminal is closed, writes its id, then becomes wasmd.
const LAUNCH: &str = r#"trap "" HUP; echo $$ > "$1" && exec "$2" start --home "$3" --log_no_color"#;

/// How long a validator is given to end by itself.
const GRACE: Duration = Duration::from_secs(10);

/// How long the system is given to do what cannot fail.
const MOMENT: Duration = Duration::from_secs(5);

/// The lines of a log that are worth telling when something fails.
const LAST_LINES: usize = 15;

/// A validator, told by its folder.
#[derive(Clone, Debug)]
pub(super) struct Validator {
    folder: PathBuf,
}

impl Validator {
    /// The validator whose folder this is.
    pub(super) fn new(folder: PathBuf) -> Validator {
        Validator { folder }
    }

    /// Starts the process. Fails if it runs already.
    pub(super) fn start(&self, wasmd: &Path) -> Result<()> {
        let log = File::options().append(true).create(true).open(self.log())?;
        if !until(Duration::from_secs(1), || log.try_lock().is_ok()) {
            bail!("{} runs already", self.folder.display());
        }
        let _ = fs::remove_file(self.pid_file());
        let mut child = child("sh")
            .args(["-c", LAUNCH, "sh"])
            .args([self.pid_file().as_path(), wasmd, &self.folder])
            .current_dir(&self.folder)
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log)
            .process_group(0)
            .spawn()
            .context("running `sh`")?;
        thread::spawn(move || child.wait());
        Ok(())
    }

    /// Whether the process runs.
    pub(super) fn running(&self) -> bool {
        File::open(self.log()).is_ok_and(|log| matches!(log.try_lock_shared(), Err(TryLockError::WouldBlock)))
    }

    /// The id of the process, while it runs.
    pub(super) fn pid(&self) -> Option<u32> {
        let pid = fs::read_to_string(self.pid_file()).ok()?.trim().parse().ok()?;
        self.running().then_some(pid)
    }

    /// Asks the process to end, if it runs.
    pub(super) fn ask_to_end(&self) -> Result<()> {
        self.signal(Signal::TERM)
    }

    /// Waits until the process has ended, and kills it if it takes too long.
    pub(super) fn end(&self) -> Result<()> {
        if until(GRACE, || !self.running()) {
            return Ok(());
        }
        self.kill()
    }

    /// Kills the process, if it runs, without giving it a chance to put anything in order.
    pub(super) fn kill(&self) -> Result<()> {
        self.signal(Signal::KILL)?;
        if !until(MOMENT, || !self.running()) {
            bail!("{} does not end", self.folder.display());
        }
        Ok(())
    }

    /// The last lines of its log.
    pub(super) fn last_lines(&self) -> String {
        let log = fs::read(self.log()).unwrap_or_default();
        let log = String::from_utf8_lossy(&log);
        let lines: Vec<&str> = log.lines().collect();
        lines[lines.len().saturating_sub(LAST_LINES)..].join("\n")
    }

    /// A process that has just been started may not have written its id yet.
    fn signal(&self, signal: Signal) -> Result<()> {
        until(MOMENT, || !self.running() || self.pid().is_some());
        let Some(pid) = self.pid().and_then(|pid| Pid::from_raw(pid as i32)) else {
            return if self.running() {
                bail!("{} has no process id", self.folder.display())
            } else {
                Ok(())
            };
        };
        match kill_process(pid, signal) {
            Err(error) if self.running() => Err(error).context(format!("signalling process {pid}")),
            _ => Ok(()),
        }
    }

    fn log(&self) -> PathBuf {
        self.folder.join("log.txt")
    }

    fn pid_file(&self) -> PathBuf {
        self.folder.join("pid")
    }
}
