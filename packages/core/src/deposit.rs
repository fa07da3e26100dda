//! What it costs to propose, and who gets it back.

use crate::class::Class;
use crate::contribution::OutOfBounds;
use crate::tally::Tally;
use crate::verdict::Terms;

/// The deposit doubles with every this many unresolved proposals of its class.
pub const DOUBLES_EVERY: u64 = 8;
/// How often it doubles at the most: sixteen times the deposit.
pub const MOST_DOUBLINGS: u64 = 4;
/// An emergency costs this many times the deposit, and never doubles.
pub const EMERGENCY_TIMES: u128 = 10;

/// The deposit of a proposal of a class, of which so many are unresolved; nothing where it would leave 128 bits.
pub fn required(base: u128, class: Class, unresolved: u64) -> Option<u128> {
    if class == Class::Emergency {
        return base.checked_mul(EMERGENCY_TIMES);
    }
    let doublings = (unresolved / DOUBLES_EVERY).min(MOST_DOUBLINGS);
    base.checked_mul(1 << doublings)
}

/// Whether a settled poll forfeits the deposit: No reached 80 % of what was cast, or Yes stayed under 1 % of the whole.
/// By power; by stake where the poll was judged by stake.
pub fn is_forfeited(terms: &Terms, tally: &Tally) -> Result<bool, OutOfBounds> {
    let cast = tally.cast()?;
    let (yes, no, cast, whole) = if terms.mode.is_by_stake() {
        (tally.yes.stake.amount(), tally.no.stake.amount(), cast.stake.amount(), terms.stake_base.amount())
    } else {
        let wide = |power: crate::units::Power| u128::from(power.0);
        (wide(tally.yes.power), wide(tally.no.power), wide(cast.power), wide(terms.totals.power))
    };
    let opposed = cast > 0 && 5 * no >= 4 * cast;
    Ok(opposed || 100 * yes < whole)
}
