//! Ratios in basis points.

/// Basis points of a whole.
pub const WHOLE: u64 = 10_000;

/// `floor(value · bps / 10 000)`.
///
/// Cannot overflow: values stay below 2^100 and basis points below 2^16.
pub fn part_of(value: u128, bps: u16) -> u128 {
    value * u128::from(bps) / u128::from(WHOLE)
}
