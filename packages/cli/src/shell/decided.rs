//! What a proposal would do, as people write it.

use std::path::PathBuf;

use anyhow::{ensure, Context, Result};
use clap::Args;
use cosmwasm_std::{to_json_vec, CosmosMsg};
use isonomia_api::proposal::{MAX_ACTIONS, MAX_ACTIONS_BYTES};
use isonomia_core::readiness::ReadyBy;

use super::action_file;
use super::decision::{decision, forms};
use super::desk::Desk;
use super::spend::{spend, Purse};
use super::text_file::{read, within};
use super::upgrade;
use crate::keeper::Asked;

/// What a proposal would do. Executed in this order: the payments, the decisions, the file of actions, the upgrade; within each as they
/// stand.
#[derive(Args, Clone, Debug, Default)]
pub struct Decided {
    /// Pays from the treasury: "250 cash to ADDRESS". Critical. May be repeated.
    #[arg(long)]
    pub spend: Vec<String>,
    /// Pays from the treasury within the small-spend allowance: "5 cash to ADDRESS". Standard. May be repeated.
    #[arg(long)]
    pub spend_small: Vec<String>,
    /// Decides: "stream 48 cash to ADDRESS over 365d cliff 90d" (--help lists what can be decided). May be repeated.
    #[arg(long = "do", value_name = "DECISION", long_help = decisions())]
    pub decisions: Vec<String>,
    /// A file of further actions (docs/shell.md).
    #[arg(long)]
    pub actions: Option<PathBuf>,
    /// A file that tells an upgrade: which contracts get which code, and the way back (docs/upgrades.md). Critical.
    #[arg(long)]
    pub upgrade: Option<PathBuf>,
    /// Asks for class Emergency: faster, for defensive actions only.
    #[arg(long)]
    pub emergency: bool,
}

impl Decided {
    /// The actions, within every limit of the contract, and what the operators are to have ready.
    pub fn actions<D: Asked>(&self, desk: &Desk<'_, D>) -> Result<(Vec<CosmosMsg>, Option<ReadyBy>)> {
        let (mut actions, mut ready) = (Vec::new(), None);
        for text in &self.spend {
            actions.push(spend(desk, text, Purse::Whole)?);
        }
        for text in &self.spend_small {
            actions.push(spend(desk, text, Purse::Small)?);
        }
        for text in &self.decisions {
            actions.push(decision(desk, text)?);
        }
        if let Some(path) = &self.actions {
            let text = read(path, "file of actions", action_file::MAX_FILE)?;
            actions
                .extend(action_file::parse(desk, &text).with_context(|| format!("in {}", path.display()))?);
        }
        if let Some(path) = &self.upgrade {
            let text = read(path, "file of an upgrade", action_file::MAX_FILE)?;
            let planned = upgrade::parse(desk, &text).with_context(|| format!("in {}", path.display()))?;
            actions.extend(planned.actions);
            ready = planned.ready;
        }
        ensure!(
            actions.len() <= MAX_ACTIONS,
            "a proposal has at most {MAX_ACTIONS} actions, not {}",
            actions.len()
        );
        within("list of actions", to_json_vec(&actions)?.len(), MAX_ACTIONS_BYTES)?;
        Ok((actions, ready))
    }
}

fn decisions() -> String {
    let forms: Vec<String> = forms().map(|form| format!("  {form}")).collect();
    format!(
        "Decides; may be repeated. Words in capitals are to be filled in (docs/shell.md):\n{}",
        forms.join("\n")
    )
}
