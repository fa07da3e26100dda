//! How many votes a chain takes, and how that grows with how many vote at once.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use isonomia_api::voting;
use isonomia_chain::{Landed, Node};

use crate::desk::Desk;
use crate::electorate::Staker;
use crate::founding::Pace;
use crate::town::Town;
use crate::waiting::wait;

/// How many vote at once.
const CROWDS: [usize; 6] = [25, 50, 100, 200, 400, 800];
/// Two minutes to vote in.
const PACE: Pace = Pace { delay: "0 d", voting: "12 d", timelock: "0 d", unbonding: "19 d" };
/// What each stakes, in base units.
const STAKE: u128 = 100_000_000;
/// The most gas of a vote, a quarter more than it uses: blocks are filled by what transactions may use.
pub const VOTE_GAS: u64 = 170_000;

/// What one crowd did.
pub struct Crowd {
    /// How many voted.
    pub votes: usize,
    /// Blocks from the first vote to the last.
    pub blocks: u64,
    /// Votes of the fullest block.
    pub most: usize,
    /// From the block before the first vote to the block of the last.
    pub seconds: f64,
    /// Of a vote, on average.
    pub gas: u64,
}

/// On a new devnet of so many validators.
pub fn measure(validators: u16) -> Result<Vec<Crowd>> {
    let desk = Desk::new(validators)?;
    let most = CROWDS.into_iter().max().unwrap_or(0);
    let town = Town::settle(&desk, desk.deploy("speed", PACE)?, vec![Staker::supporter(STAKE); most])?;
    CROWDS.into_iter().enumerate().map(|(proposer, votes)| vote(&town, proposer, votes)).collect()
}

/// They vote on a question of their own, all at once.
fn vote(town: &Town, proposer: usize, votes: usize) -> Result<Crowd> {
    let (id, _) = town.propose(proposer, "Faster?", vec![])?;
    let open = voting::ExecuteMsg::Open { poll: id };
    town.dao.send(&town.keys[proposer], &town.dao.contracts.voting, &open, vec![])?;
    let post = town.post(VOTE_GAS);
    let ballots = post.sign(&town.ballots(id, 0..votes)?)?;
    post.hand_in(&ballots)?;
    let landed = post.wait(&ballots)?;
    wait("all are counted", || Ok(town.cast(id)?.iter().flatten().count() == votes))?;
    tell(town.node(), &landed)
}

fn tell(node: &Node, landed: &[Landed]) -> Result<Crowd> {
    let mut blocks: BTreeMap<u64, usize> = BTreeMap::new();
    landed.iter().for_each(|one| *blocks.entry(one.height).or_default() += 1);
    let (first, last) = (blocks.keys().next(), blocks.keys().last());
    let (first, last) = (*first.context("nobody voted")?, *last.context("nobody voted")?);
    let (began, ended) = (node.block(first - 1)?.0, node.block(last)?.0);
    Ok(Crowd {
        votes: landed.len(),
        blocks: last - first + 1,
        most: blocks.values().copied().max().unwrap_or(0),
        seconds: (ended - began) as f64 / 1_000.0,
        gas: landed.iter().map(|one| one.gas_used).sum::<u64>() / landed.len() as u64,
    })
}
