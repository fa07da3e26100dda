//! The whale: it buys the stake that wins a token vote, splits it over a thousand wallets, and rents a few persons.

use anyhow::Result;
use cosmwasm_std::Addr;
use isonomia_core::tally::Choice;
use isonomia_embedded::Dao;

use super::progress;

/// Wallets of the farm.
pub const WALLETS: usize = 1_000;
/// Rented persons among them.
pub const RENTED: usize = 12;
/// What the rented persons hold of its stake, in percent: a clever whale puts most where the root is.
const ON_PERSONS_PERCENT: u128 = 60;

/// The whale's wallets, rented persons first.
pub struct Whale {
    /// The accounts, and what each holds.
    pub wallets: Vec<(Addr, u128)>,
}

impl Whale {
    /// A whale with so much stake.
    pub fn new(dao: &Dao, stake: u128) -> Whale {
        let on_persons = stake * ON_PERSONS_PERCENT / 100 / RENTED as u128;
        let elsewhere = stake * (100 - ON_PERSONS_PERCENT) / 100 / (WALLETS - RENTED) as u128;
        let wallet = |index| {
            let holds = if index < RENTED { on_persons } else { elsewhere };
            (dao.addr(&format!("farm {index}")), holds.max(1))
        };
        Whale { wallets: (0..WALLETS).map(wallet).collect() }
    }

    /// What it has staked in all.
    pub fn stake(&self) -> u128 {
        self.wallets.iter().map(|(_, stake)| stake).sum()
    }

    /// The rented persons.
    pub fn rented(&self) -> Vec<Addr> {
        self.wallets[..RENTED].iter().map(|(account, _)| account.clone()).collect()
    }

    /// Every wallet stakes.
    pub fn buy(&self, dao: &mut Dao) -> Result<()> {
        let bar = progress::bar("the farm stakes", WALLETS as u64);
        for (account, stake) in &self.wallets {
            dao.stake(account, *stake)?;
            bar.inc(1);
        }
        bar.finish();
        Ok(())
    }

    /// Every wallet votes Yes.
    pub fn vote(&self, dao: &mut Dao, poll: u64) -> Result<()> {
        let bar = progress::bar("the farm votes", WALLETS as u64);
        for (account, _) in &self.wallets {
            dao.vote(account, poll, Choice::Yes)?;
            bar.inc(1);
        }
        bar.finish();
        Ok(())
    }

    /// What its wallets say.
    pub fn voices(&self) -> impl Iterator<Item = (u128, Choice)> + '_ {
        self.wallets.iter().map(|(_, stake)| (*stake, Choice::Yes))
    }
}
