//! Holdings that come from outside, and what there is of them.

use cosmwasm_std::{Addr, Api, QuerierWrapper, StdResult, Uint128};
use cw20::{BalanceResponse, Cw20QueryMsg};
use isonomia_api::asset::Asset;
use isonomia_api::cw721::Cw721;
use isonomia_api::treasury::Holding;
use isonomia_kit::assets::check_asset;

use crate::error::TreasuryError;

/// Checks a holding that comes from outside: a plausible denomination, or a valid address in its usual form.
pub fn check(api: &dyn Api, holding: Holding) -> Result<Holding, TreasuryError> {
    Ok(match holding {
        Holding::Cw721 { contract } => {
            Holding::Cw721 { contract: api.addr_validate(&contract)?.into_string() }
        }
        Holding::Native { denom } => check_asset(api, &Asset::Native { denom })?.into(),
        Holding::Cw20 { contract } => check_asset(api, &Asset::Cw20 { contract })?.into(),
    })
}

/// What somebody has of an asset.
pub fn balance(querier: &QuerierWrapper, asset: &Asset, owner: &Addr) -> StdResult<Uint128> {
    match asset {
        Asset::Native { denom } => Ok(querier.query_balance(owner, denom)?.amount),
        Asset::Cw20 { contract } => {
            let msg = Cw20QueryMsg::Balance { address: owner.to_string() };
            Ok(querier.query_wasm_smart::<BalanceResponse>(contract, &msg)?.balance)
        }
    }
}

/// Asks the contract of a holding something that any token of its kind answers.
pub fn probe(querier: &QuerierWrapper, holding: &Holding, owner: &Addr) -> StdResult<()> {
    match (holding, holding.asset()) {
        (Holding::Cw721 { contract }, _) => Cw721(Addr::unchecked(contract)).count(querier).map(drop),
        (_, Some(asset)) => balance(querier, &asset, owner).map(drop),
        (_, None) => Ok(()),
    }
}
