//! Commands that only ask.

use std::fmt::Display;

use anyhow::Result;
use clap::Args;
use isonomia_chain::ChainFile;
use serde_json::Value;

use super::desk::Desk;
use super::notation::Notation;
use crate::keeper::Asked;
use crate::live::{ChainOptions, DaoOptions, LiveDao};

/// What is printed: for a person, or as one JSON object for a script.
pub trait Answer: Display {
    /// For a script.
    fn json(&self) -> Value;
}

/// A command that only asks.
pub trait Question {
    /// What is printed.
    type Answer: Answer;

    /// Asks the DAO.
    fn ask<D: Asked>(&self, desk: &Desk<'_, D>) -> Result<Self::Answer>;
}

/// Which DAO, on which chain, and how its answers are printed.
#[derive(Args, Clone, Debug)]
pub struct Place {
    #[command(flatten)]
    pub(super) chain: ChainOptions,
    #[command(flatten)]
    pub(super) dao: DaoOptions,
    /// Prints one JSON object instead.
    #[arg(long)]
    pub(super) json: bool,
}

/// A command that only asks, and whom.
#[derive(Args, Clone, Debug)]
pub struct Asking<Q: Args> {
    #[command(flatten)]
    question: Q,
    #[command(flatten)]
    place: Place,
}

impl<Q: Args + Question> Asking<Q> {
    /// Asks, and prints the answer.
    pub fn run(&self) -> Result<()> {
        let dao = self.place.open()?;
        self.place.print(&self.question.ask(&self.place.desk(&dao)?)?);
        Ok(())
    }
}

impl Place {
    /// The DAO, if its chain answers.
    pub(super) fn open(&self) -> Result<LiveDao> {
        self.dao.open(self.chain.connect()?)
    }

    /// How people write on this chain; on a devnet its accounts have names.
    pub(super) fn notation(&self, chain: &ChainFile) -> Notation {
        let devnet = crate::devnet::is_devnet_chain(&chain.chain_id);
        let names = if devnet { crate::devnet::accounts() } else { &[] };
        let named = names.iter().map(|account| (account.name.clone(), account.address.clone()));
        Notation::of(chain).with_names(named)
    }

    pub(super) fn desk<'a>(&self, dao: &'a LiveDao) -> Result<Desk<'a, LiveDao>> {
        Desk::new(dao, &dao.live.chain.chain_id, self.notation(&dao.live.chain))
    }

    pub(super) fn print(&self, answer: &impl Answer) {
        match self.json {
            true => println!("{}", answer.json()),
            false => print!("{answer}"),
        }
    }
}
