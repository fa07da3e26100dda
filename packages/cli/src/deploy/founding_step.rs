//! The one transaction that makes the DAO.

use anyhow::{Context, Result};
use isonomia_api::plan::Suite;
use isonomia_chain::{Node, Sender, Signed};

use super::book::Book;
use super::existing;
use super::once::{once, Once, Task};
use super::planning::founding_messages;
use super::progress::Progress;
use crate::deployment::{Dao, Step};

/// Makes one DAO, and keeps the file.
struct Making<'a> {
    node: &'a Node,
    book: &'a mut Book,
    name: &'a str,
    dao: Dao,
}

impl Making<'_> {
    fn enter(&mut self, step: Step<()>) -> Result<()> {
        self.dao.step = step;
        let (name, dao) = (self.name.to_string(), self.dao.clone());
        self.book.write(|deployments| drop(deployments.daos.insert(name, dao)))
    }
}

impl Task for Making<'_> {
    type Result = Step<()>;

    fn found(&self) -> Result<Option<Step<()>>> {
        made(self.node, &self.dao)
    }

    fn note(&mut self, signed: &Signed) -> Result<()> {
        self.enter(Step::Sent { tx: signed.hash.clone(), until: signed.until })
    }
}

/// Makes the DAO, unless the chain has it already.
pub fn make(
    sender: &Sender,
    node: &Node,
    book: &mut Book,
    (name, codes): (&str, Suite<u64>),
    progress: Progress,
) -> Result<()> {
    let begun = book.deployments.daos.get(name).context("the DAO is not in the file")?.clone();
    let messages = founding_messages(&begun, &codes)?;
    let mut making = Making { node, book, name, dao: Dao { codes: Some(codes), ..begun } };
    let done = once(sender, &messages, &mut making, progress);
    let step = match done.with_context(|| format!("making the DAO `{name}`"))? {
        Once::Found(step) => step,
        Once::Sent(landed) => Step::Done { result: (), tx: Some(landed.hash), height: Some(landed.height) },
    };
    making.enter(step)
}

/// Whether the chain has the DAO, made as it is planned.
fn made(node: &Node, dao: &Dao) -> Result<Option<Step<()>>> {
    let Some(vault) = existing::made(node, dao)? else {
        return Ok(None);
    };
    let sent = match &dao.step {
        Step::Sent { tx, .. } => node.transaction(tx)?.filter(|landed| landed.code == 0),
        Step::Planned | Step::Done { .. } => None,
    };
    let height = sent.as_ref().map(|landed| landed.height).or(vault.created);
    Ok(Some(Step::Done { result: (), tx: sent.map(|landed| landed.hash), height }))
}
