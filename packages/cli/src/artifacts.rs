//! The compiled contracts that a deployment stores, and that a verification compares with: `artifacts/*.wasm`.

mod checksums;

use std::fs;
use std::path::{Path, PathBuf};

use cosmwasm_std::{Checksum, HexBinary};
use isonomia_api::plan::Suite;
use thiserror::Error;

pub use checksums::Checksums;

use crate::child::child;

/// A compiled contract.
#[derive(Clone, Debug, PartialEq)]
pub struct Artifact {
    /// Of which contract.
    pub contract: &'static str,
    /// Its wasm.
    pub wasm: Vec<u8>,
    /// The SHA-256 of its wasm: what a chain knows it by.
    pub checksum: Checksum,
}

/// Why a compiled contract is not there.
#[derive(Debug, Error, PartialEq)]
pub enum ArtifactError {
    /// There is none.
    #[error("{path} is missing: run scripts/wasm.sh, or name the folder with --artifacts")]
    Missing {
        /// Where it should be.
        path: String,
    },
    /// It cannot be read.
    #[error("{path}: {why}")]
    Read {
        /// Which.
        path: String,
        /// Why.
        why: String,
    },
    /// It is not the one that the list beside it tells.
    #[error("{path} has the SHA-256 {found}, {list} says {listed}: run scripts/wasm.sh, or name the right folder with --artifacts")]
    OtherThanListed {
        /// Which.
        path: String,
        /// The list.
        list: String,
        /// What the list says.
        listed: String,
        /// What it has.
        found: String,
    },
    /// It is no wasm module, or a broken one.
    #[error("{path} is no wasm module: run scripts/wasm.sh again")]
    NotWasm {
        /// Which.
        path: String,
    },
}

impl Artifact {
    /// The compiled contract of that name in a folder.
    pub fn read(folder: &Path, contract: &'static str) -> Result<Artifact, ArtifactError> {
        let path = folder.join(format!("{contract}.wasm"));
        let name = path.display().to_string();
        let wasm = fs::read(&path).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => ArtifactError::Missing { path: name.clone() },
            _ => ArtifactError::Read { path: name.clone(), why: error.to_string() },
        })?;
        let checksum = Checksum::generate(&wasm);
        let artifact = Artifact { contract, wasm, checksum };
        match artifact.requires() {
            Some(_) => Ok(artifact),
            None => Err(ArtifactError::NotWasm { path: name }),
        }
    }

    /// All six of a folder, each with the checksum that the folder's list tells, if it has a list.
    pub fn read_suite(folder: &Path) -> Result<Suite<Artifact>, ArtifactError> {
        let list = Checksums::read(folder)?;
        Suite::each(|contract| {
            let artifact = Artifact::read(folder, contract)?;
            list.iter().try_for_each(|list| list.check(folder, &artifact))?;
            Ok(artifact)
        })
    }

    /// What it asks of a chain: the capabilities that it exports as `requires_…`. None where it is no wasm module.
    pub fn requires(&self) -> Option<Vec<String>> {
        let names = exports(&self.wasm)?;
        let mut asked: Vec<String> =
            names.iter().filter_map(|name| name.strip_prefix("requires_")).map(str::to_string).collect();
        asked.sort();
        Some(asked)
    }
}

/// The commit that a folder is of, `-dirty` where a file that git knows differs; `unknown` outside a repository.
pub fn git_commit(folder: &Path) -> String {
    let git = |arguments: &[&str]| {
        let output = child("git").arg("-C").arg(folder).args(arguments).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_string())
    };
    let Some(commit) = git(&["rev-parse", "HEAD"]) else {
        return "unknown".to_string();
    };
    match git(&["status", "--porcelain", "--untracked-files=no"]) {
        Some(changes) if changes.is_empty() => commit,
        _ => format!("{commit}-dirty"),
    }
}

/// The folder whose commit tells what the artifacts were built from: the one that holds theirs.
pub fn source_folder(artifacts: &Path) -> PathBuf {
    let whole = fs::canonicalize(artifacts).unwrap_or_else(|_| artifacts.to_path_buf());
    whole.parent().map_or(whole.clone(), Path::to_path_buf)
}

/// A checksum as the deployment file writes it.
pub fn hex(checksum: &[u8]) -> String {
    HexBinary::from(checksum).to_hex()
}

/// The names that a wasm module exports; none where it is not one.
fn exports(wasm: &[u8]) -> Option<Vec<String>> {
    const EXPORTS: u8 = 7;
    let mut rest = wasm.strip_prefix(b"\0asm\x01\0\0\0")?;
    let mut names = Vec::new();
    while let Some((&id, after)) = rest.split_first() {
        rest = after;
        let size = number(&mut rest)?;
        let section = rest.get(..size)?;
        rest = &rest[size..];
        if id == EXPORTS {
            names.append(&mut export_names(section)?);
        }
    }
    Some(names)
}

