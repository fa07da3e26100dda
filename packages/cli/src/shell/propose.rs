//! `isonomia propose`: a draft, its class, what goes along, and when it opens.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{ensure, Context, Result};
use clap::Args;
use cosmwasm_std::{to_json_vec, CosmosMsg, HexBinary};
use isonomia_api::proposal::{
    Deposit, DepositResponse, Draft, ExecuteMsg, Link, QueryMsg, ReceiveMsg, RulesResponse, MAX_ACTIONS,
    MAX_ACTIONS_BYTES, MAX_SUMMARY, MAX_TITLE, MAX_URI,
};
use isonomia_core::class::Class;
use isonomia_core::hash::sha256;

use super::action_file;
use super::class::{foresee, warning, Foreseen};
use super::clock::span;
use super::deed::{Deed, Verb};
use super::desk::Desk;
use super::notation::Amount;
use super::spend::{spend, Purse};
use super::words::{action, cut, with_actions};
use crate::keeper::Asked;
use crate::live::Preview;

/// The most bytes of a text behind a link.
const MAX_LINKED: u64 = 64 * 1024 * 1024;

/// Submits a proposal. Its class follows from what it does; what it costs to propose goes along.
#[derive(Args, Clone, Debug, Default)]
pub struct Propose {
    /// The title, at most 140 bytes.
    #[arg(long)]
    pub title: String,
    /// The summary, at most 4096 bytes; `@FILE` reads it from a file.
    #[arg(long, default_value = "")]
    pub summary: String,
    /// Where longer text is; goes with --link-file or --link-sha256.
    #[arg(long)]
    pub link: Option<String>,
    /// The file behind the link, for its hash.
    #[arg(long, requires = "link", conflicts_with = "link_sha256")]
    pub link_file: Option<PathBuf>,
    /// The SHA-256 of what is behind the link, in hex.
    #[arg(long, requires = "link")]
    pub link_sha256: Option<String>,
    /// Pays from the treasury: "250 cash to ADDRESS". Critical. May be repeated.
    #[arg(long)]
    pub spend: Vec<String>,
    /// Pays from the treasury within the small-spend allowance: "5 cash to ADDRESS". Standard. May be repeated.
    #[arg(long)]
    pub spend_small: Vec<String>,
    /// A file of further actions, executed after the payments (docs/shell.md).
    #[arg(long)]
    pub actions: Option<PathBuf>,
    /// Asks for class Emergency: faster, for defensive actions only.
    #[arg(long)]
    pub emergency: bool,
}

impl Verb for Propose {
    fn deed<D: Asked>(&self, desk: &Desk<'_, D>, _who: &str) -> Result<Deed> {
        let draft = self.draft(desk)?;
        let foreseen = foresee(desk, &draft.actions, draft.emergency)?;
        let proposal = &desk.contracts().proposal;
        let deposit =
            desk.ask::<DepositResponse>(proposal, &QueryMsg::Deposit { class: foreseen.class })?.deposit;
        let preview = preview(desk, &draft, &foreseen, deposit.as_ref())?;
        let native = ExecuteMsg::Propose { draft: draft.clone() };
        match deposit {
            Some(Deposit { asset, amount }) if !amount.is_zero() => {
                let pays = Amount { units: amount.u128(), asset };
                Deed::paying(preview, proposal, &pays, &native, &ReceiveMsg::Propose { draft })
            }
            _ => Deed::new(preview, proposal, &native),
        }
    }
}

impl Propose {
    /// The draft, within every limit of the contract.
    pub fn draft<D: Asked>(&self, desk: &Desk<'_, D>) -> Result<Draft> {
        ensure!(!self.title.trim().is_empty(), "a proposal has a title");
        within("title", self.title.len(), MAX_TITLE)?;
        let summary = match self.summary.strip_prefix('@') {
            Some(path) => read(Path::new(path), "summary", MAX_SUMMARY as u64)?,
            None => self.summary.clone(),
        };
        within("summary", summary.len(), MAX_SUMMARY)?;
        let mut actions = Vec::new();
        for text in &self.spend {
            actions.push(spend(desk, text, Purse::Whole)?);
        }
        for text in &self.spend_small {
            actions.push(spend(desk, text, Purse::Small)?);
        }
        if let Some(path) = &self.actions {
            let text = read(path, "file of actions", action_file::MAX_FILE)?;
            actions
                .extend(action_file::parse(desk, &text).with_context(|| format!("in {}", path.display()))?);
        }
        check_actions(&actions)?;
        Ok(Draft {
            title: self.title.clone(),
            summary,
            link: self.link()?,
            actions,
            emergency: self.emergency,
            ready: None,
        })
    }

