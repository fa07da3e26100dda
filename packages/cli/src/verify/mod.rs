//! `isonomia verify`: whether a live DAO is what was planned, made of the code that lies here.

mod compare;
mod contract;
mod report;
mod shape;

use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::Args;
use isonomia_core::clock::ORDINARY_DAY;

pub use report::{Difference, Verification};

use crate::artifacts::{git_commit, source_folder, Artifact, ArtifactError};
use crate::deployment::{Dao, Deployments};
use crate::live::{ChainOptions, DaoOptions, Live};

/// Compares a live DAO with the deployment file and with the compiled contracts here: code, administrators, who is wired
/// to whom, parameters and rules, the day, names and versions. Lists every difference; exit code 1 if there is any.
#[derive(Args, Clone, Debug)]
pub struct VerifyCommand {
    #[command(flatten)]
    chain: ChainOptions,
    #[command(flatten)]
    dao: DaoOptions,
    /// The folder of the compiled contracts.
    #[arg(long, default_value = "artifacts")]
    artifacts: PathBuf,
    /// Prints one JSON object instead.
    #[arg(long)]
    json: bool,
}

/// Verifies and tells.
pub fn run(command: &VerifyCommand) -> Result<()> {
    let chain = command.chain.file()?;
    let deployments = Deployments::read(&command.dao.deployments, &chain.chain_id)?;
    let (name, dao) = deployments.dao(command.dao.dao.as_deref())?;
    let found = verify(&Live::connect(chain)?, name, dao, &command.artifacts)?;
    if command.json {
        println!("{}", serde_json::to_string(&found)?);
    } else {
        print!("{found}");
    }
    found.agreed()
}

/// Compares a DAO on the chain with what was planned, and with the compiled contracts in a folder.
pub fn verify(live: &Live, name: &str, dao: &Dao, artifacts: &Path) -> Result<Verification> {
    let mut found = Verification::new(name, &live.chain.chain_id);
    for contract in dao.contracts.named().map(|(contract, _)| contract) {
        let local = match Artifact::read(artifacts, contract) {
            Ok(artifact) => Some(artifact.checksum.to_hex()),
            Err(ArtifactError::Missing { path }) => {
                found.differs(
                    contract,
                    "local code",
                    dao_checksum(dao, contract),
                    format!("{path} is missing: run scripts/wasm.sh"),
                );
                None
            }
            Err(error) => return Err(error.into()),
        };
        contract::check(live, dao, (contract, local), &mut found)?;
    }
    day(live, dao, &mut found);
    let here = git_commit(&source_folder(artifacts));
    if here != dao.git_commit {
        found.note(format!("deployed from commit {}, this is {here}", dao.git_commit));
    }
    Ok(found)
}

fn dao_checksum(dao: &Dao, contract: &str) -> String {
    dao.checksums
        .named()
        .into_iter()
        .find(|(name, _)| *name == contract)
        .map_or(String::new(), |(_, checksum)| checksum.clone())
}

/// A day other than 86400 s is never silent, and wrong outside of test networks.
fn day(live: &Live, dao: &Dao, found: &mut Verification) {
    let day = dao.params.day;
    match (day == ORDINARY_DAY, live.chain.test_network) {
        (true, _) => {}
        (false, true) => {
            found.note(format!("a day of this DAO has {day} s, not {ORDINARY_DAY}: a test network"))
        }
        (false, false) => found.differs("vault", "day", ORDINARY_DAY, day),
    }
}
