//! The command `isonomia`, as people and scripts run it.

use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

use anyhow::{ensure, Result};

use super::desk::Desk;

/// The command, in the folder that has `artifacts/`.
pub fn isonomia() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_isonomia"));
    command.current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")).stdin(Stdio::null());
    command
}

impl Desk {
    /// The command, not yet run.
    pub fn command(&self, arguments: &[&str]) -> Command {
        self.command_with(arguments, &self.deployments())
    }

    /// The same, with deployment files of its own.
    pub fn command_with(&self, arguments: &[&str], deployments: &Path) -> Command {
        let mut command = isonomia();
        command.args(arguments).arg("--devnet-home").arg(self.home());
        command.arg("--deployments").arg(deployments);
        command
    }

    /// Runs the command, which must succeed; what it prints.
    pub fn told(&self, arguments: &[&str]) -> Result<String> {
        let output = self.command(arguments).output()?;
        let (out, err) = said(&output);
        ensure!(output.status.success(), "isonomia {}: {err}\n{out}", arguments.join(" "));
        Ok(out)
    }

    /// Runs the command, which must fail; what it complains of.
    pub fn refused(&self, arguments: &[&str]) -> Result<String> {
        let output = self.command(arguments).output()?;
        ensure!(!output.status.success(), "isonomia {} succeeded", arguments.join(" "));
        Ok(said(&output).1)
    }

    /// Runs the command until it is killed; what it says goes to a file.
    pub fn running(&self, arguments: &[&str], log: &str) -> Result<Child> {
        let log = std::fs::File::create(self.path(log))?;
        Ok(self.command(arguments).stderr(log.try_clone()?).stdout(log).spawn()?)
    }
}

/// What it said: the standard output, and the standard error.
pub fn said(output: &Output) -> (String, String) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (text(&output.stdout), text(&output.stderr))
}
