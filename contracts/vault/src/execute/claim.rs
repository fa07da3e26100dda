//! `Claim`: what is released is paid.

use std::collections::BTreeMap;

use cosmwasm_std::{Addr, DepsMut, Env, MessageInfo, Response, Storage};
use isonomia_core::clock::is_due;
use isonomia_kit::assets::{no_coins, pay};

use crate::claims::{self, Claim, MAX_DAYS};
use crate::error::VaultError;
use crate::event;
use crate::state::{Config, CONFIG};

/// Pays the sender every released claim in one payment, whether voting knows of it or not.
pub fn claim(deps: DepsMut, env: Env, info: MessageInfo) -> Result<Response, VaultError> {
    no_coins(&info.funds)?;
    let config = CONFIG.load(deps.storage)?;
    let (released, through) = released(deps.storage, &config, &info.sender, env.block.time.seconds())?;
    let amount = claims::take_out(deps.storage, &info.sender, &released)?;
    Ok(Response::new()
        .add_message(pay(&config.asset, &info.sender, amount)?)
        .add_event(event::claimed(&info.sender, amount, through))
        .add_attribute("action", "claim")
        .add_attribute("sender", info.sender))
}

/// The earliest released days of an account, and the last of them; an error that says when, where there is none.
fn released(
    storage: &dyn Storage,
    config: &Config,
    account: &Addr,
    now: u64,
) -> Result<(BTreeMap<u64, Claim>, u64), VaultError> {
    let mut released = claims::by_day(storage, account, None, MAX_DAYS)?;
    let Some(next) = released.keys().next().map(|day| config.day.days(*day)) else {
        return Err(VaultError::NoClaims { account: account.clone() });
    };
    released.retain(|day, _| is_due(config.day.days(*day), now));
    match released.keys().last().copied() {
        Some(through) => Ok((released, through)),
        None => Err(VaultError::NotReleased { account: account.clone(), released: next, now }),
    }
}
