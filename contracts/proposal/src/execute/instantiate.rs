use cosmwasm_std::{DepsMut, MessageInfo, Response};
use cw2::set_contract_version;
use isonomia_api::proposal::InstantiateMsg;
use isonomia_api::voting::Voting;
use isonomia_core::clock::Day;

use super::set::check_entry;
use crate::error::ContractError;
use crate::event;
use crate::state::{Config, CONFIG, ENTRY, NEXT_ID, ROUTINES, RULES};
use crate::CONTRACT;

pub fn instantiate(deps: DepsMut, info: MessageInfo, msg: InstantiateMsg) -> Result<Response, ContractError> {
    isonomia_kit::assets::no_coins(&info.funds)?;
    let voting = Voting(deps.api.addr_validate(&msg.voting)?);
    let told = voting.config(&deps.querier)?;
    let config = Config {
        voting: voting.0,
        timelock: deps.api.addr_validate(&msg.timelock)?,
        treasury: deps.api.addr_validate(&msg.treasury)?,
        identity: deps.api.addr_validate(&msg.identity)?,
        unbonding: told.unbonding,
        day: Day(told.day),
    };
    msg.rules.check(config.day, config.unbonding)?;
    let entry = check_entry(deps.api, msg.entry)?;

    set_contract_version(deps.storage, CONTRACT, env!("CARGO_PKG_VERSION"))?;
    CONFIG.save(deps.storage, &config)?;
    RULES.save(deps.storage, &msg.rules)?;
    ENTRY.save(deps.storage, &entry)?;
    ROUTINES.save(deps.storage, &vec![])?;
    // Voting takes no id below 1.
    NEXT_ID.save(deps.storage, &msg.first_id.max(1))?;
    Ok(event::response("instantiate", &info.sender))
}
