//! docs/GAS.md, the curves beside it, and docs/gas.json.

mod beside;
mod chain;
mod goals;
mod growth;
mod operations;
mod plot;
mod sizes;
mod words;

use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::findings::Findings;
use crate::ledger::Ledger;

/// What stands before the tables, and what stands behind them.
const HEAD: &str = include_str!("head.md");
const NOTES: &str = include_str!("notes.md");

/// Writes everything into the folder of the docs.
pub fn write(findings: &Findings, docs: &Path) -> Result<()> {
    let sections = [
        HEAD.to_string(),
        beside::table(findings)?,
        goals::section(findings)?,
        growth::section(findings),
        sizes::table(findings),
        operations::section(findings)?,
        chain::table(findings)?,
        NOTES.to_string(),
    ];
    fs::create_dir_all(docs.join("gas"))?;
    for curve in &findings.curves {
        let path = docs.join("gas").join(format!("{}.svg", curve.axis.name()));
        fs::write(path, plot::svg(curve)?)?;
    }
    let json = serde_json::to_string_pretty(&Ledger::of(findings))?;
    fs::write(docs.join("gas.json"), json + "\n")?;
    fs::write(docs.join("GAS.md"), sections.map(|section| section.trim().to_string()).join("\n\n") + "\n")?;
    Ok(())
}

/// Gas in thousands or millions, as a reader compares it.
fn short(gas: u64) -> String {
    match gas {
        0..1_000_000 => format!("{:.1} k", gas as f64 / 1e3),
        _ => format!("{:.2} M", gas as f64 / 1e6),
    }
}

/// A number with its thousands apart.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> = digits
        .as_bytes()
        .rchunks(3)
        .rev()
        .map(|group| std::str::from_utf8(group).unwrap_or_default())
        .collect();
    groups.join(",")
}

/// Whether a goal is met.
fn mark(met: bool) -> &'static str {
    if met {
        "✓"
    } else {
        "✗"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_for_readers() {
        assert_eq!([7, 1_234, 12_345_678].map(grouped), ["7", "1,234", "12,345,678"]);
        assert_eq!([96_922, 12_345_678].map(short), ["96.9 k", "12.35 M"]);
    }
}
