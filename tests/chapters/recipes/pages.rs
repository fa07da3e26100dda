//! Every page of docs/recipes, typed from its first line to its last.

use std::fs;
use std::path::Path;

use anyhow::Result;
use isonomia_api::timelock::{ExecuteMsg, Operator};
use isonomia_embedded::{Dao, DAY};

use super::folder;
use super::terminal::{town_of_the_pages, types};

/// With this in the environment the pages are written as the shell prints them, and not compared.
const WRITE: &str = "ISONOMIA_WRITE_RECIPES";

fn typed(name: &str) -> Result<()> {
    typed_in(&mut town_of_the_pages()?, name)
}

fn typed_in(dao: &mut Dao, name: &str) -> Result<()> {
    let path = folder().join(format!("{name}.md"));
    let page = fs::read_to_string(&path)?;
    let written = types(dao, &page)?;
    match std::env::var_os(WRITE) {
        Some(_) => fs::write(&path, written)?,
        None => assert!(page == written, "{name}.md differs from what is printed:\n{written}"),
    }
    Ok(())
}

#[test]
fn payroll_is_what_the_shell_prints() -> Result<()> {
    typed("payroll")
}

#[test]
fn a_grant_is_what_the_shell_prints() -> Result<()> {
    typed("grant")
}

#[test]
fn pausing_and_recovering_is_what_the_shell_prints() -> Result<()> {
    typed("pause-and-recover")
}

#[test]
fn electing_a_guardian_is_what_the_shell_prints() -> Result<()> {
    typed("guardian-election")
}

#[test]
fn an_upgrade_and_the_way_back_are_what_the_shell_prints() -> Result<()> {
    let mut dao = town_of_the_pages()?;
    let timelock = dao.contracts.timelock.clone();
    let operators = [("host", 5), ("printer", 1)]
        .map(|(name, weight)| Operator { operator: dao.addr(name).into_string(), weight });
    let (guardian, until) = (dao.addr("committee").into_string(), dao.now() + 180 * DAY);
    for msg in [
        ExecuteMsg::SetOperators { operators: operators.to_vec() },
        ExecuteMsg::SetGuardian { guardian, until },
    ] {
        dao.call(&timelock, &timelock, &msg)?;
    }
    typed_in(&mut dao, "upgrade")?;
    let (file, page) = (folder().with_file_name("upgrade.json"), folder().join("upgrade.md"));
    assert!(fs::read_to_string(page)?.contains(&fs::read_to_string(file)?), "the page shows another file");
    Ok(())
}

/// What is decided at the terminal is what the scenario decides.
#[test]
fn every_decision_of_a_page_stands_in_its_scenario() -> Result<()> {
    for name in ["payroll", "grant", "pause-and-recover", "guardian-election"] {
        let read = |ending: &str| fs::read_to_string(folder().join(Path::new(name).with_extension(ending)));
        let (page, scenario) = (read("md")?, read("json")?);
        let decisions = page.split("--do \"").skip(1).filter_map(|rest| rest.split('"').next());
        for decision in decisions {
            assert!(scenario.contains(&format!("\"{decision}\"")), "{name}: {decision}");
        }
    }
    Ok(())
}
