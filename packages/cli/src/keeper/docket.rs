//! What is due in a DAO. The chain is the log: a docket only remembers up to where everything is over, so that a sweep
//! does not read the whole past again; a new one finds out by itself.

use anyhow::Result;
use cosmwasm_std::Addr;
use isonomia_api::identity::{AttestationStage, AttestationsResponse, MAX_ACCOUNTS};
use isonomia_api::page::MAX_PAGE;
use isonomia_api::plan::Suite;
use isonomia_api::proposal::{ProposalInfo, ProposalsResponse};
use isonomia_api::timelock::OperationsResponse;
use isonomia_api::vault::UnnoticedResponse;
use isonomia_api::voting::PollResponse;
use isonomia_api::{identity, proposal, timelock, vault, voting};
use isonomia_chain::ChainError;
use isonomia_core::operation::OperationStage;
use isonomia_core::poll::PollStage;
use isonomia_core::proposal::ProposalStage;
use serde::de::DeserializeOwned;
use serde::Serialize;

use super::Duty;

/// A DAO that can be asked.
pub trait Asked {
    /// Its contracts.
    fn contracts(&self) -> &Suite<Addr>;
    /// What a contract answers.
    fn ask<T: DeserializeOwned>(
        &self,
        contract: &Addr,
        msg: &(impl Serialize + std::fmt::Debug),
    ) -> Result<T>;
    /// The moment of the last block, in seconds.
    fn now(&self) -> Result<u64>;
}

/// What is due in a DAO.
#[derive(Debug, Default)]
pub struct Docket {
    /// Every proposal up to this one is over.
    proposals: Option<u64>,
    /// Every operation up to this one is over.
    operations: Option<u64>,
    /// The attestations up to this account were looked at; one page in each sweep, round and round.
    attestations: Option<String>,
    /// What the last sweep could not read, and why.
    unread: Vec<String>,
}

impl Docket {
    /// Everything that is due now. Costs a few queries, however old and large the DAO is. What a contract does not answer
    /// holds up nothing else of the DAO, and is told by `unread`; a node that is away is an error.
    pub fn sweep(&mut self, dao: &impl Asked) -> Result<Vec<Duty>> {
        self.unread.clear();
        let parts =
            [self.sweep_proposals(dao), self.sweep_operations(dao), exits(dao), self.sweep_attestations(dao)];
        let mut due = vec![];
        for part in parts {
            match part {
                Ok(duties) => due.extend(duties),
                Err(error) if is_passing(&error) => return Err(error),
                Err(error) => self.unread.push(format!("{error:#}")),
            }
        }
        Ok(due)
    }

    /// What the last sweep could not read, and why.
    pub fn unread(&self) -> &[String] {
        &self.unread
    }

    fn sweep_proposals(&mut self, dao: &impl Asked) -> Result<Vec<Duty>> {
        let (mut due, mut after, mut all_over) = (vec![], self.proposals, true);
        loop {
            let msg = proposal::QueryMsg::Proposals { start_after: after, limit: Some(MAX_PAGE) };
            let page: ProposalsResponse = dao.ask(&dao.contracts().proposal, &msg)?;
            for proposal in &page.proposals {
                after = Some(proposal.id);
                all_over &= is_over(proposal.stage);
                if all_over {
                    self.proposals = after;
                }
                due.extend(duty_of(dao, proposal)?);
            }
            if page.proposals.len() < MAX_PAGE as usize {
                return Ok(due);
            }
        }
    }

    fn sweep_operations(&mut self, dao: &impl Asked) -> Result<Vec<Duty>> {
        let (mut due, mut after, mut all_over) = (vec![], self.operations, true);
        loop {
            let msg = timelock::QueryMsg::Operations { start_after: after, limit: Some(MAX_PAGE) };
            let page: OperationsResponse = dao.ask(&dao.contracts().timelock, &msg)?;
            for operation in &page.operations {
                after = Some(operation.id);
                all_over &= !matches!(operation.stage, OperationStage::Waiting | OperationStage::Ready);
                if all_over {
                    self.operations = after;
                }
                if operation.stage == OperationStage::Ready && operation.void.is_none() {
                    due.push(Duty::Execute { id: operation.id });
                }
            }
            if page.operations.len() < MAX_PAGE as usize {
                return Ok(due);
            }
        }
    }

    fn sweep_attestations(&mut self, dao: &impl Asked) -> Result<Vec<Duty>> {
        let start_after = self.attestations.take();
        let msg = identity::QueryMsg::Attestations { start_after, limit: Some(MAX_PAGE) };
        let page: AttestationsResponse = dao.ask(&dao.contracts().identity, &msg)?;
        let now = dao.now()?;
        if page.attestations.len() == MAX_PAGE as usize {
            self.attestations = page.attestations.last().map(|entry| entry.account.to_string());
        }
        let expired = |stage| matches!(stage, AttestationStage::Live { until } if until <= now);
        let accounts = page.attestations.into_iter().filter(|entry| expired(entry.attestation.stage));
        let accounts: Vec<Addr> = accounts.map(|entry| entry.account).collect();
        Ok(accounts.chunks(MAX_ACCOUNTS).map(|some| Duty::Expire { accounts: some.to_vec() }).collect())
    }
}

/// Whether the same question may be answered later without anybody changing anything.
fn is_passing(error: &anyhow::Error) -> bool {
    error.downcast_ref::<ChainError>().is_some_and(ChainError::is_passing)
}

fn duty_of(dao: &impl Asked, proposal: &ProposalInfo) -> Result<Option<Duty>> {
    let id = proposal.id;
    Ok(match proposal.stage {
        ProposalStage::Closed | ProposalStage::Lapsed => Some(Duty::Resolve { id }),
        ProposalStage::Pending => {
            let msg = voting::QueryMsg::Poll { poll: id };
            let poll: PollResponse = dao.ask(&dao.contracts().voting, &msg)?;
            (poll.stage == PollStage::Due).then_some(Duty::Open { id })
        }
        _ => None,
    })
}

fn is_over(stage: ProposalStage) -> bool {
    use ProposalStage::{Closed, Lapsed, Open, Pending};
    !matches!(stage, Pending | Open | Closed | Lapsed)
}

/// Exits of which voting has not been told, one page; those that were told leave the list.
fn exits(dao: &impl Asked) -> Result<Vec<Duty>> {
    let msg = vault::QueryMsg::Unnoticed { start_after: None, limit: Some(MAX_PAGE) };
    let page: UnnoticedResponse = dao.ask(&dao.contracts().vault, &msg)?;
    Ok(page.accounts.into_iter().map(|account| Duty::Sync { account }).collect())
}
