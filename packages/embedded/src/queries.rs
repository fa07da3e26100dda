//! What actors and tests ask.

use anyhow::{Context, Result};
use cosmwasm_std::Addr;
use isonomia_api::proposal::{BodyResponse, ProposalInfo};
use isonomia_api::timelock::{OperationInfo, OperationResponse};
use isonomia_api::voting::{
    AccountResponse, BallotResponse, DelegatedResponse, OpenedPoll, PollResponse, QuorumResponse,
    RegistryResponse, TotalsResponse, Weight,
};
use isonomia_api::{proposal, timelock, voting};

use crate::Dao;

impl Dao {
    /// A poll.
    pub fn poll(&self, id: u64) -> Result<PollResponse> {
        self.ask(&self.contracts.voting, &voting::QueryMsg::Poll { poll: id })
    }

    /// A poll that has opened.
    pub fn opened(&self, id: u64) -> Result<OpenedPoll> {
        self.poll(id)?.opened.with_context(|| format!("poll {id} has not opened"))
    }

    /// An account in voting.
    pub fn account(&self, who: &Addr) -> Result<AccountResponse> {
        self.ask(&self.contracts.voting, &voting::QueryMsg::Account { account: who.to_string() })
    }

    /// A ballot.
    pub fn ballot(&self, id: u64, voter: &Addr) -> Result<BallotResponse> {
        self.ask(&self.contracts.voting, &voting::QueryMsg::Ballot { poll: id, voter: voter.to_string() })
    }

    /// V, X and n after the last change.
    pub fn totals(&self) -> Result<TotalsResponse> {
        self.ask(&self.contracts.voting, &voting::QueryMsg::Totals { height: None })
    }

    /// V, X and n at the start of a block.
    pub fn totals_at(&self, height: u64) -> Result<TotalsResponse> {
        self.ask(&self.contracts.voting, &voting::QueryMsg::Totals { height: Some(height) })
    }

    /// What an account brought to both keys at the start of a block.
    pub fn power_at(&self, who: &Addr, height: u64) -> Result<Weight> {
        let msg = voting::QueryMsg::Power { account: who.to_string(), height: Some(height) };
        self.ask(&self.contracts.voting, &msg)
    }

    /// What a delegate has in a poll.
    pub fn delegated(&self, poll: u64, delegate: &Addr) -> Result<DelegatedResponse> {
        let msg = voting::QueryMsg::Delegated { poll, delegate: delegate.to_string() };
        self.ask(&self.contracts.voting, &msg)
    }

    /// The adaptive quorum.
    pub fn quorum(&self) -> Result<QuorumResponse> {
        self.ask(&self.contracts.voting, &voting::QueryMsg::Quorum {})
    }

    /// The registry as voting sees it.
    pub fn registry(&self) -> Result<RegistryResponse> {
        self.ask(&self.contracts.voting, &voting::QueryMsg::Registry {})
    }

    /// A proposal.
    pub fn proposal(&self, id: u64) -> Result<ProposalInfo> {
        self.ask(&self.contracts.proposal, &proposal::QueryMsg::Proposal { id })
    }

    /// The text of a proposal, and its actions.
    pub fn body(&self, id: u64) -> Result<BodyResponse> {
        self.ask(&self.contracts.proposal, &proposal::QueryMsg::Body { id })
    }

    /// An operation.
    pub fn operation(&self, id: u64) -> Result<OperationInfo> {
        let msg = timelock::QueryMsg::Operation { id };
        let response: OperationResponse = self.ask(&self.contracts.timelock, &msg)?;
        response.operation.with_context(|| format!("there is no operation {id}"))
    }
}
