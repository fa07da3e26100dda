//! From the parameters of a scenario, or of a founding file, to those of a DAO. Bounds are the contracts' own to check.

use cosmwasm_std::Uint128;
use isonomia_api::plan;
use isonomia_core::clock::Day;
use isonomia_core::rules::{ClassRules, Quorum, Rules};

use super::{ClassParams, Params, ScenarioError};

/// Changes the defaults of the mechanism where the parameters say so. The plan's day is set already.
pub fn apply(params: &Params, plan: &mut plan::Params) -> Result<(), ScenarioError> {
    if let Some(k) = params.k {
        plan.scale = narrow("k", k.0)?;
    }
    if let Some(floor) = params.floor_stake {
        plan.floor_stake = Uint128::new(floor.0);
    }
    if let Some(season) = params.season_seconds {
        plan.season = season;
    }
    if let Some(unbonding) = params.unbonding_seconds {
        plan.unbonding = unbonding;
    }
    if let Some(attested) = params.min_attested {
        plan.min_attested = attested;
    }
    if let Some(least) = params.min_total_stake {
        plan.least_total_stake = Uint128::new(least.0);
    }
    plan.rules = rules(params, Day(plan.day))?;
    Ok(())
}

fn rules(params: &Params, day: Day) -> Result<Rules, ScenarioError> {
    let mut rules = Rules::standard(day);
    if let Some(kappa) = params.kappa_bps {
        rules.unattested_bps = narrow("kappa_bps", kappa.into())?;
    }
    if let Some(cap) = params.cap_bps {
        rules.cap_bps = narrow("cap_bps", cap.into())?;
    }
    apply_class(&params.classes.signal, &mut rules.signal)?;
    apply_class(&params.classes.standard, &mut rules.standard)?;
    apply_class(&params.classes.critical, &mut rules.critical)?;
    apply_class(&params.classes.emergency, &mut rules.emergency)?;
    Ok(rules)
}

fn apply_class(params: &ClassParams, rules: &mut ClassRules) -> Result<(), ScenarioError> {
    let set = |name, from: Option<u64>, to: &mut u16| match from {
        Some(value) => narrow(name, value.into()).map(|value| *to = value),
        None => Ok(()),
    };
    set("tau_bps", params.tau_bps, &mut rules.threshold_bps)?;
    set("theta_bps", params.theta_bps, &mut rules.stake_key_bps)?;
    set("support_bps", params.support_bps, &mut rules.stake_support_bps)?;
    set("head_count", params.head_count, &mut rules.head_count)?;
    if let Some(quorum) = params.quorum_bps {
        rules.quorum = Quorum::Fixed { bps: narrow("quorum_bps", quorum.into())? };
    }
    rules.delay = params.delay_seconds.unwrap_or(rules.delay);
    rules.voting = params.voting_seconds.unwrap_or(rules.voting);
    rules.timelock = params.timelock_seconds.unwrap_or(rules.timelock);
    rules.window = params.window_seconds.unwrap_or(rules.window);
    Ok(())
}

/// A number that fits its type; one that does not is out of every bound.
pub fn narrow<T: TryFrom<u128> + Bounded>(name: &'static str, value: u128) -> Result<T, ScenarioError> {
    T::try_from(value).map_err(|_| ScenarioError::TooLargeNumber { name, value, most: T::MOST })
}

/// A type with a largest number.
pub trait Bounded {
    /// The largest number.
    const MOST: u128;
}

impl Bounded for u16 {
    const MOST: u128 = u16::MAX as u128;
}

impl Bounded for u32 {
    const MOST: u128 = u32::MAX as u128;
}
