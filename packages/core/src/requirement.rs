//! What each condition of a verdict asks, what there is, and what is missing: for people, and never judged by.

use cosmwasm_schema::cw_serde;
use cosmwasm_std::{Uint128, Uint256};

use crate::bps::WHOLE;
use crate::class::Class;
use crate::tally::{Choice, Tally};
use crate::verdict::{Mode, Terms};

/// A condition in figures.
#[cw_serde]
#[derive(Copy, Eq)]
pub struct Requirement {
    /// Whether it holds. Exact, while the figures are whole numbers: of a condition that holds, `has` may stand one below
    /// `asks`.
    pub holds: bool,
    /// What it asks of Yes, with No as it stands.
    pub asks: Uint128,
    /// What there is.
    pub has: Uint128,
    /// What Yes lacks while nothing else changes; 0 where it holds.
    pub missing: Uint128,
}

/// Every condition of a verdict in figures: in power where two keys judge and in base units of stake where stake alone
/// does, if nothing else is said.
#[cw_serde]
#[derive(Copy, Eq)]
pub struct Requirements {
    /// The approval quorum: attested Yes.
    pub quorum: Requirement,
    /// The people's key (or the stake's majority): the Yes side.
    pub threshold: Requirement,
    /// The stake key, relative to the stake that voted: Yes, in base units.
    pub stake_relative: Requirement,
    /// The stake key, of all stake: Yes, in base units.
    pub stake_support: Requirement,
    /// The head-count: attested accounts that say Yes themselves.
    pub head_count: Requirement,
}

impl Requirement {
    fn new(holds: bool, asks: Uint256, has: Uint256) -> Requirement {
        let (asks, has) = (narrow(asks), narrow(has));
        // What is not asked for in figures is still missing where it does not hold: V = 0 meets no quorum.
        let missing = if holds { Uint128::zero() } else { asks.saturating_sub(has).max(Uint128::one()) };
        Requirement { holds, asks, has, missing }
    }
}

impl Terms {
    /// What a tally lacks. What the present mode does not ask is asked as 0.
    pub fn requirements(&self, tally: &Tally) -> Requirements {
        let (holds, yes, heads) = (self.judge(tally), tally.yes.stake.wide(), tally.heads);
        let two_keys = self.mode == Mode::TwoKey;
        let of_stake = |asked: bool, asks| if asked { asks } else { Uint256::zero() };
        let heads_needed = if two_keys { self.heads_needed() } else { 0 };
        let judged = two_keys || self.mode == Mode::Bootstrap;
        Requirements {
            quorum: Requirement::new(
                holds.quorum,
                of_stake(judged, self.quorum_asks()),
                if two_keys { tally.yes.power.wide() } else { yes },
            ),
            threshold: Requirement::new(
                holds.threshold,
                self.threshold_asks(tally),
                self.side_floor(tally, Choice::Yes).into(),
            ),
            stake_relative: Requirement::new(
                holds.stake_relative,
                of_stake(judged, self.stake_relative_asks(tally)),
                yes,
            ),
            stake_support: Requirement::new(holds.stake_support, self.stake_support_asks(), yes),
            head_count: Requirement::new(holds.head_count, heads_needed.into(), heads.into()),
        }
    }

    /// `ceil(q·V)`, or of all stake where stake judges.
    fn quorum_asks(&self) -> Uint256 {
        let whole = if self.mode.is_by_stake() { self.stake_base.wide() } else { self.totals.power.wide() };
        ceiling(whole, self.quorum_bps, WHOLE)
    }

    /// The least whole side that is more than `τ/(1−τ)·side(N)`.
    fn threshold_asks(&self, tally: &Tally) -> Uint256 {
        let (part, whole) = match self.mode {
            Mode::StakeRepair | Mode::StakeRegistrar => (2, 3),
            Mode::TwoKey | Mode::Bootstrap => (self.rules.threshold_bps, WHOLE),
        };
        let no = self.side(tally, Choice::No);
        floor(no.numerator, part, no.denominator * Uint256::from(whole - u64::from(part))) + Uint256::one()
    }

    /// `ceil(θ/(1−θ)·N_x)`
    fn stake_relative_asks(&self, tally: &Tally) -> Uint256 {
        let theta = self.rules.stake_key_bps;
        ceiling(tally.no.stake.wide(), theta, WHOLE - u64::from(theta))
    }

    /// `ceil(g·max(X, X_min))`; a third or half of it where stake alone judges what is grave.
    fn stake_support_asks(&self) -> Uint256 {
        let base = self.stake_base.wide();
        let (part, of) = match self.mode {
            Mode::StakeRegistrar => (1, 2),
            Mode::StakeRepair => (1, 3),
            // A third is more than any share that the rules may ask.
            Mode::Bootstrap if self.class == Class::Critical => (1, 3),
            Mode::TwoKey | Mode::Bootstrap => (self.rules.stake_support_bps, WHOLE),
        };
        ceiling(base, part, of)
    }
}

/// `ceil(value · times / of)`
#[inline(never)]
fn ceiling(value: Uint256, times: u16, of: u64) -> Uint256 {
    let of = Uint256::from(of);
    // floor((value · times + of − 1) / of), for whole numbers
    let product = value * Uint256::from(u64::from(times));
    floor(product + of - Uint256::one(), 1, of)
}

/// `floor(value · times / of)`. Not inlined: a division of 256 bits is long, and there are five.
#[inline(never)]
fn floor(value: Uint256, times: u16, of: Uint256) -> Uint256 {
    value * Uint256::from(u64::from(times)) / of
}

fn narrow(value: Uint256) -> Uint128 {
    Uint128::try_from(value).unwrap_or(Uint128::MAX)
}
