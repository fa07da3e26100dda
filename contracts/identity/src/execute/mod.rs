//! One file per message.

mod activate;
mod add_issuer;
mod expire;
mod file;
mod ready;
mod remove_issuer;
mod revoke;
mod revoke_few;
mod revoke_signed;
mod submit;

use cosmwasm_std::{Addr, Api, QuerierWrapper};
use isonomia_api::identity::MAX_ACCOUNTS;

use crate::error::ContractError;

pub use activate::activate;
pub use add_issuer::add_issuer;
pub use expire::expire;
pub use file::file;
pub use ready::ready;
pub use remove_issuer::remove_issuer;
pub use revoke::revoke;
pub use revoke_few::revoke_few;
pub use revoke_signed::revoke_signed;
pub use submit::submit;

/// Refuses a contract: what many people can command is not one of them.
fn check_no_code(querier: &QuerierWrapper, account: &Addr) -> Result<(), ContractError> {
    if querier.query_wasm_contract_info(account).is_ok() {
        return Err(ContractError::HasCode { account: account.clone() });
    }
    Ok(())
}

/// The addresses of a list of 1 to 32.
fn checked_accounts(api: &dyn Api, accounts: &[String]) -> Result<Vec<Addr>, ContractError> {
    if !(1..=MAX_ACCOUNTS).contains(&accounts.len()) {
        return Err(ContractError::AccountCount { count: accounts.len() });
    }
    accounts.iter().map(|account| Ok(api.addr_validate(account)?)).collect()
}
