//! What the suite costs, beside others: the benchmark of gas.

mod curves;
mod findings;
mod ledger;
mod meter;
mod ours;
mod peers;
mod people;
mod report;
mod tx;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::Parser;
use isonomia_vm::Vm;

use findings::Findings;
use ledger::Ledger;
use meter::Figure;

/// Where everything runs.
pub struct Bench {
    /// The machine.
    pub vm: Vm,
    /// The folder of the artifacts.
    pub artifacts: PathBuf,
}

impl Bench {
    /// The artifact of a peer.
    pub fn peer(&self, name: &str) -> PathBuf {
        self.artifacts.join("peers").join(format!("{name}.wasm"))
    }
}

/// Prints what every transaction and query costs, in SDK gas.
#[derive(Parser)]
struct Cli {
    /// The folder of the artifacts.
    #[arg(long, default_value_os_t = isonomia_vm::artifacts())]
    artifacts: PathBuf,
    /// Ours alone.
    #[arg(long)]
    ours: bool,
    /// Prints the bills of the figures whose name contains this, call by call.
    #[arg(long, value_name = "NAME")]
    bill: Option<String>,
    /// Writes docs/GAS.md, docs/gas.json and the curves.
    #[arg(long)]
    write: bool,
    /// Prints everything as JSON.
    #[arg(long)]
    json: bool,
    /// Fails where something has grown by more than 3 % over docs/gas.json.
    #[arg(long)]
    check: bool,
    /// Leaves out what takes minutes to fill.
    #[arg(long)]
    quick: bool,
}

fn main() -> ExitCode {
    match run(&Cli::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("isonomia-gas: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(cli: &Cli) -> Result<()> {
    let bench = Bench { vm: Vm::new()?, artifacts: cli.artifacts.clone() };
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../docs");
    if cli.write {
        return report::write(&Findings::measure(&bench, cli.quick)?, &docs);
    }
    if cli.json {
        let ledger = Ledger::of(&Findings::measure(&bench, cli.quick)?);
        println!("{}", serde_json::to_string_pretty(&ledger)?);
        return Ok(());
    }
    if cli.check {
        let committed = docs.join("gas.json");
        let text = fs::read_to_string(&committed).with_context(|| committed.display().to_string())?;
        let committed: Ledger = serde_json::from_str(&text)?;
        return Ledger::of(&Findings::measure(&bench, true)?).compare(&committed).report();
    }
    let figures = if cli.ours { ours::figures(&bench)? } else { findings::figures(&bench)? };
    show(&figures, cli.bill.as_deref());
    Ok(())
}

fn show(figures: &[Figure], part: Option<&str>) {
    for Figure { name, bill } in figures {
        match part {
            Some(part) if name.contains(part) => println!("{name} {bill}"),
            Some(_) => {}
            None => println!(
                "{name:36} {:>9} = vm {:>6} + storage {:>8} + instances {:>7} + chain {:>7}",
                bill.total(),
                bill.vm,
                bill.storage,
                bill.instances,
                bill.chain
            ),
        }
    }
}
