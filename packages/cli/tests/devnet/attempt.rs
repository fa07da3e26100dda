//! An attempt to deploy to the shared devnet, in a folder of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use anyhow::Result;
use serde_json::Value;

use super::deploying::PACE;
use super::desk::Desk;
use super::founding::{founding, DAY};
use super::ARTIFACTS;

/// A deployment that is refused.
pub struct Attempt {
    pub desk: Arc<Desk>,
    file: String,
    deployments: PathBuf,
}

impl Attempt {
    pub fn new(name: &str) -> Result<Attempt> {
        let desk = Desk::shared()?;
        let file = founding(name, PACE, desk.key("registrar")?.address()).to_string();
        let deployments = desk.path(&format!("{name}.deployments"));
        Ok(Attempt { file: desk.write(&format!("{name}.json"), &file)?, desk, deployments })
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let deploy = ["deploy", "--params", &self.file, "--day", DAY, "--yes"];
        self.desk.command_with(&[&deploy, arguments].concat(), &self.deployments)
    }

    /// A chain file like the devnet's, but for this.
    pub fn chain(&self, name: &str, change: impl FnOnce(&mut Value)) -> Result<String> {
        let mut chain = serde_json::to_value(self.desk.chain())?;
        change(&mut chain);
        self.desk.write(&format!("{name}.chain.json"), &chain.to_string())
    }

    /// A copy of the artifacts: the folder that theirs is in, and theirs.
    pub fn artifacts(&self, name: &str) -> Result<(PathBuf, String)> {
        let source = self.desk.path(name);
        let folder = source.join("artifacts");
        fs::create_dir_all(&folder)?;
        for contract in ["vault", "identity", "voting", "proposal", "timelock", "treasury"] {
            let file = format!("{contract}.wasm");
            fs::copy(Path::new(ARTIFACTS).join(&file), folder.join(file))?;
        }
        let artifacts = folder.display().to_string();
        Ok((source, artifacts))
    }
}
