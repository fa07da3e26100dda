//! A proposal as it was seen, and what is news since.

use anyhow::Result;
use isonomia_api::voting::{OpenedPoll, TallyInfo};
use isonomia_core::poll::PollStage;
use isonomia_core::proposal::ProposalStage;
use serde_json::{json, Value};

use super::desk::Desk;
use super::requirement::of_sum;
use super::stage::{is_over, stage, word};
use crate::keeper::Asked;

/// A proposal as it was seen.
#[derive(Clone, Debug, PartialEq)]
pub struct Sighting {
    /// Which.
    pub id: u64,
    /// One word for where it stands; `due` where its poll may be opened.
    pub stage: &'static str,
    /// Whether nothing will change any more.
    pub over: bool,
    /// When something changes by itself: it opens, closes, is ready, expires.
    pub next: Option<u64>,
    says: String,
    tally: Option<TallyInfo>,
    shares: String,
    closes: Option<u64>,
}

/// Something that happened to a proposal.
#[derive(Clone, Debug, PartialEq)]
pub struct News {
    /// For a person.
    pub text: String,
    /// For a script.
    pub json: Value,
}

/// Looks at a proposal.
pub fn look<D: Asked>(desk: &Desk<'_, D>, id: u64) -> Result<Sighting> {
    let (proposal, poll) = (desk.proposal(id)?, desk.poll(id)?);
    let operation = match proposal.stage {
        ProposalStage::Scheduled => desk.operation(id)?,
        _ => None,
    };
    let at = operation.as_ref().map(|operation| operation.stage);
    let due = proposal.stage == ProposalStage::Pending && poll.stage == PollStage::Due;
    let opened = poll.opened.as_ref();
    let ahead = |moment: &u64| *moment > desk.clock.now;
    let moments = [
        Some(poll.opens),
        opened.map(|opened| opened.closes),
        due.then(|| poll.opens.saturating_add(poll.rules.voting)),
        operation.as_ref().map(|operation| operation.eta),
        operation.as_ref().map(|operation| operation.expires),
    ];
    let over = is_over(proposal.stage, at);
    Ok(Sighting {
        id,
        stage: if due { "due" } else { word(proposal.stage, at) },
        over,
        next: moments.into_iter().flatten().filter(ahead).min().filter(|_| !over),
        says: stage(desk, &proposal)?,
        tally: opened.map(|opened| opened.tally.clone()),
        shares: opened.map_or(String::new(), |opened| shares(desk, opened)),
        closes: opened.map(|opened| opened.closes),
    })
}

fn shares<D: Asked>(desk: &Desk<'_, D>, opened: &OpenedPoll) -> String {
    let (yes, no) = (&opened.tally.yes, &opened.tally.no);
    let (yes_side, no_side) = (opened.yes_side.u128(), opened.no_side.u128());
    let key = of_sum(yes_side, no_side);
    let passes = if opened.passes { "it would pass" } else { "it would not pass" };
    let (yes, no) = (desk.stake(yes.stake.u128()), desk.stake(no.stake.u128()));
    format!("{key} of the key for Yes, stake {yes} for and {no} against; {passes}")
}

/// What is news since the last look; everything is where there was none.
pub fn news(before: Option<&Sighting>, now: &Sighting) -> Vec<News> {
    let mut news = Vec::new();
    if before.map(|before| before.stage) != Some(now.stage) {
        news.push(told(now, "stage", &now.says));
    }
    if let (Some(before), Some(tally)) = (before, &now.tally) {
        if before.tally.as_ref() != Some(tally) && before.tally.is_some() {
            news.push(told(now, "votes", &now.shares));
        }
        if before.closes.is_some() && before.closes != now.closes {
            news.push(told(now, "extended", &now.says));
        }
    }
    news
}

fn told(now: &Sighting, what: &str, says: &str) -> News {
    let text = format!("proposal {}: {says}", now.id);
    let json = json!({
        "proposal_id": now.id, "event": what, "stage": now.stage, "tally": now.tally, "closes": now.closes, "says": says,
    });
    News { text, json }
}
