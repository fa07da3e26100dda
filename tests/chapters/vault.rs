//! Chapter vault: stake makes power, leaves when its owner wants, and nobody else can touch it.

pub mod hostile;
mod locked;
mod staking;

use anyhow::Result;
use cosmwasm_std::Addr;
use isonomia_api::asset::Asset;
use isonomia_api::voting::Weight;
use isonomia_embedded::{Dao, DAY};

use crate::lifecycle::town::tokens;

const UNBONDING: u64 = 28 * DAY;

fn weight(power: u128, stake: u128, unattested: u128) -> Weight {
    Weight { power: power.into(), stake: stake.into(), unattested_stake: unattested.into() }
}

/// What somebody has of the staked coin or token, outside the vault.
fn wallet(dao: &Dao, who: &Addr) -> Result<u128> {
    match &dao.params.asset {
        Asset::Native { denom } => dao.balance(who, denom),
        Asset::Cw20 { contract } => tokens(dao, &Addr::unchecked(contract), who),
    }
}

/// The first day boundary that is no earlier than so long from now.
fn day_after(dao: &Dao, seconds: u64) -> u64 {
    (dao.now() + seconds).div_ceil(DAY) * DAY
}

fn unreleased(who: &Addr, released: u64, now: u64) -> String {
    format!("the next claim of {who} is released at {released}, now it is {now}")
}
