//! The people of a DAO on the live chain.

use std::collections::BTreeMap;
use std::ops::Range;

use anyhow::{Context, Result};
use cosmwasm_std::{Addr, CosmosMsg, Uint128};
use isonomia_api::asset::Asset;
use isonomia_api::proposal::{Draft, ExecuteMsg as ProposalMsg};
use isonomia_api::timelock::{self, OperationResponse};
use isonomia_api::voting::{self, BallotsResponse, PollResponse, Share, Weight};
use isonomia_api::{call, page, treasury, vault};
use isonomia_chain::{execute, Funds, Key, Landed, Message, Node};
use isonomia_cli::live::LiveDao;
use isonomia_core::tally::Choice;
use serde::Serialize;

use super::crowd::{self, Post};
use super::desk::Desk;
use super::electorate::Staker;

/// The most gas of anything that one person sends here.
const GAS: u64 = 350_000;
/// Attestations of one transaction.
const BATCH: usize = 30;

/// A ballot as the chain holds it: what was chosen, and what it weighs. None where nobody voted.
pub type Cast = Option<(Option<Choice>, Weight)>;

/// The people of a DAO on the live chain.
pub struct Town {
    pub dao: LiveDao,
    pub stakers: Vec<Staker>,
    pub keys: Vec<Key>,
}

impl Town {
    /// New accounts get coins and stake, the registrar attests, delegates register, principals delegate.
    pub fn settle(desk: &Desk, dao: LiveDao, stakers: Vec<Staker>) -> Result<Town> {
        let keys = crowd::keys(stakers.len(), desk.chain())?;
        let town = Town { dao, stakers, keys };
        let stakes = town.stakers.iter().map(|staker| staker.stake);
        let funded: Vec<_> = town.keys.iter().zip(stakes).collect();
        let turn = desk.turn();
        crowd::fund(town.node(), desk.chain(), &desk.key("faucet")?, &funded)?;
        drop(turn);
        town.all(&town.dao.contracts.vault, |staker| {
            Some((vault::ExecuteMsg::Stake {}, vec![(staker.stake, "uiso".to_string())]))
        })?;
        let turn = desk.turn();
        town.attest(&desk.key("registrar")?)?;
        drop(turn);
        let voting = &town.dao.contracts.voting;
        town.all(voting, |staker| {
            staker.is_delegate.then_some((voting::ExecuteMsg::RegisterDelegate {}, vec![]))
        })?;
        town.all(voting, |staker| {
            let delegate = town.keys[staker.delegate?].address().to_string();
            Some((voting::ExecuteMsg::Delegate { to: vec![Share { delegate, bps: 10_000 }] }, vec![]))
        })?;
        Ok(town)
    }

    fn attest(&self, registrar: &Key) -> Result<()> {
        let people = self.keys.iter().zip(&self.stakers);
        let attested: Vec<&Key> = people.filter(|(_, staker)| staker.attested).map(|(key, _)| key).collect();
        let voting = &self.dao.contracts.voting;
        for some in attested.chunks(BATCH) {
            let message = |key: &&Key| {
                let msg = voting::ExecuteMsg::Attest { account: key.address().to_string(), until: u64::MAX };
                execute(registrar.address(), voting.as_str(), &msg, vec![])
            };
            let messages = some.iter().map(message).collect::<Result<Vec<_>, _>>()?;
            self.dao.live.sender(registrar).send(&messages)?;
        }
        self.dao.send(registrar, voting, &voting::ExecuteMsg::Ready {}, vec![]).map(drop)
    }

    /// One transaction of everyone who has something to say to a contract.
    fn all<M: Serialize>(&self, contract: &Addr, what: impl Fn(&Staker) -> Option<(M, Funds)>) -> Result<()> {
        let mut sent = vec![];
        for (key, staker) in self.keys.iter().zip(&self.stakers) {
            if let Some((msg, funds)) = what(staker) {
                sent.push((key, execute(key.address(), contract.as_str(), &msg, funds)?));
            }
        }
        self.post(GAS).send(&sent).map(drop)
    }

    /// Whoever it is asks this node.
    pub fn node(&self) -> &Node {
        &self.dao.live.node
    }

    /// What these people send together.
    pub fn post(&self, gas: u64) -> Post<'_> {
        Post { node: self.node(), chain: &self.dao.live.chain, gas }
    }

    /// The ballots of these stakers, not yet sent.
    pub fn ballots(&self, poll: u64, of: Range<usize>) -> Result<Vec<(&Key, Message)>> {
        let ballot = |index: usize| {
            let (key, choice) = (&self.keys[index], self.stakers[index].choice?);
            let msg = voting::ExecuteMsg::Vote { poll, choice };
            Some((key, execute(key.address(), self.dao.contracts.voting.as_str(), &msg, vec![])))
        };
        of.filter_map(ballot).map(|(key, message)| Ok((key, message?))).collect()
    }

    /// One of them proposes to do this; the id, and what became of the transaction.
    pub fn propose(&self, proposer: usize, title: &str, actions: Vec<CosmosMsg>) -> Result<(u64, Landed)> {
        let (title, summary) = (title.to_string(), String::new());
        let draft = Draft { title, summary, link: None, actions, emergency: false, ready: None };
        let propose = ProposalMsg::Propose { draft };
        let landed = self.dao.send(&self.keys[proposer], &self.dao.contracts.proposal, &propose, vec![])?;
        let id =
            landed.attribute("wasm-proposal_submitted", "proposal_id").context("a proposal has an id")?;
        Ok((id.parse()?, landed))
    }

    /// A payment from the treasury.
    pub fn payment(&self, to: &str, amount: u128) -> Result<CosmosMsg> {
        let asset = Asset::Native { denom: "ucash".to_string() };
        let payment = treasury::Payment { asset, amount: Uint128::new(amount), to: to.to_string() };
        Ok(call::call(&self.dao.contracts.treasury, &treasury::ExecuteMsg::Spend { payment })?)
    }

    /// Every ballot of a poll, in the order of the stakers.
    pub fn cast(&self, poll: u64) -> Result<Vec<Cast>> {
        let (mut all, mut start_after) = (BTreeMap::new(), None);
        loop {
            let msg = voting::QueryMsg::Ballots { poll, start_after, limit: Some(page::MAX_PAGE) };
            let page: BallotsResponse = self.dao.ask(&self.dao.contracts.voting, &msg)?;
            start_after = page.ballots.last().map(|ballot| ballot.voter.to_string());
            let ballots = page.ballots.into_iter();
            all.extend(ballots.map(|ballot| (ballot.voter.to_string(), (ballot.choice, ballot.cast))));
            if start_after.is_none() {
                return Ok(self.keys.iter().map(|key| all.remove(key.address())).collect());
            }
        }
    }

    /// A poll.
    pub fn poll(&self, id: u64) -> Result<PollResponse> {
        self.dao.ask(&self.dao.contracts.voting, &voting::QueryMsg::Poll { poll: id })
    }

    /// An operation.
    pub fn operation(&self, id: u64) -> Result<OperationResponse> {
        self.dao.ask(&self.dao.contracts.timelock, &timelock::QueryMsg::Operation { id })
    }
}
