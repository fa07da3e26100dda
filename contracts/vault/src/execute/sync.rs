//! `Sync`: voting is told what it missed.

use cosmwasm_std::{DepsMut, Env, MessageInfo, Response};
use isonomia_kit::assets::no_coins;

use crate::error::VaultError;
use crate::state::CONFIG;
use crate::{deposit, event, notice};

/// Tells voting the present stake of an account of which it may hold too much.
pub fn sync(deps: DepsMut, env: Env, info: MessageInfo, account: String) -> Result<Response, VaultError> {
    no_coins(&info.funds)?;
    let account = deps.api.addr_validate(&account)?;
    let config = CONFIG.load(deps.storage)?;
    let stake = deposit::stake(deps.storage, &account)?;
    let Some(made_up) = notice::noticed(deps.storage, &config, &account, env.block.time.seconds())? else {
        return Err(VaultError::AlreadyNoticed { account });
    };
    Ok(Response::new()
        .add_message(notice::tell(&config, &account, stake)?)
        .add_event(event::synced(&account, stake, &made_up))
        .add_attribute("action", "sync")
        .add_attribute("sender", info.sender))
}
