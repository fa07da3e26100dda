//! `Withdraw`: the recipient of a stream takes what is due.

use cosmwasm_std::{DepsMut, Env, MessageInfo, Response};
use isonomia_api::treasury::{Holding, Means};
use isonomia_kit::assets::{no_coins, pay};
use isonomia_kit::authority::only;
use isonomia_kit::response::response;

use crate::error::TreasuryError;
use crate::state::{Entry, Promise, CONFIG};
use crate::{event, gate, outflow, reserve, streams};

/// Pays what is due. It was counted when the stream was made.
pub fn withdraw(deps: DepsMut, env: Env, info: MessageInfo, id: u64) -> Result<Response, TreasuryError> {
    let mut promise = streams::load(deps.storage, id)?;
    only(&promise.recipient, &info.sender)?;
    no_coins(&info.funds)?;
    let (config, at) = (CONFIG.load(deps.storage)?, env.block.time.seconds());
    gate::check_open(deps.storage, at)?;
    let amount = promise.stream.withdraw(at).map_err(streams::refused(id))?;
    reserve::release(deps.storage, &promise.asset, amount)?;
    streams::save(deps.storage, id, &promise)?;

    let Promise { proposal, recipient, asset, stream } = promise;
    let (paid, holding) = (pay(&asset, &recipient, amount)?, Holding::from(asset));
    let entry = Entry { proposal, by: Means::Stream { id }, holding, amount, to: Some(recipient), at };
    let entered = outflow::enter(deps.storage, &config, entry)?;
    Ok(response("withdraw", &info.sender)
        .add_message(paid)
        .add_event(event::stream_withdrawn(id, &stream))
        .add_event(entered))
}
