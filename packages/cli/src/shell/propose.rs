//! `isonomia propose`: a draft, its class, what goes along, and when it opens.

use std::path::{Path, PathBuf};

use anyhow::{ensure, Context, Result};
use clap::Args;
use cosmwasm_std::HexBinary;
use isonomia_api::proposal::{Deposit, Draft, ExecuteMsg, Link, ReceiveMsg, MAX_SUMMARY, MAX_TITLE, MAX_URI};
use isonomia_core::hash::sha256;

use super::class::{foresee, Foreseen};
use super::decided::Decided;
use super::deed::{Deed, Verb};
use super::desk::Desk;
use super::notation::Amount;
use super::text_file::{bytes, read, within};
use super::upgrade;
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
    #[command(flatten)]
    decided: Decided,
}

impl Verb for Propose {
    fn deed<D: Asked>(&self, desk: &Desk<'_, D>, _who: &str) -> Result<Deed> {
        let draft = self.draft(desk)?;
        let foreseen = foresee(desk, &draft.actions, draft.emergency)?;
        let (proposal, deposit) = (&desk.contracts().proposal, foreseen.deposit(desk)?);
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
        let (actions, ready) = self.decided.actions(desk)?;
        Ok(Draft {
            title: self.title.clone(),
            summary,
            link: self.link()?,
            actions,
            emergency: self.decided.emergency,
            ready,
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
    let words: Vec<String> = draft.actions.iter().map(|each| action(desk, each)).collect();
    let mut preview = Preview::new("submit a proposal").line("title", cut(&draft.title));
    if !draft.summary.is_empty() {
        preview = preview.line("summary", cut(&draft.summary));
    }
    if let Some(link) = &draft.link {
        preview = preview.line("link", format!("{} (SHA-256 {})", cut(&link.uri), link.sha256));
    }
    preview = upgrade::told(desk, with_actions(preview, &words), &foreseen.shown, draft.ready.as_ref());
    foreseen.told(desk, preview, deposit)
}