fn export_names(mut section: &[u8]) -> Option<Vec<String>> {
    let count = number(&mut section)?;
    let mut names = Vec::new();
    for _ in 0..count {
        let length = number(&mut section)?;
        names.push(String::from_utf8(section.get(..length)?.to_vec()).ok()?);
        // The kind of what is exported, then its index.
        section = section.get(length + 1..)?;
        number(&mut section)?;
    }
    Some(names)
}

/// A number as wasm writes it (LEB128, at most 32 bits).
fn number(bytes: &mut &[u8]) -> Option<usize> {
    let mut value = 0u64;
    for shift in [0, 7, 14, 21, 28] {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        value |= u64::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return usize::try_from(value).ok();
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module that exports one function, of that name.
    fn module(export: &str) -> Vec<u8> {
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        wasm.extend([1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0]);
        let length = export.len() as u8;
        wasm.extend([7, length + 4, 1, length]);
        wasm.extend(export.as_bytes());
        wasm.extend([0, 0, 10, 4, 1, 2, 0, 0x0b]);
        wasm
    }

    fn in_folder(wasm: &[u8]) -> Result<Artifact, ArtifactError> {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("vault.wasm"), wasm).unwrap();
        Artifact::read(folder.path(), "vault")
    }

    #[test]
    fn a_module_tells_what_it_asks_of_a_chain() {
        let artifact = in_folder(&module("requires_teleportation")).unwrap();
        assert_eq!(artifact.requires().unwrap(), ["teleportation"]);
        assert_eq!(in_folder(&module("allocate")).unwrap().requires().unwrap(), Vec::<String>::new());
    }

    #[test]
    fn a_missing_artifact_says_how_to_build_it() {
        let folder = tempfile::tempdir().unwrap();
        let error = Artifact::read_suite(folder.path()).unwrap_err().to_string();
        assert!(
            error
                .ends_with("vault.wasm is missing: run scripts/wasm.sh, or name the folder with --artifacts"),
            "{error}"
        );
    }

    #[test]
    fn artifacts_are_those_that_the_list_beside_them_tells() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, bytes: &[u8]| fs::write(folder.path().join(name), bytes).unwrap();
        let suite = Suite::each(|contract| {
            write(&format!("{contract}.wasm"), &module(contract));
            Artifact::read(folder.path(), contract)
        });
        let suite = suite.unwrap();
        let list: Vec<String> = suite
            .named()
            .map(|(name, artifact)| format!("{}  {name}.wasm\n", artifact.checksum.to_hex()))
            .to_vec();
        assert_eq!(Artifact::read_suite(folder.path()), Ok(suite.clone()), "there is no list");
        write("checksums.txt", list.concat().as_bytes());
        assert_eq!(Artifact::read_suite(folder.path()), Ok(suite.clone()));

        write("voting.wasm", &module("mallory"));
        let error = Artifact::read_suite(folder.path()).unwrap_err().to_string();
        let (listed, found) = (suite.voting.checksum, Checksum::generate(&module("mallory")));
        let both = format!("voting.wasm has the SHA-256 {found}, ");
        assert!(
            error.contains(&both) && error.contains(&format!("checksums.txt says {listed}: ")),
            "{error}"
        );

        write("checksums.txt", list[..1].concat().as_bytes());
        let error = Artifact::read_suite(folder.path()).unwrap_err().to_string();
        assert!(error.contains("checksums.txt says nothing: "), "what is not listed is not stored: {error}");
    }

    #[test]
    fn what_is_no_module_or_was_cut_is_refused() {
        let whole = module("allocate");
        for broken in [&b""[..], b"#!/bin/sh", &whole[..whole.len() - 1], &whole[..9]] {
            assert!(matches!(in_folder(broken), Err(ArtifactError::NotWasm { .. })), "{broken:?}");
        }
    }

    #[test]
    fn a_commit_is_told_and_so_is_its_absence() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(git_commit(folder.path()), "unknown");
        let git = |arguments: &[&str]| {
            let ours = ["-c", "user.name=paul", "-c", "user.email=paul@example.org"];
            assert!(child("git")
                .arg("-C")
                .arg(folder.path())
                .args(ours)
                .args(arguments)
                .output()
                .unwrap()
                .status
                .success());
        };
        git(&["init", "--quiet"]);
        fs::write(folder.path().join("file"), "one").unwrap();
        git(&["add", "."]);
        git(&["commit", "--quiet", "--message", "one"]);
        let commit = git_commit(folder.path());
        assert_eq!(commit.len(), 40);
        fs::write(folder.path().join("file"), "two").unwrap();
        assert_eq!(git_commit(folder.path()), format!("{commit}-dirty"));
    }
}
