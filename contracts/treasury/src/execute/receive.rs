//! `Receive`: cw20 tokens come in.

use cosmwasm_std::{MessageInfo, Response};
use isonomia_kit::assets::no_coins;

use crate::error::TreasuryError;

/// Changes nothing: the tokens are here already. There is no event of it either, since any contract could claim
/// anything; what came in is told by the token.
pub fn receive(info: MessageInfo) -> Result<Response, TreasuryError> {
    no_coins(&info.funds)?;
    Ok(Response::new().add_attribute("action", "receive").add_attribute("sender", info.sender))
}
