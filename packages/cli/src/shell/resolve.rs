//! `isonomia resolve`, `execute`, `withdraw` and `claim-deposit`: how a proposal ends.

use anyhow::{bail, ensure, Context, Result};
use clap::Args;
use isonomia_api::proposal::{DepositState, ExecuteMsg, ProposalInfo};
use isonomia_api::timelock;
use isonomia_core::operation::OperationStage;
use isonomia_core::proposal::ProposalStage;

use super::deed::{Deed, Verb};
use super::desk::Desk;
use super::stage::stage;
use super::words::{actions, cut, with_actions};
use crate::keeper::Asked;
use crate::live::Preview;

/// Resolves a proposal whose poll is over: it fails, or it is scheduled. Anyone may.
#[derive(Args, Clone, Debug)]
pub struct Resolve {
    /// The proposal.
    id: u64,
}

/// Executes a proposal that passed, once its timelock is over. Anyone may.
#[derive(Args, Clone, Debug)]
pub struct Execute {
    /// The proposal.
    id: u64,
}

/// Withdraws your proposal before its poll opens, and frees its deposit.
#[derive(Args, Clone, Debug)]
pub struct Withdraw {
    /// The proposal.
    id: u64,
}

/// Pays a deposit to its proposer, or to the treasury if it was forfeited. Anyone may.
#[derive(Args, Clone, Debug)]
pub struct ClaimDeposit {
    /// The proposal.
    id: u64,
}

impl Verb for Resolve {
    fn deed<D: Asked>(&self, desk: &Desk<'_, D>, _who: &str) -> Result<Deed> {
        let proposal = desk.proposal(self.id)?;
        let over = matches!(proposal.stage, ProposalStage::Closed | ProposalStage::Lapsed);
        ensure!(over, "proposal {} is not to be resolved: {}", self.id, stage(desk, &proposal)?);
        let expected = match desk.poll(self.id)?.opened {
            None => "defeated: nobody opened its poll".to_string(),
            Some(opened) if !opened.passes => "defeated".to_string(),
            Some(_) if proposal.class.is_binding() => {
                "scheduled, unless the policy or the time forbids".into()
            }
            Some(_) => "adopted".to_string(),
        };
        let preview = of("resolve", &proposal).line("then", expected);
        Deed::new(preview, &desk.contracts().proposal, &ExecuteMsg::Resolve { id: self.id })
    }
}

impl Verb for Execute {
    fn deed<D: Asked>(&self, desk: &Desk<'_, D>, _who: &str) -> Result<Deed> {
        let proposal = desk.proposal(self.id)?;
        let operation = desk.operation(self.id)?;
        let operation = match operation {
            Some(operation) if operation.stage == OperationStage::Ready => operation,
            _ => bail!("proposal {} is not to be executed: {}", self.id, stage(desk, &proposal)?),
        };
        let body = desk.body(self.id)?;
        let preview = of("execute", &proposal).line("expires", desk.clock.says(operation.expires));
        let preview = with_actions(preview, &actions(desk, &body));
        let msg = timelock::ExecuteMsg::Execute { id: self.id, actions: body.actions };
        Deed::new(preview, &desk.contracts().timelock, &msg)
    }
}

impl Verb for Withdraw {
    fn deed<D: Asked>(&self, desk: &Desk<'_, D>, who: &str) -> Result<Deed> {
        let proposal = desk.proposal(self.id)?;
        ensure!(
            proposal.proposer.as_str() == who,
            "proposal {} is {}'s: only its proposer withdraws it",
            self.id,
            proposal.proposer
        );
        ensure!(
            proposal.stage == ProposalStage::Pending,
            "proposal {} is not to be withdrawn: {}",
            self.id,
            stage(desk, &proposal)?
        );
        let preview = of("withdraw", &proposal);
        let preview = match &proposal.deposit {
            Some(deposit) => {
                let amount = desk.notation.says(deposit.amount.u128(), &deposit.asset);
                preview
                    .line("deposit", format!("{amount} is freed, for `isonomia claim-deposit {}`", self.id))
            }
            None => preview,
        };
        Deed::new(preview, &desk.contracts().proposal, &ExecuteMsg::Withdraw { id: self.id })
    }
}

impl Verb for ClaimDeposit {
    fn deed<D: Asked>(&self, desk: &Desk<'_, D>, _who: &str) -> Result<Deed> {
        let proposal = desk.proposal(self.id)?;
        let deposit =
            proposal.deposit.as_ref().with_context(|| format!("proposal {} had no deposit", self.id))?;
        let to = match deposit.state {
            DepositState::Returned => desk.notation.calls(proposal.proposer.as_str()),
            DepositState::Forfeited => "the treasury: it was forfeited".to_string(),
            DepositState::Paid => bail!("the deposit of proposal {} was paid already", self.id),
            DepositState::Held => {
                bail!("the deposit of proposal {} is held: {}", self.id, stage(desk, &proposal)?)
            }
        };
        let preview = of("pay out the deposit of", &proposal)
            .line("amount", desk.notation.says(deposit.amount.u128(), &deposit.asset))
            .line("to", to);
        Deed::new(preview, &desk.contracts().proposal, &ExecuteMsg::ClaimDeposit { id: self.id })
    }
}

fn of(what: &str, proposal: &ProposalInfo) -> Preview {
    Preview::new(&format!("{what} proposal {}", proposal.id))
        .line("title", cut(&proposal.title))
        .line("class", proposal.class.name())
}
