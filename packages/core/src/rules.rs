//! The rules of each class: defaults, bounds, and the T10 sum. Set by one message, fixed for a proposal when it is made.

use cosmwasm_schema::cw_serde;

use crate::class::Class;
use crate::clock::Day;

/// Days of the longest pause; execution windows are longer, so that a pause delays and never cancels.
pub const LONGEST_PAUSE_DAYS: u64 = 3;
/// Days that must remain after the timelock for a proposal to be worth scheduling: the longest pause and a day.
pub const LEAST_WINDOW_DAYS: u64 = LONGEST_PAUSE_DAYS + 1;
/// Days of the longest unbonding.
pub const LONGEST_UNBONDING_DAYS: u64 = 90;
/// Days of the longest delay before opening.
pub const LONGEST_DELAY_DAYS: u64 = 30;
/// The upper bound of any quorum.
pub const QUORUM_MAX_BPS: u16 = 3_500;
/// The lower bound of any quorum.
pub const QUORUM_MIN_BPS: u16 = 800;

/// The rules of one class.
#[cw_serde]
#[serde(deny_unknown_fields)]
pub struct ClassRules {
    /// τ: the people's key must exceed this share of both sides, in basis points (5000 to 7500).
    pub threshold_bps: u16,
    /// θ: the stake that voted Yes, of the stake that voted Yes or No, in basis points (0 to 5000; Critical and
    /// Emergency at least 3333).
    pub stake_key_bps: u16,
    /// g: the stake that voted Yes, of all stake, in basis points (0 to 1000; Critical and Emergency at least 200).
    pub stake_support_bps: u16,
    /// q: attested Yes power, of all power.
    pub quorum: Quorum,
    /// h: attested accounts that voted Yes themselves (0 to 25; Critical and Emergency at least 3).
    pub head_count: u16,
    /// Seconds between submission and opening (at most 30 days).
    pub delay: u64,
    /// Seconds of voting (1 to 30 days).
    pub voting: u64,
    /// Seconds between scheduling and execution; 0 for Signal, which executes nothing.
    pub timelock: u64,
    /// Seconds in which a ready operation may be executed (at least 4 days; 0 for Signal).
    pub window: u64,
}

/// The approval quorum of a class.
#[cw_serde]
#[serde(deny_unknown_fields)]
pub enum Quorum {
    /// Always the same.
    Fixed {
        /// Basis points of all power (800 to 3500; Critical and Emergency at least 1000).
        bps: u16,
    },
    /// The adaptive quorum, scaled, and never above 35 %.
    Adaptive {
        /// Basis points of the adaptive quorum: 10000 for all of it, 15000 for one and a half (10000 to 20000).
        scale_bps: u16,
    },
}

/// The rules of all classes, and what they share.
#[cw_serde]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// No actions.
    pub signal: ClassRules,
    /// Small spends and routine calls.
    pub standard: ClassRules,
    /// Everything else.
    pub critical: ClassRules,
    /// Defensive actions only.
    pub emergency: ClassRules,
    /// κ: the share of a side that un-attested stake can make up, in basis points (0 to 2500).
    pub unattested_bps: u16,
    /// γ: the cap of a delegate, in basis points of all power (100 to 1000).
    pub cap_bps: u16,
}

/// Why rules are refused.
#[derive(Debug, PartialEq, thiserror::Error)]
pub enum RulesError {
    /// A figure is out of its bounds.
    #[error("{}.{rule} must be {least} to {most}, not {value}", class.name())]
    OutOfBounds {
        /// Of which class.
        class: Class,
        /// Which rule.
        rule: &'static str,
        /// The value that was asked for.
        value: u64,
        /// The lower bound.
        least: u64,
        /// The upper bound.
        most: u64,
    },
    /// A figure that all classes share is out of its bounds.
    #[error("{rule} must be {least} to {most}, not {value}")]
    SharedOutOfBounds {
        /// Which rule.
        rule: &'static str,
        /// The value that was asked for.
        value: u64,
        /// The lower bound.
        least: u64,
        /// The upper bound.
        most: u64,
    },
    /// Counted stake could leave before the proposal executes (theorem T10).
    #[error("{}: voting + 2 x extension + 1.5 x timelock + window is {sum} s, longer than the unbonding of {unbonding} s", class.name())]
    OutlastsUnbonding {
        /// Of which class.
        class: Class,
        /// The T10 sum.
        sum: u64,
        /// The unbonding time of the vault.
        unbonding: u64,
    },
}

