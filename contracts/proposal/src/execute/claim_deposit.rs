use cosmwasm_std::{DepsMut, MessageInfo, Response};
use isonomia_api::proposal::DepositState;
use isonomia_kit::assets::{no_coins, pay};

use super::load;
use isonomia_kit::response::response;

use crate::error::ContractError;
use crate::event;
use crate::state::{CONFIG, PROPOSALS};

pub fn claim_deposit(deps: DepsMut, info: MessageInfo, id: u64) -> Result<Response, ContractError> {
    no_coins(&info.funds)?;
    let mut proposal = load(deps.storage, id)?;
    let deposit = proposal.deposit.as_mut().ok_or(ContractError::NothingToClaim { id })?;
    let to = match deposit.state {
        DepositState::Returned => proposal.proposer.clone(),
        DepositState::Forfeited => CONFIG.load(deps.storage)?.treasury,
        DepositState::Held | DepositState::Paid => return Err(ContractError::NothingToClaim { id }),
    };
    deposit.state = DepositState::Paid;
    let payment = pay(&deposit.asset, &to, deposit.amount)?;

    PROPOSALS.save(deps.storage, id, &proposal)?;
    Ok(response("claim_deposit", &info.sender)
        .add_attribute("recipient", to)
        .add_message(payment)
        .add_event(event::proposal("deposit_paid", id, &proposal)))
}
