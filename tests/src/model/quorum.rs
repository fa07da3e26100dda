//! The adaptive quorum, worked out anew from the list of settled polls each time it is asked for.

use std::collections::BTreeSet;

use super::params::DAY;

const EPOCH: u64 = 14 * DAY;

/// The turnouts of the settled binding two-key polls.
#[derive(Clone, Debug, Default)]
pub struct AdaptiveQuorum {
    /// (the epoch it counts in, the turnout in basis points)
    turnouts: Vec<(u64, u64)>,
    /// Every epoch before this one has been applied.
    applied: u64,
}

impl AdaptiveQuorum {
    /// A poll opens: all epochs before the present one are applied.
    pub fn apply(&mut self, now: u64) {
        self.applied = self.applied.max(now / EPOCH);
    }

    /// A poll is settled: it counts in the epoch of its closing or, if that has been applied, in the present
    /// one.
    pub fn settle(&mut self, closes: u64, now: u64, turnout: u64) {
        let closing = closes / EPOCH;
        let epoch = if closing < self.applied { now / EPOCH } else { closing };
        self.turnouts.push((epoch, turnout));
    }

    /// The quorum after all applied epochs, in basis points.
    pub fn bps(&self) -> u64 {
        let counted = || self.turnouts.iter().filter(|(epoch, _)| *epoch < self.applied);
        let epochs: BTreeSet<u64> = counted().map(|(epoch, _)| *epoch).collect();
        let (mut quorum, mut ema) = (1_500u64, 3_000u64);
        for epoch in epochs {
            let largest = counted().filter(|(other, _)| *other == epoch).map(|(_, turnout)| *turnout).max();
            ema = (3 * ema + largest.unwrap_or(0)) / 4;
            let target = (ema / 2).clamp(800, 3_500);
            quorum = target.clamp(quorum - 50, quorum + 200);
        }
        quorum
    }
}
