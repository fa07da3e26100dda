//! `isonomia rollback`: the way back that was voted on with an upgrade.

use anyhow::{bail, Context, Result};
use clap::Args;
use isonomia_api::timelock::{ExecuteMsg, RollbackInfo};
use isonomia_core::soak::SoakStage;

use super::shown::upgrade;
use crate::keeper::Asked;
use crate::live::Preview;
use crate::shell::deed::{Deed, Verb};
use crate::shell::desk::Desk;
use crate::shell::guardian::Incident;
use crate::shell::words::{claim, plain, step};

/// Undoes an upgrade in its soak, all of it or nothing, once. The guardian may within its term, and anyone once an alarm is
/// raised: something does not hold that was voted on with the upgrade.
#[derive(Args, Clone, Debug)]
pub struct Rollback {
    /// The proposal that upgraded.
    id: u64,
    #[command(flatten)]
    incident: Incident,
}

impl Verb for Rollback {
    fn deed<D: Asked>(&self, desk: &Desk<'_, D>, _who: &str) -> Result<Deed> {
        let id = self.id;
        let shown = upgrade(desk, id)?;
        let RollbackInfo { stage, until, steps, alarms } = shown.rollback.with_context(|| {
            format!("proposal {id} has no way back: none was approved, or it was not executed yet")
        })?;
        match stage {
            SoakStage::Soaking => {}
            SoakStage::RolledBack => bail!("the upgrade of proposal {id} was rolled back already"),
            SoakStage::Over => {
                bail!("the soak of proposal {id} ended {}: only a vote changes it", desk.clock.says(until))
            }
        }
        let mut preview = Preview::new(&format!("roll the upgrade of proposal {id} back"));
        for each in &steps {
            preview = preview.line("migrates", plain(&step(desk, each)));
        }
        preview = preview.line("may", "the guardian, in its term");
        for alarm in &alarms {
            preview = preview.line("or anyone", plain(&format!("unless {}", claim(desk, alarm))));
        }
        let Incident { incident, reason } = self.incident.clone();
        let preview = self.incident.told(preview.line("until", desk.clock.says(until)));
        Deed::new(preview, &desk.contracts().timelock, &ExecuteMsg::Rollback { id, incident, reason })
    }
}
