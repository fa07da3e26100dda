//! What the machine asks of a chain: storage, addresses, queries. Each is priced as the chain prices it.

mod api;
mod line;
mod querier;
mod storage;

use std::rc::Rc;

use cosmwasm_std::{Api, Deps, DepsMut, QuerierWrapper};
use cosmwasm_vm::{Backend, GasInfo};

use crate::costs::GAS_MULTIPLIER;
use crate::meter::Meter;

pub use api::LineApi;
pub use line::{line, Line};
pub use querier::LineQuerier;
pub use storage::{LineStorage, Store};

/// What the embedded chain lends for one call of a contract.
pub struct Host<'a> {
    /// What the contract keeps.
    pub store: Store<'a>,
    /// The addresses of the chain.
    pub api: &'a dyn Api,
    /// The rest of the chain.
    pub querier: QuerierWrapper<'a>,
    /// Where the gas of the transaction is counted.
    pub meter: Rc<Meter>,
}

impl<'a> Host<'a> {
    /// What a call that may write is lent.
    pub fn writable(deps: DepsMut<'a>, meter: &Rc<Meter>) -> Host<'a> {
        Host {
            store: Store::Writable(deps.storage),
            api: deps.api,
            querier: deps.querier,
            meter: meter.clone(),
        }
    }

    /// What a query is lent.
    pub fn readable(deps: Deps<'a>, meter: &Rc<Meter>) -> Host<'a> {
        Host {
            store: Store::Readable(deps.storage),
            api: deps.api,
            querier: deps.querier,
            meter: meter.clone(),
        }
    }
}

/// The machine's end of a line.
pub fn backend(line: Line) -> Backend<LineApi, LineStorage, LineQuerier> {
    Backend {
        api: LineApi::new(line.clone()),
        storage: LineStorage::new(line.clone()),
        querier: LineQuerier::new(line),
    }
}

/// Gas that the chain has counted already: the machine only takes it off what the contract has left.
fn counted(sdk_gas: u64) -> GasInfo {
    GasInfo::with_externally_used(sdk_gas.saturating_mul(GAS_MULTIPLIER))
}
