//! What the style asks for and a machine can see.

use std::fs;
use std::path::{Path, PathBuf};

/// Lines that no source file passes.
const MAX_LINES: usize = 400;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_path_buf()
}

/// Every file below a folder of the project with one of these endings.
fn files(folder: &str, endings: &[&str]) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
            if path.is_dir() && !path.ends_with("node_modules") {
                folders.push(path);
            } else if endings.contains(&ending) {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    found
}

fn sources() -> Vec<(PathBuf, String)> {
    ["packages", "contracts", "tests"].iter().flat_map(|folder| files(folder, &["rs"])).collect()
}

#[test]
fn the_rules_know_nothing_of_the_chain() {
    let of_the_chain = ["Deps", "Storage", "Env", "Querier", "Response", "MessageInfo", "cw_storage_plus"];
    for (path, text) in files("packages/core/src", &["rs"]) {
        for word in text.split(|letter: char| !letter.is_alphanumeric() && letter != '_') {
            assert!(!of_the_chain.contains(&word), "{} names {word}", path.display());
        }
    }
}

#[test]
fn no_contract_links_another() {
    let contracts = ["vault", "identity", "voting", "proposal", "timelock", "treasury"];
    for contract in contracts {
        let manifest = fs::read_to_string(root().join(format!("contracts/{contract}/Cargo.toml"))).unwrap();
        for other in contracts {
            assert!(!manifest.contains(&format!("isonomia-{other} =")), "{contract} links {other}");
        }
    }
}

#[test]
fn no_file_is_too_long_to_be_read() {
    for (path, text) in sources() {
        let lines = text.lines().count();
        assert!(lines <= MAX_LINES, "{} has {lines} lines", path.display());
    }
}

#[test]
fn no_file_is_named_for_nothing() {
    for (path, _) in sources() {
        let name = path.file_stem().and_then(|name| name.to_str()).unwrap();
        assert!(!["utils", "util", "helpers", "common", "misc"].contains(&name), "{}", path.display());
    }
}

#[test]
fn the_recipes_of_the_treasury_are_messages_of_the_treasury() {
    let recipes = recipes("docs/treasury.md");
    assert_eq!(recipes.len(), 14);
    for recipe in recipes {
        let message = serde_json::from_str::<isonomia_api::treasury::ExecuteMsg>(&recipe);
        assert!(message.is_ok(), "{recipe} is none: {message:?}");
    }
}

/// The blocks of JSON of a page.
fn recipes(page: &str) -> Vec<String> {
    let text = fs::read_to_string(root().join(page)).unwrap();
    text.split("```json\n").skip(1).map(|rest| rest.split("```").next().unwrap().to_string()).collect()
}

#[test]
fn the_recipe_of_an_upgrade_is_an_upgrade() {
    let blocks = recipes("docs/upgrades.md");
    assert_eq!(blocks.len(), 2);
    let actions: Vec<serde_json::Value> = serde_json::from_str(&blocks[0]).unwrap();
    let of_timelock = actions.iter().filter(|action| action["call"] == "timelock");
    let messages: Vec<isonomia_api::timelock::ExecuteMsg> =
        of_timelock.map(|action| serde_json::from_value(action["msg"].clone()).unwrap()).collect();
    assert!(matches!(messages[0], isonomia_api::timelock::ExecuteMsg::Upgrade { rollback: Some(_), .. }));
    assert_eq!((actions.len(), messages.len()), (4, 2));
    serde_json::from_str::<isonomia_core::readiness::ReadyBy>(&blocks[1]).unwrap().check(0).unwrap();
}

#[test]
fn every_link_of_the_docs_leads_somewhere() {
    let mut pages = files("docs", &["md"]);
    for page in ["README.md", "SECURITY.md", "CHANGELOG.md"] {
        pages.push((root().join(page), fs::read_to_string(root().join(page)).unwrap()));
    }
    for (path, text) in pages {
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let target = link.split('#').next().unwrap();
            if target.is_empty() || target.contains("://") {
                continue;
            }
            let leads = path.parent().unwrap().join(target).exists();
            assert!(leads, "{} links to {target}", path.display());
        }
    }
}
