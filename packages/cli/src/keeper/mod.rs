//! `isonomia keeper`: does what anyone may do and somebody should, for any number of DAOs.
//!
//! A keeper has no memory of its own, and any number of them may run: what was done stands on the chain, which does
//! nothing twice.

mod docket;
mod duty;
mod round;

use std::thread::sleep;
use std::time::Duration;

use anyhow::Result;
use clap::Args;
use isonomia_chain::{ChainError, Key};

pub use docket::{Asked, Docket};
pub use duty::{Call, Duty};
pub use round::{Keeper, Told};

use crate::deployment::Deployments;
use crate::live::{ChainOptions, KeyOptions, Live, LiveDao};

/// The longest pause while no node answers.
const LONGEST_PAUSE: Duration = Duration::from_secs(60);

/// Opens, resolves and executes what is due, takes expired attestations out, and tells voting of exits that it missed.
/// Stateless: stop it whenever you like, and run as many as you like, each with a key of its own.
#[derive(Args, Clone, Debug)]
pub struct KeeperCommand {
    #[command(flatten)]
    chain: ChainOptions,
    #[command(flatten)]
    key: KeyOptions,
    /// A DAO's name in the deployment file; every one unless given. May be repeated.
    #[arg(long)]
    dao: Vec<String>,
    /// The folder of the deployment files.
    #[arg(long, default_value = "deployments")]
    deployments: std::path::PathBuf,
    /// Seconds between two rounds.
    #[arg(long, default_value_t = 5)]
    every: u64,
    /// Does one round and ends.
    #[arg(long)]
    once: bool,
    /// Prints one JSON object a line.
    #[arg(long)]
    json: bool,
}

/// Runs a keeper: for ever, or one round.
pub fn run(command: &KeeperCommand) -> Result<()> {
    let chain = command.chain.file()?;
    let key = command.key.key(&command.chain, &chain)?;
    let mut keeper = Keeper::new(daos(command)?);
    let mut pause = Duration::from_secs(command.every);
    loop {
        match round(&mut keeper, &key, command.json) {
            Ok(()) => pause = Duration::from_secs(command.every),
            Err(error) if command.once || is_of_another_chain(&error) => return Err(error),
            Err(error) => {
                // A node that is away comes back, or another endpoint answers; a keeper outlives it.
                eprintln!("isonomia: {error:#}; next try in {} s", pause.as_secs());
                pause = (pause * 2).clamp(Duration::from_secs(1), LONGEST_PAUSE);
            }
        }
        if command.once {
            return Ok(());
        }
        sleep(pause);
    }
}

/// Another chain does not become the right one.
fn is_of_another_chain(error: &anyhow::Error) -> bool {
    matches!(error.downcast_ref(), Some(ChainError::WrongChain { .. }))
}

fn round(keeper: &mut Keeper, key: &Key, json: bool) -> Result<()> {
    keeper.round(key, |told| {
        println!("{}", if json { told.json().to_string() } else { told.to_string() });
    })
}

/// The DAOs to keep. No node is asked: it may be away now.
fn daos(command: &KeeperCommand) -> Result<Vec<LiveDao>> {
    let chain = command.chain.file()?;
    let deployments = Deployments::read(&command.deployments, &chain.chain_id)?;
    let names = match command.dao.as_slice() {
        [] => {
            deployments.daos.iter().filter(|(_, dao)| dao.is_made()).map(|(name, _)| name.clone()).collect()
        }
        named => named.to_vec(),
    };
    anyhow::ensure!(
        !names.is_empty(),
        "no DAO was deployed to {}; `isonomia deploy` deploys one",
        chain.chain_id
    );
    let open = |name: &String| {
        let (name, dao) = deployments.dao(Some(name))?;
        Ok(LiveDao::new(Live::unasked(chain.clone()), name, dao))
    };
    names.iter().map(open).collect()
}
