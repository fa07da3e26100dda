//! How steep a histogram is where a bin lies, read off the bins around it.

use super::histogram::Bin;
use super::power_law::PowerLaw;

/// What is assumed inside the bin at `index`.
pub(super) fn law(bins: &[Bin], index: usize) -> PowerLaw {
    let bin = &bins[index];
    if bin.from == 0 {
        return law_from_zero(bin, &bins[index + 1..]);
    }
    let below = index.checked_sub(1).and_then(|below| slope(&bins[below], bin));
    let above = bins.get(index + 1).and_then(|above| slope(bin, above));
    let slopes: Vec<f64> = below.into_iter().chain(above).collect();
    let exponent = slopes.iter().sum::<f64>() / slopes.len().max(1) as f64;
    PowerLaw::new(bin.from as f64, bin.to as f64, exponent)
}

/// The law of the bins above, continued below `bin.to` until it has counted `bin.holders`; without bins
/// above, uniform in the logarithm from one base unit.
fn law_from_zero(bin: &Bin, above: &[Bin]) -> PowerLaw {
    let exponent = above.get(1).and_then(|second| slope(&above[0], second)).unwrap_or(0.0);
    // Infinite where there is nothing to continue, undefined where the law thins out downwards and never
    // counts that many: one base unit.
    let depth = above.first().map_or(f64::INFINITY, |next| depth(bin.holders, next, exponent));
    let depth = if depth.is_nan() { f64::INFINITY } else { depth };
    let smallest = (bin.to as f64 * (-depth).exp()).clamp(1.0, bin.to as f64 - 1.0);
    PowerLaw::new(smallest, bin.to as f64, exponent)
}

/// How far below `next`, in the logarithm, a law of that `exponent` counts `holders` more.
fn depth(holders: usize, next: &Bin, exponent: f64) -> f64 {
    let ratio = holders as f64 / next.holders as f64;
    if exponent.abs() < 1e-9 {
        return ratio * width(next);
    }
    (-ratio * (-exponent * width(next)).exp_m1()).ln_1p() / exponent
}

/// How fast holders per unit of log-balance become fewer from one bin to the next: for decades, the common
/// logarithm of the ratio of their counts. None for a bin from 0, which has no width in the logarithm.
fn slope(below: &Bin, above: &Bin) -> Option<f64> {
    if below.from == 0 {
        return None;
    }
    let density = |bin: &Bin| (bin.holders as f64 / width(bin)).ln();
    let centre = |bin: &Bin| ((bin.from as f64).ln() + (bin.to as f64).ln()) / 2.0;
    Some((density(below) - density(above)) / (centre(above) - centre(below)))
}

fn width(bin: &Bin) -> f64 {
    (bin.to as f64 / bin.from as f64).ln()
}
