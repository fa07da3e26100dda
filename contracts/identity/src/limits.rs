//! The limits of an epoch. The only writer of `ACTIVATIONS`, `ISSUER_ACTIVATIONS`, `REVOCATIONS` and `FEW`.

use cosmwasm_std::{StdResult, Storage};
use isonomia_core::registry::{check_few, check_revocation, Activation, Quota};

use crate::error::ContractError;
use crate::state::{Config, ACTIVATIONS, FEW, ISSUER_ACTIVATIONS, REVOCATIONS};
use crate::{census, issuers};

/// Takes a slot of the epoch's activations for an issuer.
pub fn use_activation(
    storage: &mut dyn Storage,
    config: &Config,
    issuer: &str,
    now: u64,
) -> Result<(), ContractError> {
    let own = census::of(storage, issuer)?;
    let all = activations(storage, config, now)?;
    let part = ISSUER_ACTIVATIONS.may_load(storage, issuer)?.unwrap_or_default().present(all.epoch, own);
    let attested = census::all(storage)?;
    let issuers = issuers::all(storage)?.len();
    Activation { epoch: &all, issuer: &part, own, attested, issuers }.check()?;
    ACTIVATIONS.save(storage, &all.used_once())?;
    Ok(ISSUER_ACTIVATIONS.save(storage, issuer, &part.used_once())?)
}

/// Takes one of an issuer's revocations of the epoch.
pub fn use_revocation(
    storage: &mut dyn Storage,
    config: &Config,
    issuer: &str,
    now: u64,
) -> Result<(), ContractError> {
    let own = census::of(storage, issuer)?;
    let used = REVOCATIONS.may_load(storage, issuer)?.unwrap_or_default();
    let quota = used.present(config.day.epoch(config.started, now), own);
    check_revocation(&quota)?;
    Ok(REVOCATIONS.save(storage, issuer, &quota.used_once())?)
}

/// Takes one of the few of the epoch.
pub fn use_few(storage: &mut dyn Storage, config: &Config, now: u64) -> Result<(), ContractError> {
    let used = FEW.may_load(storage)?.unwrap_or_default();
    let quota = used.present(config.day.epoch(config.started, now), census::all(storage)?);
    check_few(&quota)?;
    Ok(FEW.save(storage, &quota.used_once())?)
}

/// The activations of the present epoch.
pub fn activations(storage: &dyn Storage, config: &Config, now: u64) -> StdResult<Quota> {
    let epoch = config.day.epoch(config.started, now);
    let used = ACTIVATIONS.may_load(storage)?.unwrap_or_default();
    Ok(used.present(epoch, census::all(storage)?))
}
