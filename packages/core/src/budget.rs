//! Budgets: what a holder may pay out in each period without a vote.

use cosmwasm_std::Uint128;

use crate::clock::{is_due, Day};
use crate::stored_as_list;

/// Days of the longest period.
pub const LONGEST_PERIOD_DAYS: u64 = 365;
/// Days of the longest budget.
pub const LONGEST_BUDGET_DAYS: u64 = 730;

/// A budget, but for who holds it and in what it pays.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Budget {
    /// The most of one period.
    pub limit: Uint128,
    /// Seconds of a period.
    pub period: u64,
    /// When it was made: the start of the first period.
    pub made: u64,
    /// The first moment at which it pays no more.
    pub until: u64,
    /// Which period was paid from last, counted from 0.
    pub last: u64,
    /// What was paid in that one.
    pub spent: Uint128,
    /// Whether it was revoked.
    pub revoked: bool,
}

stored_as_list!(Budget { limit, period, made, until, last, spent, revoked });

/// Why a budget, or a payment of one, is refused.
#[derive(Debug, PartialEq, thiserror::Error)]
pub enum BudgetError {
    /// A period of no time, or too long.
    #[error("a period has {least} to {most} s, not {period}")]
    Period {
        /// Seconds that were asked for.
        period: u64,
        /// The shortest.
        least: u64,
        /// The longest.
        most: u64,
    },
    /// It would end at once, or too late.
    #[error("a budget that is made now ends after {now} and by {latest}, not at {until}")]
    Until {
        /// The end that was asked for.
        until: u64,
        /// The present moment.
        now: u64,
        /// The latest end.
        latest: u64,
    },
    /// It was revoked.
    #[error("it was revoked")]
    Revoked,
    /// It is over.
    #[error("it ended at {until}, now it is {now}")]
    Ended {
        /// When.
        until: u64,
        /// The present moment.
        now: u64,
    },
    /// More than what is left of the period.
    #[error("{amount} is more than the {left} left of {limit} for the period that ends at {ends}")]
    OverLimit {
        /// What was asked for.
        amount: Uint128,
        /// What is left.
        left: Uint128,
        /// The most of a period.
        limit: Uint128,
        /// When the next period begins.
        ends: u64,
    },
}

impl Budget {
    /// A budget that begins now.
    pub fn check(limit: Uint128, period: u64, until: u64, now: u64, day: Day) -> Result<Budget, BudgetError> {
        let (least, most) = (day.days(1), day.days(LONGEST_PERIOD_DAYS));
        if !(least..=most).contains(&period) {
            return Err(BudgetError::Period { period, least, most });
        }
        let latest = now.saturating_add(day.days(LONGEST_BUDGET_DAYS));
        if until > latest || is_due(until, now) {
            return Err(BudgetError::Until { until, now, latest });
        }
        Ok(Budget { limit, period, made: now, until, last: 0, spent: Uint128::zero(), revoked: false })
    }

    /// Which period a moment lies in, counted from 0.
    pub fn number(&self, now: u64) -> u64 {
        now.saturating_sub(self.made) / self.period
    }

    /// When the present period ends: with the next one, or with the budget.
    pub fn ends(&self, now: u64) -> u64 {
        let next = self.period.saturating_mul(self.number(now).saturating_add(1));
        self.made.saturating_add(next).min(self.until)
    }

    /// Whether what it pays now was counted against the cap when it was made: the first period was, and no other.
    pub fn is_counted(&self, now: u64) -> bool {
        self.number(now) == 0
    }

    /// What may still be paid in this period.
    pub fn left(&self, now: u64) -> Uint128 {
        match self.lives(now) {
            Ok(()) => self.left_of_period(now),
            Err(_) => Uint128::zero(),
        }
    }

    /// Pays so much of this period, or says why not.
    pub fn pay(&mut self, amount: Uint128, now: u64) -> Result<(), BudgetError> {
        self.lives(now)?;
        let left = self.left_of_period(now);
        if amount > left {
            return Err(BudgetError::OverLimit { amount, left, limit: self.limit, ends: self.ends(now) });
        }
        self.spent = self.limit - left + amount;
        self.last = self.number(now);
        Ok(())
    }

    /// Ends it at once.
    pub fn revoke(&mut self, now: u64) -> Result<(), BudgetError> {
        self.lives(now)?;
        self.revoked = true;
        Ok(())
    }

    fn left_of_period(&self, now: u64) -> Uint128 {
        match self.last == self.number(now) {
            true => self.limit.saturating_sub(self.spent),
            false => self.limit,
        }
    }

    fn lives(&self, now: u64) -> Result<(), BudgetError> {
        if self.revoked {
            return Err(BudgetError::Revoked);
        }
        if is_due(self.until, now) {
            return Err(BudgetError::Ended { until: self.until, now });
        }
        Ok(())
    }
}
