use cosmwasm_std::{DepsMut, MessageInfo, Response};
use isonomia_api::proposal::DepositState;
use isonomia_kit::assets::{no_coins, pay};

use super::load;
use isonomia_kit::response::response_on;

use crate::error::ContractError;
use crate::event;
use crate::state::{Ending, CONFIG, ENDINGS};

pub fn claim_deposit(deps: DepsMut, info: MessageInfo, id: u64) -> Result<Response, ContractError> {
    no_coins(&info.funds)?;
    let proposal = load(deps.storage, id)?;
    let ending = ENDINGS.may_load(deps.storage, id)?;
    let (Some(deposit), Some(ending)) = (&proposal.deposit, ending) else {
        return Err(ContractError::NothingToClaim { id });
    };
    let to = match ending.deposit {
        DepositState::Returned => proposal.proposer.clone(),
        DepositState::Forfeited => CONFIG.load(deps.storage)?.treasury,
        DepositState::Held | DepositState::Paid => return Err(ContractError::NothingToClaim { id }),
    };
    let paid = Ending { deposit: DepositState::Paid, ..ending };
    let payment = pay(&deposit.asset, &to, deposit.amount)?;

    ENDINGS.save(deps.storage, id, &paid)?;
    let told = event::deposit_paid(id, &proposal, &paid, &to);
    Ok(response_on("claim_deposit", &info.sender, id).add_message(payment).add_event(told))
}
