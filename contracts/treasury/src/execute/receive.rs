//! `Receive` and `ReceiveNft`: tokens come in.

use cosmwasm_std::{MessageInfo, Response};
use isonomia_kit::assets::no_coins;
use isonomia_kit::response::response;

use crate::error::TreasuryError;

/// Changes nothing: the tokens are here already. There is no event of it either, since any contract could claim
/// anything; what came in is told by the token.
pub fn receive(info: MessageInfo, action: &str) -> Result<Response, TreasuryError> {
    no_coins(&info.funds)?;
    Ok(response(action, &info.sender))
}
