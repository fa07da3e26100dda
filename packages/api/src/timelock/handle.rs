//! A handle to a timelock, and what others read in its store.

use cosmwasm_std::{from_json, Addr, QuerierWrapper, StdResult};
use isonomia_core::guardian::Guardian;
use isonomia_core::stored_as_list;

use super::{ConfigResponse, QueryMsg};

/// Where a timelock keeps what it executes, for whoever reads it there.
pub const EXECUTING: &str = "executing";
/// Where a timelock keeps its guardian, for whoever reads it there.
pub const GUARDIAN: &str = "guardian";

/// The last execution, and the transaction that it ran in.
#[derive(Clone, Debug, PartialEq)]
pub struct Executing {
    /// The id of the operation.
    pub id: u64,
    /// The height of the block.
    pub height: u64,
    /// The number of the transaction within the block; nothing where the chain itself called.
    pub transaction: Option<u32>,
}

stored_as_list!(Executing { id, height, transaction });

/// A handle to a timelock.
pub struct Timelock(pub Addr);

impl Timelock {
    /// The configuration.
    pub fn config(&self, querier: &QuerierWrapper) -> StdResult<ConfigResponse> {
        querier.query_wasm_smart(&self.0, &QueryMsg::Config {})
    }

    /// The operation that is being executed, or was last. Read from the timelock's store, which wakes no contract.
    pub fn executing(&self, querier: &QuerierWrapper) -> StdResult<Option<Executing>> {
        let noted = querier.query_wasm_raw(&self.0, EXECUTING.as_bytes())?;
        noted.map(from_json).transpose()
    }

    /// Who was named guardian last and not removed. Read from the timelock's store, which wakes no contract.
    pub fn guardian(&self, querier: &QuerierWrapper) -> StdResult<Option<Guardian>> {
        let noted = querier.query_wasm_raw(&self.0, GUARDIAN.as_bytes())?;
        noted.map(from_json).transpose()
    }
}
