//! What the commands print.

use std::path::Path;

use anyhow::{bail, Result};

use super::accounts::accounts;
use super::args::{DevnetCommand, Options};
use super::home::{self, DEFAULT_HOME};
use super::network::Devnet;
use super::taking_down::down;

/// Carries out a command. What was asked for goes to the standard output, progress to the standard error. Fails as
/// [`Devnet::up`], [`down`] and [`Devnet::open`] do; `status` also if no validator runs.
pub fn run(command: &DevnetCommand) -> Result<()> {
    match command {
        DevnetCommand::Up(options) => tell(&Devnet::up(options)?, options),
        DevnetCommand::Down { home } => {
            let what = if down(home)? { "the devnet is gone:" } else { "there was no devnet in" };
            println!("{what} {}", home.display());
        }
        DevnetCommand::Status { home } => status(&Devnet::open(home)?)?,
    }
    Ok(())
}

fn tell(devnet: &Devnet, options: &Options) {
    println!("chain    {}", devnet.chain().chain_id);
    for rpc in &devnet.chain().rpc {
        println!("rpc      {rpc}");
    }
    println!("file     {}", home::chain_file(&options.home).display());
    println!("keys     {} (public: never for anything of value)", home::key_file(&options.home).display());
    println!("\naccounts");
    for account in accounts() {
        println!("  {:<10}{}", account.name, account.address);
    }
    let (chain, home) = named(&options.home);
    println!("\nnext");
    println!("  isonomia deploy --chain {chain} …");
    println!("  isonomia devnet status{home}");
    println!("  isonomia devnet down{home}");
}

/// How the other commands are told of a devnet in that folder.
fn named(home: &Path) -> (String, String) {
    if home == Path::new(DEFAULT_HOME) {
        return ("devnet".to_string(), String::new());
    }
    (home::chain_file(home).display().to_string(), format!(" --home {}", home.display()))
}

fn status(devnet: &Devnet) -> Result<()> {
    println!("{}", devnet.chain().chain_id);
    let mut runs = false;
    for validator in 0..devnet.validators() {
        let rpc = devnet.rpc(validator)?;
        let Some(pid) = devnet.pid(validator)? else {
            println!("validator {validator}  dead     {rpc}");
            continue;
        };
        runs = true;
        let height =
            devnet.height(validator).map_or("no answer".to_string(), |height| format!("height {height}"));
        println!("validator {validator}  running  {rpc}  {height}  process {pid}");
    }
    if !runs {
        bail!("no validator runs");
    }
    Ok(())
}
