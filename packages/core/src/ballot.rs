//! One account's ballot in one poll, with what it received and what was overridden.

use crate::bps::part_of;
use crate::contribution::{Contribution, OutOfBounds};
use crate::ledger::Totals;
use crate::stored_as_list;
use crate::tally::{Choice, Tally};
use crate::units::Power;

/// A ballot. It may exist without a choice: principals that voted themselves before their delegate did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ballot {
    /// What the account said; nothing yet where only overrides are recorded.
    pub choice: Option<Choice>,
    /// Its own contribution at the snapshot.
    pub own: Contribution,
    /// What it had received at the snapshot from delegations that counted.
    pub received: Contribution,
    /// What principals took back for this poll by voting themselves.
    pub overridden: Contribution,
}

stored_as_list!(Ballot { choice, own, received, overridden });

/// `cap = max(floor(γ·V/10 000), floor(5·V/n))`, 0 where n = 0. Fixed at the snapshot.
pub fn cap(totals: &Totals, cap_bps: u16) -> Power {
    if totals.attested == 0 {
        return Power::ZERO;
    }
    let power = u128::from(totals.power.0);
    let share = part_of(power, cap_bps);
    let fifth_of_heads = 5 * power / u128::from(totals.attested);
    // A handful of attested accounts may make 5/n more than the whole.
    Power(u64::try_from(share.max(fifth_of_heads)).unwrap_or(u64::MAX))
}

impl Ballot {
    /// What it casts:
    /// `eff_w = max(own_w, min(own_w + received_w − overridden_w, cap))`; stake is not capped (T6 stays exact).
    pub fn cast(&self, cap: Power) -> Result<Contribution, OutOfBounds> {
        let whole = self.own.plus(self.received)?.minus(self.overridden)?;
        let power = self.own.power.max(whole.power.min(cap));
        Ok(Contribution { power, stake: whole.stake, unattested: whole.unattested })
    }

    /// Whether it counts as a head when it says Yes: attested at the snapshot, with power of its own.
    pub fn is_head(&self) -> bool {
        self.own.power > Power::ZERO
    }

    /// Replaces, in the tally, what ballots cast before by what they cast now. Everything leaves before anything enters:
    /// what moves from a delegate to its principal never counts twice on the way.
    pub fn replace(ballots: &[(Ballot, Ballot)], cap: Power, tally: &mut Tally) -> Result<(), OutOfBounds> {
        for (before, _) in ballots {
            if let Some(choice) = before.choice {
                tally.discount(choice, before.cast(cap)?, before.is_head())?;
            }
        }
        for (_, after) in ballots {
            if let Some(choice) = after.choice {
                tally.count(choice, after.cast(cap)?, after.is_head())?;
            }
        }
        Ok(())
    }
}
