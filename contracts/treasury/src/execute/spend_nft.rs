//! `SpendNft`: the timelock sends a cw721 token.

use cosmwasm_std::{Addr, DepsMut, Env, MessageInfo, Response, Uint128};
use isonomia_api::call::call;
use isonomia_api::cw721::{Cw721, Cw721ExecuteMsg};
use isonomia_api::treasury::{Holding, Means, Nft};
use isonomia_kit::response::response;

use crate::error::TreasuryError;
use crate::gate;
use crate::outflow::{self, Leaving};
use crate::state::Entry;

/// Bytes of the id of a token.
pub const MAX_TOKEN_ID: usize = 256;

/// Sends a token that is the treasury's, within the cap of its collection.
pub fn spend_nft(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    nft: Nft,
    to: String,
) -> Result<Response, TreasuryError> {
    let config = gate::admit_timelock(deps.storage, &info)?;
    let now = env.block.time.seconds();
    gate::check_open(deps.storage, now)?;
    let (collection, to) = (deps.api.addr_validate(&nft.collection)?, deps.api.addr_validate(&to)?);
    check_owned(&deps, &env, &collection, &nft)?;
    let proposal = outflow::proposal(&deps.querier, &config)?;
    let (holding, amount) = (Holding::Cw721 { contract: nft.collection }, Uint128::one());
    let counted =
        outflow::count(deps.storage, &config, now, Leaving { holding: &holding, amount, balance: amount })?;
    let transfer = Cw721ExecuteMsg::TransferNft { recipient: to.to_string(), token_id: nft.token_id.clone() };
    let by = Means::SpendNft { token_id: nft.token_id };
    let entry = Entry { proposal, by, holding, amount, to: Some(to), at: now };
    Ok(response("spend_nft", &info.sender)
        .add_message(call(&collection, &transfer)?)
        .add_event(counted)
        .add_event(outflow::enter(deps.storage, &config, entry)?))
}

/// Refuses a token of somebody else, which the treasury might have been allowed to move.
fn check_owned(deps: &DepsMut, env: &Env, collection: &Addr, nft: &Nft) -> Result<(), TreasuryError> {
    let length = nft.token_id.len();
    if !(1..=MAX_TOKEN_ID).contains(&length) {
        return Err(TreasuryError::TokenId { length });
    }
    let owner = Cw721(collection.clone()).owner_of(&deps.querier, &nft.token_id)?;
    if owner != env.contract.address.as_str() {
        let Nft { collection, token_id } = nft.clone();
        return Err(TreasuryError::NotOwned { collection, token_id, owner });
    }
    Ok(())
}
