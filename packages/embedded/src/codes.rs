//! The code of each contract, as the embedded chain runs it.

use cosmwasm_std::Empty;
use cw_multi_test::{Contract, ContractWrapper};
use isonomia_api::plan::Suite;

/// The code of one contract.
pub type Code = Box<dyn Contract<Empty>>;

/// The six contracts of the suite.
pub fn suite_codes() -> Suite<Code> {
    macro_rules! code {
        ($contract:ident) => {
            Box::new(
                ContractWrapper::new(
                    $contract::contract::execute,
                    $contract::contract::instantiate,
                    $contract::contract::query,
                )
                .with_migrate($contract::contract::migrate),
            )
        };
    }
    let vault = ContractWrapper::new(
        isonomia_vault::contract::execute,
        isonomia_vault::contract::instantiate,
        isonomia_vault::contract::query,
    );
    Suite {
        vault: Box::new(vault.with_reply(isonomia_vault::contract::reply)),
        voting: code!(isonomia_voting),
        identity: code!(isonomia_identity),
        proposal: code!(isonomia_proposal),
        timelock: code!(isonomia_timelock),
        treasury: code!(isonomia_treasury),
    }
}
