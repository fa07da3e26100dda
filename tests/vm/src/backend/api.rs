//! Addresses.

use cosmwasm_std::{Api, CanonicalAddr, StdResult};
use cosmwasm_vm::{BackendApi, BackendError, BackendResult, GasInfo};

use super::Line;
use crate::costs::{ADDRESS_CANONICAL, ADDRESS_HUMAN, GAS_MULTIPLIER};

/// The addresses of the chain, at the end of a line.
#[derive(Clone)]
pub struct LineApi(Line);

impl LineApi {
    /// The addresses of the chain at the other end.
    pub fn new(line: Line) -> LineApi {
        LineApi(line)
    }

    /// What the machine itself charges for, as it does on a chain: it is part of the gas of the contract.
    fn ask<T: Send + 'static>(
        &self,
        sdk_gas: u64,
        question: impl FnOnce(&dyn Api) -> StdResult<T> + Send + 'static,
    ) -> BackendResult<T> {
        self.0.wish(move |host| {
            let answer = question(host.api).map_err(|error| BackendError::user_err(error.to_string()));
            (answer, GasInfo::with_cost(sdk_gas * GAS_MULTIPLIER))
        })
    }
}

impl BackendApi for LineApi {
    fn addr_validate(&self, input: &str) -> BackendResult<()> {
        let input = input.to_string();
        self.ask(ADDRESS_HUMAN + ADDRESS_CANONICAL, move |api| api.addr_validate(&input).map(drop))
    }

    fn addr_canonicalize(&self, human: &str) -> BackendResult<Vec<u8>> {
        let human = human.to_string();
        self.ask(ADDRESS_CANONICAL, move |api| api.addr_canonicalize(&human).map(CanonicalAddr::into))
    }

    fn addr_humanize(&self, canonical: &[u8]) -> BackendResult<String> {
        let canonical = CanonicalAddr::from(canonical);
        self.ask(ADDRESS_HUMAN, move |api| api.addr_humanize(&canonical).map(String::from))
    }
}
