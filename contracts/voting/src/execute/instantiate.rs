use cosmwasm_std::{DepsMut, Env, MessageInfo, Response};
use isonomia_api::vault::Vault;
use isonomia_api::voting::InstantiateMsg;
use isonomia_core::clock::Day;
use isonomia_core::quorum::AdaptiveQuorum;
use isonomia_core::units::{Power, Stake, STAKE_LIMIT};
use isonomia_core::weight::Curve;

use isonomia_kit::migration;
use isonomia_kit::response::response;

use crate::error::ContractError;
use crate::state::{Contracts, Parameters, Registry, CONTRACTS, PARAMETERS, QUORUM, REGISTRY, VAULT};
use crate::{event, members, CODE};

pub fn instantiate(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    msg: InstantiateMsg,
) -> Result<Response, ContractError> {
    isonomia_kit::assets::no_coins(&info.funds)?;
    let curve = Curve { scale: msg.scale, floor: Stake(msg.floor_stake) };
    curve.check()?;
    let vault = Vault(deps.api.addr_validate(&msg.vault)?);
    let told = vault.config(&deps.querier)?;
    if told.voting != env.contract.address {
        return Err(ContractError::ForeignVault { voting: told.voting.into_string() });
    }
    let day = Day(told.day);
    let contracts = Contracts {
        registrar: deps.api.addr_validate(&msg.registrar)?,
        proposal: deps.api.addr_validate(&msg.proposal)?,
        timelock: deps.api.addr_validate(&msg.timelock)?,
    };
    let parameters = Parameters {
        curve,
        season: check_season(msg.season, day)?,
        min_attested: msg.min_attested,
        least_total_stake: check_least_total_stake(Stake(msg.least_total_stake))?,
        unbonding: told.unbonding,
        day,
        started: env.block.time.seconds(),
    };

    migration::mark(deps.storage, &CODE)?;
    VAULT.save(deps.storage, &vault.0)?;
    CONTRACTS.save(deps.storage, &contracts)?;
    PARAMETERS.save(deps.storage, &parameters)?;
    REGISTRY.save(deps.storage, &Registry::default())?;
    QUORUM.save(deps.storage, &AdaptiveQuorum::default())?;
    members::set_total(deps.storage, Power::ZERO)?;
    let instantiated = event::instantiated(&vault.0, &contracts, &parameters);
    Ok(response("instantiate", &info.sender).add_event(instantiated))
}

fn check_season(season: u64, day: Day) -> Result<u64, ContractError> {
    let (least, most) = (day.days(30), day.days(180));
    if !(least..=most).contains(&season) {
        return Err(ContractError::Season { season, least, most });
    }
    Ok(season)
}

fn check_least_total_stake(stake: Stake) -> Result<Stake, ContractError> {
    if stake.amount() >= STAKE_LIMIT {
        return Err(ContractError::LeastTotalStake { stake: stake.amount() });
    }
    Ok(stake)
}
