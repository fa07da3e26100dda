//! A devnet, a DAO on it, and the command.

use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicU16, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;

use anyhow::{ensure, Result};
use isonomia_api::plan::Params;
use isonomia_chain::{ChainFile, Key, Node};
use isonomia_cli::deployment::Deployments;
use isonomia_cli::devnet::{self, Devnet, Options};
use isonomia_cli::live::{Live, LiveDao};

use super::command::{isonomia, said};
use super::founding::{founding, Pace, DAY};

/// The first port of the first devnet, unless the environment variable ISONOMIA_E2E_PORT says another.
const FIRST_PORT: u16 = 27_657;
/// From a devnet's first port to the next one's.
const PORTS: u16 = 30;
/// How many devnets have been tried.
static TRIED: AtomicU16 = AtomicU16::new(0);
/// The devnet that stories share, while one of them uses it.
static SHARED: Mutex<Weak<Desk>> = Mutex::new(Weak::new());

/// A devnet that is gone with the test, and a folder for its deployments.
pub struct Desk {
    pub devnet: Devnet,
    /// What it was started with.
    pub options: Options,
    folder: tempfile::TempDir,
    /// Whoever has it may sign for the test accounts that stories share.
    turn: Mutex<()>,
}

impl Desk {
    /// A new devnet of so many validators, by the command, on ports that nobody else uses.
    pub fn new(validators: u16) -> Result<Desk> {
        let folder = tempfile::tempdir()?;
        let block_time = Duration::from_millis(if validators == 1 { 300 } else { 500 });
        loop {
            let options =
                Options { home: folder.path().join("devnet"), validators, port: next_port()?, block_time };
            let up = up(&options).output()?;
            let complaint = said(&up).1;
            if complaint.contains("cannot be had") {
                continue;
            }
            ensure!(up.status.success(), "isonomia devnet up: {complaint}");
            let devnet = Devnet::open(&options.home)?;
            return Ok(Desk { devnet, options, folder, turn: Mutex::default() });
        }
    }

    /// The devnet of one validator that stories share, each with a DAO and people of its own.
    pub fn shared() -> Result<Arc<Desk>> {
        let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(desk) = shared.upgrade() {
            return Ok(desk);
        }
        let desk = Arc::new(Desk::new(1)?);
        *shared = Arc::downgrade(&desk);
        Ok(desk)
    }

    /// What is known of the chain.
    pub fn chain(&self) -> &ChainFile {
        self.devnet.chain()
    }

    /// One validator, and no other.
    pub fn node(&self, validator: u16) -> Result<Node> {
        Ok(Node::at(vec![self.devnet.rpc(validator)?.to_string()]))
    }

    /// The key of a test account.
    pub fn key(&self, name: &str) -> Result<Key> {
        let chain = self.chain();
        Ok(Key::from_mnemonic(&devnet::account(name)?.mnemonic, chain.coin_type, &chain.prefix)?)
    }

    /// The folder of the devnet.
    pub fn home(&self) -> PathBuf {
        self.folder.path().join("devnet")
    }

    /// A file of this test.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Where the deployment files are.
    pub fn deployments(&self) -> PathBuf {
        self.path("deployments")
    }

    /// Waits for the turn to sign for `alice`, `faucet` and `registrar`: an account sends one transaction after the other.
    pub fn turn(&self) -> MutexGuard<'_, ()> {
        self.turn.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Deploys a DAO by the command.
    pub fn deploy(&self, name: &str, pace: Pace) -> Result<LiveDao> {
        let _turn = self.turn();
        let founding = founding(name, pace, self.key("registrar")?.address());
        let file = self.write(&format!("{name}.json"), &founding.to_string())?;
        self.told(&["deploy", "--params", &file, "--day", DAY, "--yes"])?;
        self.dao(name)
    }

    /// A new file of this test; its path.
    pub fn write(&self, name: &str, text: &str) -> Result<String> {
        let path = self.path(name);
        std::fs::write(&path, text)?;
        Ok(path.display().to_string())
    }

    /// What was decided for a DAO that was deployed.
    pub fn params(&self, name: &str) -> Result<Params> {
        let deployments = Deployments::read(&self.deployments(), &self.chain().chain_id)?;
        Ok(deployments.dao(Some(name))?.1.params.clone())
    }

    /// A DAO that was deployed.
    pub fn dao(&self, name: &str) -> Result<LiveDao> {
        let deployments = Deployments::read(&self.deployments(), &self.chain().chain_id)?;
        let (name, dao) = deployments.dao(Some(name))?;
        Ok(LiveDao::new(Live::connect(self.chain().clone())?, name, dao))
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        if let Err(error) = devnet::down(&self.home()) {
            eprintln!("the devnet stays: {error:#}");
        }
    }
}

fn up(options: &Options) -> Command {
    let mut command = isonomia();
    command.args(["devnet", "up", "--validators", &options.validators.to_string()]);
    command.args(["--port", &options.port.to_string()]);
    command.arg("--block-time").arg(format!("{}ms", options.block_time.as_millis()));
    command.arg("--home").arg(&options.home);
    command
}

fn next_port() -> Result<u16> {
    let first = match std::env::var("ISONOMIA_E2E_PORT") {
        Ok(port) => port.parse()?,
        Err(_) => FIRST_PORT,
    };
    let tried = TRIED.fetch_add(1, Ordering::Relaxed);
    ensure!(tried < 40, "no ports can be had from {first} on");
    Ok(first + PORTS * tried)
}
