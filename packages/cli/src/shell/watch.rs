//! `isonomia watch`: follows proposals until they have ended.

use std::collections::BTreeMap;
use std::thread::sleep;
use std::time::Duration;

use anyhow::Result;
use clap::Args;
use indicatif::ProgressBar;
use isonomia_api::page::MAX_PAGE;
use isonomia_api::proposal::{ProposalsResponse, QueryMsg};
use isonomia_chain::ChainError;

use super::asking::Place;
use super::clock::span;
use super::desk::Desk;
use super::list::operation;
use super::sighting::{look, news, News, Sighting};
use super::stage::is_over;
use crate::keeper::Asked;
use crate::live::{Live, LiveDao};

/// The longest pause while no node answers.
const LONGEST_PAUSE: u64 = 60;

/// Follows a proposal until it has ended, a line for each thing that happens; a node that is away is waited for.
#[derive(Args, Clone, Debug)]
pub struct WatchCommand {
    /// The proposal; every one unless given, and then for ever.
    id: Option<u64>,
    /// Seconds between two looks.
    #[arg(long, default_value_t = 2)]
    every: u64,
    #[command(flatten)]
    place: Place,
}

/// What was seen so far.
#[derive(Default)]
pub struct Watch {
    seen: BTreeMap<u64, Sighting>,
    /// Every proposal up to this one is over.
    over: Option<u64>,
}

impl Watch {
    /// Looks once more at a proposal, or at all that are not over, and tells what is news.
    pub fn look<D: Asked>(&mut self, desk: &Desk<'_, D>, id: Option<u64>) -> Result<Vec<News>> {
        let ids = match id {
            Some(id) => vec![id],
            None => self.living(desk)?,
        };
        let mut told = Vec::new();
        for id in ids {
            let now = look(desk, id)?;
            told.extend(news(self.seen.get(&id), &now));
            self.seen.insert(id, now);
        }
        Ok(told)
    }

    /// Whether a proposal has ended.
    pub fn is_over(&self, id: u64) -> bool {
        self.seen.get(&id).is_some_and(|seen| seen.over)
    }

    /// The first moment at which something that was seen changes by itself.
    pub fn next(&self) -> Option<u64> {
        self.seen.values().filter_map(|seen| seen.next).min()
    }

    /// Those that are not over, and those whose end is not told yet.
    fn living<D: Asked>(&mut self, desk: &Desk<'_, D>) -> Result<Vec<u64>> {
        let (mut living, mut after, mut all_over) = (vec![], self.over, true);
        loop {
            let msg = QueryMsg::Proposals { start_after: after, limit: Some(MAX_PAGE) };
            let page: ProposalsResponse = desk.ask(&desk.contracts().proposal, &msg)?;
            for proposal in &page.proposals {
                after = Some(proposal.id);
                let over = is_over(proposal.stage, operation(desk, proposal)?);
                let told = self.seen.get(&proposal.id).is_none_or(|seen| seen.over);
                if !(over && told) {
                    living.push(proposal.id);
                }
                all_over &= over && told;
                if all_over {
                    self.over = after;
                }
            }
            if page.proposals.len() < MAX_PAGE as usize {
                return Ok(living);
            }
        }
    }
}

impl WatchCommand {
    /// Follows, and prints.
    pub fn run(&self) -> Result<()> {
        let dao = self.place.dao.open(Live::unasked(self.place.chain.file()?))?;
        let (mut watch, mut pause) = (Watch::default(), self.every);
        let spinner = ProgressBar::new_spinner();
        spinner.enable_steady_tick(Duration::from_millis(200));
        loop {
            match self.round(&mut watch, &dao, &spinner) {
                Ok(()) => pause = self.every,
                Err(error) if is_passing(&error) => {
                    spinner.suspend(|| eprintln!("isonomia: {error:#}; next try in {pause} s"));
                    pause = (pause * 2).clamp(1, LONGEST_PAUSE);
                }
                Err(error) => return Err(error),
            }
            if self.id.is_some_and(|id| watch.is_over(id)) {
                spinner.finish_and_clear();
                return Ok(());
            }
            sleep(Duration::from_secs(pause.max(1)));
        }
    }

    fn round(&self, watch: &mut Watch, dao: &LiveDao, spinner: &ProgressBar) -> Result<()> {
        dao.live.check_chain()?;
        let desk = self.place.desk(dao)?;
        for news in watch.look(&desk, self.id)? {
            spinner.suspend(|| match self.place.json {
                true => println!("{}", news.json),
                false => println!("{}", news.text),
            });
        }
        spinner.set_message(match watch.next() {
            Some(next) => format!("next in {}", span(next.saturating_sub(desk.clock.now))),
            None => "waiting".to_string(),
        });
        Ok(())
    }
}

/// Whether the same question may be answered later.
fn is_passing(error: &anyhow::Error) -> bool {
    error.downcast_ref::<ChainError>().is_some_and(ChainError::is_passing)
}
