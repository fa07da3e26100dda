//! A chain on this desk.

use std::path::{Path, PathBuf};

use anyhow::Result;

/// Where the devnet has its state unless told otherwise.
pub const DEFAULT_HOME: &str = "target/devnet";

/// The chain file of a devnet.
pub fn chain_file(home: &Path) -> PathBuf {
    home.join("chain.json")
}

/// The mnemonic of a test account.
pub fn mnemonic(home: &Path, name: &str) -> Result<String> {
    anyhow::bail!("no account {name} in {}", home.display())
}
