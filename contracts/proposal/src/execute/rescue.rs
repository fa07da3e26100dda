use cosmwasm_std::{DepsMut, Env, HexBinary, MessageInfo, Response};
use isonomia_core::rescue::Rescue;
use isonomia_kit::assets::no_coins;
use isonomia_kit::authority::only;

use isonomia_kit::response::response;

use crate::error::ContractError;
use crate::state::CONFIG;
use crate::{event, rescues};

pub fn approve_rescue(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    rescue: Rescue,
) -> Result<Response, ContractError> {
    let config = CONFIG.load(deps.storage)?;
    only(&config.timelock, &info.sender)?;
    no_coins(&info.funds)?;
    deps.api.addr_validate(&rescue.contract)?;
    let approved = event::rescue_approved(&rescue);

    rescues::approve(deps.storage, rescue, config.day, env.block.time.seconds())?;
    Ok(response("approve_rescue", &info.sender).add_event(approved))
}

pub fn revoke_rescue(
    deps: DepsMut,
    info: MessageInfo,
    contract: String,
    checksum: HexBinary,
) -> Result<Response, ContractError> {
    only(&CONFIG.load(deps.storage)?.timelock, &info.sender)?;
    no_coins(&info.funds)?;

    rescues::revoke(deps.storage, &contract, &checksum)?;
    Ok(response("revoke_rescue", &info.sender).add_event(event::rescue_revoked(&contract, &checksum)))
}
