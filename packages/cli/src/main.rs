//! `isonomia`: a whole DAO on your desk.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use isonomia_cli::deploy::DeployCommand;
use isonomia_cli::doctor::DoctorCommand;
use isonomia_cli::keeper::KeeperCommand;
use isonomia_cli::keys::KeysCommand;
use isonomia_cli::shell::ShellCommand;
use isonomia_cli::verify::VerifyCommand;
use isonomia_cli::{demo, deploy, devnet, doctor, keeper, keys, pipe, replay, verify};

/// Two-key quadratic governance: on an embedded chain to try it, and on live chains.
#[derive(Parser)]
#[command(name = "isonomia", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Tells the story of a whole decision: a population of stakers as real DAOs have them, one spend that passes, and
    /// one that a whale with a Sybil farm pushes and that is refused.
    Demo {
        /// Whose decade histogram of holders: compound, uniswap, ens, or a CSV file (docs/population.md).
        #[arg(long, default_value = "compound")]
        population: String,
        /// The same seed tells the same story.
        #[arg(long, default_value_t = demo::DEFAULT_SEED)]
        seed: u64,
        /// How many stakers; as many as the DAO had voters, at most 5000, unless given.
        #[arg(long)]
        stakers: Option<usize>,
    },
    /// Replays a scenario through the real contracts and prints every tally and verdict (docs/scenario.md).
    Run {
        /// The scenario file.
        scenario: PathBuf,
        /// Prints one JSON object instead.
        #[arg(long)]
        json: bool,
        /// Stops at the first step that a contract refuses, with exit code 1.
        #[arg(long)]
        strict: bool,
    },
    /// Opens, resolves and executes what is due, in any number of DAOs on a live chain (docs/keeper.md).
    Keeper(KeeperCommand),
    /// Deploys a DAO to a live chain, or goes on with a deployment that was stopped (docs/deploy.md).
    Deploy(DeployCommand),
    /// Asks a chain whether it takes the DAO; signs nothing (docs/deploy.md).
    Doctor(DoctorCommand),
    /// Compares a deployed DAO with what was planned, and with the code here (docs/deploy.md).
    Verify(VerifyCommand),
    /// The keys that sign, each in a file that a passphrase opens.
    Keys(KeysCommand),
    /// A real chain on this computer alone, to deploy to and to break (docs/devnet.md).
    Devnet {
        #[command(subcommand)]
        command: devnet::DevnetCommand,
    },
    #[command(flatten)]
    Shell(Box<ShellCommand>),
}

fn main() -> ExitCode {
    pipe::end_quietly_where_nobody_reads();
    let outcome = match Cli::parse().command {
        Command::Demo { population, seed, stakers } => demo::tell(&population, seed, stakers).map(drop),
        Command::Run { scenario, json, strict } => replay::replay(&scenario, json, strict),
        Command::Keeper(command) => keeper::run(&command),
        Command::Deploy(command) => deploy::run(&command),
        Command::Doctor(command) => doctor::run(&command),
        Command::Verify(command) => verify::run(&command),
        Command::Keys(command) => keys::run(&command),
        Command::Devnet { command } => devnet::run(&command),
        Command::Shell(command) => command.run(),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("isonomia: {error:#}");
            ExitCode::FAILURE
        }
    }
}
