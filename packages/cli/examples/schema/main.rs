//! Writes the JSON schemas into a folder, one per contract, and those of a scenario, its report, and a founding file; and
//! from the same, `API.md`, for whoever reads; and what the contracts tell, `events.json` and `events.md`.
//! `scripts/schema.sh` calls it.

mod chain;
mod contracts;
#[cfg(test)]
mod described;
mod events;
mod node;
mod page;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;

/// What the DAO of the chapter `schemas` has answered; the chapter writes it.
const EXAMPLES: &str = "schema/examples.json";

fn main() -> Result<()> {
    let mut arguments = std::env::args_os().skip(1);
    let mut folder = |what| arguments.next().map(PathBuf::from).context(format!("name the folder of {what}"));
    let (schemas, docs) = (folder("the schemas")?, folder("the docs")?);
    for folder in [&schemas, &docs] {
        std::fs::create_dir_all(folder)?;
    }
    for (file, text) in files()? {
        let path = schemas.join(file);
        std::fs::write(&path, text).with_context(|| path.display().to_string())?;
    }
    let path = docs.join("API.md");
    let page = page::write(&contracts::all()?, &examples()?);
    std::fs::write(&path, page).with_context(|| path.display().to_string())
}

/// Every file of the schemas, with its text.
fn files() -> Result<Vec<(String, String)>> {
    let schemas = contracts::all()?;
    let texts = schemas.iter().map(|(name, schema)| (format!("{name}.json"), contracts::text(schema)));
    let events = [("json", contracts::text(&events::schema())), ("md", events::page())];
    let events = events.map(|(kind, text)| (format!("events.{kind}"), text));
    Ok(texts.chain(events).collect())
}

fn examples() -> Result<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(EXAMPLES);
    let text = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    Ok(serde_json::from_str(&text)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What `scripts/schema.sh --check` says, for whoever only runs the tests.
    #[test]
    fn what_is_committed_is_what_the_messages_say() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let all = contracts::all().unwrap();
        let schemas = files().unwrap().into_iter().map(|(file, text)| (format!("schema/{file}"), text));
        for (file, text) in
            schemas.chain([("docs/API.md".to_string(), page::write(&all, &examples().unwrap()))])
        {
            let committed = std::fs::read_to_string(root.join(&file)).unwrap_or_default();
            assert!(
                committed == text,
                "{file} is not what the messages say: run scripts/schema.sh and commit"
            );
        }
    }
}
