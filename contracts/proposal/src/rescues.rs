//! The rescues: migrations that an emergency may run, approved beforehand. The only writer of `RESCUES`.

use cosmwasm_std::{Binary, Deps, HexBinary, StdResult, Storage};
use isonomia_api::proposal::MAX_RESCUES;
use isonomia_core::clock::Day;
use isonomia_core::hash::sha256;
use isonomia_core::rescue::{Migration, Rescue};

use crate::error::ContractError;
use crate::state::RESCUES;

/// All that are stored, those that are over included.
pub fn all(storage: &dyn Storage) -> StdResult<Vec<Rescue>> {
    Ok(RESCUES.may_load(storage)?.unwrap_or_default())
}

/// Those that are approved now.
pub fn approved(storage: &dyn Storage, now: u64) -> StdResult<Vec<Rescue>> {
    Ok(all(storage)?.into_iter().filter(|rescue| rescue.is_approved(now)).collect())
}

/// Approves one, in the place of another for the same migration; those that are over are dropped.
pub fn approve(storage: &mut dyn Storage, rescue: Rescue, day: Day, now: u64) -> Result<(), ContractError> {
    rescue.check(day, now)?;
    let is_other = |other: &Rescue| {
        (&other.contract, &other.checksum, &other.hash) != (&rescue.contract, &rescue.checksum, &rescue.hash)
    };
    let mut rescues = approved(storage, now)?;
    rescues.retain(is_other);
    if rescues.len() >= MAX_RESCUES {
        return Err(ContractError::TooManyRescues { most: MAX_RESCUES });
    }
    rescues.push(rescue);
    Ok(RESCUES.save(storage, &rescues)?)
}

/// Takes back every one of a contract to a code.
pub fn revoke(storage: &mut dyn Storage, contract: &str, checksum: &HexBinary) -> Result<(), ContractError> {
    let mut rescues = all(storage)?;
    let before = rescues.len();
    rescues.retain(|rescue| rescue.contract != contract || rescue.checksum != *checksum);
    if rescues.len() == before {
        let (contract, checksum) = (contract.to_string(), checksum.clone());
        return Err(ContractError::NoRescue { contract, checksum });
    }
    Ok(RESCUES.save(storage, &rescues)?)
}

/// Whether a migration is a rescue that is approved now. The message is canonical; a code that does not exist is none.
pub fn is_rescue(
    deps: Deps,
    rescues: &[Rescue],
    (contract, code_id, msg): (&str, u64, &Binary),
    now: u64,
) -> bool {
    if !rescues.iter().any(|rescue| rescue.contract == contract) {
        return false;
    }
    let Ok(code) = deps.querier.query_wasm_code_info(code_id) else {
        return false;
    };
    let migration = Migration { contract, checksum: code.checksum.as_slice(), hash: &sha256(msg) };
    rescues.iter().any(|rescue| rescue.covers(&migration, now))
}
