//! The other goals, and what misses its goal.

use anyhow::Result;

use super::{beside, growth, mark, short, sizes};
use crate::findings::Findings;
use crate::meter::Figure;

/// The most that a message may cost.
const MESSAGE: u64 = 10_000_000;
/// The most that a query may cost: what nodes allow.
const QUERY: u64 = 3_000_000;

/// The goals, and the reasons.
pub fn section(findings: &Findings) -> Result<String> {
    let (messages, queries): (Vec<&Figure>, Vec<&Figure>) = findings
        .figures
        .iter()
        .filter(|figure| figure.name.starts_with("ours/") && !figure.name.starts_with("ours/decision"))
        .partition(|figure| !figure.name.starts_with("ours/ask-"));
    let goals = [
        growth::verdict(findings),
        sizes::verdict(findings),
        most("message", &messages, MESSAGE),
        most("query, with a hundred entries a page,", &queries, QUERY),
    ];
    let mut text = format!("## Other goals\n\n{}", goals.join("\n"));
    let missed = missed(findings)?;
    if !missed.is_empty() {
        text += &format!("\n\n**Missed, and why:**\n\n{}", missed.join("\n"));
    }
    Ok(text)
}

fn most(what: &str, figures: &[&Figure], goal: u64) -> String {
    let most = figures.iter().max_by_key(|figure| figure.bill.total());
    let (name, gas) = most.map_or(("nothing", 0), |figure| (figure.name.as_str(), figure.bill.total()));
    let name = name.trim_start_matches("ours/");
    format!(
        "* {} no {what} above {}: the most expensive is `{name}` with {}",
        mark(gas <= goal),
        beside::round(goal),
        short(gas)
    )
}

fn missed(findings: &Findings) -> Result<Vec<String>> {
    let mut lines = vec![];
    for row in beside::rows() {
        if let Some((gas, aim)) = row.missed(findings)? {
            lines.push(format!(
                "* {}: {} for {}. {}.",
                row.what,
                short(gas),
                beside::round(aim),
                capital(row.why)
            ));
        }
    }
    lines.extend(sizes::missed(findings));
    Ok(lines)
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}
