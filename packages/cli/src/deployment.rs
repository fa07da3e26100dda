//! What was deployed: one file for each chain, `deployments/<chain-id>.json`, written before and after every step, so
//! that a deployment that was killed goes on where it stopped.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use isonomia_api::plan::{Params, Suite};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Everything that was deployed to a chain.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Deployments {
    /// The chain.
    pub chain_id: String,
    /// The codes that were stored or found, by checksum in lower-case hex.
    #[serde(default)]
    pub codes: BTreeMap<String, Code>,
    /// The DAOs, by name.
    #[serde(default)]
    pub daos: BTreeMap<String, Dao>,
}

/// A stored code.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Code {
    /// Of which contract.
    pub contract: String,
    /// Where it stands.
    pub step: Step<u64>,
}

/// A step of a deployment.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
pub enum Step<T> {
    /// Nothing of it has been signed.
    Planned,
    /// Signed, and perhaps sent: the chain tells.
    Sent {
        /// The hash of the transaction.
        tx: String,
        /// The last height that may hold it.
        until: u64,
    },
    /// Done.
    Done {
        /// What came of it.
        result: T,
        /// The transaction; none where it was found on the chain.
        tx: Option<String>,
        /// Its block.
        height: Option<u64>,
    },
}

/// A DAO.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Dao {
    /// What the founder decided.
    pub params: Params,
    /// Who signed. Nothing remains to this account once the DAO is made.
    pub founder: String,
    /// The salt of the addresses, in hex.
    pub salt: String,
    /// The id of each contract's code; known once they are stored, before the transaction that makes the DAO.
    pub codes: Option<Suite<u64>>,
    /// The SHA-256 of each contract's code, in lower-case hex.
    pub checksums: Suite<String>,
    /// The address of each contract, known before it exists.
    pub contracts: Suite<String>,
    /// The commit that this was built from, `-dirty` where files differed.
    pub git_commit: String,
    /// The one transaction that makes it.
    pub step: Step<()>,
}

impl Dao {
    /// Whether it has been made.
    pub fn is_made(&self) -> bool {
        matches!(self.step, Step::Done { .. })
    }
}

/// Why there is no deployment to work with.
#[derive(Debug, Error, PartialEq)]
pub enum DeploymentError {
    /// The file cannot be read or written.
    #[error("{path}: {why}")]
    File {
        /// Which.
        path: String,
        /// Why.
        why: String,
    },
    /// The file is not one.
    #[error("{path} is no deployment file: {why}. Put it aside; `isonomia deploy` finds the codes again by checksum")]
    Malformed {
        /// Which.
        path: String,
        /// Why.
        why: String,
    },
    /// The file is of another chain.
    #[error("{path} is of chain `{found}`, not `{expected}`")]
    OtherChain {
        /// Which.
        path: String,
        /// What it says.
        found: String,
        /// What was asked for.
        expected: String,
    },
    /// Nothing of that name was deployed.
    #[error("no DAO `{name}` was deployed to {chain_id}{known}; `isonomia deploy` deploys one")]
    Unknown {
        /// Of which name.
        name: String,
        /// To which chain.
        chain_id: String,
        /// Those that were.
        known: String,
    },
    /// Several were deployed, and none was named.
    #[error("several DAOs were deployed to {chain_id}: name one with `--dao` ({known})")]
    Several {
        /// To which chain.
        chain_id: String,
        /// Which.
        known: String,
    },
    /// It was begun and not finished.
    #[error("the deployment of `{name}` was not finished: run `isonomia deploy` again, it goes on where it stopped")]
    Unfinished {
        /// Which.
        name: String,
    },
}

impl Deployments {
    /// The path of a chain's file.
    pub fn path(folder: &Path, chain_id: &str) -> PathBuf {
        folder.join(format!("{chain_id}.json"))
    }

    /// What the folder tells of a chain; nothing deployed where it has no file.
    pub fn read(folder: &Path, chain_id: &str) -> Result<Deployments, DeploymentError> {
        let path = Deployments::path(folder, chain_id);
        let name = path.display().to_string();
        if !path.exists() {
            let chain_id = chain_id.to_string();
            return Ok(Deployments { chain_id, codes: BTreeMap::new(), daos: BTreeMap::new() });
        }
        let text = fs::read_to_string(&path)
            .map_err(|error| DeploymentError::File { path: name.clone(), why: error.to_string() })?;
        let found: Deployments = serde_json::from_str(&text)
            .map_err(|error| DeploymentError::Malformed { path: name.clone(), why: error.to_string() })?;
        match found.chain_id == chain_id {
            true => Ok(found),
            false => {
                let expected = chain_id.to_string();
                Err(DeploymentError::OtherChain { path: name, found: found.chain_id, expected })
            }
        }
    }

    /// Writes the file, whole or not at all.
    pub fn write(&self, folder: &Path) -> Result<(), DeploymentError> {
        let path = Deployments::path(folder, &self.chain_id);
        let text = serde_json::to_string_pretty(self).unwrap_or_default() + "\n";
        replace(folder, &path, &text).map_err(|error| DeploymentError::File {
            path: path.display().to_string(),
            why: error.to_string(),
        })
    }

    /// A DAO that has been made: the named one, or the only one.
    pub fn dao(&self, name: Option<&str>) -> Result<(&str, &Dao), DeploymentError> {
        let known = self.daos.keys().cloned().collect::<Vec<_>>().join(", ");
        let found = match name {
            Some(name) => self.daos.get_key_value(name),
            None if self.daos.len() > 1 => {
                return Err(DeploymentError::Several { chain_id: self.chain_id.clone(), known });
            }
            None => self.daos.first_key_value(),
        };
        let (name, dao) = found.ok_or_else(|| DeploymentError::Unknown {
            name: name.unwrap_or("any").to_string(),
            chain_id: self.chain_id.clone(),
            known: if known.is_empty() { String::new() } else { format!(", only {known}") },
        })?;
        match dao.is_made() {
            true => Ok((name, dao)),
            false => Err(DeploymentError::Unfinished { name: name.clone() }),
        }
    }
}

fn replace(folder: &Path, path: &Path, text: &str) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    let beside = path.with_extension(format!("json.{}", std::process::id()));
    let mut file = fs::File::create(&beside)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    fs::rename(&beside, path)
}
