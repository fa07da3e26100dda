//! The roles that the docs promise: docs/ROLES.md, held against what the walk has shown.

/// The page.
const ROLES: &str = include_str!("../../../docs/ROLES.md");

/// What the page says of a contract: each message, and who may send it.
pub fn documented(contract: &str) -> Vec<(String, String)> {
    let heading = format!("## `{contract}`\n");
    let section = ROLES.split(&heading).nth(1).unwrap_or_else(|| panic!("the page has no {heading}"));
    let section = section.split("\n## ").next().unwrap_or_default();
    let rows = section.lines().filter(|line| line.starts_with("| `"));
    rows.map(|row| {
        let mut cells = row.trim_matches('|').split(" | ").map(str::trim);
        let mut cell = || cells.next().unwrap_or_default().to_string();
        (cell().replace('`', ""), cell())
    })
    .collect()
}
