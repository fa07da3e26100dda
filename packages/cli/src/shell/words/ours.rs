//! Messages to the contracts of the DAO.

use isonomia_api::{identity, proposal, timelock, treasury, vault, voting};
use serde::de::DeserializeOwned;

use crate::keeper::Asked;
use crate::shell::desk::Desk;

/// A message to a contract of the DAO in words; nothing where it is another contract's, or of another version.
pub fn message<D: Asked>(desk: &Desk<'_, D>, contract: &str, msg: &[u8]) -> Option<String> {
    let named = desk.contracts().named();
    let (name, _) = named.iter().find(|(_, address)| address.as_str() == contract)?;
    Some(match *name {
        "vault" => of_vault(desk, &read::<vault::ExecuteMsg>(msg)?),
        "voting" => super::voting::message(desk, &read::<voting::ExecuteMsg>(msg)?),
        "identity" => super::identity::message(desk, &read::<identity::ExecuteMsg>(msg)?),
        "proposal" => super::proposal::message(desk, &read::<proposal::ExecuteMsg>(msg)?),
        "timelock" => super::timelock::message(desk, &read::<timelock::ExecuteMsg>(msg)?),
        _ => super::treasury::message(desk, &read::<treasury::ExecuteMsg>(msg)?),
    })
}

fn read<T: DeserializeOwned>(msg: &[u8]) -> Option<T> {
    serde_json::from_slice(msg).ok()
}

/// The timelock is a holder like any other there.
fn of_vault<D: Asked>(desk: &Desk<'_, D>, msg: &vault::ExecuteMsg) -> String {
    match msg {
        vault::ExecuteMsg::Stake {} => "stake coins of the timelock's own".to_string(),
        vault::ExecuteMsg::Receive(_) => {
            "tell the vault that it was sent tokens, as only their contract may".to_string()
        }
        vault::ExecuteMsg::Unstake { amount, quiet } => {
            let untold = if *quiet { ", and do not tell voting" } else { "" };
            format!("take {} of the timelock's own stake out{untold}", desk.stake(amount.u128()))
        }
        vault::ExecuteMsg::Claim {} => "have the vault pay what is released to the timelock".to_string(),
        vault::ExecuteMsg::Sync { account } => {
            format!("tell voting what {} has staked", desk.contract(account))
        }
    }
}
