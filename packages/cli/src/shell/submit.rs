//! `isonomia submit` and `activate`: how a person becomes attested.

use std::path::PathBuf;

use anyhow::{ensure, Context, Result};
use clap::Args;
use isonomia_api::identity::{
    AttestationResponse, AttestationStage, EpochResponse, ExecuteMsg, QueryMsg, Statement,
};
use isonomia_core::clock::is_due;

use super::attest::nullifier;
use super::deed::{Deed, Verb};
use super::desk::Desk;
use super::statement::{submission, SignedStatement};
use crate::keeper::Asked;
use crate::live::Preview;

/// Submits what an issuer stated about you: a file that it signed, or a statement that it filed. 14 days later
/// `activate` attests you; in the last 45 days of an attestation this renews it at once.
#[derive(Args, Clone, Debug)]
pub struct Submit {
    /// The file that the issuer signed.
    #[arg(required_unless_present = "issuer")]
    file: Option<PathBuf>,
    /// Of a statement that was filed: the issuer's id.
    #[arg(long, conflicts_with = "file", requires = "nullifier", requires = "expires")]
    issuer: Option<String>,
    /// Of a statement that was filed: its nullifier in hex.
    #[arg(long)]
    nullifier: Option<String>,
    /// Of a statement that was filed: its expiry in seconds, exactly as it was filed.
    #[arg(long)]
    expires: Option<u64>,
}

/// Attests you, once your statement has matured.
#[derive(Args, Clone, Debug)]
pub struct Activate {}

impl Verb for Submit {
    fn deed<D: Asked>(&self, desk: &Desk<'_, D>, who: &str) -> Result<Deed> {
        if let Some(path) = &self.file {
            return SignedStatement::read(path)?.deed(desk, who);
        }
        let missing = "a filed statement is named by --issuer, --nullifier and --expires";
        let issuer = self.issuer.clone().context(missing)?;
        let text = self.nullifier.as_deref().context(missing)?;
        let statement = Statement { nullifier: nullifier(text)?, expires: self.expires.context(missing)? };
        submission(desk, issuer, statement, None)
    }
}

impl Verb for Activate {
    fn deed<D: Asked>(&self, desk: &Desk<'_, D>, who: &str) -> Result<Deed> {
        let registry = &desk.contracts().identity;
        let msg = QueryMsg::Attestation { account: who.to_string() };
        let known = desk.ask::<AttestationResponse>(registry, &msg)?.attestation;
        let attestation =
            known.with_context(|| format!("{who} has submitted no statement: `isonomia submit`"))?;
        let matures = match attestation.stage {
            AttestationStage::Maturing { matures } => matures,
            AttestationStage::Live { until } => {
                anyhow::bail!("{who} is attested already, until {}", desk.clock.says(until))
            }
        };
        ensure!(is_due(matures, desk.clock.now), "your statement matures {}", desk.clock.says(matures));
        let epoch: EpochResponse = desk.ask(registry, &QueryMsg::Epoch {})?;
        ensure!(
            epoch.left > 0,
            "all {} activations of this epoch are taken; the next one begins {}",
            epoch.limit,
            desk.clock.says(epoch.ends)
        );
        let preview = Preview::new("be attested, for 180 days")
            .line("as issuer", format!("{} stated", attestation.issuer))
            .line("this epoch", format!("{} of {} activations are left", epoch.left, epoch.limit));
        Deed::new(preview, registry, &ExecuteMsg::Activate {})
    }
}
