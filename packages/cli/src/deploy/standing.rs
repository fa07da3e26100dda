//! Where a deployment stands by its file, and whether it is the one that is asked for.

use std::path::Path;

use anyhow::{bail, Result};
use isonomia_chain::Node;

use super::planning::differences;
use super::{existing, Order};
use crate::deployment::{Dao, Deployments};

/// What the deployment file tells of a DAO of that name. Fails where it was begun, or made, otherwise than it is asked for
/// now, and says what differs.
pub(super) fn entered(order: &Order, deployments: &Deployments, folder: &Path) -> Result<Option<Dao>> {
    let Some(entered) = deployments.daos.get(&order.name) else {
        return Ok(None);
    };
    match entered.is_made() {
        true => refuse_made_otherwise(order, entered)?,
        false => refuse_begun_otherwise(order, entered, &Deployments::path(folder, &order.chain.chain_id))?,
    }
    Ok(Some(entered.clone()))
}

/// What is made is not made again. Of which commit it is does not count: the code tells, and `verify` notes the commit.
fn refuse_made_otherwise(order: &Order, made: &Dao) -> Result<()> {
    let asked = Dao { git_commit: made.git_commit.clone(), ..order.dao.clone() };
    let lines = differences(made, &asked)?;
    if lines.is_empty() {
        return Ok(());
    }
    let (name, chain_id) = (&order.name, &order.chain.chain_id);
    bail!(
        "`{name}` is deployed to {chain_id} already, otherwise than it is asked for now:\n  {}\nNothing was sent. To found another DAO, give it another `name` in the founding file. To accept the one that is made, ask for it as it was made (the same key, artifacts, --params and --day), or look at it: `isonomia verify --dao {name}`.",
        lines.join("\n  ")
    )
}

/// An unfinished deployment is finished as it was begun, or not at all.
fn refuse_begun_otherwise(order: &Order, begun: &Dao, path: &Path) -> Result<()> {
    let lines = differences(begun, &order.dao)?;
    if lines.is_empty() {
        return Ok(());
    }
    let name = &order.name;
    let vault = Node::connect(&order.chain).and_then(|node| existing::vault(&node, begun));
    let instead = match vault {
        Ok(Some(_)) => "its contracts exist".to_string(),
        Ok(None) => {
            format!(
                "or give it up: none of its contracts exists, so take `daos.{name}` out of {}",
                path.display()
            )
        }
        Err(error) => format!("whether its contracts exist is not known now ({error})"),
    };
    bail!(
        "the deployment of `{name}` was begun otherwise:\n  {}\nGo on as it was begun (the same commit, key, --params and --day), {instead}; or found another DAO under another name.",
        lines.join("\n  ")
    )
}
