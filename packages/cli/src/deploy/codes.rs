//! The six codes: those that the chain has, and those that must be stored.

use anyhow::{Context, Result};
use isonomia_api::plan::Suite;
use isonomia_chain::{store_code, CodeInfo, Landed, Node, Sender, Signed};

use super::book::Book;
use super::once::{once, Once, Task};
use super::progress::Progress;
use crate::artifacts::Artifact;
use crate::deployment::{Code, Deployments, Step};

/// How many of the newest codes of a chain are searched for ours: no chain tells more in one answer.
const NEWEST: u64 = 100;

/// A code that the chain has.
#[derive(Clone, Debug, PartialEq)]
pub struct KnownCode {
    /// Its id.
    pub code_id: u64,
    /// The transaction that stored it, if it was ours.
    pub tx: Option<String>,
    /// Its block.
    pub height: Option<u64>,
}

/// Those of these codes that the chain has: as the deployment file tells, or else among the newest ones. A code of which
/// the founder may not make contracts does not count.
pub fn known(
    node: &Node,
    deployments: &Deployments,
    artifacts: &Suite<Artifact>,
    founder: &str,
) -> Result<Suite<Option<KnownCode>>> {
    artifacts.map(|_, artifact| find(node, deployments, artifact, founder))
}

fn find(
    node: &Node,
    deployments: &Deployments,
    artifact: &Artifact,
    founder: &str,
) -> Result<Option<KnownCode>> {
    let ours =
        |code: &CodeInfo| code.checksum == artifact.checksum.as_ref() && code.instantiation.allows(founder);
    let found = match deployments.codes.get(&artifact.checksum.to_hex()).map(|code| &code.step) {
        Some(Step::Done { result, tx, height }) => {
            Some(KnownCode { code_id: *result, tx: tx.clone(), height: *height })
        }
        Some(Step::Sent { tx, .. }) => match node.transaction(tx)? {
            Some(landed) if landed.code == 0 => Some(stored(landed)?),
            _ => None,
        },
        Some(Step::Planned) | None => None,
    };
    if let Some(found) = found {
        if node.code(found.code_id)?.as_ref().is_some_and(ours) {
            return Ok(Some(found));
        }
    }
    let newest = node.newest_codes(NEWEST)?;
    let known = |code: &CodeInfo| KnownCode { code_id: code.code_id, tx: None, height: None };
    Ok(newest.iter().find(|code| ours(code)).map(known))
}

/// Stores one code, and keeps the file.
struct Storing<'a> {
    node: &'a Node,
    book: &'a mut Book,
    artifact: &'a Artifact,
    founder: &'a str,
}

impl Storing<'_> {
    fn enter(&mut self, step: Step<u64>) -> Result<()> {
        let code = Code { contract: self.artifact.contract.to_string(), step };
        let checksum = self.artifact.checksum.to_hex();
        self.book.write(|deployments| drop(deployments.codes.insert(checksum, code)))
    }
}

impl Task for Storing<'_> {
    type Result = KnownCode;

    fn found(&self) -> Result<Option<KnownCode>> {
        find(self.node, &self.book.deployments, self.artifact, self.founder)
    }

    fn note(&mut self, signed: &Signed) -> Result<()> {
        self.enter(Step::Sent { tx: signed.hash.clone(), until: signed.until })
    }
}

/// Has a code on the chain, and in the file: found, or stored now.
pub fn have(
    sender: &Sender,
    node: &Node,
    book: &mut Book,
    artifact: &Artifact,
    progress: Progress,
) -> Result<u64> {
    let founder = sender.address();
    let message = store_code(founder, &artifact.wasm)?;
    let mut storing = Storing { node, book, artifact, founder };
    let done = once(sender, &[message], &mut storing, progress);
    let code = match done.with_context(|| format!("storing the code of {}", artifact.contract))? {
        Once::Found(code) => code,
        Once::Sent(landed) => stored(landed)?,
    };
    storing.enter(Step::Done { result: code.code_id, tx: code.tx, height: code.height })?;
    Ok(code.code_id)
}

fn stored(landed: Landed) -> Result<KnownCode> {
    let id = landed.attribute("store_code", "code_id").context("the chain tells no code id")?;
    let code_id = id.parse().with_context(|| format!("the chain tells a code id `{id}`"))?;
    Ok(KnownCode { code_id, tx: Some(landed.hash), height: Some(landed.height) })
}
