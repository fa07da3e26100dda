//! `isonomia list`: the proposals of a DAO.

use anyhow::{ensure, Result};
use clap::{Args, ValueEnum};
use isonomia_api::page::MAX_PAGE;
use isonomia_api::proposal::{ProposalInfo, ProposalsResponse, QueryMsg};
use isonomia_core::operation::OperationStage;
use isonomia_core::proposal::ProposalStage;
use serde_json::{json, Value};

use super::asking::Question;
use super::desk::Desk;
use super::stage::{stage, word};
use super::told::{table_of_words, Told};
use super::words::cut;
use crate::keeper::Asked;

/// Lists proposals in order of their number, a page at a time.
#[derive(Args, Clone, Debug, Default)]
pub struct List {
    /// Only proposals that stand so; may be repeated.
    #[arg(long)]
    pub stage: Vec<Stage>,
    /// Only proposals after this one.
    #[arg(long)]
    pub after: Option<u64>,
    /// At most so many, 1 to 100.
    #[arg(long, default_value_t = 30)]
    pub limit: u32,
}

/// Where a proposal stands.
#[derive(Clone, Copy, Debug, PartialEq, ValueEnum)]
pub enum Stage {
    /// Its poll has not opened.
    Pending,
    /// It takes votes.
    Open,
    /// Voting is over; it waits to be resolved.
    Closed,
    /// Nobody opened its poll in time; it waits to be resolved.
    Lapsed,
    /// Its proposer withdrew it.
    Withdrawn,
    /// It failed.
    Defeated,
    /// It passed, and has nothing to execute.
    Adopted,
    /// It passed; its timelock runs.
    Waiting,
    /// It may be executed.
    Ready,
    /// It was executed.
    Executed,
    /// It passed and was not executed in time.
    Expired,
    /// It passed and was cancelled.
    Cancelled,
}

impl Stage {
    fn word(self) -> String {
        format!("{self:?}").to_lowercase()
    }
}

/// A proposal, and its operation's stage where it came to one.
type Row = (ProposalInfo, Option<OperationStage>);

impl Question for List {
    type Answer = Told;

    fn ask<D: Asked>(&self, desk: &Desk<'_, D>) -> Result<Told> {
        ensure!((1..=MAX_PAGE).contains(&self.limit), "a page has 1 to {MAX_PAGE} proposals");
        let (rows, more) = self.rows(desk)?;
        let mut listed = table_of_words(["id", "class", "stage", "title"]);
        for (proposal, _) in &rows {
            let (id, class) = (proposal.id.to_string(), proposal.class.name().to_string());
            listed.add_row([id, class, stage(desk, proposal)?, cut(&proposal.title)]);
        }
        let mut text = match rows.is_empty() {
            true => "no proposals\n".to_string(),
            false => format!("{listed}\n"),
        };
        if let Some(after) = more {
            text.push_str(&format!("more: isonomia list --after {after}\n"));
        }
        let json = |(proposal, operation): &Row| -> Value {
            json!({ "stage": word(proposal.stage, *operation), "proposal": proposal })
        };
        let proposals: Vec<Value> = rows.iter().map(json).collect();
        Ok(Told { text, json: json!({ "proposals": proposals, "after": more }) })
    }
}

impl List {
    /// A page of those that are asked for, and where the next begins. A page of the chain is read until there are enough.
    fn rows<D: Asked>(&self, desk: &Desk<'_, D>) -> Result<(Vec<Row>, Option<u64>)> {
        let (mut rows, mut after) = (vec![], self.after);
        loop {
            let msg = QueryMsg::Proposals { start_after: after, limit: Some(MAX_PAGE) };
            let page: ProposalsResponse = desk.ask(&desk.contracts().proposal, &msg)?;
            let whole = page.proposals.len() == MAX_PAGE as usize;
            for proposal in page.proposals {
                if rows.len() == self.limit as usize {
                    return Ok((rows, after));
                }
                after = Some(proposal.id);
                let operation = operation(desk, &proposal)?;
                let at = word(proposal.stage, operation);
                if self.stage.is_empty() || self.stage.iter().any(|stage| stage.word() == at) {
                    rows.push((proposal, operation));
                }
            }
            if !whole {
                return Ok((rows, None));
            }
        }
    }
}

/// Where the operation of a proposal stands, if it came to one.
pub fn operation<D: Asked>(desk: &Desk<'_, D>, proposal: &ProposalInfo) -> Result<Option<OperationStage>> {
    match proposal.stage {
        ProposalStage::Scheduled => Ok(desk.operation(proposal.id)?.map(|operation| operation.stage)),
        _ => Ok(None),
    }
}
