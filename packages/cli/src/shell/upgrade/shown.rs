//! `isonomia upgrade`: what a proposal has upgraded, the way back, and the operators that it waits for.

use anyhow::{Context, Result};
use clap::Args;
use isonomia_api::timelock::{QueryMsg, ReadinessInfo, RollbackInfo, UpgradeResponse};
use isonomia_core::soak::SoakStage;
use isonomia_core::upgrade::Migrated;
use serde_json::json;

use crate::keeper::Asked;
use crate::shell::asking::Question;
use crate::shell::desk::Desk;
use crate::shell::told::{table_of_words, Told};
use crate::shell::words::{claim, plain, step};

/// Shows what a proposal has upgraded, the way back, and the operators that it waits for.
#[derive(Args, Clone, Debug)]
pub struct Upgrade {
    /// The proposal.
    id: u64,
}

impl Question for Upgrade {
    type Answer = Told;

    fn ask<D: Asked>(&self, desk: &Desk<'_, D>) -> Result<Told> {
        let operation = desk.operation(self.id)?;
        let operation = operation.with_context(|| format!("the timelock has no operation {}", self.id))?;
        let shown = upgrade(desk, self.id)?;
        let mut told = Told::default();
        told.line("operation", format!("{}, {}", self.id, format!("{:?}", operation.stage).to_lowercase()));
        for Migrated { contract, pinned, upgraded } in &shown.migrated {
            let says = format!("{} from code {pinned} to code {upgraded}", desk.contract(contract));
            told.line("upgraded", plain(&says));
        }
        match &shown.rollback {
            Some(back) => way_back(&mut told, desk, back),
            None if shown.migrated.is_empty() => {
                told.line(
                    "upgraded",
                    format!("nothing so far; `isonomia show {}` tells what it would", self.id),
                );
            }
            None => told.line("way back", "none: only another vote changes it"),
        }
        if let Some(asked) = &shown.readiness {
            readiness(&mut told, desk, asked);
        }
        told.json = json!({ "operation": operation, "upgrade": shown });
        Ok(told)
    }
}

/// What the timelock knows of an upgrade.
pub fn upgrade<D: Asked>(desk: &Desk<'_, D>, id: u64) -> Result<UpgradeResponse> {
    desk.ask(&desk.contracts().timelock, &QueryMsg::Upgrade { id })
}

fn way_back<D: Asked>(
    told: &mut Told,
    desk: &Desk<'_, D>,
    RollbackInfo { stage, until, steps, alarms }: &RollbackInfo,
) {
    let until = desk.clock.says(*until);
    let says = match stage {
        SoakStage::Soaking => format!("open until {until}: `isonomia rollback`"),
        SoakStage::RolledBack => "taken: it was rolled back".to_string(),
        SoakStage::Over => format!("closed {until}: only another vote changes it"),
    };
    told.line("way back", says);
    for (index, each) in steps.iter().enumerate() {
        told.line(&format!("step {}", index + 1), plain(&step(desk, each)));
    }
    for alarm in alarms {
        told.line("or anyone", plain(&format!("unless {}", claim(desk, alarm))));
    }
}

fn readiness<D: Asked>(told: &mut Told, desk: &Desk<'_, D>, asked: &ReadinessInfo) {
    let ReadinessInfo { until, checksum, operators, weight } = asked;
    told.line("release", format!("SHA-256 {checksum}"));
    let (ready, needed, total) = (weight.ready_weight, weight.needed_weight, weight.total_weight);
    told.line("ready", format!("{ready} of {total}, {needed} needed before {}", desk.clock.says(*until)));
    let mut rows = table_of_words(["operator", "weight", "ready"]);
    for operator in operators {
        let calls = plain(&desk.notation.calls(operator.operator.as_str()));
        let word = if operator.ready { "✓" } else { "✗" };
        rows.add_row([calls, operator.weight.to_string(), word.to_string()]);
    }
    told.text.push_str(&format!("{rows}\n"));
}
