//! The contracts that actions are for: each exists, or is created by an earlier action. Those that exist are pinned to the
//! code that they run.

use cosmwasm_std::{instantiate2_address, Deps, WasmMsg};
use isonomia_core::pin::Pin;

use crate::error::ContractError;
use crate::state::Config;

/// The contracts that actions are for, each once, in order of their first action.
#[derive(Default)]
pub struct Targets {
    /// Those that exist.
    pub pins: Vec<Pin>,
    /// Those that an earlier action creates, where that is known beforehand.
    pub created: Vec<String>,
}

impl Targets {
    /// Notes what a message is for and what it creates. A contract is asked for its code once, however many actions call
    /// it.
    pub fn note(
        &mut self,
        deps: Deps,
        config: &Config,
        index: usize,
        wasm: &WasmMsg,
    ) -> Result<(), ContractError> {
        if let Some(contract) = target(wasm) {
            self.pin(deps, index, contract)?;
        }
        self.created.extend(creates(deps, config, index, wasm)?);
        Ok(())
    }

    fn pin(&mut self, deps: Deps, index: usize, contract: &str) -> Result<(), ContractError> {
        let is_known = |pin: &Pin| pin.contract == contract;
        if self.created.iter().any(|created| created == contract) || self.pins.iter().any(is_known) {
            return Ok(());
        }
        let contract = contract.to_string();
        let Ok(info) = deps.querier.query_wasm_contract_info(&contract) else {
            return Err(ContractError::NoContract { index, contract });
        };
        // In capitals it is the same contract for the chain, and another one for the policy.
        deps.api.addr_validate(&contract)?;
        self.pins.push(Pin { contract, code_id: info.code_id });
        Ok(())
    }
}

/// The contract that a message is for.
pub fn target(wasm: &WasmMsg) -> Option<&str> {
    match wasm {
        WasmMsg::Execute { contract_addr, .. }
        | WasmMsg::Migrate { contract_addr, .. }
        | WasmMsg::UpdateAdmin { contract_addr, .. }
        | WasmMsg::ClearAdmin { contract_addr, .. } => Some(contract_addr),
        _ => None,
    }
}

/// The address of a contract that a message creates, where that is known beforehand.
fn creates(
    deps: Deps,
    config: &Config,
    index: usize,
    wasm: &WasmMsg,
) -> Result<Option<String>, ContractError> {
    let (WasmMsg::Instantiate { code_id, .. } | WasmMsg::Instantiate2 { code_id, .. }) = wasm else {
        return Ok(None);
    };
    // The id of a code that exists stands for it for ever; one that does not will be whatever somebody stores.
    let no_code = |_| ContractError::NoCode { index, code_id: *code_id };
    let code = deps.querier.query_wasm_code_info(*code_id).map_err(no_code)?;
    let WasmMsg::Instantiate2 { salt, .. } = wasm else {
        return Ok(None);
    };
    let creator = deps.api.addr_canonicalize(config.timelock.as_str())?;
    // A salt that is no salt creates nothing, and whatever calls its contract is refused.
    let address = instantiate2_address(code.checksum.as_slice(), &creator, salt).ok();
    Ok(address
        .map(|canonical| deps.api.addr_humanize(&canonical))
        .transpose()?
        .map(|addr| addr.into_string()))
}
