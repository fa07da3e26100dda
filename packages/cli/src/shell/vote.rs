//! `isonomia open` and `vote`.

use anyhow::{bail, Result};
use clap::{Args, ValueEnum};
use isonomia_api::voting::{BallotResponse, DelegatedResponse, ExecuteMsg, PollResponse, QueryMsg, Weight};
use isonomia_core::poll::{PollStage, MAX_EXTENSIONS};
use isonomia_core::tally::Choice;

use super::deed::{Deed, Verb};
use super::desk::Desk;
use super::words::{actions, cut, with_actions};
use crate::keeper::Asked;
use crate::live::Preview;

/// Opens the poll of a proposal; anyone may, and the first ballot does it too.
#[derive(Args, Clone, Debug)]
pub struct Open {
    /// The proposal.
    id: u64,
}

/// Votes, or changes your vote. What you delegated counts with you in this poll.
#[derive(Args, Clone, Debug)]
pub struct Vote {
    /// The proposal.
    id: u64,
    /// What you say.
    choice: Said,
}

/// What an account says.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Said {
    /// In favour.
    Yes,
    /// Against.
    No,
    /// Neither; it counts as turnout.
    Abstain,
}

impl From<Said> for Choice {
    fn from(said: Said) -> Choice {
        match said {
            Said::Yes => Choice::Yes,
            Said::No => Choice::No,
            Said::Abstain => Choice::Abstain,
        }
    }
}

impl Verb for Open {
    fn deed<D: Asked>(&self, desk: &Desk<'_, D>, _who: &str) -> Result<Deed> {
        let poll = desk.poll(self.id)?;
        check_open(desk, &poll, PollStage::Due)?;
        let preview = Preview::new(&format!("open the poll of proposal {}", self.id))
            .line("title", cut(&desk.proposal(self.id)?.title))
            .line("closes", desk.clock.says(desk.clock.now + poll.rules.voting))
            .line("counts", "stake, power and delegations as they are at the start of that block");
        Deed::new(preview, &desk.contracts().voting, &ExecuteMsg::Open { poll: self.id })
    }
}

impl Verb for Vote {
    fn deed<D: Asked>(&self, desk: &Desk<'_, D>, who: &str) -> Result<Deed> {
        let (choice, poll) = (Choice::from(self.choice), desk.poll(self.id)?);
        check_open(desk, &poll, PollStage::Open)?;
        let body = desk.body(self.id)?;
        let preview = Preview::new(&format!("vote {} on proposal {}", choice.name(), self.id))
            .line("title", cut(&body.title))
            .line("class", poll.class.name());
        let preview = with_actions(preview, &actions(desk, &body));
        let preview = with_weight(preview, desk, &poll, who)?;
        let preview = match &poll.opened {
            Some(opened) => preview.line("closes", desk.clock.says(opened.closes)),
            None => preview
                .line("opens", "with this ballot: nobody has opened the poll yet; what counts is fixed"),
        };
        let last = poll.opened.as_ref().is_some_and(|opened| opened.extensions >= MAX_EXTENSIONS);
        let preview = if last {
            preview.line("note", "the close has moved twice: only No, or a Yes to Abstain, is still taken")
        } else {
            preview
        };
        Deed::new(preview, &desk.contracts().voting, &ExecuteMsg::Vote { poll: self.id, choice })
    }
}

/// Refuses a poll that takes nothing now, and says when it will or did.
fn check_open<D: Asked>(desk: &Desk<'_, D>, poll: &PollResponse, wanted: PollStage) -> Result<()> {
    let id = poll.id;
    match poll.stage {
        PollStage::Due => Ok(()),
        PollStage::Open if wanted == PollStage::Open => Ok(()),
        PollStage::Open => bail!("the poll of proposal {id} is open already"),
        PollStage::Pending => bail!("the poll of proposal {id} opens {}", desk.clock.says(poll.opens)),
        PollStage::Lapsed => bail!("the poll of proposal {id} has lapsed: nobody opened it in time"),
        PollStage::Cancelled => bail!("proposal {id} was withdrawn"),
        PollStage::Closed | PollStage::Settled => bail!("the poll of proposal {id} is over"),
    }
}

fn with_weight<D: Asked>(
    preview: Preview,
    desk: &Desk<'_, D>,
    poll: &PollResponse,
    who: &str,
) -> Result<Preview> {
    let voting = &desk.contracts().voting;
    let account = desk.account(who)?;
    let weight = match &poll.opened {
        Some(_) => {
            let msg = QueryMsg::Delegated { poll: poll.id, delegate: who.to_string() };
            desk.ask::<DelegatedResponse>(voting, &msg)?.cast
        }
        None => account.own,
    };
    let mut preview = preview.line("weight", says(desk, &weight));
    let msg = QueryMsg::Ballot { poll: poll.id, voter: who.to_string() };
    let ballot = desk.ask::<BallotResponse>(voting, &msg)?.ballot.and_then(|ballot| ballot.choice);
    if let Some(before) = ballot {
        preview = preview.line("replaces", before.name());
    }
    if !account.delegation.is_empty() {
        preview = preview.line("delegates", "lose in this poll what you delegated to them");
    }
    Ok(preview)
}

/// What a ballot weighs in both keys.
pub fn says<D: Asked>(desk: &Desk<'_, D>, weight: &Weight) -> String {
    let (power, stake) = (desk.power(weight.power.u128()), desk.stake(weight.stake.u128()));
    match weight.unattested_stake.is_zero() {
        true => format!("{power} in the people's key, {stake} in the stake key"),
        false => {
            let unattested = desk.stake(weight.unattested_stake.u128());
            format!("{power} in the people's key, {stake} in the stake key ({unattested} un-attested)")
        }
    }
}
