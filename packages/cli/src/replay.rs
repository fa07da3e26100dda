//! `isonomia run`: a scenario, told to a person or to a machine.

use std::path::Path;

use anyhow::Result;
use comfy_table::{presets::UTF8_FULL_CONDENSED, Table};

use crate::scenario::{
    self, CastReport, ClassName, ConditionsReport, PollReport, Runner, Scenario, ScenarioError, Step,
};

/// Replays a scenario file and prints what came of it.
pub fn replay(path: &Path, json: bool, strict: bool) -> Result<()> {
    let scenario = scenario::read(path)?;
    if !json {
        return told(&scenario, strict);
    }
    match scenario::run(&scenario, strict, |_, _, _, _| {}) {
        Ok(report) => println!("{}", serde_json::to_string(&report)?),
        Err(stopped) => {
            if let ScenarioError::Strict { report, .. } = &stopped {
                println!("{}", serde_json::to_string(report)?);
            }
            return Err(stopped.into());
        }
    }
    Ok(())
}

fn told(scenario: &Scenario, strict: bool) -> Result<()> {
    let report = scenario::run(scenario, strict, tell_step)?;
    for (name, poll) in &report.polls {
        println!("\n{}", tell_poll(name, poll));
    }
    println!("\n{} steps, {} refused.", scenario.steps.len(), report.refused.len());
    Ok(())
}

fn tell_step(runner: &Runner, index: usize, step: &Step, refused: Option<&str>) {
    let day = runner.elapsed() / isonomia_embedded::DAY;
    let told = serde_json::to_string(step).unwrap_or_default();
    match refused {
        None => println!("{index:>5}  day {day:<5} {told}"),
        Some(error) => println!("{index:>5}  day {day:<5} {told}\n       refused: {error}"),
    }
}

fn tell_poll(name: &str, poll: &PollReport) -> String {
    let mut table = Table::new();
    table.load_preset(UTF8_FULL_CONDENSED).set_header(["", "power", "stake", "un-attested stake"]);
    for (choice, cast) in [("yes", &poll.tally.yes), ("no", &poll.tally.no), ("abstain", &poll.tally.abstain)]
    {
        table.add_row(row(choice, cast));
    }
    table.add_row([
        "of all".to_string(),
        poll.total_power.to_string(),
        poll.total_stake.to_string(),
        String::new(),
    ]);
    let verdict = if poll.passes { "PASSES" } else { "DOES NOT PASS" };
    format!(
        "{name} ({}): {verdict}\n{table}\nsides of the people's key: yes {}, no {}\n{}",
        class_name(poll.class),
        poll.yes_side,
        poll.no_side,
        conditions(&poll.conditions)
    )
}

fn row(choice: &str, cast: &CastReport) -> [String; 4] {
    [choice.to_string(), cast.power.to_string(), cast.stake.to_string(), cast.unattested_stake.to_string()]
}

fn conditions(conditions: &ConditionsReport) -> String {
    let ConditionsReport { quorum, threshold, stake_relative, stake_support, head_count } = *conditions;
    let told = |(name, holds)| format!("{} {name}", if holds { "✓" } else { "✗" });
    [
        ("quorum", quorum),
        ("threshold", threshold),
        ("stake_relative", stake_relative),
        ("stake_support", stake_support),
        ("head_count", head_count),
    ]
    .map(told)
    .join("   ")
}

fn class_name(class: ClassName) -> &'static str {
    scenario::core_class(class).name()
}
