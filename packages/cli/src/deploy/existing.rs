//! What the chain has of a DAO already. Its addresses follow from the founder, the name and the code alone: asked for with
//! other parameters, it has the same ones.

use anyhow::{bail, Context, Result};
use isonomia_api::plan::Suite;
use isonomia_chain::{ChainError, ContractInfo, Node};
use serde_json::Value;

use super::planning::{founding_values, value_differences};
use crate::deployment::Dao;

/// The vault of a DAO, where the chain has one. One transaction makes all six contracts or none, and their addresses are
/// the founder's alone to use: so the vault speaks for all.
pub fn vault(node: &Node, dao: &Dao) -> Result<Option<ContractInfo>, ChainError> {
    node.contract(&dao.contracts.vault)
}

/// The vault of a DAO that was made as it is planned now. Fails with every difference where it was made otherwise: with
/// what its contracts were told then, whatever governance has made of it since.
pub fn made(node: &Node, dao: &Dao) -> Result<Option<ContractInfo>> {
    let Some(vault) = vault(node, dao)? else {
        return Ok(None);
    };
    let lines = differences(node, dao)?;
    if lines.is_empty() {
        return Ok(Some(vault));
    }
    bail!(
        "the chain has `{name}` of this founder already (its vault is {address}), made otherwise than it is asked for now:\n  {}\nIt is not made again. To enter the one that is made, ask for it as it was made (--params and --day); to found another, give it another `name` in the founding file.",
        lines.join("\n  "),
        name = dao.params.name,
        address = dao.contracts.vault,
    )
}

fn differences(node: &Node, dao: &Dao) -> Result<Vec<String>> {
    let ids = Suite::each(|_| Ok::<_, anyhow::Error>(0))?;
    let mut lines = Vec::new();
    for ((contract, planned), (_, address)) in founding_values(dao, &ids)?.iter().zip(dao.contracts.named()) {
        let told = node.first_message(address)?;
        let told = told.with_context(|| format!("the chain does not tell what {contract} was made with"))?;
        let told: Value =
            serde_json::from_slice(&told).with_context(|| format!("what {contract} was told"))?;
        value_differences(contract, &told, planned, &mut lines);
    }
    Ok(lines)
}
