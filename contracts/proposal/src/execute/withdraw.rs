use cosmwasm_std::{DepsMut, Env, MessageInfo, Response};
use isonomia_api::call::call;
use isonomia_api::voting;
use isonomia_core::proposal::ProposalEvent;
use isonomia_kit::assets::no_coins;
use isonomia_kit::authority::only;

use super::{end, load};
use isonomia_kit::response::response_on;

use crate::error::ContractError;
use crate::state::{Ending, CONFIG, ENDINGS};
use crate::{event, query};
use isonomia_api::proposal::DepositState;

pub fn withdraw(deps: DepsMut, env: Env, info: MessageInfo, id: u64) -> Result<Response, ContractError> {
    let proposal = load(deps.storage, id)?;
    only(&proposal.proposer, &info.sender)?;
    no_coins(&info.funds)?;
    let config = CONFIG.load(deps.storage)?;

    let earlier = ENDINGS.may_load(deps.storage, id)?;
    let stage = query::stage(deps.as_ref(), &config, id, earlier.as_ref())?;
    let outcome = stage.step(ProposalEvent::Withdraw)?;
    let ending = Ending::now(&env, outcome, DepositState::Returned);

    end(deps.storage, id, &proposal, &ending)?;
    Ok(response_on("withdraw", &info.sender, id)
        .add_message(call(&config.voting, &voting::ExecuteMsg::CancelPoll { poll: id })?)
        .add_event(event::withdrawn(id, &proposal, &ending)))
}
