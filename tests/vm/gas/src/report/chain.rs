//! The model beside a chain.

use anyhow::Result;

use super::short;
use crate::findings::Findings;

/// What was measured on a chain of wasmd 0.70.3: what, the figure here, and the gas of whole transactions there.
const MEASURED: &[(&str, &str, u64)] = &[
    ("a contract that does nothing", "limit/nothing", 96_500),
    ("the least vote", "limit/vote", 106_400),
    ("cw4-stake: bond", "cw3/stake-more-no-hook", 143_000),
    ("cw4-stake: bond, a multisig is told", "cw3/stake-more", 210_000),
    ("cw3-flex: vote, 1 kB", "cw3/vote-1k", 224_000),
    ("cw3-flex: vote, 10 kB", "cw3/vote-10k", 524_000),
    ("DAO DAO: create (here with a token of its own)", "daodao/create-with-token", 1_058_000),
    ("DAO DAO: stake", "daodao/stake-more", 211_000),
    ("DAO DAO: propose, 1 kB", "daodao/propose-1k", 510_000),
    ("DAO DAO: propose, 10 kB", "daodao/propose-10k", 892_000),
    ("DAO DAO: vote, 1 kB", "daodao/vote-1k", 361_000),
    ("DAO DAO: vote, 10 kB", "daodao/vote-10k", 660_000),
    ("DAO DAO: execute, 1 kB", "daodao/execute-1k", 328_000),
    ("DAO DAO: execute, 10 kB", "daodao/execute-10k", 627_000),
];

/// The table.
pub fn table(findings: &Findings) -> Result<String> {
    let mut lines = vec![
        "## The model beside a chain\n".to_string(),
        "The same transactions were measured on a chain of one validator that runs wasmd 0.70.3:\n"
            .to_string(),
        "| | there | here | |".to_string(),
        "|:---|---:|---:|---:|".to_string(),
    ];
    for (what, name, there) in MEASURED {
        let here = findings.gas(name)?;
        let percent = (here as f64 / *there as f64 - 1.0) * 100.0;
        lines.push(format!("| {what} | {} | {} | {percent:+.1} % |", short(*there), short(here)));
    }
    lines.push("\nHow the DAO on that chain was made is not known to the byte.".to_string());
    Ok(lines.join("\n"))
}
