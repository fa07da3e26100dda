//! Holders counted by size of balance, and the balances rebuilt from the counts.
//!
//! * **Inside a bin** balances follow a power law. Its exponent is the mean of the slopes to the two
//!   neighbours (the slope between two bins: how fast the number of holders per unit of log-balance falls).
//! * **A bin from 0** goes on with the slope of the two bins above it, down to where its own count is used
//!   up.
//! * **The open top bin** of a published histogram loses its largest holder, the treasury or timelock. The
//!   others get the one exponent for which their balances, with all others, add up to the supply without the
//!   treasury; none holds more than a quarter of that.

use rand::Rng;
use rand_chacha::ChaCha20Rng;

use super::power_law::PowerLaw;
use super::slope::law;
use super::TOKEN;

/// Whose figures [`PUBLISHED`] are.
pub const SOURCE: &str =
    "rebuilt from the decade counts of Meneguzzo et al. 2025, arXiv 2504.11341, data file at \
    github.com/smeneguz/dao-data-visualization, retrieved 2025-02-20";

/// The share of the stake outside the treasury that no rebuilt holder exceeds (a guess).
pub const LARGEST_SHARE: f64 = 0.25;

/// Holders whose balances lie in `[from, to)` base units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bin {
    /// The smallest balance; 0 stands for one base unit.
    pub from: u128,
    /// The first balance above.
    pub to: u128,
    /// How many there are.
    pub holders: usize,
}

/// What is published about one DAO.
#[derive(Debug, Clone, Copy)]
pub struct Published {
    /// How `--population` calls it.
    pub name: &'static str,
    /// Distinct voters ever seen.
    pub voters: usize,
    /// Total supply, in tokens.
    pub supply: u64,
    /// The largest holder's share of the supply.
    pub largest_holder: f64,
    /// Holders below 1 token, below 10, below 100, below 1 000, below 10 000.
    pub decades: [usize; 5],
    /// Holders of 10 000 tokens and more, the largest included.
    pub top: usize,
}

/// The three DAOs, figures of [`SOURCE`].
pub const PUBLISHED: [Published; 3] = [
    Published {
        name: "compound",
        voters: 4_676,
        supply: 10_000_000,
        largest_holder: 0.108_755_533_926_171_74,
        decades: [200_012, 25_545, 5_724, 1_049, 220],
        top: 145,
    },
    Published {
        name: "uniswap",
        voters: 21_258,
        supply: 1_000_000_000,
        largest_holder: 0.399_481_962_29,
        decades: [159_954, 121_625, 72_414, 29_580, 4_603],
        top: 1_283,
    },
    Published {
        name: "ens",
        voters: 2_974,
        supply: 100_000_000,
        largest_holder: 0.507_401_873_467_969_5,
        decades: [30_932, 12_805, 14_861, 10_921, 613],
        top: 210,
    },
];

impl Published {
    /// Everything but the largest holder's share, in base units. That the share is one of the total supply is
    /// exact for Uniswap (the rest is the circulating supply published) and assumed for the others. For ENS
    /// the circulating supply leaves out another tenth of the total: it stays in here, for nothing says which
    /// of the counted holders has it.
    pub fn free_supply(&self) -> f64 {
        self.supply as f64 * TOKEN as f64 * (1.0 - self.largest_holder)
    }

    /// The five closed decades.
    pub fn bins(&self) -> Vec<Bin> {
        let bound = |decade: usize| {
            if decade == 0 {
                0
            } else {
                TOKEN * 10_u128.pow(decade as u32 - 1)
            }
        };
        let bin = |(decade, &holders)| Bin { from: bound(decade), to: bound(decade + 1), holders };
        self.decades.iter().enumerate().map(bin).collect()
    }

    /// A balance for every holder but the treasury.
    pub fn rebuild(&self, rng: &mut ChaCha20Rng) -> Vec<u128> {
        let mut holders = rebuild(&self.bins(), rng);
        let below: u128 = holders.iter().sum();
        let quantiles: Vec<f64> = (1..self.top).map(|_| rng.random()).collect();
        let (from, most) = (10_000 * TOKEN, LARGEST_SHARE * self.free_supply());
        let law = PowerLaw::adding_up_to(self.free_supply() - below as f64, from as f64, most, &quantiles);
        holders.extend(quantiles.iter().map(|&u| whole(law.balance(u), from, most as u128)));
        holders
    }
}

/// A balance for every holder of the bins, which ascend and do not overlap.
pub fn rebuild(bins: &[Bin], rng: &mut ChaCha20Rng) -> Vec<u128> {
    let mut holders = Vec::with_capacity(bins.iter().map(|bin| bin.holders).sum());
    for (index, bin) in bins.iter().enumerate() {
        let law = law(bins, index);
        holders.extend((0..bin.holders).map(|_| whole(law.balance(rng.random()), bin.from.max(1), bin.to)));
    }
    holders
}

/// A balance in base units, inside its bin whatever the rounding did.
fn whole(balance: f64, from: u128, to: u128) -> u128 {
    (balance as u128).clamp(from, to - 1)
}
