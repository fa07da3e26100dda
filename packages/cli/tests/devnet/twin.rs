//! The same people on the embedded chain: what their poll comes to there.

use anyhow::Result;
use cosmwasm_std::Addr;
use isonomia_api::plan::Params;
use isonomia_api::voting::OpenedPoll;
use isonomia_core::class::Class;
use isonomia_core::poll::Snapshot;
use isonomia_embedded::{Dao, DaoBuilder};

use super::electorate::Staker;
use super::town::Cast;

/// What a poll came to.
#[derive(Debug, PartialEq)]
pub struct Outcome {
    /// The poll, without its moments: they differ between any two chains.
    pub poll: OpenedPoll,
    /// Every ballot, in the order of the stakers.
    pub ballots: Vec<Cast>,
}

impl Outcome {
    /// The outcome as a chain tells of it.
    pub fn new(poll: OpenedPoll, ballots: Vec<Cast>) -> Outcome {
        let snapshot = Snapshot { height: 0, time: 0 };
        Outcome { poll: OpenedPoll { snapshot, closes: 0, ..poll }, ballots }
    }
}

/// The staker with that rank proposes a payment, and everyone votes.
pub fn decide(stakers: &[Staker], params: &Params, proposer: usize) -> Result<Outcome> {
    let like = |own: &mut Params| {
        let (asset, issuers, registrar) = (own.asset.clone(), own.issuers.clone(), own.registrar.take());
        *own = Params { asset, issuers, registrar, ..params.clone() };
    };
    let mut dao = DaoBuilder::new().own_registrar().with(like).build()?;
    let people: Vec<Addr> = (0..stakers.len()).map(|rank| dao.addr(&format!("holder {rank}"))).collect();
    settle(&mut dao, stakers, &people)?;
    let id = dao.propose_class(&people[proposer], "Fund the maintainers", Class::Critical)?;
    dao.advance_to(dao.poll(id)?.opens);
    dao.open(&people[proposer], id)?;
    for (account, staker) in people.iter().zip(stakers) {
        if let Some(choice) = staker.choice {
            dao.vote(account, id, choice)?;
        }
    }
    let ballot = |account| {
        let found = dao.ballot(id, account)?.ballot;
        Ok(found.map(|ballot| (ballot.choice, ballot.cast)))
    };
    let ballots = people.iter().map(ballot).collect::<Result<_>>()?;
    Ok(Outcome::new(dao.opened(id)?, ballots))
}

fn settle(dao: &mut Dao, stakers: &[Staker], people: &[Addr]) -> Result<()> {
    for (account, staker) in people.iter().zip(stakers) {
        dao.stake(account, staker.stake)?;
        if staker.attested {
            dao.attest(account, u64::MAX)?;
        }
    }
    for (account, _) in people.iter().zip(stakers).filter(|(_, staker)| staker.is_delegate) {
        dao.register_delegate(account)?;
    }
    for (account, staker) in people.iter().zip(stakers) {
        if let Some(delegate) = staker.delegate {
            dao.delegate(account, &[(&people[delegate], 10_000)])?;
        }
    }
    Ok(())
}
