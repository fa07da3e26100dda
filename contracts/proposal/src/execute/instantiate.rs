use cosmwasm_std::{DepsMut, Env, MessageInfo, Response};
use isonomia_api::proposal::InstantiateMsg;
use isonomia_api::voting::Voting;
use isonomia_core::clock::Day;

use super::set::{check_entry, check_least_delays};
use isonomia_kit::migration;
use isonomia_kit::response::response;

use crate::error::ContractError;
use crate::event;
use crate::state::{Config, Counters, CONFIG, COUNTERS, ENTRY, ROUTINES, RULES};
use crate::CODE;

pub fn instantiate(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    msg: InstantiateMsg,
) -> Result<Response, ContractError> {
    isonomia_kit::assets::no_coins(&info.funds)?;
    let voting = Voting(deps.api.addr_validate(&msg.voting)?);
    let told = voting.config(&deps.querier)?;
    let config = Config {
        own: env.contract.address,
        voting: voting.0,
        timelock: deps.api.addr_validate(&msg.timelock)?,
        treasury: deps.api.addr_validate(&msg.treasury)?,
        identity: deps.api.addr_validate(&msg.identity)?,
        unbonding: told.unbonding,
        day: Day(told.day),
    };
    msg.rules.check(config.day, config.unbonding)?;
    // A contract that replaces another finds the timelock in place; in the transaction of the founding it comes later.
    if deps.querier.query_wasm_contract_info(&config.timelock).is_ok() {
        check_least_delays(deps.as_ref(), &config, &msg.rules)?;
    }
    let entry = check_entry(deps.api, msg.entry)?;

    migration::mark(deps.storage, &CODE)?;
    CONFIG.save(deps.storage, &config)?;
    RULES.save(deps.storage, &msg.rules.to_list())?;
    ENTRY.save(deps.storage, &entry)?;
    ROUTINES.save(deps.storage, &vec![])?;
    // Voting takes no id below 1.
    let next_id = msg.first_id.max(1);
    COUNTERS.save(deps.storage, &Counters { next_id, ..Counters::default() })?;
    Ok(response("instantiate", &info.sender)
        .add_event(event::instantiated(&config, next_id))
        .add_event(event::identity_named(&config.identity))
        .add_event(event::rules_set(&msg.rules)?)
        .add_event(event::entry_set(&entry)))
}
