//! The verdict: two keys, or stake alone before the latch.

use cosmwasm_std::Uint256;
use isonomia_cli::scenario::{ClassName, ConditionsReport};

use super::math::{narrow, Contribution};

/// Everything a verdict depends on besides the ballots; fixed when the poll opens. Ratios in basis points.
#[derive(Clone, Debug)]
pub struct Terms {
    /// The class of the proposal.
    pub class: ClassName,
    /// Two keys; otherwise linear.
    pub two_key: bool,
    /// τ.
    pub tau: u64,
    /// θ.
    pub theta: u64,
    /// g.
    pub support: u64,
    /// q.
    pub quorum: u64,
    /// h.
    pub head_count: u64,
    /// κ.
    pub kappa: u64,
    /// X_min.
    pub min_total_stake: u128,
    /// V at the snapshot.
    pub total_power: u128,
    /// X at the snapshot.
    pub total_stake: u128,
    /// n at the snapshot.
    pub attested: u64,
}

/// What was cast.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// For Yes.
    pub yes: Contribution,
    /// For No.
    pub no: Contribution,
    /// For neither.
    pub abstain: Contribution,
    /// Attested accounts with power of their own that voted Yes themselves.
    pub heads: u64,
}

/// The verdict.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// The floor of side(Yes).
    pub yes_side: u128,
    /// The floor of side(No).
    pub no_side: u128,
    /// Every condition.
    pub conditions: ConditionsReport,
    /// Whether all of them hold.
    pub passes: bool,
}

/// Judges a tally.
pub fn verdict(terms: &Terms, tally: &Tally) -> Verdict {
    let (yes_top, no_top, bottom) = sides(terms, tally);
    let shares_of = terms.total_stake.max(terms.min_total_stake);
    let third = terms.two_key
        || terms.class != ClassName::Critical
        || wide(3u64) * wide(tally.yes.stake) >= wide(shares_of);
    let quorum = match terms.two_key {
        true => terms.total_power > 0 && reaches(tally.yes.power, terms.quorum, terms.total_power),
        false => reaches(tally.yes.stake, terms.quorum, shares_of),
    };
    let heads_needed = terms.head_count.min((terms.attested / 5).max(3));
    let conditions = ConditionsReport {
        quorum,
        threshold: wide(10_000u64) * yes_top > wide(terms.tau) * (yes_top + no_top),
        stake_relative: reaches(tally.yes.stake, terms.theta, tally.yes.stake + tally.no.stake),
        stake_support: third && reaches(tally.yes.stake, terms.support, shares_of),
        head_count: !terms.two_key || tally.heads >= heads_needed,
    };
    let passes = conditions.quorum
        && conditions.threshold
        && conditions.stake_relative
        && conditions.stake_support
        && conditions.head_count;
    Verdict { yes_side: narrow(yes_top / bottom), no_side: narrow(no_top / bottom), conditions, passes }
}

/// The share of the power that was cast at all, in basis points, floor; 0 where V = 0.
pub fn turnout(terms: &Terms, tally: &Tally) -> u64 {
    let cast = tally.yes.power + tally.no.power + tally.abstain.power;
    let bps = (cast * 10_000).checked_div(terms.total_power).unwrap_or(0);
    u64::try_from(bps).unwrap_or(u64::MAX)
}

/// side(Yes) and side(No) as exact rationals over one bottom.
fn sides(terms: &Terms, tally: &Tally) -> (Uint256, Uint256, Uint256) {
    if !terms.two_key {
        return (wide(tally.yes.stake), wide(tally.no.stake), Uint256::one());
    }
    if terms.total_stake == 0 {
        return (wide(tally.yes.power), wide(tally.no.power), Uint256::one());
    }
    // c_w + κ·min(c_xu·V/X, c_w)/(1 − κ), with top and bottom multiplied by X·(1 − κ).
    let stake = wide(terms.total_stake);
    let bottom = stake * wide(10_000 - terms.kappa);
    let top = |cast: Contribution| {
        let least = (wide(cast.unattested) * wide(terms.total_power)).min(wide(cast.power) * stake);
        wide(cast.power) * bottom + wide(terms.kappa) * least
    };
    (top(tally.yes), top(tally.no), bottom)
}

/// `part ≥ bps · whole`.
fn reaches(part: u128, bps: u64, whole: u128) -> bool {
    wide(part) * wide(10_000u64) >= wide(bps) * wide(whole)
}

fn wide(value: impl Into<Uint256>) -> Uint256 {
    value.into()
}
