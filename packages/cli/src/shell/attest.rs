//! `isonomia attest` and `revoke`: for a registrar of one's own, and for issuers of the registry.

use anyhow::{bail, ensure, Context, Result};
use clap::Args;
use cosmwasm_std::HexBinary;
use isonomia_api::identity::{
    AttestationResponse, ExecuteMsg, IssuerInfo, IssuerKey, IssuersResponse, QueryMsg, Statement,
    MAX_ACCOUNTS, NULLIFIER_BYTES,
};
use isonomia_api::voting;

use super::deed::{Deed, Verb};
use super::desk::Desk;
use super::statement::SignedRevocation;
use crate::keeper::Asked;
use crate::live::Preview;

/// Attests an account: at once where your key is the DAO's registrar; where it is an issuer of the registry, files a
/// statement that the account then submits. An issuer that speaks by a key of its own signs with `statement`.
#[derive(Args, Clone, Debug)]
pub struct Attest {
    /// Whom.
    account: String,
    /// Until when: a date, or a duration from now. Of a statement: until when it may be submitted.
    #[arg(long, default_value = "180d")]
    until: String,
    /// Only for issuers of the registry: 32 bytes in hex that you give this person and nobody else.
    #[arg(long)]
    nullifier: Option<String>,
}

/// Ends attestations: by the registrar, by an issuer of the registry for its own, or as an issuer signed.
#[derive(Args, Clone, Debug)]
pub struct Revoke {
    /// Whose; the registry takes at most 32 at once, a registrar of one's own one.
    #[arg(required_unless_present = "signed")]
    accounts: Vec<String>,
    /// A file that an issuer signed (`isonomia statement --revoke`). Anyone may hand it in.
    #[arg(long, conflicts_with = "accounts")]
    signed: Option<std::path::PathBuf>,
}

impl Verb for Attest {
    fn deed<D: Asked>(&self, desk: &Desk<'_, D>, who: &str) -> Result<Deed> {
        let account = desk.notation.account(&self.account)?;
        let until = desk.clock.moment(&self.until)?;
        let (called, says) = (desk.notation.calls(&account), desk.clock.says(until));
        if desk.voting()?.registrar.as_str() == who {
            ensure!(self.nullifier.is_none(), "a registrar names no nullifier: leave --nullifier out");
            let preview = Preview::new(&format!("attest {called}, as the registrar")).line("until", says);
            let msg = voting::ExecuteMsg::Attest { account, until };
            return Deed::new(preview, &desk.contracts().voting, &msg);
        }
        let issuer = issuer_by_account(desk, who)?;
        let text = self.nullifier.as_deref().context(
            "an issuer names the person with --nullifier: 32 bytes in hex, for this person and nobody else",
        )?;
        let statement = Statement { nullifier: nullifier(text)?, expires: until };
        let submit = format!(
            "isonomia submit --issuer {} --nullifier {} --expires {until}",
            issuer.issuer.id, statement.nullifier
        );
        let preview =
            Preview::new(&format!("state as issuer {} that {called} is a person", issuer.issuer.id))
                .line("nullifier", &statement.nullifier)
                .line("until", format!("{says} the account may submit it"))
                .line("then", submit);
        Deed::new(preview, &desk.contracts().identity, &ExecuteMsg::File { account, statement })
    }
}

