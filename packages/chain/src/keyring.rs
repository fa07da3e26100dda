//! Keys at rest: one file for each, encrypted with a passphrase in the format of age (age-encryption.org), so that any
//! tool of that format can open it too.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use age::scrypt::{Identity, Recipient};
use age::secrecy::SecretString;
use thiserror::Error;

/// The most bytes of a key's name.
const MAX_NAME: usize = 64;

/// A folder of encrypted mnemonics, `NAME.age` each.
pub struct Keyring {
    folder: PathBuf,
}

/// Why a key ring does not do what it is asked. None of these tells anything of a secret.
#[derive(Debug, Error, PartialEq)]
pub enum KeyringError {
    /// The name is no file name.
    #[error("that is no name of a key: 1 to {MAX_NAME} letters, digits, `-` and `_`")]
    Name(String),
    /// There is no such key.
    #[error("there is no key `{name}` in {folder}; `isonomia keys add {name}` makes one")]
    Missing {
        /// Which.
        name: String,
        /// Where it should be.
        folder: String,
    },
    /// There is one already.
    #[error("there is a key `{name}` in {folder} already; nothing was changed")]
    Taken {
        /// Which.
        name: String,
        /// Where.
        folder: String,
    },
    /// The passphrase does not open it.
    #[error("the passphrase does not open `{name}`; try again, nothing was changed")]
    Passphrase {
        /// Which.
        name: String,
    },
    /// The file cannot be read or written.
    #[error("{path}: {why}")]
    File {
        /// Which.
        path: String,
        /// Why.
        why: String,
    },
}

impl Keyring {
    /// The key ring of that folder, which may not exist yet.
    pub fn new(folder: &Path) -> Keyring {
        Keyring { folder: folder.to_path_buf() }
    }

    /// Encrypts a mnemonic under a name. An existing key is never replaced.
    pub fn add(&self, name: &str, mnemonic: &str, passphrase: &str) -> Result<PathBuf, KeyringError> {
        let path = self.path(name)?;
        let failed = |why: String| KeyringError::File { path: path.display().to_string(), why };
        fs::create_dir_all(&self.folder).map_err(|error| failed(error.to_string()))?;
        let recipient = Recipient::new(SecretString::from(passphrase.to_string()));
        let sealed =
            age::encrypt(&recipient, mnemonic.as_bytes()).map_err(|error| failed(error.to_string()))?;
        match private_file(&path).and_then(|mut file| file.write_all(&sealed).and_then(|()| file.sync_all()))
        {
            Ok(()) => Ok(path),
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Err(self.taken(name)),
            Err(error) => {
                // Half a key is no key: the name stays free.
                let _ = fs::remove_file(&path);
                Err(failed(error.to_string()))
            }
        }
    }

    /// Whether a key may be added under that name: told before anybody types anything.
    pub fn check_free(&self, name: &str) -> Result<(), KeyringError> {
        match self.path(name)?.exists() {
            true => Err(self.taken(name)),
            false => Ok(()),
        }
    }

    /// The mnemonic of that name.
    pub fn open(&self, name: &str, passphrase: &str) -> Result<String, KeyringError> {
        let path = self.path(name)?;
        let sealed = fs::read(&path).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => {
                KeyringError::Missing { name: name.to_string(), folder: self.folder.display().to_string() }
            }
            _ => KeyringError::File { path: path.display().to_string(), why: error.to_string() },
        })?;
        let identity = Identity::new(SecretString::from(passphrase.to_string()));
        let opened = age::decrypt(&identity, &sealed).ok().and_then(|bytes| String::from_utf8(bytes).ok());
        opened.ok_or_else(|| KeyringError::Passphrase { name: name.to_string() })
    }

    /// The names of the keys, in order.
    pub fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let name = |entry: fs::DirEntry| Some(entry.file_name().to_str()?.strip_suffix(".age")?.to_string());
        let mut names: Vec<String> = entries.filter_map(name).collect();
        names.sort();
        names
    }

    fn taken(&self, name: &str) -> KeyringError {
        KeyringError::Taken { name: name.to_string(), folder: self.folder.display().to_string() }
    }

    fn path(&self, name: &str) -> Result<PathBuf, KeyringError> {
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        if name.is_empty() || name.len() > MAX_NAME || !name.chars().all(plain) {
            return Err(KeyringError::Name(name.to_string()));
        }
        Ok(self.folder.join(format!("{name}.age")))
    }
}

/// A new file that only its owner may read.
fn private_file(path: &Path) -> std::io::Result<fs::File> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_opened_by_its_passphrase_and_by_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let ring = Keyring::new(folder.path());
        let path = ring.add("alice", "some words", "correct horse").unwrap();
        assert_eq!(ring.open("alice", "correct horse").unwrap(), "some words");
        let error = ring.open("alice", "wrong horse").unwrap_err();
        assert_eq!(error.to_string(), "the passphrase does not open `alice`; try again, nothing was changed");
        assert!(!String::from_utf8_lossy(&fs::read(path).unwrap()).contains("some words"));
        assert_eq!(ring.names(), ["alice"]);
    }

    #[test]
    fn a_key_is_never_replaced_and_a_name_never_leaves_the_folder() {
        let folder = tempfile::tempdir().unwrap();
        let ring = Keyring::new(folder.path());
        ring.add("alice", "some words", "a").unwrap();
        assert!(matches!(ring.add("alice", "other words", "b"), Err(KeyringError::Taken { .. })));
        assert_eq!(ring.open("alice", "a").unwrap(), "some words");
        for name in ["", "../alice", "a/b", &"a".repeat(65)] {
            assert_eq!(ring.add(name, "words", "a"), Err(KeyringError::Name(name.to_string())));
        }
        ring.add(&"a".repeat(64), "words", "a").unwrap();
        assert!(matches!(ring.open("bob", "a"), Err(KeyringError::Missing { .. })));
    }
}
