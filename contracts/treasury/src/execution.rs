//! What `Execute` may send, and what it finds: the only writer of `EXECUTION`.

use cosmwasm_std::{
    Addr, Binary, Coin, Deps, DepsMut, Env, QuerierWrapper, StdResult, Storage, Uint128, WasmMsg,
};
use isonomia_api::treasury::Holding;
use isonomia_core::custody::{self, CW20_MESSAGES, CW721_MESSAGES};
use isonomia_core::json::canonical_message;

use crate::error::TreasuryError;
use crate::holdings::balance;
use crate::listing;
use crate::state::{Execution, EXECUTION};

/// A message that may be sent, and the contract that it goes to, if there is one already.
pub struct Sendable {
    /// The message.
    pub msg: WasmMsg,
    /// The contract.
    pub to: Option<Addr>,
}

/// Checks a message: none to the treasury itself, no coins that are not listed, and to a listed token only what gives
/// nobody a hold on it, as canonical JSON.
pub fn check(deps: Deps, env: &Env, msg: WasmMsg) -> Result<Sendable, TreasuryError> {
    let now = env.block.time.seconds();
    let to = receiver(&msg).map(|to| deps.api.addr_validate(to)).transpose()?;
    if to.as_ref() == Some(&env.contract.address) {
        return Err(TreasuryError::ToItself);
    }
    let msg = match msg {
        WasmMsg::Execute { contract_addr, msg, funds } => {
            check_coins(deps.storage, &funds, now)?;
            let msg = check_words(deps.storage, &contract_addr, msg, now)?;
            WasmMsg::Execute { contract_addr, msg, funds }
        }
        WasmMsg::Instantiate { ref funds, .. } | WasmMsg::Instantiate2 { ref funds, .. } => {
            check_coins(deps.storage, funds, now)?;
            msg
        }
        other => {
            let held = to.iter().flat_map(tokens);
            for holding in held.map(|(holding, _)| holding) {
                if listing::get(deps.storage, &holding, now)?.is_some() {
                    return Err(TreasuryError::TokenAdministered { holding });
                }
            }
            other
        }
    };
    Ok(Sendable { msg, to })
}

/// Notes the balances of the listed coins and cw20 tokens.
pub fn begin(deps: DepsMut, env: &Env, proposal: u64, to: Option<Addr>) -> Result<(), TreasuryError> {
    let before = listing::all(deps.storage, env.block.time.seconds())?
        .into_iter()
        .filter_map(|(holding, _)| held(&deps.querier, &holding, &env.contract.address).transpose())
        .collect::<StdResult<_>>()?;
    Ok(EXECUTION.save(deps.storage, &Execution { proposal, to, before })?)
}

/// Takes out what was noted.
pub fn end(storage: &mut dyn Storage) -> Result<Execution, TreasuryError> {
    let execution = EXECUTION.may_load(storage)?.ok_or(TreasuryError::NotExecuting)?;
    EXECUTION.remove(storage);
    Ok(execution)
}

/// A holding that has a balance, with it.
fn held(querier: &QuerierWrapper, holding: &Holding, owner: &Addr) -> StdResult<Option<(Holding, Uint128)>> {
    let balance = holding.asset().map(|asset| balance(querier, &asset, owner)).transpose()?;
    Ok(balance.map(|balance| (holding.clone(), balance)))
}

fn receiver(msg: &WasmMsg) -> Option<&str> {
    match msg {
        WasmMsg::Execute { contract_addr, .. }
        | WasmMsg::Migrate { contract_addr, .. }
        | WasmMsg::UpdateAdmin { contract_addr, .. }
        | WasmMsg::ClearAdmin { contract_addr } => Some(contract_addr),
        _ => None,
    }
}

/// The tokens that a contract may be, each with what may be said to it.
fn tokens(contract: &Addr) -> [(Holding, &'static [&'static str]); 2] {
    let contract = contract.to_string();
    [
        (Holding::Cw20 { contract: contract.clone() }, &CW20_MESSAGES),
        (Holding::Cw721 { contract }, &CW721_MESSAGES),
    ]
}

fn check_coins(storage: &dyn Storage, funds: &[Coin], now: u64) -> Result<(), TreasuryError> {
    for coin in funds {
        listing::load(storage, &Holding::Native { denom: coin.denom.clone() }, now)?;
    }
    Ok(())
}

fn check_words(storage: &dyn Storage, to: &str, msg: Binary, now: u64) -> Result<Binary, TreasuryError> {
    let mut checked = msg;
    for (holding, allowed) in tokens(&Addr::unchecked(to)) {
        if listing::get(storage, &holding, now)?.is_some() {
            let (name, canonical) = canonical_message(&checked)?;
            custody::check(&name, allowed).map_err(|why| TreasuryError::MessageRefused { holding, why })?;
            checked = canonical.into();
        }
    }
    Ok(checked)
}
