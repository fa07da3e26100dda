//! `isonomia cancel`, `pause` and `guardian`: what the guardian does, and what was done in incidents.

use anyhow::{Context, Result};
use clap::{Args, ValueEnum};
use isonomia_api::page::MAX_PAGE;
use isonomia_api::timelock::{
    ExecuteMsg, GuardianResponse, IncidentInfo, IncidentsResponse, PauseResponse, QueryMsg,
};
use isonomia_core::guardian::SeatStage;
use isonomia_core::pause::{PauseScope, PauseStage};
use serde_json::json;

use super::asking::Question;
use super::clock::{span, utc};
use super::deed::{Deed, Verb};
use super::desk::Desk;
use super::told::{table_of_words, Told};
use super::words::{act, cut, scope};
use crate::keeper::Asked;
use crate::live::Preview;

/// What every act in an incident is entered with.
#[derive(Args, Clone, Debug)]
pub struct Incident {
    /// The name of the incident, 1 to 64 bytes.
    #[arg(long)]
    pub(super) incident: String,
    /// Why, 1 to 512 bytes.
    #[arg(long)]
    pub(super) reason: String,
}

/// Cancels a proposal that passed and was not executed yet, as the guardian.
#[derive(Args, Clone, Debug)]
pub struct Cancel {
    /// The proposal.
    id: u64,
    #[command(flatten)]
    incident: Incident,
}

/// Pauses one thing, as the guardian: at most 72 hours, and then none for 7 days.
#[derive(Args, Clone, Debug)]
pub struct Pause {
    /// What.
    scope: Paused,
    /// For how long: `72h`.
    #[arg(long = "for", value_name = "TIME")]
    length: String,
    #[command(flatten)]
    incident: Incident,
}

/// What is paused.
#[derive(Clone, Copy, Debug, PartialEq, ValueEnum)]
pub enum Paused {
    /// The treasury pays nobody.
    Treasury,
    /// The timelock executes nothing but what only changes the guardian or only unpauses.
    Execution,
}

/// Shows the guardian, what is paused, and the log of incidents.
#[derive(Args, Clone, Debug, Default)]
pub struct Guardian {
    /// Only entries of the log after this number; a page of 100.
    #[arg(long)]
    pub after: Option<u64>,
}

impl Incident {
    /// The lines of a preview for it.
    pub(super) fn told(&self, preview: Preview) -> Preview {
        let says = "these two stay in the log of incidents, for everybody to read";
        preview.line("incident", cut(&self.incident)).line("reason", cut(&self.reason)).line("logged", says)
    }
}

impl Verb for Cancel {
    fn deed<D: Asked>(&self, desk: &Desk<'_, D>, _who: &str) -> Result<Deed> {
        let operation = desk.operation(self.id)?;
        let operation = operation.with_context(|| format!("the timelock has no operation {}", self.id))?;
        let mut preview = Preview::new(&format!("cancel proposal {}, for ever", self.id));
        // Another proposal contract may have made it, and this is done all the same.
        if let Ok(proposal) = desk.proposal(self.id) {
            preview = preview.line("title", cut(&proposal.title));
        }
        let Incident { incident, reason } = self.incident.clone();
        let preview = self.incident.told(preview.line("class", operation.class.name()));
        let msg = ExecuteMsg::Cancel { id: self.id, incident, reason };
        Deed::new(preview, &desk.contracts().timelock, &msg)
    }
}

impl Verb for Pause {
    fn deed<D: Asked>(&self, desk: &Desk<'_, D>, _who: &str) -> Result<Deed> {
        let seconds = desk.clock.duration(&self.length)?;
        let paused = match self.scope {
            Paused::Treasury => PauseScope::TreasuryOutflow,
            Paused::Execution => PauseScope::Execution,
        };
        let preview = Preview::new(&format!("pause {} for {}", scope(paused), span(seconds)))
            .line("until", desk.clock.says(desk.clock.now.saturating_add(seconds)))
            .line("then", "nobody may pause anything for 7 days");
        let (preview, Incident { incident, reason }) = (self.incident.told(preview), self.incident.clone());
        let msg = ExecuteMsg::Pause { scope: paused, seconds, incident, reason };
        Deed::new(preview, &desk.contracts().timelock, &msg)
    }
}

impl Question for Guardian {
    type Answer = Told;

    fn ask<D: Asked>(&self, desk: &Desk<'_, D>) -> Result<Told> {
        let timelock = &desk.contracts().timelock;
        let seat: GuardianResponse = desk.ask(timelock, &QueryMsg::Guardian {})?;
        let pause: PauseResponse = desk.ask(timelock, &QueryMsg::Pause {})?;
        let msg = QueryMsg::Incidents { start_after: self.after, limit: Some(MAX_PAGE) };
        let incidents = desk.ask::<IncidentsResponse>(timelock, &msg)?.incidents;
        let mut told = Told::default();
        told.line("guardian", serving(desk, &seat));
        told.line("paused", paused(desk, &pause));
        told.text.push_str(&log(desk, &incidents));
        let whole = incidents.len() == MAX_PAGE as usize;
        let after = incidents.last().filter(|_| whole).map(|last| last.number);
        if let Some(after) = after {
            told.text.push_str(&format!("more: isonomia guardian --after {after}\n"));
        }
        told.json = json!({ "guardian": seat, "pause": pause, "incidents": incidents, "after": after });
        Ok(told)
    }
}

fn serving<D: Asked>(desk: &Desk<'_, D>, seat: &GuardianResponse) -> String {
    let named = seat.guardian.as_ref().map_or(String::new(), |guardian| desk.contract(guardian.as_str()));
    let until = desk.clock.says(seat.until.unwrap_or_default());
    match seat.seat {
        SeatStage::Vacant => "none: a critical waits half as long again".to_string(),
        SeatStage::Serving => format!("{named} until {until}"),
        SeatStage::Ended => {
            format!("none: the term of {named} ended {until}; a critical waits half as long again")
        }
    }
}

fn paused<D: Asked>(desk: &Desk<'_, D>, pause: &PauseResponse) -> String {
    let Some(last) = &pause.last else { return "nothing, and nothing ever was".to_string() };
    let (what, until) = (scope(last.scope), desk.clock.says(last.until));
    let free = desk.clock.says(last.free_from);
    match pause.stage {
        PauseStage::Running => format!("{what} until {until}"),
        PauseStage::Cooling => format!("nothing; {what} was until {until}, and nothing may be before {free}"),
        PauseStage::Free => format!("nothing; {what} was until {until}"),
    }
}

fn log<D: Asked>(desk: &Desk<'_, D>, incidents: &[IncidentInfo]) -> String {
    if incidents.is_empty() {
        return "no incidents\n".to_string();
    }
    let mut rows = table_of_words(["no.", "when", "by", "did", "in", "because"]);
    for entry in incidents {
        rows.add_row([
            entry.number.to_string(),
            utc(entry.at),
            desk.contract(entry.by.as_str()),
            act(&entry.act),
            cut(&entry.incident),
            cut(&entry.reason),
        ]);
    }
    format!("{rows}\n")
}
