//! `isonomia show`: a proposal, as far as it has come.

use anyhow::Result;
use clap::Args;
use isonomia_api::proposal::{BodyResponse, DepositInfo, DepositState, ProposalInfo};
use isonomia_api::voting::{OpenedPoll, PollResponse};
use isonomia_core::class::Scope;
use isonomia_core::verdict::Mode;
use serde_json::{json, Value};

use super::asking::Question;
use super::desk::Desk;
use super::requirement::{requirements, Requirement};
use super::stage::{stage, word};
use super::told::{table_of_words, Told};
use super::words::{actions, cut};
use crate::demo::table;
use crate::keeper::Asked;

/// Shows a proposal: where it stands, what it would do, both keys, and what is still missing.
#[derive(Args, Clone, Debug)]
pub struct Show {
    /// The proposal.
    pub id: u64,
}

impl Question for Show {
    type Answer = Told;

    fn ask<D: Asked>(&self, desk: &Desk<'_, D>) -> Result<Told> {
        let (proposal, body) = (desk.proposal(self.id)?, desk.body(self.id)?);
        let (poll, operation) = (desk.poll(self.id)?, desk.operation(self.id)?);
        let conditions = poll.opened.as_ref().map_or(vec![], |opened| requirements(desk, &poll, opened));
        let mut told = Told::default();
        head(&mut told, desk, &proposal, &body)?;
        times(&mut told, desk, &proposal, &poll);
        if let Some(opened) = &poll.opened {
            tally(&mut told, desk, opened);
            told.text.push_str(&format!("{}\n", judged(&conditions)));
        }
        told.json = json!({
            "stage": word(proposal.stage, operation.as_ref().map(|operation| operation.stage)),
            "proposal": proposal,
            "body": body_json(&body),
            "poll": poll,
            "conditions": conditions,
            "operation": operation,
        });
        Ok(told)
    }
}

fn head<D: Asked>(
    told: &mut Told,
    desk: &Desk<'_, D>,
    proposal: &ProposalInfo,
    body: &BodyResponse,
) -> Result<()> {
    told.line("proposal", format!("{}: {}", proposal.id, cut(&body.title)));
    told.line("stage", stage(desk, proposal)?);
    let scope = match proposal.scope {
        Scope::Ordinary => "",
        Scope::CancelOrPause => ", it only cancels or pauses",
        Scope::Repair => ", it repairs the registry",
        Scope::Registrar => ", it names another registrar",
        Scope::Guardian => ", the guardian can neither cancel it nor hold it up",
    };
    told.line("class", format!("{}{scope}", proposal.class.name()));
    told.line("proposer", desk.notation.calls(proposal.proposer.as_str()));
    for line in body.summary.lines() {
        told.line("", cut(line));
    }
    if let Some(link) = &body.link {
        told.line("link", format!("{} (SHA-256 {})", cut(&link.uri), link.sha256));
    }
    let words = actions(desk, body);
    if words.is_empty() {
        told.line("actions", "none: it is an opinion");
    }
    for (index, action) in words.iter().enumerate() {
        told.line(&format!("action {}", index + 1), action);
    }
    if let Some(deposit) = &proposal.deposit {
        told.line("deposit", deposit_says(desk, deposit));
    }
    Ok(())
}

fn deposit_says<D: Asked>(desk: &Desk<'_, D>, deposit: &DepositInfo) -> String {
    let state = match deposit.state {
        DepositState::Held => "held until it is resolved",
        DepositState::Returned => "the proposer's, for `isonomia claim-deposit`",
        DepositState::Forfeited => "forfeited to the treasury, for `isonomia claim-deposit`",
        DepositState::Paid => "paid",
    };
    format!("{}, {state}", desk.notation.says(deposit.amount.u128(), &deposit.asset))
}

fn times<D: Asked>(told: &mut Told, desk: &Desk<'_, D>, proposal: &ProposalInfo, poll: &PollResponse) {
    told.line("submitted", desk.clock.says(proposal.submitted));
    match &poll.opened {
        None => told.line("may open", desk.clock.says(poll.opens)),
        Some(opened) => {
            let height = opened.snapshot.height;
            let time = desk.clock.says(opened.snapshot.time);
            told.line("opened", format!("{time}, at block {height}"));
            told.line("closes", desk.clock.says(opened.closes));
            if opened.extensions > 0 {
                told.line("extensions", opened.extensions);
            }
        }
    }
}

fn tally<D: Asked>(told: &mut Told, desk: &Desk<'_, D>, opened: &OpenedPoll) {
    let judged = match opened.mode {
        Mode::TwoKey => "by two keys",
        Mode::Bootstrap => "by stake, until enough accounts are attested",
        Mode::StakeRepair => "by stake: repair below the line",
        Mode::StakeRegistrar => "by stake: another registrar, below the line",
    };
    told.line("judged", judged);
    let mut rows = table(["", "people's key", "stake key", "un-attested stake"]);
    let tally = &opened.tally;
    let sums = [("yes", &tally.yes), ("no", &tally.no), ("abstain", &tally.abstain)];
    for (choice, sum) in sums {
        rows.add_row([
            choice.to_string(),
            desk.power(sum.power.u128()),
            desk.stake(sum.stake.u128()),
            desk.stake(sum.unattested_stake.u128()),
        ]);
    }
    rows.add_row([
        "of all".to_string(),
        desk.power(opened.totals.power.u128()),
        desk.stake(opened.totals.stake.u128()),
        String::new(),
    ]);
    told.text.push_str(&format!("{rows}\n"));
}

fn judged(conditions: &[Requirement]) -> comfy_table::Table {
    let mut rows = table_of_words(["condition", "asks", "has", "holds", "missing"]);
    for each in conditions {
        let holds = if each.holds { "✓" } else { "✗" };
        let missing = each.missing.as_deref().unwrap_or_default();
        rows.add_row([each.condition, &each.asks, &each.has, holds, missing]);
    }
    rows
}

/// The text of a proposal, its actions as the JSON that they are.
fn body_json(body: &BodyResponse) -> Value {
    let actions: Value = serde_json::from_slice(&body.actions).unwrap_or_default();
    let hash = body.hash.to_hex();
    json!({ "title": body.title, "summary": body.summary, "link": body.link, "actions": actions, "hash": hash })
}
