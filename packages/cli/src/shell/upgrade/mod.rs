//! Upgrades: how one is written, the way back, and the operators who are to be ready (docs/upgrades.md).

mod codes;
mod file;
mod operator;
mod rollback;
mod shown;

use isonomia_api::proposal::PreviewResponse;
use isonomia_core::readiness::ReadyBy;

pub use file::parse;
pub use operator::{OperatorReady, OperatorUnready};
pub use rollback::Rollback;
pub use shown::Upgrade;

use super::desk::Desk;
use super::words::plain;
use crate::keeper::Asked;
use crate::live::Preview;

/// The lines of a preview for what is given other code, and for whom it waits.
pub fn told<D: Asked>(
    desk: &Desk<'_, D>,
    mut preview: Preview,
    shown: &PreviewResponse,
    ready: Option<&ReadyBy>,
) -> Preview {
    for migration in &shown.effects.migrations {
        let pin = shown.pins.iter().find(|pin| pin.contract == migration.contract);
        let from = pin.map_or(String::new(), |pin| format!(" from code {}", pin.code_id));
        let (contract, to) = (desk.contract(&migration.contract), migration.code_id);
        preview = preview.line("upgrades", plain(&format!("{contract}{from} to code {to}")));
    }
    ready.into_iter().fold(preview, |preview, ready| waits(desk, preview, ready))
}

/// The line of a preview for the operators that it waits for.
pub fn waits<D: Asked>(
    desk: &Desk<'_, D>,
    preview: Preview,
    ReadyBy { until, checksum }: &ReadyBy,
) -> Preview {
    let by = desk.clock.says(*until);
    preview
        .line("waits", format!("for operators to have SHA-256 {checksum} ready before {by}; else it expires"))
}
