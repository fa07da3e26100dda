//! How two plain rules would have judged the same voices.

use isonomia_core::tally::Choice;

/// For and against, under one rule.
#[derive(Clone, Copy, Debug, Default)]
pub struct Count {
    /// For.
    pub yes: u128,
    /// Against.
    pub no: u128,
}

impl Count {
    /// Whether more than half is for.
    pub fn passes(&self) -> bool {
        self.yes > self.no
    }

    /// The share that is for, in percent.
    pub fn percent(&self) -> f64 {
        match self.yes + self.no {
            0 => 0.0,
            all => 100.0 * self.yes as f64 / all as f64,
        }
    }

    fn add(&mut self, choice: Choice, weight: u128) {
        match choice {
            Choice::Yes => self.yes += weight,
            Choice::No => self.no += weight,
            Choice::Abstain => {}
        }
    }
}

/// One token, one vote.
pub fn one_token_one_vote(voices: impl Iterator<Item = (u128, Choice)>) -> Count {
    count(voices, |stake| stake)
}

/// The plain root of every account, whoever is behind it.
pub fn plain_root(voices: impl Iterator<Item = (u128, Choice)>) -> Count {
    count(voices, |stake| (stake * 1_000_000).isqrt())
}

fn count(voices: impl Iterator<Item = (u128, Choice)>, weight: impl Fn(u128) -> u128) -> Count {
    let mut count = Count::default();
    voices.for_each(|(stake, choice)| count.add(choice, weight(stake)));
    count
}
