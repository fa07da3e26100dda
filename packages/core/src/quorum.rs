//! The adaptive quorum: it follows the largest turnout of an epoch, slowly, and within bounds.
//!
//! The largest and not the mean: otherwise spam of quiet polls lowers the quorum.

use crate::bps::WHOLE;
use crate::class::Class;
use crate::ledger::Totals;
use crate::rules::{quorum_floor, Quorum, QUORUM_MAX_BPS, QUORUM_MIN_BPS};
use crate::stored_as_list;
use crate::tally::Tally;

/// The most that one epoch raises the quorum, in basis points.
pub const STEP_UP_BPS: u16 = 200;
/// The most that one epoch lowers the quorum, in basis points.
pub const STEP_DOWN_BPS: u16 = 50;
/// Epochs whose turnout may wait for the next opening; past that the oldest is applied at once. Openings keep the list
/// far shorter; the bound is there so that nothing ever grows.
pub const MAX_WAITING: usize = 16;

/// The quorum, and the turnouts that have not been applied to it.
#[derive(Clone, Debug, PartialEq)]
pub struct AdaptiveQuorum {
    /// q, in basis points.
    pub bps: u16,
    /// The moving average of turnout, in basis points.
    pub average_bps: u16,
    /// Every epoch before this one has been applied.
    pub applied_before: u64,
    /// The largest turnout of epochs that wait to be applied, oldest first.
    pub waiting: Vec<EpochTurnout>,
}

stored_as_list!(AdaptiveQuorum { bps, average_bps, applied_before, waiting });

/// The largest turnout among the settled binding two-key polls of one epoch.
#[derive(Clone, Debug, PartialEq)]
pub struct EpochTurnout {
    /// The epoch.
    pub epoch: u64,
    /// `(Y + N + A power) / V`, floor, in basis points.
    pub turnout_bps: u16,
}

stored_as_list!(EpochTurnout { epoch, turnout_bps });

impl Default for AdaptiveQuorum {
    fn default() -> Self {
        AdaptiveQuorum { bps: 1_500, average_bps: 3_000, applied_before: 0, waiting: vec![] }
    }
}

/// `(Y_w + N_w + A_w) / V`, floor, in basis points; 0 where V = 0.
pub fn turnout_bps(tally: &Tally, totals: &Totals) -> u16 {
    if totals.power.0 == 0 {
        return 0;
    }
    let cast: u128 =
        [&tally.yes, &tally.no, &tally.abstain].iter().map(|side| u128::from(side.power.0)).sum();
    let turnout = cast * u128::from(WHOLE) / u128::from(totals.power.0);
    // Never above the whole: what is cast never exceeds V (I5).
    turnout.min(WHOLE.into()) as u16
}

impl AdaptiveQuorum {
    /// Notes the turnout of a settled poll: in the epoch in which it closed, or in the present one where that has been
    /// applied. Answers which.
    pub fn note(&mut self, closed_in: u64, present: u64, turnout_bps: u16) -> EpochTurnout {
        let epoch = if closed_in < self.applied_before { present } else { closed_in };
        match self.waiting.binary_search_by_key(&epoch, |each| each.epoch) {
            Ok(index) => {
                let largest = &mut self.waiting[index].turnout_bps;
                *largest = turnout_bps.max(*largest);
            }
            Err(index) => self.waiting.insert(index, EpochTurnout { epoch, turnout_bps }),
        }
        if self.waiting.len() > MAX_WAITING {
            let oldest = self.waiting[0].epoch;
            self.apply_before(oldest + 1);
        }
        EpochTurnout { epoch, turnout_bps }
    }

    /// Applies every finished epoch: done before an opening fixes its quorum.
    pub fn apply_before(&mut self, present: u64) {
        let finished = self.waiting.iter().take_while(|each| each.epoch < present).count();
        for epoch in self.waiting.drain(..finished).collect::<Vec<_>>() {
            self.apply(epoch.turnout_bps);
        }
        self.applied_before = self.applied_before.max(present);
    }

    /// `ema = floor((3·ema + T)/4)`; q moves towards `clamp(floor(ema/2), 8 %, 35 %)`, up by at most 2 points, down by
    /// at most ½.
    fn apply(&mut self, turnout_bps: u16) {
        let sum = 3 * u32::from(self.average_bps) + u32::from(turnout_bps);
        self.average_bps = (sum / 4) as u16;
        let target = (self.average_bps / 2).clamp(QUORUM_MIN_BPS, QUORUM_MAX_BPS);
        self.bps = target.clamp(self.bps.saturating_sub(STEP_DOWN_BPS), self.bps + STEP_UP_BPS);
    }

    /// The quorum of a class at this moment, in basis points.
    pub fn of(&self, class: Class, quorum: &Quorum) -> u16 {
        match quorum {
            Quorum::Fixed { bps } => *bps,
            Quorum::Adaptive { scale_bps } => {
                let scaled = u64::from(self.bps) * u64::from(*scale_bps) / WHOLE;
                // At most 3500 · 2: fits.
                (scaled as u16).clamp(quorum_floor(class), QUORUM_MAX_BPS)
            }
        }
    }
}
