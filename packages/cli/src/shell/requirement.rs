//! What a poll still lacks: every condition of the verdict, what it asks, what there is, and what is missing.
//!
//! Whether a condition holds the contract says; what is missing is worked out here for people, from the same figures.

use cosmwasm_std::Uint256;
use isonomia_api::voting::{OpenedPoll, PollResponse};
use isonomia_core::bps::WHOLE;
use isonomia_core::class::Class;
use isonomia_core::verdict::Mode;
use serde::Serialize;

use super::delegate::percent;
use super::desk::Desk;
use crate::keeper::Asked;

/// A condition of the verdict.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Requirement {
    /// Its name, as in messages and reports.
    pub condition: &'static str,
    /// What it asks.
    pub asks: String,
    /// What there is.
    pub has: String,
    /// What is missing; nothing where it holds.
    pub missing: Option<String>,
    /// Whether it holds.
    pub holds: bool,
}

/// What the poll is judged in.
struct Figures<'a, 'd, D> {
    desk: &'a Desk<'d, D>,
    poll: &'a PollResponse,
    opened: &'a OpenedPoll,
}

/// Every condition of a poll that has opened.
pub fn requirements<D: Asked>(
    desk: &Desk<'_, D>,
    poll: &PollResponse,
    opened: &OpenedPoll,
) -> Vec<Requirement> {
    let figures = Figures { desk, poll, opened };
    match opened.mode {
        Mode::TwoKey => vec![
            figures.quorum(),
            figures.threshold(),
            figures.stake_relative(),
            figures.stake_support(),
            figures.head_count(),
        ],
        Mode::Bootstrap => {
            vec![figures.quorum(), figures.threshold(), figures.stake_relative(), figures.stake_support()]
        }
        Mode::StakeRepair | Mode::StakeRegistrar => vec![figures.threshold(), figures.stake_support()],
    }
}

impl<D: Asked> Figures<'_, '_, D> {
    fn quorum(&self) -> Requirement {
        let (bps, opened) = (self.opened.quorum_bps, self.opened);
        let (has, of, words) = match opened.mode.is_by_stake() {
            true => (self.yes_stake(), opened.stake_base.u128(), "all stake"),
            false => (opened.tally.yes.power.u128(), opened.totals.power.u128(), "all attested power"),
        };
        let need = share(of, bps);
        let asks = format!("{} of {words} says Yes: {}", percent(bps), self.says(need, opened.mode));
        self.made("quorum", asks, self.says(has, opened.mode), need.saturating_sub(has), opened.mode)
    }

    fn threshold(&self) -> Requirement {
        let (yes, no) = (self.opened.yes_side.u128(), self.opened.no_side.u128());
        let tau = self.poll.rules.threshold_bps;
        let (asks, part, whole) = match self.opened.mode {
            Mode::StakeRepair | Mode::StakeRegistrar => ("more than ⅔ of the stake that voted".into(), 2, 3),
            _ => (format!("more than {} of both sides", percent(tau)), u128::from(tau), u128::from(WHOLE)),
        };
        // yes > part/whole · (yes + no)  <=>  yes > part/(whole − part) · no
        let need = ratio(no, part, whole - part).0.saturating_add(1);
        self.made("threshold", asks, of_sum(yes, no), need.saturating_sub(yes), self.opened.mode)
    }

    fn stake_relative(&self) -> Requirement {
        let theta = self.poll.rules.stake_key_bps;
        let (yes, no) = (self.yes_stake(), self.opened.tally.no.stake.u128());
        let need = ceiling(no, theta.into(), u128::from(WHOLE) - u128::from(theta));
        let asks = format!("{} of the stake that voted says Yes", percent(theta));
        self.made("stake_relative", asks, of_sum(yes, no), need.saturating_sub(yes), Mode::Bootstrap)
    }

    fn stake_support(&self) -> Requirement {
        let base = self.opened.stake_base.u128();
        let g = self.poll.rules.stake_support_bps;
        let (part, need) = match self.opened.mode {
            Mode::StakeRegistrar => ("half".to_string(), ceiling(base, 1, 2)),
            Mode::StakeRepair => ("a third".to_string(), ceiling(base, 1, 3)),
            Mode::Bootstrap if self.poll.class == Class::Critical => {
                ("a third".to_string(), ceiling(base, 1, 3).max(share(base, g)))
            }
            _ => (percent(g), share(base, g)),
        };
        let asks = format!("{part} of all stake says Yes: {}", self.desk.stake(need));
        let has = self.yes_stake();
        self.made("stake_support", asks, self.desk.stake(has), need.saturating_sub(has), Mode::Bootstrap)
    }

    fn head_count(&self) -> Requirement {
        let (has, need) = (self.opened.tally.heads, self.opened.heads_needed);
        let holds = self.opened.conditions.head_count;
        Requirement {
            condition: "head_count",
            asks: format!("{need} attested accounts say Yes themselves"),
            has: has.to_string(),
            missing: (!holds).then(|| format!("{} more", need.saturating_sub(has))),
            holds,
        }
    }

    /// A condition that lacks so much for Yes, in power or, where stake judges, in stake.
    fn made(
        &self,
        condition: &'static str,
        asks: String,
        has: String,
        lacks: u128,
        unit: Mode,
    ) -> Requirement {
        let conditions = &self.opened.conditions;
        let holds = match condition {
            "quorum" => conditions.quorum,
            "threshold" => conditions.threshold,
            "stake_relative" => conditions.stake_relative,
            _ => conditions.stake_support,
        };
        let missing = (!holds).then(|| format!("{} more for Yes", self.says(lacks.max(1), unit)));
        Requirement { condition, asks, has, missing, holds }
    }

    fn says(&self, figure: u128, unit: Mode) -> String {
        match unit.is_by_stake() {
            true => self.desk.stake(figure),
            false => self.desk.power(figure),
        }
    }

    fn yes_stake(&self) -> u128 {
        self.opened.tally.yes.stake.u128()
    }
}

/// `ceil(whole · bps / 10 000)`
fn share(whole: u128, bps: u16) -> u128 {
    ceiling(whole, bps.into(), WHOLE.into())
}

fn ceiling(value: u128, times: u128, of: u128) -> u128 {
    let (floor, exact) = ratio(value, times, of);
    if exact {
        floor
    } else {
        floor.saturating_add(1)
    }
}

/// `floor(value · times / of)`, and whether that is exact; `of` is not 0, and what leaves 128 bits is their end.
fn ratio(value: u128, times: u128, of: u128) -> (u128, bool) {
    let product = Uint256::from(value) * Uint256::from(times);
    let of = Uint256::from(of.max(1));
    let floor = cosmwasm_std::Uint128::try_from(product / of).map_or(u128::MAX, |floor| floor.u128());
    (floor, (product % of).is_zero())
}

/// A part of yes and no, in percent with one decimal: `54.8 %`. Rounded down, so that a tie never reads as more.
pub fn of_sum(yes: u128, no: u128) -> String {
    match yes.saturating_add(no) {
        0 => "no votes".to_string(),
        sum => format!("{} %", super::notation::decimal(ratio(yes, 1_000, sum).0, 1)),
    }
}
