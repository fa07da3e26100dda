//! `isonomia deploy`: a whole DAO on a live chain, resumable at any moment (docs/deploy.md).

mod book;
pub(crate) mod codes;
mod founding_step;
mod once;
pub(crate) mod planning;
mod telling;

use std::path::PathBuf;

use anyhow::{bail, Context, Result};
use clap::Args;
use isonomia_api::plan::Suite;
use isonomia_chain::{ChainFile, Key, Node};

use self::book::Book;
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

/// Deploys and tells.
pub fn run(command: &DeployCommand) -> Result<()> {
    let order = order(command)?;
    if command.dry_run {
        return dry_run(command, order);
    }
    let mut book = Book::open(&command.deployments, &order.chain.chain_id)?;
    match book.deployments.daos.get(&order.name).cloned() {
        Some(made) if made.is_made() => already(command, order, &made),
        Some(begun) => {
            refuse_another(&order, &begun, &book)?;
            carry_out(command, Order { dao: begun, ..order }, &mut book)
        }
        None => carry_out(command, order, &mut book),
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
fn dry_run(command: &DeployCommand, order: Order) -> Result<()> {
    let deployments = Deployments::read(&command.deployments, &order.chain.chain_id)?;
    let found = preflight(command, &order, &deployments);
    let known = known(&order, &deployments).ok();
    telling::plan(&order, &found, known.as_ref(), command.json)?;
    match found.wrong() {
        0 => Ok(()),
        count => bail!("{} does not take it yet: {count} to mend", order.chain.chain_id),
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

/// A DAO of that name is there: nothing is deployed, and it is verified.
fn already(command: &DeployCommand, order: Order, made: &Dao) -> Result<()> {
    eprintln!("`{}` is deployed to {} already; nothing was sent.", order.name, order.chain.chain_id);
    for line in planning::differences(made, &order.dao)? {
        eprintln!("not applied, since it is made: {line}");
    }
    let live = Live::connect(order.chain)?;
    let found = verify(&live, &order.name, made, &command.artifacts)?;
    telling::made(&order.name, made, &found, command.json)?;
    found.agreed()
}

/// An unfinished deployment is finished as it was begun, or not at all.
fn refuse_another(order: &Order, begun: &Dao, book: &Book) -> Result<()> {
    let lines = planning::differences(begun, &order.dao)?;
    if lines.is_empty() {
        return Ok(());
    }
    let (name, path) = (&order.name, book.path());
    let vault = Node::connect(&order.chain).and_then(|node| node.contract(&begun.contracts.vault));
    let instead = match vault {
        Ok(Some(_)) => "its contracts exist".to_string(),
        Ok(None) => {
            format!(
                "or give it up: none of its contracts exists, so take `daos.{name}` out of {}",
                path.display()
            )
        }
        Err(error) => format!("whether its contracts exist is not known now ({error})"),
    };
    bail!(
        "the deployment of `{name}` was begun otherwise:\n  {}\nGo on as it was begun (the same commit, key, --params and --day), {instead}; or found another DAO under another name.",
        lines.join("\n  ")
    )
}

/// From where the deployment stands to its end.
fn carry_out(command: &DeployCommand, order: Order, book: &mut Book) -> Result<()> {
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
    let sender = live.sender(&order.key);
    let codes = order.artifacts.map(|name, artifact| {
        let code_id = codes::have(&sender, &live.node, book, artifact)?;
        eprintln!("code of {name}: {code_id}");
        Ok::<_, anyhow::Error>(code_id)
    })?;
    founding_step::make(&sender, &live.node, book, (&order.name, codes))?;
    let dao = book.deployments.daos.get(&order.name).context("the DAO is not in the file")?;
    let found = verify(&live, &order.name, dao, &command.artifacts)?;
    telling::made(&order.name, dao, &found, command.json)?;
    found.agreed()
}
