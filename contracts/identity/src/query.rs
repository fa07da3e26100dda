//! The answers.

use cosmwasm_std::{Deps, Env, Order, StdResult};
use cw_storage_plus::Bound;
use isonomia_api::identity::{
    AccountAttestation, AttestationInfo, AttestationResponse, AttestationStage, AttestationsResponse,
    ConfigResponse, EpochResponse, IssuerInfo, IssuersResponse,
};
use isonomia_api::page::page_size;
use isonomia_core::clock::{Day, EPOCH_DAYS};
use isonomia_core::registry::{activation_limit, MATURITY_DAYS};

use crate::state::{Config, Record, Stage, CONFIG, RECORDS};
use crate::{census, issuers as named, limits};

/// The configuration.
pub fn config(deps: Deps) -> StdResult<ConfigResponse> {
    let Config { voting, timelock, min_issuers, min_attested, day, started } = CONFIG.load(deps.storage)?;
    Ok(ConfigResponse { voting, timelock, min_issuers, min_attested, day: day.0, started })
}

/// The issuers, with their live attestations.
pub fn issuers(deps: Deps) -> StdResult<IssuersResponse> {
    let with_live = |issuer: isonomia_api::identity::Issuer| {
        census::of(deps.storage, &issuer.id).map(|attested| IssuerInfo { issuer, attested })
    };
    let issuers = named::all(deps.storage)?.into_iter().map(with_live).collect::<StdResult<_>>()?;
    Ok(IssuersResponse { issuers, attested: census::all(deps.storage)? })
}

/// An account: maturing, attested, or neither.
pub fn attestation(deps: Deps, account: String) -> StdResult<AttestationResponse> {
    let account = deps.api.addr_validate(&account)?;
    let day = CONFIG.load(deps.storage)?.day;
    let record = RECORDS.may_load(deps.storage, &account)?;
    Ok(AttestationResponse { attestation: record.map(|record| info(record, day)) })
}

/// The accounts of the registry, in order of address.
pub fn attestations(
    deps: Deps,
    start_after: Option<String>,
    limit: Option<u32>,
) -> StdResult<AttestationsResponse> {
    let start_after = start_after.map(|account| deps.api.addr_validate(&account)).transpose()?;
    let day = CONFIG.load(deps.storage)?.day;
    let min = start_after.as_ref().map(Bound::exclusive);
    let entries = RECORDS.range(deps.storage, min, None, Order::Ascending).take(page_size(limit));
    let entry = |(account, record)| AccountAttestation { account, attestation: info(record, day) };
    Ok(AttestationsResponse {
        attestations: entries.map(|found| found.map(entry)).collect::<StdResult<_>>()?,
    })
}

/// What is left of this epoch's activations.
pub fn epoch(deps: Deps, env: Env) -> StdResult<EpochResponse> {
    let config = CONFIG.load(deps.storage)?;
    let quota = limits::activations(deps.storage, &config, env.block.time.seconds())?;
    let limit = activation_limit(quota.base);
    let epochs = quota.epoch.saturating_add(1);
    let ends = config.started.saturating_add(config.day.days(EPOCH_DAYS.saturating_mul(epochs)));
    Ok(EpochResponse { epoch: quota.epoch, limit, left: limit.saturating_sub(quota.used), ends })
}

fn info(record: Record, day: Day) -> AttestationInfo {
    let stage = match record.stage {
        Stage::Maturing { submitted } => {
            AttestationStage::Maturing { matures: submitted.saturating_add(day.days(MATURITY_DAYS)) }
        }
        Stage::Live { until } => AttestationStage::Live { until },
    };
    AttestationInfo { issuer: record.issuer, nullifier: record.nullifier, stage }
}
