//! Streams: a payment that is earned second by second, from a cliff on.

use cosmwasm_schema::cw_serde;
use cosmwasm_std::Uint128;

use crate::clock::{is_due, Day};
use crate::stored_as_list;

/// Days of the longest stream.
pub const LONGEST_STREAM_DAYS: u64 = 3_650;

/// When a stream is earned.
#[cw_serde]
#[derive(Copy, Eq)]
pub struct Course {
    /// From when on, in seconds.
    pub start: u64,
    /// Before this moment nothing is earned.
    pub cliff: u64,
    /// From this moment on everything is.
    pub end: u64,
}

/// A stream, but for whom it pays and in what.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stream {
    /// The whole of it.
    pub amount: Uint128,
    /// When it is earned.
    pub course: Course,
    /// What was paid out.
    pub withdrawn: Uint128,
    /// When it was cancelled; no more is earned from then on.
    pub cancelled: Option<u64>,
}

stored_as_list!(Stream { amount, course(course_to_list, course_from_list), withdrawn, cancelled });

fn course_to_list(course: &Course) -> (u64, u64, u64) {
    (course.start, course.cliff, course.end)
}

fn course_from_list((start, cliff, end): (u64, u64, u64)) -> Course {
    Course { start, cliff, end }
}

/// Why a stream is refused.
#[derive(Debug, PartialEq, thiserror::Error)]
pub enum StreamError {
    /// It lasts no time, or too long.
    #[error("a stream lasts 1 to {most} s, not {duration}")]
    Duration {
        /// Seconds that were asked for.
        duration: u64,
        /// The longest.
        most: u64,
    },
    /// Its cliff comes after its end.
    #[error("a cliff of {cliff} s lies past the end of a stream of {duration} s")]
    Cliff {
        /// Seconds that were asked for.
        cliff: u64,
        /// Seconds of the stream.
        duration: u64,
    },
    /// It never ends.
    #[error("a stream that starts at {start} never ends")]
    Start {
        /// The moment that was asked for.
        start: u64,
    },
    /// Nothing is due.
    #[error("nothing is due: {earned} is earned and {withdrawn} was paid out; the cliff is at {cliff}, now it is {now}")]
    NothingDue {
        /// What is earned.
        earned: Uint128,
        /// What was paid out.
        withdrawn: Uint128,
        /// The moment of the cliff.
        cliff: u64,
        /// The present moment.
        now: u64,
    },
    /// It was cancelled before.
    #[error("it was cancelled at {at}")]
    Cancelled {
        /// When.
        at: u64,
    },
    /// There is nothing to take back.
    #[error("it is earned whole since {end}: nothing can be taken back")]
    Earned {
        /// Since when.
        end: u64,
    },
}

impl Course {
    /// A course from a moment on, with a cliff and an end so many seconds later.
    pub fn check(start: u64, cliff: u64, duration: u64, day: Day) -> Result<Course, StreamError> {
        let most = day.days(LONGEST_STREAM_DAYS);
        if !(1..=most).contains(&duration) {
            return Err(StreamError::Duration { duration, most });
        }
        if cliff > duration {
            return Err(StreamError::Cliff { cliff, duration });
        }
        let end = start.checked_add(duration).ok_or(StreamError::Start { start })?;
        Ok(Course { start, cliff: start + cliff, end })
    }

    /// What is earned of an amount: nothing before the cliff, then in proportion to the time since the start, rounded
    /// down, and everything at the end.
    pub fn earned(self, amount: Uint128, now: u64) -> Uint128 {
        if is_due(self.end, now) {
            return amount;
        }
        if !is_due(self.cliff, now) {
            return Uint128::zero();
        }
        // Below the end, so the share is below one and its product fits.
        amount.multiply_ratio(now - self.start, self.end - self.start)
    }
}

impl Stream {
    /// A stream of which nothing was paid yet.
    pub fn new(amount: Uint128, course: Course) -> Stream {
        Stream { amount, course, withdrawn: Uint128::zero(), cancelled: None }
    }

    /// What is earned; a cancelled stream has stopped at its end.
    pub fn earned(&self, now: u64) -> Uint128 {
        self.course.earned(self.amount, self.cancelled.map_or(now, |at| at.min(now)))
    }

    /// What the recipient may have now.
    pub fn due(&self, now: u64) -> Uint128 {
        self.earned(now).saturating_sub(self.withdrawn)
    }

    /// What the treasury still keeps for it: all that is or will be earned and was not paid out.
    pub fn reserved(&self) -> Uint128 {
        let whole = self.cancelled.map_or(self.amount, |at| self.course.earned(self.amount, at));
        whole.saturating_sub(self.withdrawn)
    }

    /// Takes out everything that is due.
    pub fn withdraw(&mut self, now: u64) -> Result<Uint128, StreamError> {
        let due = self.due(now);
        if due.is_zero() {
            let (earned, withdrawn, cliff) = (self.earned(now), self.withdrawn, self.course.cliff);
            return Err(StreamError::NothingDue { earned, withdrawn, cliff, now });
        }
        self.withdrawn += due;
        Ok(due)
    }

    /// Stops it: what is earned stays owed; what is not is returned.
    pub fn cancel(&mut self, now: u64) -> Result<Uint128, StreamError> {
        if let Some(at) = self.cancelled {
            return Err(StreamError::Cancelled { at });
        }
        if is_due(self.course.end, now) {
            return Err(StreamError::Earned { end: self.course.end });
        }
        self.cancelled = Some(now);
        Ok(self.amount - self.earned(now))
    }
}
