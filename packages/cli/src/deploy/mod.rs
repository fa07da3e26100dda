//! `isonomia deploy`: a whole DAO on a live chain, resumable at any moment (docs/deploy.md).

mod book;
pub(crate) mod codes;
pub(crate) mod existing;
mod founding_step;
mod once;
pub(crate) mod planning;
mod progress;
mod standing;
mod telling;

use std::path::PathBuf;

use anyhow::{bail, Context, Result};
use clap::Args;
use isonomia_api::plan::Suite;
use isonomia_chain::{ChainFile, Key, Node};
use serde::Serialize;

use self::book::Book;
use self::progress::Progress;
use self::standing::entered;
use crate::artifacts::{git_commit, source_folder, Artifact};
use crate::deployment::{Dao, Deployments};
use crate::doctor::{examine, Case, Examination};
use crate::founding::{day_on, read_day, Founding};
use crate::live::{confirmed, ChainOptions, KeyOptions, Live};
use crate::verify::verify;

/// Deploys a DAO: examines the chain, stores the code that it does not have, makes the six contracts in one transaction,
/// and verifies them. Killed at any moment and run again, it finishes the same deployment; nothing is deployed twice.
#[derive(Args, Clone, Debug)]
pub struct DeployCommand {
    #[command(flatten)]
    chain: ChainOptions,
    #[command(flatten)]
    key: KeyOptions,
    /// The founding file; on a devnet a test DAO, `town`, unless given.
    #[arg(long)]
    params: Option<PathBuf>,
    /// The length of a day, as `10s` or `1m`: on a test network only.
    #[arg(long, value_parser = read_day)]
    day: Option<u64>,
    /// Tells what would be done, and signs nothing.
    #[arg(long)]
    dry_run: bool,
    /// Does not ask before it signs.
    #[arg(long)]
    yes: bool,
    /// Prints one JSON object at the end.
    #[arg(long)]
    json: bool,
    /// The folder of the deployment files.
    #[arg(long, default_value = "deployments")]
    deployments: PathBuf,
    /// The folder of the compiled contracts.
    #[arg(long, default_value = "artifacts")]
    artifacts: PathBuf,
}

/// What is to be deployed, before anybody is asked.
struct Order {
    chain: ChainFile,
    key: Key,
    name: String,
    artifacts: Suite<Artifact>,
    dao: Dao,
}

impl Order {
    /// The same, from where it was begun.
    fn going_on(self, begun: Option<Dao>) -> Order {
        Order { dao: begun.unwrap_or(self.dao), ..self }
    }
}

/// What a deployment would come to.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
enum Next {
    /// The DAO would be founded.
    Found,
    /// The deployment was begun, and would be gone on with.
    GoOn,
    /// The chain has the very DAO; it would be entered in the deployment file, and verified.
    Enter,
}

/// Deploys and tells.
pub fn run(command: &DeployCommand) -> Result<()> {
    let order = order(command)?;
    if command.dry_run {
        let deployments = Deployments::read(&command.deployments, &order.chain.chain_id)?;
        return match entered(&order, &deployments, &command.deployments)? {
            Some(made) if made.is_made() => already(command, order, &made),
            begun => dry_run(command, order, begun, &deployments),
        };
    }
    let mut book = Book::open(&command.deployments, &order.chain.chain_id)?;
    match entered(&order, &book.deployments, &command.deployments)? {
        Some(made) if made.is_made() => already(command, order, &made),
        begun => carry_out(command, order.going_on(begun), &mut book),
    }
}

fn order(command: &DeployCommand) -> Result<Order> {
    let chain = command.chain.file()?;
    let day = day_on(&chain, command.day)?;
    let founding = match &command.params {
        Some(path) => Founding::read(path)?,
        None => Founding::default_on(&chain)?,
    };
    let params = founding.plan(&chain, day)?;
    let artifacts = Artifact::read_suite(&command.artifacts)?;
    let key = command.key.signer_or_test_account(&command.chain, &chain)?;
    let commit = git_commit(&source_folder(&command.artifacts));
    let dao = planning::planned(params, key.address(), &artifacts, commit)?;
    Ok(Order { chain, key, name: founding.name, artifacts, dao })
}

