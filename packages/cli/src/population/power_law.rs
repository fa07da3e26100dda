//! A power law between two bounds: the shape assumed inside a bin of a histogram.

/// Steeper than any histogram needs; keeps `(to/from)^exponent` finite for every amount below 2^100.
const STEEPEST: f64 = 8.0;

/// Halvings of the range of exponents: what is left is below the resolution of a float.
const HALVINGS: usize = 64;

/// Balances on `[from, to)` with density proportional to `x^-(1 + exponent)`; exponent 0 is uniform in the
/// logarithm.
#[derive(Debug, Clone, Copy)]
pub(super) struct PowerLaw {
    from: f64,
    to: f64,
    exponent: f64,
}

impl PowerLaw {
    /// `0 < from < to`; the exponent is held within what can be computed.
    pub(super) fn new(from: f64, to: f64, exponent: f64) -> Self {
        Self { from, to, exponent: exponent.clamp(-STEEPEST, STEEPEST) }
    }

    /// The law on `[from, to)` for which the balances at these `quantiles` add up to `sum`. The sum falls as
    /// the exponent grows, so halving finds it; a sum out of reach gives the nearest exponent allowed.
    pub(super) fn adding_up_to(sum: f64, from: f64, to: f64, quantiles: &[f64]) -> Self {
        let (mut low, mut high) = (-STEEPEST, STEEPEST);
        for _ in 0..HALVINGS {
            let middle = Self::new(from, to, (low + high) / 2.0);
            let reached: f64 = quantiles.iter().map(|&u| middle.balance(u)).sum();
            if reached > sum {
                low = middle.exponent;
            } else {
                high = middle.exponent;
            }
        }
        Self::new(from, to, (low + high) / 2.0)
    }

    /// The balance below which a share `u` of the holders lies, `0 <= u < 1`.
    pub(super) fn balance(&self, u: f64) -> f64 {
        let width = (self.to / self.from).ln();
        if self.exponent.abs() < 1e-9 {
            return self.from * (u * width).exp();
        }
        let above = (u * (-self.exponent * width).exp_m1()).ln_1p();
        self.from * (-above / self.exponent).exp()
    }
}