/// The figures of [`ClassRules`] in the order of their fields.
pub type ClassRulesList = (u16, u16, u16, Quorum, u16, u64, u64, u64, u64);

/// The figures of [`Rules`] in the order of their fields.
pub type RulesList = (ClassRulesList, ClassRulesList, ClassRulesList, ClassRulesList, u16, u16);

impl ClassRules {
    /// The figures without the names, as they are stored.
    pub fn to_list(&self) -> ClassRulesList {
        let ClassRules { threshold_bps, stake_key_bps, stake_support_bps, head_count, .. } = *self;
        let ClassRules { delay, voting, timelock, window, .. } = *self;
        let quorum = self.quorum.clone();
        (threshold_bps, stake_key_bps, stake_support_bps, quorum, head_count, delay, voting, timelock, window)
    }

    /// The rules that were stored so.
    pub fn from_list(list: ClassRulesList) -> ClassRules {
        let (threshold_bps, stake_key_bps, stake_support_bps, quorum, head_count, ..) = list;
        let (.., delay, voting, timelock, window) = list;
        ClassRules {
            threshold_bps,
            stake_key_bps,
            stake_support_bps,
            quorum,
            head_count,
            delay,
            voting,
            timelock,
            window,
        }
    }

    /// e of the late flip: `min(24 h, voting / 4)`.
    pub fn extension(&self, day: Day) -> u64 {
        extension(day, self.voting)
    }

    /// The longest time from opening to the end of execution: `voting + 2e + 1.5 · timelock + window`.
    pub fn longest_course(&self, day: Day) -> u64 {
        [self.voting, 2 * self.extension(day), one_and_a_half(self.timelock), self.window]
            .into_iter()
            .fold(0, u64::saturating_add)
    }
}

/// e of the late flip: `min(24 h, voting / 4)`.
pub fn extension(day: Day, voting: u64) -> u64 {
    day.days(1).min(voting / 4)
}

/// One and a half of a delay, rounded up.
pub fn one_and_a_half(delay: u64) -> u64 {
    delay.saturating_add(delay.div_ceil(2))
}

impl Rules {
    /// The defaults of the mechanism.
    pub fn standard(day: Day) -> Rules {
        let adaptive = |scale_bps| Quorum::Adaptive { scale_bps };
        let fixed = |bps| Quorum::Fixed { bps };
        let (days, hours) = (|count| day.days(count), |count| day.hours(count));
        Rules {
            signal: class([5_000, 0, 0, 0], fixed(800), [0, days(5), 0, 0]),
            standard: class([5_000, 3_333, 100, 3], adaptive(10_000), [days(1), days(7), days(2), days(5)]),
            critical: class([6_000, 5_000, 500, 5], adaptive(15_000), [days(2), days(7), days(5), days(5)]),
            emergency: class([7_500, 5_000, 1_000, 5], fixed(2_000), [hours(1), days(1), hours(2), days(4)]),
            unattested_bps: 1_000,
            cap_bps: 300,
        }
    }

    /// The figures without the names, as they are stored.
    pub fn to_list(&self) -> RulesList {
        let [signal, standard, critical, emergency] = Class::ALL.map(|class| self.of(class).to_list());
        (signal, standard, critical, emergency, self.unattested_bps, self.cap_bps)
    }