/// Nothing is signed and nothing is written.
fn dry_run(
    command: &DeployCommand,
    order: Order,
    begun: Option<Dao>,
    deployments: &Deployments,
) -> Result<()> {
    let next = match (made_already(&order)?, &begun) {
        (true, _) => Next::Enter,
        (false, Some(_)) => Next::GoOn,
        (false, None) => Next::Found,
    };
    let order = order.going_on(begun);
    let found = preflight(command, &order, deployments);
    let known = known(&order, deployments).ok();
    telling::plan(&order, next, (&found, known.as_ref()), command.json)?;
    match found.wrong() {
        0 => Ok(()),
        count => bail!("{} does not take it yet: {count} to mend", order.chain.chain_id),
    }
}

/// Whether the chain has the DAO that is asked for; an error where it was made otherwise. A node that cannot be asked is
/// told by the examination.
fn made_already(order: &Order) -> Result<bool> {
    match Node::connect(&order.chain) {
        Ok(node) => Ok(existing::made(&node, &order.dao)?.is_some()),
        Err(_) => Ok(false),
    }
}

fn preflight(command: &DeployCommand, order: &Order, deployments: &Deployments) -> Examination {
    let (artifacts, key) = (&command.artifacts, Some(&order.key));
    examine(&Case { chain: &order.chain, artifacts, key, deployments, dao: Some(&order.dao) })
}

fn known(order: &Order, deployments: &Deployments) -> Result<Suite<Option<codes::KnownCode>>> {
    let node = Node::connect(&order.chain)?;
    codes::known(&node, deployments, &order.artifacts, order.key.address())
}

/// The very DAO that is asked for is made: nothing is deployed, and it is verified.
fn already(command: &DeployCommand, order: Order, made: &Dao) -> Result<()> {
    eprintln!("`{}` is deployed to {} already; nothing was sent.", order.name, order.chain.chain_id);
    let live = Live::connect(order.chain)?;
    let found = verify(&live, &order.name, made, &command.artifacts)?;
    telling::made(&order.name, made, &found, command.json)?;
    found.agreed()
}

/// From where the deployment stands to its end.
fn carry_out(command: &DeployCommand, order: Order, book: &mut Book) -> Result<()> {
    made_already(&order)?;
    let found = preflight(command, &order, &book.deployments);
    eprint!("{found}");
    if found.wrong() > 0 {
        bail!("nothing was signed: mend what is WRONG above, and run it again");
    }
    confirmed(&telling::preview(&order, &found, &book.path()), command.yes)?;
    if !book.deployments.daos.contains_key(&order.name) {
        book.write(|deployments| drop(deployments.daos.insert(order.name.clone(), order.dao.clone())))?;
    }
    let live = Live::connect(order.chain.clone())?;
    let (sender, progress) = (live.sender(&order.key), Progress { json: command.json });
    let codes = order.artifacts.map(|name, artifact| {
        progress.tell(format_args!("the code of {name}: looking for it, else storing it"));
        let code_id = codes::have(&sender, &live.node, book, artifact, progress)?;
        progress.tell(format_args!("code of {name}: {code_id}"));
        Ok::<_, anyhow::Error>(code_id)
    })?;
    progress.tell(format_args!("making `{}`: six contracts in one transaction", order.name));
    founding_step::make(&sender, &live.node, book, (&order.name, codes), progress)?;
    let dao = book.deployments.daos.get(&order.name).context("the DAO is not in the file")?;
    progress.tell("comparing what was made with what was planned");
    let found = verify(&live, &order.name, dao, &command.artifacts)?;
    telling::made(&order.name, dao, &found, command.json)?;
    found.agreed()
}
