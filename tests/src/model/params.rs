//! The parameters: defaults and bounds, as the table of the mechanism has them.

use std::fmt::Display;

use isonomia_cli::scenario::{Amount, ClassName, ClassParams, Params};

/// A day in seconds.
pub const DAY: u64 = 86_400;
/// An hour in seconds.
pub const HOUR: u64 = 3_600;

/// Where the quorum of a class comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuorumRule {
    /// A fixed number of basis points.
    Fixed(u64),
    /// The adaptive quorum itself.
    Adaptive,
    /// Half as much again as the adaptive quorum, between 10 % and 35 %.
    AdaptiveAndAHalf,
}

impl QuorumRule {
    /// The quorum of a poll that opens while the adaptive quorum stands at `adaptive`.
    pub fn at(self, adaptive: u64) -> u64 {
        match self {
            Self::Fixed(bps) => bps,
            Self::Adaptive => adaptive,
            Self::AdaptiveAndAHalf => (adaptive * 3 / 2).clamp(1_000, 3_500),
        }
    }
}

/// The rules of one class.
#[derive(Clone, Debug)]
pub struct ClassRules {
    /// τ in basis points.
    pub tau: u64,
    /// θ in basis points.
    pub theta: u64,
    /// g in basis points.
    pub support: u64,
    /// q.
    pub quorum: QuorumRule,
    /// h.
    pub head_count: u64,
    /// Seconds between submission and opening.
    pub delay: u64,
    /// Seconds of voting, without extensions.
    pub voting: u64,
    /// Seconds of timelock.
    pub timelock: u64,
    /// Seconds of the execution window.
    pub window: u64,
}

impl ClassRules {
    /// e of the late flip: min(24 h, voting/4).
    pub fn extension(&self) -> u64 {
        DAY.min(self.voting / 4)
    }

    fn default_of(class: ClassName) -> Self {
        let (tau, theta, support, quorum, head_count) = match class {
            ClassName::Signal => (5_000, 0, 0, QuorumRule::Fixed(800), 0),
            ClassName::Standard => (5_000, 3_333, 100, QuorumRule::Adaptive, 3),
            ClassName::Critical => (6_000, 5_000, 500, QuorumRule::AdaptiveAndAHalf, 5),
            ClassName::Emergency => (7_500, 5_000, 1_000, QuorumRule::Fixed(2_000), 5),
        };
        let (delay, voting, timelock, window) = match class {
            ClassName::Signal => (0, 5 * DAY, 0, 0),
            ClassName::Standard => (DAY, 7 * DAY, 2 * DAY, 5 * DAY),
            ClassName::Critical => (2 * DAY, 7 * DAY, 5 * DAY, 5 * DAY),
            ClassName::Emergency => (HOUR, DAY, 2 * HOUR, 4 * DAY),
        };
        Self { tau, theta, support, quorum, head_count, delay, voting, timelock, window }
    }