    /// The rules that were stored so.
    pub fn from_list(list: RulesList) -> Rules {
        let (signal, standard, critical, emergency, unattested_bps, cap_bps) = list;
        let [signal, standard, critical, emergency] =
            [signal, standard, critical, emergency].map(ClassRules::from_list);
        Rules { signal, standard, critical, emergency, unattested_bps, cap_bps }
    }

    /// The rules of one class.
    pub fn of(&self, class: Class) -> &ClassRules {
        match class {
            Class::Signal => &self.signal,
            Class::Standard => &self.standard,
            Class::Critical => &self.critical,
            Class::Emergency => &self.emergency,
        }
    }

    /// Checks every bound of the mechanism, and that no proposal outlasts the unbonding of the stake it counts.
    pub fn check(&self, day: Day, unbonding: u64) -> Result<(), RulesError> {
        let shared = |rule, value: u16, least, most| match in_bounds(value.into(), least, most) {
            true => Ok(()),
            false => Err(RulesError::SharedOutOfBounds { rule, value: value.into(), least, most }),
        };
        shared("unattested_bps", self.unattested_bps, 0, 2_500)?;
        shared("cap_bps", self.cap_bps, 100, 1_000)?;
        for class in Class::ALL {
            let rules = self.of(class);
            check_bounds(class, rules, day)?;
            let sum = rules.longest_course(day);
            if sum > unbonding {
                return Err(RulesError::OutlastsUnbonding { class, sum, unbonding });
            }
        }
        Ok(())
    }
}

fn class(bps: [u16; 4], quorum: Quorum, times: [u64; 4]) -> ClassRules {
    let [threshold, stake_key, stake_support, heads] = bps;
    let [delay, voting, timelock, window] = times;
    let list = (threshold, stake_key, stake_support, quorum, heads, delay, voting, timelock, window);
    ClassRules::from_list(list)
}

/// The bounds of one class. Critical and Emergency have floors, so that the rules cannot be set to nothing.
fn check_bounds(class: Class, rules: &ClassRules, day: Day) -> Result<(), RulesError> {
    let check = |rule, value: u64, least: u64, most: u64| match in_bounds(value, least, most) {
        true => Ok(()),
        false => Err(RulesError::OutOfBounds { class, rule, value, least, most }),
    };
    let grave = matches!(class, Class::Critical | Class::Emergency);
    let floor = |least| if grave { least } else { 0 };
    check("threshold_bps", rules.threshold_bps.into(), 5_000, 7_500)?;
    check("stake_key_bps", rules.stake_key_bps.into(), floor(3_333), 5_000)?;
    check("stake_support_bps", rules.stake_support_bps.into(), floor(200), 1_000)?;
    check("head_count", rules.head_count.into(), floor(3), 25)?;
    match rules.quorum {
        Quorum::Fixed { bps } => {
            check("quorum", bps.into(), quorum_floor(class).into(), QUORUM_MAX_BPS.into())?
        }
        Quorum::Adaptive { scale_bps } => check("quorum", scale_bps.into(), 10_000, 20_000)?,
    }
    check("delay", rules.delay, 0, day.days(LONGEST_DELAY_DAYS))?;
    check("voting", rules.voting, day.days(1), day.days(30))?;
    let (least, most) = if class.is_binding() {
        (day.days(LEAST_WINDOW_DAYS), day.days(LONGEST_UNBONDING_DAYS))
    } else {
        (0, 0)
    };
    check("timelock", rules.timelock, 0, most)?;
    check("window", rules.window, least, most)
}

fn in_bounds(value: u64, least: u64, most: u64) -> bool {
    (least..=most).contains(&value)
}

/// The least quorum of a class.
pub fn quorum_floor(class: Class) -> u16 {
    match class {
        Class::Signal | Class::Standard => QUORUM_MIN_BPS,
        Class::Critical | Class::Emergency => 1_000,
    }
}
