//! The pins of operations: whether every contract still runs the code that it ran at submission. The only writer of
//! `PINS`.

use std::collections::BTreeMap;

use cosmwasm_std::{QuerierWrapper, StdResult, Storage};
use isonomia_api::timelock::MAX_PINS;
use isonomia_core::pin::{BrokenPin, Pin};

use crate::error::ContractError;
use crate::state::PINS;

/// Why pins refuse an operation.
#[derive(Debug, PartialEq, thiserror::Error)]
pub enum PinError {
    /// One more than fits.
    #[error("an operation has at most {MAX_PINS} pins, not {count}")]
    TooMany {
        /// How many were given.
        count: usize,
    },
    /// Other code than when it was proposed.
    #[error("operation {id} is void: {broken}")]
    Void {
        /// Which.
        id: u64,
        /// The first pin that does not hold.
        broken: BrokenPin,
    },
}

/// Keeps the pins of an operation.
pub fn keep(storage: &mut dyn Storage, id: u64, pins: &[Pin]) -> Result<(), ContractError> {
    if pins.len() > MAX_PINS {
        return Err(PinError::TooMany { count: pins.len() }.into());
    }
    if pins.is_empty() {
        return Ok(());
    }
    Ok(PINS.save(storage, id, &Pin::to_list(pins))?)
}

/// The pins of an operation.
pub fn of(storage: &dyn Storage, id: u64) -> StdResult<Vec<Pin>> {
    Ok(Pin::from_list(PINS.may_load(storage, id)?.unwrap_or_default()))
}

/// Refuses an operation that calls a contract which runs other code now.
pub fn check(storage: &dyn Storage, querier: &QuerierWrapper, id: u64) -> Result<(), ContractError> {
    match Codes::new(querier).broken(&of(storage, id)?)? {
        Some(broken) => Err(PinError::Void { id, broken }.into()),
        None => Ok(()),
    }
}

/// The codes that contracts run now, each asked for once.
pub struct Codes<'a> {
    querier: &'a QuerierWrapper<'a>,
    known: BTreeMap<String, u64>,
}

impl<'a> Codes<'a> {
    /// None is known yet.
    pub fn new(querier: &'a QuerierWrapper<'a>) -> Codes<'a> {
        Codes { querier, known: BTreeMap::new() }
    }

    /// The first pin that does not hold.
    pub fn broken(&mut self, pins: &[Pin]) -> StdResult<Option<BrokenPin>> {
        for pin in pins {
            if let Err(broken) = pin.check(self.of(&pin.contract)?) {
                return Ok(Some(broken));
            }
        }
        Ok(None)
    }

    fn of(&mut self, contract: &str) -> StdResult<u64> {
        if let Some(code_id) = self.known.get(contract) {
            return Ok(*code_id);
        }
        let code_id = self.querier.query_wasm_contract_info(contract)?.code_id;
        self.known.insert(contract.to_string(), code_id);
        Ok(code_id)
    }
}
