//! The same work by us and by others.

use anyhow::Result;

use super::{mark, short};
use crate::findings::Findings;

/// What somebody does, by each system: figures to be added up, or why there are none.
pub struct Row {
    /// What is done.
    pub what: &'static str,
    ours: &'static str,
    daodao: &'static str,
    cw3: &'static str,
    /// The most that it should cost us, in thousands.
    aim: Option<u64>,
    /// Why it costs more, where it does.
    pub why: &'static str,
}

const NOTHING: &str = "no counterpart";

const ROWS: &[Row] = &[
    row("create the DAO", "ours/create", "daodao/create", "cw3/create").at_most(900),
    row("stake more: a native coin", "ours/stake-more", "not this coin", "cw3/stake-more").at_most(210).why(
        "stake is held by a contract that nobody can change, so two contracts run: making them ready is 120 k of it; \
        and present power lies under two keys of a cw4 group besides, for others to read",
    ),
    row("stake more: a cw20", "ours/stake-more-cw20", "daodao/stake-more", "not this coin").at_most(280),
    row("unstake", "ours/unstake", "daodao/unstake", "cw3/unstake"),
    row("claim a native coin", "ours/claim", "not this coin", "cw3/claim"),
    row("claim a cw20", "ours/claim-cw20", "daodao/claim", "not this coin"),
    row("attest: activate", "ours/activate", NOTHING, NOTHING),
    row("delegate", "ours/delegate", NOTHING, NOTHING),
    row("delegate, split over eight", "ours/delegate-split-8", NOTHING, NOTHING),
    row("propose, 1 kB", "ours/propose-1k", "daodao/propose-1k", "cw3/propose-1k").at_most(300),
    row("propose, 10 kB", "ours/propose-10k", "daodao/propose-10k", "cw3/propose-10k").at_most(640).why(
        "a byte that is kept costs 30 gas and a byte of the transaction 10, and the terms of the grant travel as base64",
    ),
    row("the first vote, which opens the poll", "ours/vote-first-1k", "as any vote", "as any vote"),
    row("vote, 1 kB", "ours/vote-1k", "daodao/vote-1k", "cw3/vote-1k").at_most(150),
    row("vote, 10 kB", "ours/vote-10k", "daodao/vote-10k", "cw3/vote-10k").at_most(150),
    row("vote again", "ours/vote-again-1k", "daodao/vote-again-1k", "not possible").at_most(155),
    row("a delegate votes", "ours/vote-delegate-1k", NOTHING, NOTHING).at_most(160),
    row("override a delegate that has not voted", "ours/override-before-1k", NOTHING, NOTHING).at_most(170),
    row("override a delegate that has voted", "ours/override-after-1k", NOTHING, NOTHING).at_most(170),
    row("override eight that have voted", "ours/override-8-after-1k", NOTHING, NOTHING).at_most(240),
    row("resolve, 1 kB", "ours/resolve-1k", "within execute", "within execute"),
    row("execute, 1 kB", "ours/execute-1k", "daodao/execute-1k", "cw3/execute-1k"),
    row("resolve and execute, 1 kB", "ours/resolve-1k + ours/execute-1k", "daodao/execute-1k", "cw3/execute-1k")
        .at_most(480)
        .why("proposal, voting and timelock run to resolve, timelock and treasury to execute: making five codes ready is 300 k of it; pins are asked before the first action, and what is paid counts against a cap, 31 k of it"),
    row("resolve and execute, 10 kB", "ours/resolve-10k + ours/execute-10k", "daodao/execute-10k", "cw3/execute-10k")
        .at_most(600)
        .why("as with 1 kB; the terms of the grant are a message that is executed as well, to one more contract"),
    row("the deposit goes back", "ours/claim-deposit-1k", "within execute", "within execute"),
    row("a whole decision of 100 voters, 1 kB", "ours/decision-1k", "daodao/decision-1k", "cw3/decision-1k")
        .at_most(16_000),
    row("a whole decision of 100 voters, 10 kB", "ours/decision-10k", "daodao/decision-10k", "cw3/decision-10k"),
];

