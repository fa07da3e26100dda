//! The stakers of the story: who holds what, who is attested, who delegates to whom.

use anyhow::Result;
use cosmwasm_std::Addr;
use isonomia_embedded::Dao;
use rand::seq::SliceRandom;
use rand::Rng;
use rand_chacha::ChaCha20Rng;

use super::progress;
use crate::population::Population;

/// The largest holders, who stay un-attested: exchanges, funds, whoever will not show a face.
const FACELESS: usize = 3;
/// Of the others, so many in a hundred are attested.
const ATTESTED_PERCENT: u32 = 60;
/// Delegates of the story.
const DELEGATES: usize = 12;
/// Of the others, so many in a hundred delegate.
const DELEGATING_PERCENT: u32 = 35;

/// A staker.
pub struct Staker {
    /// The account.
    pub account: Addr,
    /// Its stake, in base units.
    pub stake: u128,
    /// Whether the registry attests it.
    pub attested: bool,
    /// Whether it is a delegate.
    pub is_delegate: bool,
    /// The delegate it hands everything to, by index.
    pub delegate: Option<usize>,
}

/// All stakers, the largest first.
pub struct Electorate {
    /// The stakers.
    pub stakers: Vec<Staker>,
}

impl Electorate {
    /// Who they are, before anything happens on the chain.
    pub fn new(dao: &Dao, population: &Population, rng: &mut ChaCha20Rng) -> Electorate {
        let staker = |(index, balance): (usize, u128)| Staker {
            account: dao.addr(&format!("holder {index}")),
            stake: balance,
            attested: index >= FACELESS && rng.random_ratio(ATTESTED_PERCENT, 100),
            is_delegate: false,
            delegate: None,
        };
        Electorate { stakers: population.balances().into_iter().enumerate().map(staker).collect() }
    }

    /// Everyone stakes.
    pub fn stake(&self, dao: &mut Dao) -> Result<()> {
        let bar = progress::bar("holders stake", self.stakers.len() as u64);
        for staker in &self.stakers {
            dao.stake(&staker.account, staker.stake)?;
            bar.inc(1);
        }
        bar.finish();
        Ok(())
    }

    /// The attested accounts.
    pub fn attested(&self) -> Vec<Addr> {
        self.stakers.iter().filter(|staker| staker.attested).map(|staker| staker.account.clone()).collect()
    }

    /// A dozen attested holders of the middle register, and a third of the others delegate to one of them, rather to
    /// the first than to the last: delegations clump.
    pub fn delegate(&mut self, dao: &mut Dao, rng: &mut ChaCha20Rng) -> Result<usize> {
        let delegates = self.choose_delegates(rng);
        for delegate in &delegates {
            self.stakers[*delegate].is_delegate = true;
            dao.register_delegate(&self.stakers[*delegate].account.clone())?;
        }
        let bar = progress::bar("holders delegate", self.stakers.len() as u64);
        let mut count = 0;
        for index in 0..self.stakers.len() {
            bar.inc(1);
            if self.stakers[index].is_delegate || !rng.random_ratio(DELEGATING_PERCENT, 100) {
                continue;
            }
            let rank = rng.random_range(0..delegates.len()).min(rng.random_range(0..delegates.len()));
            let (account, delegate) = (&self.stakers[index].account, &self.stakers[delegates[rank]].account);
            dao.delegate(account, &[(delegate, 10_000)])?;
            self.stakers[index].delegate = Some(delegates[rank]);
            count += 1;
        }
        bar.finish();
        Ok(count)
    }

    fn choose_delegates(&self, rng: &mut ChaCha20Rng) -> Vec<usize> {
        let attested = |index: &usize| self.stakers[*index].attested;
        let mut middle: Vec<usize> = (0..self.stakers.len() / 2).filter(attested).skip(DELEGATES).collect();
        middle.shuffle(rng);
        middle.truncate(DELEGATES);
        middle
    }
}
