//! Chapter recipes: docs/recipes, as it is written, through the real contracts.

mod pages;
mod scenarios;
mod terminal;

use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("docs/recipes")
}
