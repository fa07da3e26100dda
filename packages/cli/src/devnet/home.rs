//! The folder of a devnet, and what lies where in it.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::{bail, Context, Result};
use serde::{Deserialize, Serialize};

/// Where a devnet lies unless `--home` says otherwise, seen from the current folder.
pub const DEFAULT_HOME: &str = "target/devnet";

/// The chain file of the devnet in that home; it is there once the devnet has been told to start.
pub fn chain_file(home: &Path) -> PathBuf {
    home.join("chain.json")
}

/// What a devnet was started with.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Settings {
    pub chain_id: String,
    pub validators: u16,
    pub port: u16,
    pub block_time_ms: u64,
    pub wasmd: PathBuf,
}

/// Where the keys of the accounts are written.
pub(super) fn key_file(home: &Path) -> PathBuf {
    home.join("keys.json")
}

/// A validator's own folder.
pub(super) fn validator(home: &Path, validator: u16) -> PathBuf {
    home.join(format!("validator{validator}"))
}

/// What `up` and the commands it calls say; locked while one of them is at work.
pub(super) fn up_log(home: &Path) -> PathBuf {
    home.join("up.log")
}

/// The file that makes a folder a devnet's: the first to be written and the last to be removed.
pub(super) fn marker(home: &Path) -> PathBuf {
    home.join("devnet.json")
}

/// Whether that folder is a devnet's, be it half made or half removed.
pub(super) fn is_devnet(home: &Path) -> bool {
    marker(home).is_file()
}

/// Makes the folder a devnet's and gives its locked `up.log`. Fails if anything lies there, or somebody is quicker.
pub(super) fn claim(home: &Path, settings: &Settings) -> Result<File> {
    fs::create_dir_all(home).with_context(|| format!("creating {}", home.display()))?;
    if fs::read_dir(home).with_context(|| format!("reading {}", home.display()))?.next().is_some() {
        bail!("{} is neither empty nor a devnet: choose another folder with --home", home.display());
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    let mut file = match options.open(marker(home)) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            bail!("another `isonomia devnet up` is at work in {}", home.display())
        }
        file => file.with_context(|| format!("creating {}", marker(home).display()))?,
    };
    let log = File::create(up_log(home)).context("creating up.log")?;
    log.lock().context("locking up.log")?;
    file.write_all(serde_json::to_string_pretty(settings)?.as_bytes()).context("writing devnet.json")?;
    Ok(log)
}

/// What the devnet in that folder was started with. Fails if there is none, or an `up` ended before it was through.
pub(super) fn settings(home: &Path) -> Result<Settings> {
    if !is_devnet(home) {
        bail!("there is no devnet in {}: `isonomia devnet up` starts one", home.display());
    }
    let text = fs::read_to_string(marker(home)).context("reading devnet.json")?;
    let settings = serde_json::from_str(&text).ok().filter(|_| chain_file(home).is_file());
    let half_made =
        || format!("the devnet in {} is half made: run `isonomia devnet down` first", home.display());
    settings.with_context(half_made)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings_of_one() -> Settings {
        let (chain_id, wasmd) = ("isonomia-devnet-1".to_string(), PathBuf::from("/wasmd"));
        Settings { chain_id, validators: 1, port: 26657, block_time_ms: 300, wasmd }
    }

    #[test]
    fn a_folder_is_claimed_once() {
        let folder = tempfile::tempdir().unwrap();
        let log = claim(folder.path(), &settings_of_one()).unwrap();

        assert!(claim(folder.path(), &settings_of_one()).is_err());
        assert!(File::open(up_log(folder.path())).unwrap().try_lock().is_err(), "it is locked");
        drop(log);
        assert!(settings(folder.path()).unwrap_err().to_string().contains("is half made"), "no chain file");
        fs::write(chain_file(folder.path()), "{}").unwrap();
        assert_eq!(settings(folder.path()).unwrap(), settings_of_one());
    }

    #[test]
    fn a_folder_with_something_in_it_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("thesis.txt"), "ten years of work").unwrap();

        let error = claim(folder.path(), &settings_of_one()).unwrap_err().to_string();

        assert!(error.contains("is neither empty nor a devnet"), "{error}");
        assert!(!is_devnet(folder.path()));
    }
}
