//! `isonomia doctor`: whether a chain takes the DAO, before anything is signed. `isonomia deploy` begins with it.

mod account;
mod chain;
mod check;
mod code;
mod stake;

use std::path::{Path, PathBuf};

use anyhow::{bail, Result};
use clap::Args;
use isonomia_chain::{ChainFile, Key};

pub use account::{Cost, FOUNDING_GAS};
pub use check::{Check, Examination, Verdict};

use crate::deployment::{Dao, Deployments};
use crate::live::{ChainOptions, KeyOptions};

/// Asks a chain everything that a deployment needs of it, and signs nothing. One line for each check: whether it is well,
/// and if not, what to do. Exit code 1 if anything is wrong.
#[derive(Args, Clone, Debug)]
pub struct DoctorCommand {
    #[command(flatten)]
    chain: ChainOptions,
    #[command(flatten)]
    key: KeyOptions,
    /// The folder of the compiled contracts.
    #[arg(long, default_value = "artifacts")]
    artifacts: PathBuf,
    /// The folder of the deployment files.
    #[arg(long, default_value = "deployments")]
    deployments: PathBuf,
    /// Prints one JSON object instead.
    #[arg(long)]
    json: bool,
}

/// What is examined.
pub struct Case<'a> {
    /// The chain.
    pub chain: &'a ChainFile,
    /// The folder of the compiled contracts.
    pub artifacts: &'a Path,
    /// Who would sign, if that is known.
    pub key: Option<&'a Key>,
    /// What was deployed so far.
    pub deployments: &'a Deployments,
    /// What would be founded, if that is known.
    pub dao: Option<&'a Dao>,
}

/// Examines and tells.
pub fn run(command: &DoctorCommand) -> Result<()> {
    let chain = command.chain.file()?;
    let key = command.key.signer_if_named(&command.chain, &chain)?;
    let deployments = Deployments::read(&command.deployments, &chain.chain_id)?;
    let (artifacts, deployments) = (&command.artifacts, &deployments);
    let found = examine(&Case { chain: &chain, artifacts, key: key.as_ref(), deployments, dao: None });
    if command.json {
        println!("{}", serde_json::to_string(&found)?);
    } else {
        print!("{found}");
    }
    match found.wrong() {
        0 => Ok(()),
        count => bail!("{chain} does not take it yet: {count} to mend", chain = chain.chain_id),
    }
}

/// Every check, in order; those that need what is missing are left out, and say so.
pub fn examine(case: &Case) -> Examination {
    let mut found = Examination::default();
    let suite = code::artifacts(case, &mut found);
    let Some(node) = chain::node(case, &mut found) else {
        found.add(Check::left_out("the rest", "no node to ask"));
        return found;
    };
    chain::price(case, &node, &mut found);
    stake::staked(case, &node, &mut found);
    let machine = chain::machine(&node);
    let Some(suite) = suite else {
        found.add(Check::left_out("codes", "no artifacts to ask about"));
        return found;
    };
    match account::known(case, &node, &mut found) {
        Some(account) => {
            let known = code::known(case, &node, &suite, account.address(), &mut found);
            if let Some(known) = known {
                account::costs(case, &account, (&suite, &known), &machine, &mut found);
            }
        }
        None => found.add(Check::left_out(
            "codes",
            "whether its machine takes the artifacts is asked with an account that the chain knows",
        )),
    }
    found
}
