//! The least delays: what the timelock keeps whatever the proposal contract asks for.

use cosmwasm_std::QuerierWrapper;
use isonomia_api::proposal::Proposals;
use isonomia_api::timelock::{LeastDelays, Lowering};
use isonomia_core::class::Class;
use isonomia_core::least_delay::LeastDelay;
use isonomia_core::rules::one_and_a_half;

use crate::error::ContractError;
use crate::state::Config;

/// Why a least delay is refused.
#[derive(Debug, PartialEq, thiserror::Error)]
pub enum DelayError {
    /// Above the rules.
    #[error(
        "{}: a least delay of {least} s is above the timelock of {timelock} s in the rules, which are to be raised first",
        class.name()
    )]
    AboveRules {
        /// Of which class.
        class: Class,
        /// The least delay that was asked for.
        least: u64,
        /// The timelock of the rules.
        timelock: u64,
    },
}

/// The classes that execute something.
const BINDING: [Class; 3] = [Class::Standard, Class::Critical, Class::Emergency];

/// The least delay of a class now. That of a Critical is half as long again where no guardian could cancel it.
pub fn least(config: &Config, class: Class, guarded: bool, now: u64) -> u64 {
    let least = of(config, class).map_or(0, |delay| delay.at(now));
    match class {
        Class::Critical if !guarded => one_and_a_half(least),
        _ => least,
    }
}

/// The least delays that hold now.
pub fn present(config: &Config, now: u64) -> LeastDelays {
    LeastDelays {
        standard: config.standard.at(now),
        critical: config.critical.at(now),
        emergency: config.emergency.at(now),
    }
}

/// Those that were lowered and do not hold yet.
pub fn lowerings(config: &Config, now: u64) -> Vec<Lowering> {
    let waiting = |class| {
        let lowered = of(config, class)?.waiting(now)?;
        Some(Lowering { class, seconds: lowered.seconds, from: lowered.from })
    };
    BINDING.into_iter().filter_map(waiting).collect()
}

/// The configuration with other least delays. One that rises must leave the rules acceptable: they bound voting, timelock
/// and window together, and a timelock below the least one would say less than what happens.
pub fn set(
    querier: &QuerierWrapper,
    config: Config,
    asked: &LeastDelays,
    now: u64,
) -> Result<Config, ContractError> {
    let rises = |class: &Class| asked.of(*class) > least(&config, *class, true, now);
    if BINDING.iter().any(rises) {
        let rules = Proposals(config.proposal.clone()).rules(querier)?;
        for class in BINDING.into_iter().filter(rises) {
            let (least, timelock) = (asked.of(class), rules.of(class).timelock);
            if least > timelock {
                return Err(DelayError::AboveRules { class, least, timelock }.into());
            }
        }
    }
    let day = config.day;
    Ok(Config {
        standard: config.standard.set(asked.standard, day, now),
        critical: config.critical.set(asked.critical, day, now),
        emergency: config.emergency.set(asked.emergency, day, now),
        ..config
    })
}

fn of(config: &Config, class: Class) -> Option<&LeastDelay> {
    match class {
        Class::Signal => None,
        Class::Standard => Some(&config.standard),
        Class::Critical => Some(&config.critical),
        Class::Emergency => Some(&config.emergency),
    }
}
