//! Who the people are, whichever chain they live on.

use anyhow::Result;
use isonomia_cli::population;
use isonomia_core::tally::Choice;

/// How many stakers.
pub const STAKERS: usize = 240;
/// Delegates among them.
const DELEGATES: usize = 8;
/// The largest stakers, who are not attested.
const WHALES: usize = 3;
/// From this rank on, one in three delegates.
const FIRST_PRINCIPAL: usize = 41;

/// A staker.
#[derive(Clone)]
pub struct Staker {
    /// What it stakes, in base units.
    pub stake: u128,
    /// Whether it is attested.
    pub attested: bool,
    /// Whether it registers as a delegate.
    pub is_delegate: bool,
    /// Its delegate.
    pub delegate: Option<usize>,
    /// What it votes, if it does.
    pub choice: Option<Choice>,
}

impl Staker {
    /// An attested staker who votes Yes.
    pub fn supporter(stake: u128) -> Staker {
        Staker { stake, attested: true, is_delegate: false, delegate: None, choice: Some(Choice::Yes) }
    }
}

/// The population of the demo: what it rebuilds from Compound's published histogram. The largest three are not attested;
/// of the others two in three are. Eight are delegates, a third of the rest delegates, and some of those vote all the same.
pub fn stakers() -> Result<Vec<Staker>> {
    let balances = population::load("compound", 1, Some(STAKERS))?.balances();
    let staker = |(rank, stake): (usize, u128)| Staker {
        stake,
        attested: rank >= WHALES && rank % 3 != 0,
        is_delegate: is_delegate(rank),
        delegate: (rank >= FIRST_PRINCIPAL && rank % 3 == 2).then_some(delegate(rank % DELEGATES)),
        choice: choice(rank),
    };
    Ok(balances.into_iter().enumerate().map(staker).collect())
}

/// The rank of a delegate: attested stakers below the largest.
fn delegate(number: usize) -> usize {
    10 + 3 * number
}

fn is_delegate(rank: usize) -> bool {
    (0..DELEGATES).any(|number| delegate(number) == rank)
}

fn choice(rank: usize) -> Option<Choice> {
    match rank % 10 {
        // The largest, who holds most of the stake, and the delegates.
        _ if rank == 0 || is_delegate(rank) => Some(Choice::Yes),
        0 | 1 => None,
        2 => Some(Choice::Abstain),
        3 => Some(Choice::No),
        _ => Some(Choice::Yes),
    }
}
