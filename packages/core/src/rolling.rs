//! A rolling sum: what has left in the last so many days, kept as one sum a day.

use crate::stored_as_list;
use cosmwasm_std::Uint128;

/// What has left on the days that still count, oldest first: one entry a day, and one day more than the span has.
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

impl Rolling {
    /// What has left in the last `span` days; the day that the span begins in counts whole.
    pub fn total(&self, span: u64, today: u64) -> Uint128 {
        let counts = |sum: &&DaySum| sum.day.saturating_add(span) >= today;
        self.days.iter().filter(counts).fold(Uint128::zero(), |total, sum| total.saturating_add(sum.amount))
    }

    /// Notes what leaves today, and forgets the days that no longer count.
    pub fn note(&mut self, span: u64, amount: Uint128, today: u64) {
        self.days.retain(|sum| sum.day.saturating_add(span) >= today);
        match self.days.last_mut() {
            Some(last) if last.day == today => last.amount = last.amount.saturating_add(amount),
            _ => self.days.push(DaySum { day: today, amount }),
        }
    }
}
