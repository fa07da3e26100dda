//! How unequal a list of amounts is: stakes, or the powers that a rule makes of them. Amounts in any order;
//! an empty list, or one of zeros, measures 0 throughout. For reports: floats, nothing is decided by them.

/// Gini coefficient: 0 if all are equal, towards 1 if one has all.
pub fn gini(amounts: &[u128]) -> f64 {
    let (sorted, sum) = (descending(amounts), total(amounts));
    if sum == 0.0 {
        return 0.0;
    }
    let count = sorted.len() as f64;
    let ranked: f64 = sorted.iter().enumerate().map(|(rank, &x)| (count - 2.0 * rank as f64 - 1.0) * x).sum();
    ranked / (count * sum)
}

/// Nakamoto coefficient: the fewest holders who together have more than half.
pub fn nakamoto(amounts: &[u128]) -> usize {
    let half = total(amounts) / 2.0;
    let mut held = 0.0;
    let more_than_half = |x: f64| {
        held += x;
        held > half
    };
    descending(amounts).into_iter().position(more_than_half).map_or(0, |rank| rank + 1)
}

/// Effective number: how many equal holders would have the same power under the square root, `(sum of
/// roots)^2 / sum`.
pub fn effective_number(amounts: &[u128]) -> f64 {
    let sum = total(amounts);
    if sum == 0.0 {
        return 0.0;
    }
    let roots: f64 = amounts.iter().map(|&x| (x as f64).sqrt()).sum();
    roots * roots / sum
}

/// What share the `count` largest have together, from 0 to 1.
pub fn top_share(amounts: &[u128], count: usize) -> f64 {
    let sum = total(amounts);
    if sum == 0.0 {
        return 0.0;
    }
    descending(amounts).iter().take(count).sum::<f64>() / sum
}

/// Summed largest first, so that equal lists give equal sums in any order.
fn total(amounts: &[u128]) -> f64 {
    descending(amounts).iter().sum()
}

fn descending(amounts: &[u128]) -> Vec<f64> {
    let mut sorted: Vec<u128> = amounts.to_vec();
    sorted.sort_unstable_by(|a, b| b.cmp(a));
    sorted.into_iter().map(|x| x as f64).collect()
}
