//! `isonomia preview`: what a proposal would be, before anybody submits it.

use anyhow::Result;
use clap::Args;
use isonomia_api::proposal::{Call, Effects, Migration};
use isonomia_core::pin::Pin;
use serde_json::json;

use super::asking::Question;
use super::class::foresee;
use super::decided::Decided;
use super::desk::Desk;
use super::told::Told;
use super::upgrade;
use super::words::{action, plain, with_actions};
use crate::keeper::Asked;
use crate::live::Preview as Lines;

/// Shows what a proposal would be: its actions in words, its effects, what no pin sees, what would be pinned, its class,
/// what it costs, and its times. Signs nothing.
#[derive(Args, Clone, Debug, Default)]
pub struct Preview {
    #[command(flatten)]
    decided: Decided,
}

impl Question for Preview {
    type Answer = Told;

    fn ask<D: Asked>(&self, desk: &Desk<'_, D>) -> Result<Told> {
        let (actions, ready) = self.decided.actions(desk)?;
        let foreseen = foresee(desk, &actions, self.decided.emergency)?;
        let deposit = foreseen.deposit(desk)?;
        let words: Vec<String> = actions.iter().map(|each| action(desk, each)).collect();
        let lines = effects(desk, with_actions(Lines::default(), &words), &foreseen.shown.effects);
        let lines = pins(desk, lines, &foreseen.shown.pins);
        let lines = ready.iter().fold(lines, |lines, ready| upgrade::waits(desk, lines, ready));
        let mut told = Told::default();
        for (word, says) in foreseen.told(desk, lines, deposit.as_ref())?.lines() {
            told.line(word, says);
        }
        told.json = json!({
            "actions": actions,
            "words": words,
            "preview": foreseen.shown,
            "if_routine": foreseen.if_routine,
            "deposit": deposit,
            "ready": ready,
        });
        Ok(told)
    }
}

/// What the actions do, as far as the proposal contract can read it from them.
fn effects<D: Asked>(desk: &Desk<'_, D>, mut lines: Lines, effects: &Effects) -> Lines {
    for leaving in &effects.outflows {
        lines = lines.line("leaves", desk.notation.says(leaving.amount.u128(), &leaving.asset));
    }
    let of =
        |Call { contract, message }: &Call| plain(&format!("`{message}` of {}", desk.contract(contract)));
    for call in &effects.calls {
        lines = lines.line("calls", of(call));
    }
    for call in &effects.settings {
        lines = lines.line("sets", of(call));
    }
    for each in &effects.migrations {
        lines = lines.line("migrates", plain(&migration(desk, each)));
    }
    for change in &effects.admins {
        let admin = change.admin.as_ref().map_or("nobody".to_string(), |admin| desk.contract(admin));
        lines =
            lines.line("then", plain(&format!("{admin} administers {}", desk.contract(&change.contract))));
    }
    lines
}

fn migration<D: Asked>(
    desk: &Desk<'_, D>,
    Migration { contract, code_id, checksum, rescue }: &Migration,
) -> String {
    let code = match checksum {
        Some(checksum) => format!("SHA-256 {checksum}"),
        None => "which nobody has stored yet: anyone may store what will have this number".to_string(),
    };
    let rescue = if *rescue { ", an approved rescue" } else { "" };
    format!("{} to code {code_id}, {code}{rescue}", desk.contract(contract))
}

fn pins<D: Asked>(desk: &Desk<'_, D>, lines: Lines, pins: &[Pin]) -> Lines {
    pins.iter().fold(lines, |lines, Pin { contract, code_id }| {
        lines.line("pinned", plain(&format!("{}, to code {code_id}", desk.contract(contract))))
    })
}
