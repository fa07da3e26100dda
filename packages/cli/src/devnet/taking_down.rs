//! `isonomia devnet down`: no process and no file is left, however far an `up` got.

use std::fs::{self, File};
use std::path::Path;
use std::time::Duration;

use anyhow::{bail, Context, Result};

use super::home;
use super::validator::Validator;
use super::waiting::until;

/// What an `up` that was killed has left running for a moment ends within this.
const REMNANT: Duration = Duration::from_secs(5);

/// Stops every validator of the devnet in that folder and removes the folder; tells whether there was one. Fails if
/// something else lies there, an `up` is still at work, or a process does not end.
pub fn down(home: &Path) -> Result<bool> {
    if !home::is_devnet(home) {
        let empty = fs::read_dir(home).map_or(true, |mut entries| entries.next().is_none());
        if !empty {
            bail!("{} is not a devnet; nothing there was touched", home.display());
        }
        return Ok(false);
    }
    if !until(REMNANT, || !up_is_at_work(home)) {
        bail!("`isonomia devnet up` is still at work in {}: stop it first", home.display());
    }
    stop_all(&validators(home)?)?;
    remove(home).with_context(|| format!("removing {}", home.display()))?;
    Ok(true)
}

/// All are asked before the first is waited for.
pub(super) fn stop_all(validators: &[Validator]) -> Result<()> {
    validators.iter().try_for_each(Validator::ask_to_end)?;
    validators.iter().try_for_each(Validator::end)
}

/// Those whose folder is there, whatever was written of how many there are.
fn validators(home: &Path) -> Result<Vec<Validator>> {
    let entries = fs::read_dir(home).with_context(|| format!("reading {}", home.display()))?;
    let folders = entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| path.is_dir());
    Ok(folders.map(Validator::new).collect())
}

/// Somebody who holds the lock of `up.log`.
pub(super) fn up_is_at_work(home: &Path) -> bool {
    File::open(home::up_log(home)).is_ok_and(|log| log.try_lock_shared().is_err())
}

/// The marker goes last: whoever is killed before that can begin again.
fn remove(home: &Path) -> std::io::Result<()> {
    let marker = home::marker(home);
    for entry in fs::read_dir(home)? {
        let path = entry?.path();
        if path.is_dir() {
            fs::remove_dir_all(&path)?;
        } else if path != marker {
            fs::remove_file(&path)?;
        }
    }
    fs::remove_file(marker)?;
    fs::remove_dir(home)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_is_not_a_devnet_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        assert!(!down(folder.path()).unwrap(), "an empty one");
        assert!(!down(&folder.path().join("none")).unwrap());
        fs::write(folder.path().join("thesis.txt"), "ten years of work").unwrap();
        assert!(down(folder.path()).unwrap_err().to_string().ends_with("nothing there was touched"));
        assert!(folder.path().join("thesis.txt").is_file());
    }

    #[test]
    fn a_half_made_devnet_is_removed() {
        let folder = tempfile::tempdir().unwrap();
        let home = folder.path().join("devnet");
        fs::create_dir_all(home.join("validator0/config")).unwrap();
        fs::write(home::marker(&home), "").unwrap();
        assert!(down(&home).unwrap());
        assert!(!home.exists());
    }
}