const fn row(what: &'static str, ours: &'static str, daodao: &'static str, cw3: &'static str) -> Row {
    Row { what, ours, daodao, cw3, aim: None, why: "no reason has been found yet" }
}

impl Row {
    const fn at_most(self, thousands: u64) -> Row {
        Row { aim: Some(1_000 * thousands), ..self }
    }

    const fn why(self, why: &'static str) -> Row {
        Row { why, ..self }
    }

    /// By how much it misses its goal, if it does.
    pub fn missed(&self, findings: &Findings) -> Result<Option<(u64, u64)>> {
        let ours = sum(findings, self.ours)?.unwrap_or_default();
        Ok(self.aim.filter(|aim| ours > *aim).map(|aim| (ours, aim)))
    }

    fn line(&self, findings: &Findings) -> Result<String> {
        let [ours, daodao, cw3] = [self.ours, self.daodao, self.cw3];
        let gas = |cell| sum(findings, cell);
        let aim = match (self.aim, gas(ours)?) {
            (Some(aim), Some(ours)) => format!("≤ {} {}", round(aim), mark(ours <= aim)),
            _ => String::new(),
        };
        Ok(format!(
            "| {} | {} | {} | {} | {} | {} | {aim} |",
            self.what,
            cell(findings, ours)?,
            cell(findings, daodao)?,
            cell(findings, cw3)?,
            ratio(gas(ours)?, gas(daodao)?),
            ratio(gas(ours)?, gas(cw3)?),
        ))
    }
}

/// A goal, which has no digits behind the thousands.
pub fn round(gas: u64) -> String {
    match gas {
        0..1_000_000 => format!("{} k", gas / 1_000),
        _ => format!("{} M", gas / 1_000_000),
    }
}

/// Every row.
pub fn rows() -> &'static [Row] {
    ROWS
}

/// The table.
pub fn table(findings: &Findings) -> Result<String> {
    let gas = |name: &str| findings.gas(name).map(short);
    let first = format!(
        "**A vote costs {}**, whatever the size of the proposal and of the DAO; in DAO DAO {} with a proposal of 1 kB and \
         {} with one of 10 kB, in cw3-flex {} and {}. **A whole decision of a hundred voters costs {}**, in DAO DAO {}, \
         in cw3-flex {}.",
        gas("ours/vote-1k")?,
        gas("daodao/vote-1k")?,
        gas("daodao/vote-10k")?,
        gas("cw3/vote-1k")?,
        gas("cw3/vote-10k")?,
        gas("ours/decision-1k")?,
        gas("daodao/decision-1k")?,
        gas("cw3/decision-1k")?,
    );
    let limit = format!(
        "A transaction that calls a contract that does nothing costs {}; one that reads and writes a voter's record and a \
         total, and checks nothing, {}: no vote can cost less.",
        short(findings.gas("limit/nothing")?),
        short(findings.gas("limit/vote")?)
    );
    let head = "| | Isonomia | DAO DAO 2.6 | cw3-flex + cw4-stake 2.0 | to DAO DAO | to cw3 | goal |\n\
                |:---|---:|---:|---:|---:|---:|---:|";
    let lines: Vec<String> = ROWS.iter().map(|row| row.line(findings)).collect::<Result<_>>()?;
    Ok(format!("{first}\n\n## Side by side\n\n{head}\n{}\n\n{limit}", lines.join("\n")))
}

fn sum(findings: &Findings, cell: &str) -> Result<Option<u64>> {
    if !cell.contains('/') {
        return Ok(None);
    }
    cell.split(" + ").map(|name| findings.gas(name)).sum::<Result<u64>>().map(Some)
}

fn cell(findings: &Findings, cell: &str) -> Result<String> {
    Ok(sum(findings, cell)?.map_or(cell.to_string(), short))
}

fn ratio(ours: Option<u64>, theirs: Option<u64>) -> String {
    match (ours, theirs) {
        (Some(ours), Some(theirs)) => format!("{:.2}", ours as f64 / theirs as f64),
        _ => "–".to_string(),
    }
}
