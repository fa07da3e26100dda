//! Upgrades: whether what is migrated is what the voters approved. The only writer of `UPGRADES`.

use cosmwasm_std::{from_json, Addr, CosmosMsg, HexBinary, QuerierWrapper, StdResult, Storage, WasmMsg};
use isonomia_api::timelock::ExecuteMsg;
use isonomia_core::json::canonical_message;
use isonomia_core::pin::Pin;
use isonomia_core::upgrade::{approve, check_codes, ApprovedCode, Code, Migrated};

use crate::error::ContractError;
use crate::pins;
use crate::state::UPGRADES;

/// Before anything is sent: every migration is to code that each upgrade among the messages approves. The id of a code
/// stands for one code for ever, and a timelock that is migrated itself is not there to ask afterwards.
pub fn check(querier: &QuerierWrapper, own: &Addr, messages: &[CosmosMsg]) -> Result<(), ContractError> {
    for message in messages {
        let Some(approved) = approved(own, message)? else { continue };
        for (contract, code_id) in messages.iter().filter_map(migration) {
            check_code(querier, &approved, contract, code_id)?;
        }
    }
    Ok(())
}

/// Notes what the operation that executes has migrated, if the voters approved the code that it runs now.
pub fn enter(
    storage: &mut dyn Storage,
    querier: &QuerierWrapper,
    id: u64,
    approved: &[ApprovedCode],
) -> Result<Vec<Migrated>, ContractError> {
    if UPGRADES.has(storage, id) {
        return Err(ContractError::UpgradedAlready { id });
    }
    check_codes(approved)?;
    for ApprovedCode { contract, .. } in approved {
        check_code(querier, approved, contract, present(querier, contract)?)?;
    }
    let migrated = migrated(querier, &pins::of(storage, id)?, approved)?;
    UPGRADES.save(storage, id, &migrated)?;
    Ok(migrated)
}

/// What an operation has migrated.
pub fn of(storage: &dyn Storage, id: u64) -> StdResult<Vec<Migrated>> {
    Ok(UPGRADES.may_load(storage, id)?.unwrap_or_default())
}

/// The SHA-256 of a code, as the chain tells it.
pub fn checksum(querier: &QuerierWrapper, code_id: u64) -> StdResult<HexBinary> {
    Ok(querier.query_wasm_code_info(code_id)?.checksum.as_slice().into())
}

/// The code that a contract runs now.
pub fn present(querier: &QuerierWrapper, contract: &str) -> StdResult<u64> {
    Ok(querier.query_wasm_contract_info(contract)?.code_id)
}

/// The contracts that run other code than when the operation was submitted. Their pins held before its first action.
fn migrated(
    querier: &QuerierWrapper,
    pins: &[Pin],
    approved: &[ApprovedCode],
) -> Result<Vec<Migrated>, ContractError> {
    let mut migrated = vec![];
    for Pin { contract, code_id: pinned } in pins {
        let (pinned, upgraded) = (*pinned, present(querier, contract)?);
        if upgraded != pinned {
            check_code(querier, approved, contract, upgraded)?;
            migrated.push(Migrated { contract: contract.clone(), pinned, upgraded });
        }
    }
    Ok(migrated)
}

fn check_code(
    querier: &QuerierWrapper,
    approved: &[ApprovedCode],
    contract: &str,
    code_id: u64,
) -> Result<(), ContractError> {
    let checksum = checksum(querier, code_id)?;
    Ok(approve(approved, contract, Code { id: code_id, checksum: checksum.as_slice() })?)
}

/// What an action approves, if it is an upgrade. One that cannot be read would be left to whatever the timelock is migrated
/// to before it.
fn approved(own: &Addr, message: &CosmosMsg) -> Result<Option<Vec<ApprovedCode>>, ContractError> {
    let CosmosMsg::Wasm(WasmMsg::Execute { contract_addr, msg, .. }) = message else { return Ok(None) };
    let is_upgrade = || canonical_message(msg).is_ok_and(|(key, _)| key == "upgrade");
    if contract_addr != own.as_str() || !is_upgrade() {
        return Ok(None);
    }
    match from_json(msg)? {
        ExecuteMsg::Upgrade { migrations, .. } => Ok(Some(migrations)),
        _ => Ok(None),
    }
}

fn migration(message: &CosmosMsg) -> Option<(&str, u64)> {
    match message {
        CosmosMsg::Wasm(WasmMsg::Migrate { contract_addr, new_code_id, .. }) => {
            Some((contract_addr, *new_code_id))
        }
        _ => None,
    }
}
