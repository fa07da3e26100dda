//! A rolling allowance: what may leave in any span of so many days, kept as one sum a day.

use crate::stored_as_list;
use cosmwasm_std::Uint128;

/// Days of the small-spend allowance.
pub const ALLOWANCE_DAYS: u64 = 30;

/// What has left on the days that still count, oldest first. At most one entry a day: 31 of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rolling {
    /// The sums.
    pub days: Vec<DaySum>,
}

stored_as_list!(Rolling { days });

/// What has left on one day.
#[derive(Clone, Debug, PartialEq)]
pub struct DaySum {
    /// The number of the day.
    pub day: u64,
    /// The sum.
    pub amount: Uint128,
}

stored_as_list!(DaySum { day, amount });

/// Why an outflow is refused.
#[derive(Debug, PartialEq, thiserror::Error)]
#[error("{amount} is more than the {left} left of the allowance of {limit} in {ALLOWANCE_DAYS} days")]
pub struct OverAllowance {
    /// What was asked for.
    pub amount: Uint128,
    /// What is left.
    pub left: Uint128,
    /// The allowance.
    pub limit: Uint128,
}

impl Rolling {
    /// What has left in the last 30 days; the day that the span begins in counts whole.
    pub fn spent(&self, today: u64) -> Uint128 {
        let counts = |sum: &&DaySum| sum.day + ALLOWANCE_DAYS >= today;
        self.days.iter().filter(counts).fold(Uint128::zero(), |total, sum| total.saturating_add(sum.amount))
    }

    /// Notes an outflow, or refuses one that would pass the limit.
    pub fn spend(&mut self, limit: Uint128, amount: Uint128, today: u64) -> Result<(), OverAllowance> {
        let left = limit.saturating_sub(self.spent(today));
        if amount > left {
            return Err(OverAllowance { amount, left, limit });
        }
        self.days.retain(|sum| sum.day + ALLOWANCE_DAYS >= today);
        match self.days.last_mut() {
            Some(last) if last.day == today => last.amount += amount,
            _ => self.days.push(DaySum { day: today, amount }),
        }
        Ok(())
    }
}
