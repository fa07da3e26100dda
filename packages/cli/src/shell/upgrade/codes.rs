//! What the chain knows of contracts and codes. The proposal contract is asked, by a preview: it reads both from the chain,
//! and refuses here what it would refuse later.

use anyhow::{Context, Result};
use cosmwasm_std::{Binary, CosmosMsg, HexBinary, WasmMsg};
use isonomia_api::call::call;
use isonomia_api::proposal::{PreviewResponse, QueryMsg};
use isonomia_api::timelock::ExecuteMsg;

use crate::keeper::Asked;
use crate::shell::desk::Desk;

/// A contract that is given other code.
#[derive(Clone)]
pub struct Move {
    pub contract: String,
    pub code_id: u64,
    pub msg: Binary,
}

/// What the chain knows of a move.
pub struct Known {
    /// The code that the contract runs now.
    pub present: u64,
    /// The SHA-256 of the code that it is to run.
    pub checksum: HexBinary,
}

impl Move {
    pub fn action(&self) -> CosmosMsg {
        let Move { contract, code_id, msg } = self.clone();
        WasmMsg::Migrate { contract_addr: contract, new_code_id: code_id, msg }.into()
    }
}

/// Asks about each of these moves.
pub fn known<D: Asked>(desk: &Desk<'_, D>, moves: &[Move]) -> Result<Vec<Known>> {
    let mut actions: Vec<CosmosMsg> = moves.iter().map(Move::action).collect();
    // No proposal migrates without an upgrade behind it.
    let upgrade = ExecuteMsg::Upgrade { migrations: vec![], rollback: None };
    actions.push(call(&desk.contracts().timelock, &upgrade)?);
    let asked = QueryMsg::Preview { actions, emergency: false };
    let shown: PreviewResponse = desk.ask(&desk.contracts().proposal, &asked)?;
    let known = |(to, found): (&Move, &isonomia_api::proposal::Migration)| {
        let pin = shown.pins.iter().find(|pin| pin.contract == to.contract);
        let present = pin.with_context(|| format!("{} is no contract", desk.contract(&to.contract)))?.code_id;
        let checksum =
            found.checksum.clone().with_context(|| format!("nobody has stored a code {}", to.code_id))?;
        Ok(Known { present, checksum })
    };
    moves.iter().zip(&shown.effects.migrations).map(known).collect()
}