    fn link(&self) -> Result<Option<Link>> {
        let Some(uri) = self.link.clone() else { return Ok(None) };
        within("link", uri.len(), MAX_URI)?;
        let sha256 = match (&self.link_file, &self.link_sha256) {
            (Some(path), _) => HexBinary::from(sha256(&bytes(path, "text behind the link", MAX_LINKED)?)),
            (None, Some(hex)) => HexBinary::from_hex(hex)
                .ok()
                .filter(|bytes| bytes.len() == 32)
                .context("a SHA-256 has 32 bytes: 64 hex digits")?,
            (None, None) => anyhow::bail!(
                "a link goes with the hash of what is behind it: add --link-file FILE, or --link-sha256 HEX"
            ),
        };
        Ok(Some(Link { uri, sha256 }))
    }
}

fn preview<D: Asked>(
    desk: &Desk<'_, D>,
    draft: &Draft,
    foreseen: &Foreseen,
    deposit: Option<&Deposit>,
) -> Result<Preview> {
    let asked: RulesResponse = desk.ask(&desk.contracts().proposal, &QueryMsg::Rules {})?;
    let rules = asked.rules.of(foreseen.class);
    let words: Vec<String> = draft.actions.iter().map(|each| action(desk, each)).collect();
    let mut preview = Preview::new("submit a proposal").line("title", cut(&draft.title));
    if !draft.summary.is_empty() {
        preview = preview.line("summary", cut(&draft.summary));
    }
    if let Some(link) = &draft.link {
        preview = preview.line("link", format!("{} (SHA-256 {})", cut(&link.uri), link.sha256));
    }
    preview = with_actions(preview, &words).line("class", foreseen.says());
    for each in &foreseen.warnings {
        preview = preview.line("look at", warning(desk, each));
    }
    if let Some(Deposit { asset, amount }) = deposit {
        let amount = desk.notation.says(amount.u128(), asset);
        preview = preview.line("deposit", format!("{amount}, back unless the proposal is rejected outright"));
    }
    let opens = desk.clock.now + rules.delay;
    preview = preview.line("may open", desk.clock.says(opens)).line(
        "closes",
        format!(
            "{} after it was opened, at the latest {}",
            span(rules.voting),
            desk.clock.says(opens + 2 * rules.voting)
        ),
    );
    Ok(match foreseen.class {
        Class::Signal => preview,
        _ => preview.line(
            "executed",
            format!(
                "by anyone, {} after it was resolved, within {}",
                span(rules.timelock),
                span(rules.window)
            ),
        ),
    })
}

/// As many as a proposal takes, and as long.
fn check_actions(actions: &[CosmosMsg]) -> Result<()> {
    ensure!(
        actions.len() <= MAX_ACTIONS,
        "a proposal has at most {MAX_ACTIONS} actions, not {}",
        actions.len()
    );
    within("list of actions", to_json_vec(&actions)?.len(), MAX_ACTIONS_BYTES)
}

fn within(what: &str, bytes: usize, most: usize) -> Result<()> {
    ensure!(bytes <= most, "the {what} has {bytes} bytes, more than {most}");
    Ok(())
}

fn read(path: &Path, what: &str, most: u64) -> Result<String> {
    String::from_utf8(bytes(path, what, most)?)
        .with_context(|| format!("{}: the {what} is not UTF-8", path.display()))
}

fn bytes(path: &Path, what: &str, most: u64) -> Result<Vec<u8>> {
    let named = || format!("{}: no {what}", path.display());
    let size = fs::metadata(path).with_context(named)?.len();
    ensure!(size <= most, "{}: the {what} has {size} bytes, more than {most}", path.display());
    fs::read(path).with_context(named)
}