impl Verb for Revoke {
    fn deed<D: Asked>(&self, desk: &Desk<'_, D>, who: &str) -> Result<Deed> {
        if let Some(path) = &self.signed {
            return SignedRevocation::read(path)?.deed(desk);
        }
        let accounts = self.accounts.iter().map(|text| Ok(desk.notation.account(text)?));
        let accounts = accounts.collect::<Result<Vec<String>>>()?;
        ensure!(
            accounts.len() <= MAX_ACCOUNTS,
            "at most {MAX_ACCOUNTS} accounts at once, not {}",
            accounts.len()
        );
        let called = |account: &String| desk.notation.calls(account);
        let mut preview = Preview::new("end these attestations, at once");
        for account in &accounts {
            let attested = desk.account(account)?.attested_until;
            ensure!(attested.is_some(), "{} is not attested", called(account));
            preview = preview.line("of", called(account));
        }
        if desk.voting()?.registrar.as_str() == who {
            let [account] = accounts.as_slice() else {
                bail!("a registrar revokes one account at a time, not {}", accounts.len());
            };
            let msg = voting::ExecuteMsg::Revoke { account: account.clone() };
            return Deed::new(preview, &desk.contracts().voting, &msg);
        }
        let issuer = issuer_by_account(desk, who)?;
        for account in &accounts {
            let msg = QueryMsg::Attestation { account: account.clone() };
            let known: AttestationResponse = desk.ask(&desk.contracts().identity, &msg)?;
            let by = known.attestation.map_or(String::new(), |attestation| attestation.issuer);
            ensure!(by == issuer.issuer.id, "{} is attested by `{by}`, not by you", called(account));
        }
        let preview = preview.line("as issuer", &issuer.issuer.id);
        Deed::new(preview, &desk.contracts().identity, &ExecuteMsg::Revoke { accounts })
    }
}

/// Declares that enough accounts are attested: the first poll that opens with enough of them turns to two keys. The
/// registrar may; of our registry anyone may tell.
#[derive(Args, Clone, Debug)]
pub struct Ready {}

impl Verb for Ready {
    fn deed<D: Asked>(&self, desk: &Desk<'_, D>, who: &str) -> Result<Deed> {
        let registry: voting::RegistryResponse =
            desk.ask(&desk.contracts().voting, &voting::QueryMsg::Registry {})?;
        ensure!(!registry.ready, "voting knows already that the registry is ready");
        let preview = Preview::new("declare the registry ready")
            .line(
                "then",
                "the first poll that opens with enough attested accounts turns to two keys, for ever",
            )
            .line("enough", format!("{} attested accounts", desk.voting()?.min_attested));
        match desk.voting()?.registrar.as_str() == who {
            true => Deed::new(preview, &desk.contracts().voting, &voting::ExecuteMsg::Ready {}),
            false => {
                issuers(desk)?;
                Deed::new(preview, &desk.contracts().identity, &ExecuteMsg::Ready {})
            }
        }
    }
}

/// The issuers of the registry that voting obeys.
pub fn issuers<D: Asked>(desk: &Desk<'_, D>) -> Result<Vec<IssuerInfo>> {
    let (registrar, registry) = (&desk.voting()?.registrar, &desk.contracts().identity);
    ensure!(
        registrar == registry,
        "this DAO obeys the registrar {}, not the registry: only that account attests and revokes",
        desk.notation.calls(registrar.as_str())
    );
    Ok(desk.ask::<IssuersResponse>(registry, &QueryMsg::Issuers {})?.issuers)
}

/// The issuer that speaks by this account.
fn issuer_by_account<D: Asked>(desk: &Desk<'_, D>, who: &str) -> Result<IssuerInfo> {
    let speaks =
        |info: &IssuerInfo| matches!(&info.issuer.key, IssuerKey::Account { address } if address == who);
    let issuers = issuers(desk)?;
    let names = issuers.iter().map(|info| info.issuer.id.as_str()).collect::<Vec<_>>().join(", ");
    issuers.into_iter().find(speaks).with_context(|| {
        format!("{who} is no issuer that speaks by account (the issuers are: {names}); one with a key of its own signs with `isonomia statement`")
    })
}

/// A nullifier: 64 hex digits.
pub fn nullifier(text: &str) -> Result<HexBinary> {
    let bytes = HexBinary::from_hex(text).ok().filter(|bytes| bytes.len() == NULLIFIER_BYTES);
    bytes.with_context(|| format!("a nullifier has {NULLIFIER_BYTES} bytes: 64 hex digits, not `{text}`"))
}
