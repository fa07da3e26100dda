//! The deployment file while it is written: by one command at a time.

use std::fs::{create_dir_all, File};
use std::path::{Path, PathBuf};

use anyhow::{bail, Context, Result};

use crate::deployment::Deployments;

/// The deployment file of a chain, locked for as long as this lives. A killed command leaves no lock behind.
pub struct Book {
    /// What it says.
    pub deployments: Deployments,
    folder: PathBuf,
    _lock: File,
}

impl Book {
    /// Opens the file of a chain. Fails while another command writes it.
    pub fn open(folder: &Path, chain_id: &str) -> Result<Book> {
        create_dir_all(folder).with_context(|| folder.display().to_string())?;
        let path = folder.join(format!(".{chain_id}.lock"));
        let lock = File::create(&path).with_context(|| path.display().to_string())?;
        if lock.try_lock().is_err() {
            bail!("another `isonomia deploy` to {chain_id} is at work in {}: wait for it", folder.display());
        }
        let deployments = Deployments::read(folder, chain_id)?;
        Ok(Book { deployments, folder: folder.to_path_buf(), _lock: lock })
    }

    /// Where the file is.
    pub fn path(&self) -> PathBuf {
        Deployments::path(&self.folder, &self.deployments.chain_id)
    }

    /// Changes the file.
    pub fn write(&mut self, change: impl FnOnce(&mut Deployments)) -> Result<()> {
        change(&mut self.deployments);
        Ok(self.deployments.write(&self.folder)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_command_at_a_time_writes_a_chains_file() {
        let folder = tempfile::tempdir().unwrap();
        let first = Book::open(folder.path(), "town-1").unwrap();
        let error = Book::open(folder.path(), "town-1").err().unwrap().to_string();
        assert!(error.starts_with("another `isonomia deploy` to town-1 is at work in"), "{error}");
        Book::open(folder.path(), "town-2").unwrap();
        drop(first);
        Book::open(folder.path(), "town-1").unwrap();
    }

    #[test]
    fn a_file_that_cannot_be_read_is_never_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("town-1.json");
        let half = r#"{"chain_id":"town-1","codes":{"ab"#;
        std::fs::write(&path, half).unwrap();
        let error = Book::open(folder.path(), "town-1").err().unwrap().to_string();
        assert!(error.contains("town-1.json is no deployment file: "), "{error}");
        assert!(
            error.ends_with("Put it aside; `isonomia deploy` finds the codes again by checksum"),
            "{error}"
        );
        assert_eq!(std::fs::read_to_string(path).unwrap(), half);
    }
}
