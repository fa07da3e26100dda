//! A devnet that has been started, as the commands and the tests hold it.

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{bail, Context, Result};
use isonomia_chain::{ChainFile, Node};

use super::args::Options;
use super::home::{self, Settings};
use super::validator::Validator;
use super::waiting::until;
use super::{raising, taking_down};

/// How long a validator may take to answer, and the chain to reach a height.
pub(super) const LIMIT: Duration = Duration::from_secs(60);

/// A devnet in its folder. Dropping it stops nothing; only [`Devnet::down`] does.
#[derive(Debug)]
pub struct Devnet {
    home: PathBuf,
    settings: Settings,
    chain: ChainFile,
}

impl Devnet {
    /// Starts a devnet and waits until each validator has its first blocks. One of the same options that already runs
    /// is taken as it is, and those of its validators that are dead are started. Fails if a devnet with other options
    /// runs there, a dead one or anything else lies there, wasmd cannot be built, a port is taken, or no blocks come.
    pub fn up(options: &Options) -> Result<Devnet> {
        raising::up(options)
    }

    /// The devnet in that folder. Fails if there is none or it is half made; its processes need not run.
    pub fn open(home: &Path) -> Result<Devnet> {
        let settings = home::settings(home)?;
        let home = home.canonicalize().with_context(|| format!("finding {}", home.display()))?;
        let chain = ChainFile::read(&home::chain_file(&home))?;
        Ok(Devnet { home, settings, chain })
    }

    /// Its folder, as an absolute path.
    pub fn home(&self) -> &Path {
        &self.home
    }

    /// What must be known to speak to it.
    pub fn chain(&self) -> &ChainFile {
        &self.chain
    }

    /// How many validators it has, dead or alive. They are counted from 0.
    pub fn validators(&self) -> u16 {
        self.settings.validators
    }

    /// The id of a validator's process; none if it does not run. Fails if there is no such validator.
    pub fn pid(&self, validator: u16) -> Result<Option<u32>> {
        Ok(self.validator(validator)?.pid())
    }

    /// Kills a validator by SIGKILL and returns once it is dead; does nothing to one that is.
    pub fn kill(&self, validator: u16) -> Result<()> {
        self.validator(validator)?.kill()
    }

    /// Starts a validator again and returns once it answers; then it may still be catching up. Fails if it runs, ends
    /// at once, or does not answer within a minute.
    pub fn restart(&self, validator: u16) -> Result<()> {
        self.validator(validator)?.start(&self.settings.wasmd)?;
        self.wait_for(validator, 0)
    }

    /// Waits until a validator has the block of that height. Fails if it ends, or that takes more than a minute.
    pub fn wait_for(&self, validator: u16, height: u64) -> Result<()> {
        let process = self.validator(validator)?;
        let mut running = true;
        let reached = until(LIMIT, || {
            running = process.running();
            !running || self.height(validator).is_ok_and(|reached| reached >= height)
        });
        if running && reached {
            return Ok(());
        }
        let what = if running {
            format!("is not at height {height} after a minute")
        } else {
            "has ended".to_string()
        };
        bail!("validator {validator} {what}; its log ends with:\n{}", process.last_lines())
    }

    /// The height of the last block that a validator has. Fails if it does not answer.
    pub fn height(&self, validator: u16) -> Result<u64> {
        Ok(self.node(validator)?.status()?.height)
    }

    /// The hash of the state that the block of that height builds on (the state after the block before), as this
    /// validator has it. Fails if it does not answer or has no such block.
    pub fn app_hash(&self, validator: u16, height: u64) -> Result<String> {
        Ok(self.node(validator)?.app_hash(height)?)
    }

    /// Stops every validator and removes the folder.
    pub fn down(self) -> Result<()> {
        taking_down::down(&self.home).map(drop)
    }

    /// Where a validator answers. Fails if there is no such validator.
    pub fn rpc(&self, validator: u16) -> Result<&str> {
        let found = self.chain.rpc.get(usize::from(validator));
        found.map(String::as_str).with_context(|| format!("there is no validator {validator}"))
    }

    fn node(&self, validator: u16) -> Result<Node> {
        Ok(Node::at(vec![self.rpc(validator)?.to_string()]))
    }

    pub(super) fn settings(&self) -> &Settings {
        &self.settings
    }

    pub(super) fn validator(&self, validator: u16) -> Result<Validator> {
        if validator >= self.settings.validators {
            bail!("there is no validator {validator}: this devnet has {}", self.settings.validators);
        }
        Ok(Validator::new(home::validator(&self.home, validator)))
    }
}
