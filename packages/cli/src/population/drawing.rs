//! Who of the holders stakes: a draw without replacement, weighted by the fourth root of the balance.

use rand::Rng;
use rand_chacha::ChaCha20Rng;

use super::Staker;

/// Draws `count` of the holders, largest first. Each gets a waiting time, exponential with its weight as
/// rate; the shortest are drawn (Efraimidis and Spirakis 2006), so one seed's smaller draw lies within its
/// larger one.
pub(super) fn stakers(holders: &[u128], count: usize, rng: &mut ChaCha20Rng) -> Vec<Staker> {
    let mut waiting: Vec<(f64, u128)> =
        holders.iter().map(|&balance| (wait(balance, rng), balance)).collect();
    if count < waiting.len() {
        waiting.select_nth_unstable_by(count, |a, b| a.0.total_cmp(&b.0));
        waiting.truncate(count);
    }
    let mut stakers: Vec<Staker> = waiting.into_iter().map(|(_, balance)| Staker { balance }).collect();
    stakers.sort_unstable_by(|a, b| b.cmp(a));
    stakers
}

fn wait(balance: u128, rng: &mut ChaCha20Rng) -> f64 {
    let weight = (balance as f64).sqrt().sqrt();
    // In (0, 1]: the logarithm is finite.
    let chance = 1.0 - rng.random::<f64>();
    -chance.ln() / weight
}
