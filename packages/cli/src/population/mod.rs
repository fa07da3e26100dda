//! The stakers of the demo: drawn from what is published about a real DAO, or from the user's own file.
//!
//! What is published are counts of holders per decade of balance, no balances. So a population is *rebuilt*:
//! a balance is drawn for every holder ([`histogram`]), then the stakers are drawn from the holders. Decade
//! counts and supply are data; the following are guesses:
//!
//! * the shape inside a decade (a power law whose exponent is read off the neighbouring decades);
//! * the cap on the largest holder, a quarter of all that is outside the treasury (of what is *staked* he may
//!   have more, since not everyone stakes), and that the published top holder is a treasury which does not
//!   vote;
//! * who stakes: each holder with weight `balance^0.25`, so dust is present and whales are not certain.
//!   Another exponent changes the effective number of stakers by a factor of a few;
//! * an address is taken for an owner (exchanges and multisigs are counted as one).
//!
//! A seed gives the same population each time on one machine. Floats are used up to the last step, so another
//! platform's `exp` and `ln` may move a balance by a base unit.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;

pub mod csv;
mod drawing;
mod error;
pub mod histogram;
mod power_law;
pub mod shape;
mod slope;
#[cfg(test)]
mod tests;

pub use error::PopulationError;

/// Base units in one token: the demo's token has six decimals.
pub const TOKEN: u128 = 1_000_000;

/// Stakers drawn when nobody says how many, fewer where fewer voters are published or fewer holders are
/// known: every one of them costs the demo a few transactions. A set smaller than the published number of
/// voters is more unequal than theirs: a few whales and much dust. That concerns `uniswap`.
pub const DEFAULT_STAKERS: usize = 5_000;

/// One account that stakes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Staker {
    /// What it stakes, in base units; never zero.
    pub balance: u128,
}

/// The accounts that stake, and where they come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Population {
    /// `compound`, `uniswap`, `ens`, or the path of the file.
    pub name: String,
    /// Whose figures these are, for the reader of the report.
    pub source: String,
    /// Largest balance first.
    pub stakers: Vec<Staker>,
}

impl Population {
    /// The balances alone, largest first: what [`shape`] measures.
    pub fn balances(&self) -> Vec<u128> {
        self.stakers.iter().map(|staker| staker.balance).collect()
    }
}

/// What `--population` says: a published DAO by its name, or a file by a path that ends in `.csv`.
pub fn load(choice: &str, seed: u64, count: Option<usize>) -> Result<Population, PopulationError> {
    if Path::new(choice).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv")) {
        return from_file(Path::new(choice), seed, count);
    }
    named(choice, seed, count)
}

/// Rebuilds the stakers of `compound`, `uniswap` or `ens`. Without a `count` there are as many as voters are
/// published, at most [`DEFAULT_STAKERS`].
pub fn named(name: &str, seed: u64, count: Option<usize>) -> Result<Population, PopulationError> {
    let published = histogram::PUBLISHED.iter().find(|published| published.name == name);
    let published = published.ok_or_else(|| PopulationError::Unknown { name: name.into() })?;
    let count = count.unwrap_or(published.voters.min(DEFAULT_STAKERS));
    let mut rng = ChaCha20Rng::seed_from_u64(seed);
    let holders = published.rebuild(&mut rng);
    let stakers = draw(name, &holders, count, &mut rng)?;
    Ok(Population { name: name.into(), source: histogram::SOURCE.into(), stakers })
}

/// Reads a file as [`csv`] documents it and draws the stakers from its holders: all of them if they are at
/// most [`DEFAULT_STAKERS`] and no `count` is given. No treasury is looked for: the file lists who may stake.
pub fn from_file(path: &Path, seed: u64, count: Option<usize>) -> Result<Population, PopulationError> {
    let name = path.display().to_string();
    let bytes = read(path).map_err(|error| PopulationError::Read { path: name.clone(), error })?;
    let contents = csv::parse(&bytes).map_err(|fault| PopulationError::Csv { path: name.clone(), fault })?;
    let mut rng = ChaCha20Rng::seed_from_u64(seed);
    let (holders, source) = match contents {
        csv::Contents::Balances(balances) => (balances, format!("the balances in {name}")),
        csv::Contents::Histogram(bins) => {
            (histogram::rebuild(&bins, &mut rng), format!("rebuilt from the histogram in {name}"))
        }
    };
    let count = count.unwrap_or(holders.len().min(DEFAULT_STAKERS));
    let stakers = draw(&name, &holders, count, &mut rng)?;
    Ok(Population { name, source, stakers })
}

fn draw(
    name: &str,
    holders: &[u128],
    count: usize,
    rng: &mut ChaCha20Rng,
) -> Result<Vec<Staker>, PopulationError> {
    if count == 0 || count > holders.len() {
        return Err(PopulationError::Count { name: name.into(), count, holders: holders.len() });
    }
    Ok(drawing::stakers(holders, count, rng))
}

/// At most one byte more than a file may have: enough for [`csv::parse`] to refuse it.
fn read(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(csv::MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