    fn checked(class: ClassName, given: &ClassParams, unbonding: u64) -> Result<Self, String> {
        let default = Self::default_of(class);
        let rules = Self {
            tau: given.tau_bps.unwrap_or(default.tau),
            theta: given.theta_bps.unwrap_or(default.theta),
            support: given.support_bps.unwrap_or(default.support),
            quorum: given.quorum_bps.map_or(default.quorum, QuorumRule::Fixed),
            head_count: given.head_count.unwrap_or(default.head_count),
            delay: given.delay_seconds.unwrap_or(default.delay),
            voting: given.voting_seconds.unwrap_or(default.voting),
            timelock: given.timelock_seconds.unwrap_or(default.timelock),
            window: given.window_seconds.unwrap_or(default.window),
        };
        let strict = matches!(class, ClassName::Critical | ClassName::Emergency);
        let least = |otherwise: u64, when_strict: u64| if strict { when_strict } else { otherwise };
        let named = |name: &str| format!("{name} of {class:?}");
        within(&named("tau"), rules.tau, 5_000, 7_500)?;
        within(&named("theta"), rules.theta, least(0, 3_333), 5_000)?;
        within(&named("support"), rules.support, least(0, 200), 1_000)?;
        if let QuorumRule::Fixed(bps) = rules.quorum {
            within(&named("quorum"), bps, least(800, 1_000), 3_500)?;
        }
        within(&named("head-count"), rules.head_count, least(0, 3), 25)?;
        within(&named("voting"), rules.voting, DAY, 30 * DAY)?;
        match class {
            ClassName::Signal => {
                within(&named("timelock and window"), rules.timelock.max(rules.window), 0, 0)?
            }
            _ => within(&named("window"), rules.window, 4 * DAY, u64::MAX)?,
        }
        // T10, everything doubled: voting + 2e + 1.5 × timelock + window ≤ unbonding.
        let twice = 2 * u128::from(rules.voting)
            + 4 * u128::from(rules.extension())
            + 3 * u128::from(rules.timelock)
            + 2 * u128::from(rules.window);
        within(&named("twice the T10 sum"), twice, 0, 2 * u128::from(unbonding))?;
        Ok(rules)
    }
}

/// All parameters, checked.
#[derive(Clone, Debug)]
pub struct Rules {
    /// K.
    pub k: u128,
    /// m.
    pub floor_stake: u128,
    /// κ in basis points.
    pub kappa: u64,
    /// γ in basis points.
    pub cap: u64,
    /// A season in seconds.
    pub season: u64,
    /// The attestations that latch two-key mode.
    pub min_attested: u64,
    /// X_min.
    pub min_total_stake: u128,
    signal: ClassRules,
    standard: ClassRules,
    critical: ClassRules,
    emergency: ClassRules,
}

impl Rules {
    /// The parameters of a scenario, or the bound that one of them breaks.
    pub fn new(params: &Params) -> Result<Self, String> {
        let amount = |given: Option<Amount>, default: u128| given.map_or(default, |amount| amount.0);
        let unbonding = params.unbonding_seconds.unwrap_or(28 * DAY);
        let class = |name, given| ClassRules::checked(name, given, unbonding);
        let rules = Self {
            k: amount(params.k, 1_000_000),
            floor_stake: amount(params.floor_stake, 1_000_000),
            kappa: params.kappa_bps.unwrap_or(1_000),
            cap: params.cap_bps.unwrap_or(300),
            season: params.season_seconds.unwrap_or(90 * DAY),
            min_attested: params.min_attested.unwrap_or(25),
            min_total_stake: amount(params.min_total_stake, 0),
            signal: class(ClassName::Signal, &params.classes.signal)?,
            standard: class(ClassName::Standard, &params.classes.standard)?,
            critical: class(ClassName::Critical, &params.classes.critical)?,
            emergency: class(ClassName::Emergency, &params.classes.emergency)?,
        };
        within("K", rules.k, 1, 1_000_000)?;
        within("m", rules.floor_stake, 1, u128::MAX)?;
        within("kappa", rules.kappa, 0, 2_500)?;
        within("cap", rules.cap, 100, 1_000)?;
        within("season", rules.season, 30 * DAY, 180 * DAY)?;
        within("unbonding", unbonding, 0, 90 * DAY)?;
        Ok(rules)
    }

    /// The rules of a class.
    pub fn class(&self, name: ClassName) -> &ClassRules {
        match name {
            ClassName::Signal => &self.signal,
            ClassName::Standard => &self.standard,
            ClassName::Critical => &self.critical,
            ClassName::Emergency => &self.emergency,
        }
    }
}

fn within<T: PartialOrd + Display>(name: &str, value: T, least: T, most: T) -> Result<(), String> {
    if value < least || value > most {
        return Err(format!("{name} is {value}, outside {least} to {most}"));
    }
    Ok(())
}
