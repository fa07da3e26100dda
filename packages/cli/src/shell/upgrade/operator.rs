//! `isonomia operator-ready` and `operator-unready`: the operators that an upgrade waits for.

use anyhow::{ensure, Context, Result};
use clap::Args;
use cosmwasm_std::HexBinary;
use isonomia_api::timelock::{ExecuteMsg, OperatorInfo, ReadinessInfo};

use super::shown::upgrade;
use crate::keeper::Asked;
use crate::live::Preview;
use crate::shell::deed::{Deed, Verb};
use crate::shell::desk::Desk;

/// Says that you have the release ready that an upgrade waits for.
#[derive(Args, Clone, Debug)]
pub struct OperatorReady {
    /// The proposal.
    id: u64,
    /// The SHA-256 of what you have ready, in hex; it must be the one that the proposal asks for.
    checksum: String,
}

/// Takes `operator-ready` back.
#[derive(Args, Clone, Debug)]
pub struct OperatorUnready {
    /// The proposal.
    id: u64,
}

impl Verb for OperatorReady {
    fn deed<D: Asked>(&self, desk: &Desk<'_, D>, who: &str) -> Result<Deed> {
        let (id, asked) = (self.id, readiness(desk, self.id)?);
        let checksum = HexBinary::from_hex(&self.checksum)
            .ok()
            .filter(|bytes| bytes.len() == 32)
            .context("a SHA-256 has 32 bytes: 64 hex digits")?;
        ensure!(
            checksum == asked.checksum,
            "proposal {id} waits for SHA-256 {}, and not for {checksum}",
            asked.checksum
        );
        let preview = Preview::new(&format!("say that you are ready for proposal {id}"));
        let preview = lines(desk, preview.line("release", format!("SHA-256 {checksum}")), &asked, id, who)?;
        Deed::new(preview, &desk.contracts().timelock, &ExecuteMsg::Ready { id, checksum })
    }
}

impl Verb for OperatorUnready {
    fn deed<D: Asked>(&self, desk: &Desk<'_, D>, who: &str) -> Result<Deed> {
        let (id, asked) = (self.id, readiness(desk, self.id)?);
        let preview = Preview::new(&format!("say that you are not ready for proposal {id}"));
        let preview = lines(desk, preview, &asked, id, who)?;
        Deed::new(preview, &desk.contracts().timelock, &ExecuteMsg::Unready { id })
    }
}

fn readiness<D: Asked>(desk: &Desk<'_, D>, id: u64) -> Result<ReadinessInfo> {
    upgrade(desk, id)?.readiness.with_context(|| format!("proposal {id} waits for no operators"))
}

/// What the sender's word weighs, how much is ready, and until when it counts.
fn lines<D: Asked>(
    desk: &Desk<'_, D>,
    preview: Preview,
    asked: &ReadinessInfo,
    id: u64,
    who: &str,
) -> Result<Preview> {
    let own = asked.operators.iter().find(|OperatorInfo { operator, .. }| operator.as_str() == who);
    let own = own.with_context(|| {
        format!("{} was no operator when proposal {id} was scheduled", desk.notation.calls(who))
    })?;
    let weight = &asked.weight;
    Ok(preview
        .line("weighs", own.weight)
        .line(
            "so far",
            format!(
                "{} ready of {}, {} needed",
                weight.ready_weight, weight.total_weight, weight.needed_weight
            ),
        )
        .line("before", desk.clock.says(asked.until)))
}
