//! `Stake`: coins become stake of their sender.

use cosmwasm_std::{Addr, DepsMut, Env, MessageInfo, Response, Storage, Uint128};
use isonomia_kit::assets::native_payment;

use crate::error::VaultError;
use crate::state::{Config, CONFIG};
use crate::{deposit, event, notice};

/// Locks the native coins that are sent along.
pub fn stake(deps: DepsMut, env: Env, info: MessageInfo) -> Result<Response, VaultError> {
    let config = CONFIG.load(deps.storage)?;
    let amount = native_payment(&config.asset, &info.funds)?;
    let locked = lock(deps.storage, &env, &config, &info.sender, amount)?;
    Ok(locked.add_attribute("action", "stake").add_attribute("sender", info.sender))
}

/// Locks what has been paid in, and tells voting. A deposit that voting refuses does not happen.
pub fn lock(
    storage: &mut dyn Storage,
    env: &Env,
    config: &Config,
    account: &Addr,
    amount: Uint128,
) -> Result<Response, VaultError> {
    let stake = deposit::raise(storage, account, amount)?;
    let made_up = notice::noticed(storage, config, account, env.block.time.seconds())?;
    Ok(Response::new()
        .add_event(event::staked(account, amount, stake))
        .add_events(made_up.map(|made_up| event::synced(account, stake, &made_up)))
        .add_message(notice::tell(config, account, stake)?))
}
