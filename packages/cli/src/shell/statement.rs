//! What an issuer with a key of its own signs: statements and revocations, as JSON files.

use std::fs;
use std::path::Path;

use anyhow::{bail, ensure, Context, Result};
use cosmwasm_std::{Addr, Binary};
use isonomia_api::identity::{revocation_bytes, signed_bytes, ExecuteMsg, IssuerKey, Revocation, Statement};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::attest::issuers;
use super::deed::Deed;
use super::desk::Desk;
use super::issuer_key::IssuerSecret;
use crate::keeper::Asked;
use crate::live::Preview;

/// The most bytes of such a file.
const MAX_FILE: u64 = 16 * 1024;

/// A statement about an account, for that account to submit.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct SignedStatement {
    /// The chain that it is for.
    pub chain_id: String,
    /// The registry that it is for.
    pub registry: String,
    /// The issuer's id.
    pub issuer: String,
    /// About whom.
    pub account: String,
    /// What it states.
    pub statement: Statement,
    /// The issuer's signature.
    pub signature: Binary,
}

/// A revocation, for anyone to hand in.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct SignedRevocation {
    /// The chain that it is for.
    pub chain_id: String,
    /// The registry that it is for.
    pub registry: String,
    /// The issuer's id.
    pub issuer: String,
    /// What is revoked.
    pub revocation: Revocation,
    /// The issuer's signature.
    pub signature: Binary,
}

impl SignedStatement {
    /// Signs. Fails where the issuer is unknown, or its key is another.
    pub fn sign<D: Asked>(
        desk: &Desk<'_, D>,
        issuer: &str,
        secret: &IssuerSecret,
        account: &str,
        statement: Statement,
    ) -> Result<SignedStatement> {
        check_key(desk, issuer, secret)?;
        let registry = &desk.contracts().identity;
        let bytes = signed_bytes(&desk.chain_id, registry, &Addr::unchecked(account), &statement);
        Ok(SignedStatement {
            chain_id: desk.chain_id.clone(),
            registry: registry.to_string(),
            issuer: issuer.to_string(),
            account: account.to_string(),
            statement,
            signature: secret.sign(&bytes)?,
        })
    }

    /// Reads a file.
    pub fn read(path: &Path) -> Result<SignedStatement> {
        read(path, "signed statement")
    }

    /// Submits it. Fails where it is of another chain or registry, or about another account.
    pub fn deed<D: Asked>(self, desk: &Desk<'_, D>, who: &str) -> Result<Deed> {
        check_place(desk, &self.chain_id, &self.registry)?;
        ensure!(
            self.account == who,
            "the statement is about {}, and only that account submits it",
            self.account
        );
        submission(desk, self.issuer, self.statement, Some(self.signature))
    }
}

/// Submits a statement that was filed, or signed.
pub fn submission<D: Asked>(
    desk: &Desk<'_, D>,
    issuer: String,
    statement: Statement,
    signature: Option<Binary>,
) -> Result<Deed> {
    let preview = Preview::new(&format!("submit the statement of issuer {issuer} about you"))
        .line("nullifier", &statement.nullifier)
        .line("expires", desk.clock.says(statement.expires))
        .line(
            "then",
            "14 days of maturity, and `isonomia activate`; a renewal in the last 45 days counts at once",
        );
    let msg = ExecuteMsg::Submit { issuer, statement, signature };
    Deed::new(preview, &desk.contracts().identity, &msg)
}

impl SignedRevocation {
    /// Signs. Fails where the issuer is unknown, or its key is another.
    pub fn sign<D: Asked>(
        desk: &Desk<'_, D>,
        issuer: &str,
        secret: &IssuerSecret,
        revocation: Revocation,
    ) -> Result<SignedRevocation> {
        check_key(desk, issuer, secret)?;
        let registry = &desk.contracts().identity;
        let bytes = revocation_bytes(&desk.chain_id, registry, issuer, &revocation);
        Ok(SignedRevocation {
            chain_id: desk.chain_id.clone(),
            registry: registry.to_string(),
            issuer: issuer.to_string(),
            revocation,
            signature: secret.sign(&bytes)?,
        })
    }

    /// Reads a file.
    pub fn read(path: &Path) -> Result<SignedRevocation> {
        read(path, "signed revocation")
    }

    /// Hands it in. Fails where it is of another chain or registry.
    pub fn deed<D: Asked>(self, desk: &Desk<'_, D>) -> Result<Deed> {
        check_place(desk, &self.chain_id, &self.registry)?;
        let SignedRevocation { issuer, revocation, signature, .. } = self;
        let preview = Preview::new("end an attestation, at once, as its issuer signed")
            .line("of", desk.notation.calls(&revocation.account))
            .line("as issuer", &issuer);
        let msg = ExecuteMsg::RevokeSigned { issuer, revocation, signature };
        Deed::new(preview, &desk.contracts().identity, &msg)
    }
}

/// An issuer that signs with a key that is not the registered one would only waste its people's fees.
fn check_key<D: Asked>(desk: &Desk<'_, D>, id: &str, secret: &IssuerSecret) -> Result<()> {
    let issuers = issuers(desk)?;
    let names = issuers.iter().map(|info| info.issuer.id.as_str()).collect::<Vec<_>>().join(", ");
    let found = issuers.iter().find(|info| info.issuer.id == id);
    let issuer =
        &found.with_context(|| format!("there is no issuer `{id}`; the issuers are: {names}"))?.issuer;
    match &issuer.key {
        IssuerKey::Account { address } => {
            bail!("issuer {id} speaks by the account {address}: it files with `isonomia attest`")
        }
        key if *key == secret.public() => Ok(()),
        _ => bail!("this is not the key of issuer {id}; its public key: {}", secret.told()),
    }
}

fn check_place<D: Asked>(desk: &Desk<'_, D>, chain_id: &str, registry: &str) -> Result<()> {
    ensure!(chain_id == desk.chain_id, "it was signed for chain {chain_id}, not {}", desk.chain_id);
    let here = &desk.contracts().identity;
    ensure!(registry == here.as_str(), "it was signed for the registry {registry}, not {here}");
    Ok(())
}

fn read<T: DeserializeOwned>(path: &Path, what: &str) -> Result<T> {
    let named = || format!("{}: no {what}", path.display());
    let size = fs::metadata(path).with_context(named)?.len();
    ensure!(size <= MAX_FILE, "{}: no {what}: it has {size} bytes, more than {MAX_FILE}", path.display());
    serde_json::from_str(&fs::read_to_string(path).with_context(named)?).with_context(named)
}
