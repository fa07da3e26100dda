//! What holders think, and who of them votes.

use anyhow::Result;
use isonomia_core::tally::Choice;
use isonomia_embedded::Dao;
use rand::Rng;
use rand_chacha::ChaCha20Rng;

use super::electorate::{Electorate, Staker};
use super::progress;

/// How an electorate is inclined.
pub struct Mood {
    /// So many in a hundred of those that vote say this.
    pub percent: u32,
    /// What they say; the others say the opposite.
    pub choice: Choice,
    /// So many in a hundred vote.
    pub turnout: u32,
}

/// The ballots of a poll, by staker.
pub struct Ballots(pub Vec<Option<Choice>>);

impl Mood {
    /// The ballots that the stakers will cast. The largest holders stay at home, as they mostly do; delegates vote.
    pub fn ballots(&self, electorate: &Electorate, rng: &mut ChaCha20Rng) -> Ballots {
        let ballot = |(index, staker): (usize, &Staker)| {
            let votes = rng.random_ratio(self.turnout, 100) && index >= 3 && staker.delegate.is_none();
            let agrees = rng.random_ratio(self.percent, 100);
            // A principal now and then overrides its delegate.
            let overrides = staker.delegate.is_some() && rng.random_ratio(1, 10);
            let choice = if agrees || staker.is_delegate { self.choice } else { opposite(self.choice) };
            (votes || staker.is_delegate || overrides).then_some(choice)
        };
        Ballots(electorate.stakers.iter().enumerate().map(ballot).collect())
    }
}

impl Ballots {
    /// Everyone who votes does so. Returns how many.
    pub fn cast(&self, dao: &mut Dao, electorate: &Electorate, poll: u64) -> Result<usize> {
        let bar = progress::bar("ballots are cast", self.0.len() as u64);
        for (staker, choice) in electorate.stakers.iter().zip(&self.0) {
            bar.inc(1);
            if let Some(choice) = choice {
                dao.vote(&staker.account, poll, *choice)?;
            }
        }
        bar.finish();
        Ok(self.0.iter().flatten().count())
    }

    /// What each staker's stake says in the end: its own ballot, or else its delegate's.
    pub fn voices<'a>(&'a self, electorate: &'a Electorate) -> impl Iterator<Item = (u128, Choice)> + 'a {
        let voice = move |(index, staker): (usize, &Staker)| {
            let choice = self.0[index].or_else(|| self.0[staker.delegate?]);
            choice.map(|choice| (staker.stake, choice))
        };
        electorate.stakers.iter().enumerate().filter_map(voice)
    }
}

fn opposite(choice: Choice) -> Choice {
    match choice {
        Choice::Yes => Choice::No,
        Choice::No => Choice::Yes,
        Choice::Abstain => Choice::Abstain,
    }
}
