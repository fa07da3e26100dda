//! Every scenario of docs/recipes, and what everybody has at its end.

use std::path::PathBuf;

use isonomia_cli::scenario::{read, run, Runner, Scenario};
use isonomia_embedded::CASH;

use super::folder;

/// What the treasury has at the beginning.
const TREASURE: u128 = 1_000_000_000_000;

/// A recipe, every step of which has to be taken.
fn recipe(name: &str) -> (Scenario, Runner) {
    let scenario = read(&folder().join(format!("{name}.json"))).unwrap();
    run(&scenario, true, |_, _, _, _| {}).unwrap_or_else(|stopped| panic!("{name}: {stopped}"));
    let mut runner = Runner::new(&scenario).unwrap();
    scenario.steps.iter().for_each(|step| runner.step(step).unwrap());
    (scenario, runner)
}

/// Everything that left the treasury is somebody's, to the last unit.
#[track_caller]
fn ends(name: &str, paid: &[(&str, u128)]) {
    let (_, runner) = recipe(name);
    let dao = runner.dao();
    for (account, amount) in paid {
        assert_eq!(dao.balance(&runner.addr(account), CASH).unwrap(), *amount, "{account}");
    }
    let left: u128 = paid.iter().map(|(_, amount)| amount).sum();
    assert_eq!(dao.balance(&dao.contracts.treasury, CASH).unwrap(), TREASURE - left);
}

#[test]
fn payroll_pays_a_year_and_a_part_of_one() {
    // 106.5 of 365 days of 24 000, rounded down: yan left, and the vote took 16.5 days.
    let yan = 24_000_000_000 * 1_065 / 3_650;
    ends("payroll", &[("yan", yan), ("zoe", 24_000_000_000)]);
}

#[test]
fn grants_are_large_or_small_or_a_committees() {
    let paid = [("grantee", 25_000), ("painter", 300), ("printer", 1_500), ("host", 2_500), ("mallory", 0)];
    ends("grant", &paid.map(|(account, cash)| (account, cash * 1_000_000)));
}

#[test]
fn a_guardian_is_elected_serves_and_is_gone() {
    ends("guardian-election", &[("painter", 0), ("ida", 0)]);
}

#[test]
fn what_was_stolen_before_the_pause_is_all_that_is_lost() {
    ends("pause-and-recover", &[("mallory", 500_000_000), ("roofer", 3_000_000_000)]);
}

#[test]
fn a_release_that_loses_votes_is_taken_back_and_the_dao_pays_on() {
    ends("upgrade", &[("painter", 1_000_000_000)]);
}

#[test]
fn every_scenario_of_the_folder_is_replayed_here() {
    let of_json = |path: PathBuf| (path.extension()? == "json").then(|| path.file_stem().unwrap().to_owned());
    let files = std::fs::read_dir(folder()).unwrap().filter_map(|entry| of_json(entry.unwrap().path()));
    let mut names: Vec<String> = files.map(|name| name.into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names, ["grant", "guardian-election", "pause-and-recover", "payroll", "upgrade"]);
}
