//! Where secrets come from: a key ring with a passphrase, or the environment. Never an argument, never the screen.

use std::env;
use std::io::{stdin, IsTerminal};
use std::path::{Path, PathBuf};

use anyhow::{bail, Context, Result};
use isonomia_chain::Keyring;

/// Holds a mnemonic, where no key is named.
pub const MNEMONIC: &str = "ISONOMIA_MNEMONIC";
/// Holds the passphrase of the key ring, for scripts.
pub const PASSPHRASE: &str = "ISONOMIA_PASSPHRASE";
/// The least characters of a new passphrase.
const LEAST_PASSPHRASE: usize = 8;

/// The key ring of this user.
pub fn default_keyring() -> Result<PathBuf> {
    let home = env::var_os("HOME").context("HOME is not set: name the key ring with --keyring")?;
    Ok(Path::new(&home).join(".isonomia/keys"))
}

/// The passphrase: from the environment, else asked for.
pub fn passphrase(prompt: &str) -> Result<String> {
    if let Ok(passphrase) = env::var(PASSPHRASE) {
        return Ok(passphrase);
    }
    if !stdin().is_terminal() {
        bail!("the key ring needs a passphrase: set {PASSPHRASE}, or run this in a terminal");
    }
    rpassword::prompt_password(prompt).context("the passphrase could not be read")
}

/// A passphrase for a new key: from the environment, else asked for twice.
pub fn new_passphrase(name: &str) -> Result<String> {
    let first = passphrase(&format!("a passphrase for `{name}`: "))?;
    if first.chars().count() < LEAST_PASSPHRASE {
        bail!("a passphrase has at least {LEAST_PASSPHRASE} characters; nothing was written");
    }
    if env::var_os(PASSPHRASE).is_none() && passphrase("once more: ")? != first {
        bail!("the two passphrases differ; nothing was written");
    }
    Ok(first)
}

/// The mnemonic of a key.
pub(super) fn open(folder: &Path, name: &str) -> Result<String> {
    let ring = Keyring::new(folder);
    if !ring.names().iter().any(|known| known == name) {
        // The key ring says what is missing, before anybody types a passphrase.
        return Ok(ring.open(name, "")?);
    }
    Ok(ring.open(name, &passphrase(&format!("passphrase of `{name}`: "))?)?)
}

/// Whether the environment has a mnemonic.
pub(super) fn is_in_environment() -> bool {
    env::var_os(MNEMONIC).is_some()
}

/// The mnemonic in the environment.
pub(super) fn from_environment() -> Result<String> {
    env::var(MNEMONIC).ok().with_context(|| format!("no key: name one with --from, or set {MNEMONIC}"))
}
