//! Every operation of ours, with the parts of its bill.

use std::collections::BTreeSet;

use anyhow::{ensure, Context, Result};

use super::grouped;
use super::words::GROUPS;
use crate::findings::Findings;

/// The tables, one for each group.
pub fn section(findings: &Findings) -> Result<String> {
    let told: BTreeSet<String> =
        GROUPS.iter().flat_map(|(_, names)| names.iter().map(|(name, _)| format!("ours/{name}"))).collect();
    let untold = findings.figures.iter().find(|figure| {
        figure.name.starts_with("ours/")
            && !figure.name.ends_with("-no-deposit")
            && !told.contains(&figure.name)
    });
    ensure!(untold.is_none(), "no words for {}", untold.map_or("", |figure| &figure.name));
    let tables: Vec<String> =
        GROUPS.iter().map(|(title, names)| table(findings, title, names)).collect::<Result<_>>()?;
    Ok(format!(
        "## Every operation\n\nIn SDK gas. *VM*: instructions of the contracts, and functions of the machine. *Storage*: \
         what contracts read and write. *Codes*: contracts made ready to run. *Chain*: the transaction, its bytes, \
         events, coins, what the chain keeps of contracts. `scripts/gas.sh --bill NAME` shows a bill call by call.\n\n{}",
        tables.join("\n\n")
    ))
}

fn table(findings: &Findings, title: &str, names: &[(&str, &str)]) -> Result<String> {
    let mut lines = vec![
        format!("### {title}\n"),
        "| | | gas | VM | storage | codes | chain |".to_string(),
        "|:---|:---|---:|---:|---:|---:|---:|".to_string(),
    ];
    for (name, what) in names {
        let full = format!("ours/{name}");
        let figure = findings.figures.iter().find(|figure| figure.name == full);
        let bill = &figure.with_context(|| format!("nothing is called {full}"))?.bill;
        let cells = [bill.total(), bill.vm, bill.storage, bill.instances, bill.chain].map(grouped);
        lines.push(format!("| `{name}` | {what} | {} |", cells.join(" | ")));
    }
    Ok(lines.join("\n"))
}
