//! The bytes of the contracts.

use super::{grouped, mark};
use crate::findings::{Findings, CONTRACTS};

/// The most bytes of one of ours: 400 KiB.
const MOST: u64 = 400 * 1024;

/// The table.
pub fn table(findings: &Findings) -> String {
    let line = |(name, bytes): &(&str, u64)| {
        let goal = if CONTRACTS.contains(name) { mark(*bytes <= MOST) } else { "" };
        format!("| {name} | {} | {goal} |", grouped(*bytes))
    };
    let lines: Vec<String> = findings.sizes.iter().map(line).collect();
    format!("## Sizes\n\n| contract | bytes of wasm | ≤ 400 KiB |\n|:---|---:|:---:|\n{}", lines.join("\n"))
}

/// Whether all of ours are small enough.
pub fn verdict(findings: &Findings) -> String {
    let largest = ours(findings).max_by_key(|(_, bytes)| *bytes);
    let (name, bytes) = largest.unwrap_or_default();
    format!(
        "* {} no contract over 400 KiB: the largest is `{name}` with {} bytes",
        mark(bytes <= MOST),
        grouped(bytes)
    )
}

/// Those that are too large.
pub fn missed(findings: &Findings) -> impl Iterator<Item = String> + '_ {
    ours(findings).filter(|(_, bytes)| *bytes > MOST).map(|(name, bytes)| {
        let why = "Half of it reads JSON, a function for each type; compiled for size it would be a tenth smaller, and still too large.";
        format!("* `{name}.wasm`: {} bytes for {}. {why}", grouped(bytes), grouped(MOST))
    })
}

fn ours(findings: &Findings) -> impl Iterator<Item = (&'static str, u64)> + '_ {
    findings.sizes.iter().copied().filter(|(name, _)| CONTRACTS.contains(name))
}
