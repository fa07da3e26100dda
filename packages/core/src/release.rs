//! When a deposit that leaves the vault is paid.

use crate::clock::Day;

/// The day on which a claim is due once voting knows of the exit: `unbonding` later, rounded up to a whole day.
///
/// Stake that a poll counted left no earlier than the snapshot, so it is still locked when the proposal executes
/// (theorem T10, invariant I17).
pub fn after_notice(day: Day, unbonding: u64, now: u64) -> u64 {
    day.boundary_at_or_after(now.saturating_add(unbonding))
}

/// The day on which a claim is due at the latest, whatever any other contract does: twice `unbonding`, rounded up.
pub fn at_the_latest(day: Day, unbonding: u64, now: u64) -> u64 {
    after_notice(day, unbonding.saturating_mul(2), now)
}
