//! `Receive`: cw20 tokens become stake of their sender.

use cosmwasm_std::{from_json, DepsMut, Env, MessageInfo, Response};
use cw20::Cw20ReceiveMsg;
use isonomia_api::vault::ReceiveMsg;
use isonomia_kit::assets::{cw20_payment, no_coins};

use super::stake::lock;
use crate::error::VaultError;
use crate::state::CONFIG;

/// Locks the tokens of which the staked cw20 contract says that it has moved them here.
pub fn receive(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    received: Cw20ReceiveMsg,
) -> Result<Response, VaultError> {
    let config = CONFIG.load(deps.storage)?;
    let amount = cw20_payment(&config.asset, &info.sender, received.amount)?;
    no_coins(&info.funds)?;
    let account = deps.api.addr_validate(&received.sender)?;
    let ReceiveMsg::Stake {} = from_json(&received.msg)?;
    let locked = lock(deps.storage, &env, &config, &account, amount)?;
    Ok(locked.add_attribute("action", "stake").add_attribute("sender", account))
}
