//! `isonomia statement` and `issuer-key`: what an issuer with a key of its own needs.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::Args;
use isonomia_api::identity::{Revocation, Statement};
use serde::Serialize;

use super::asking::Place;
use super::attest::nullifier;
use super::issuer_key::IssuerSecret;
use super::statement::{SignedRevocation, SignedStatement};
use crate::live::{ChainOptions, KeyOptions};

/// Signs a statement about an account, or a revocation, as an issuer of the registry with a key of its own. Nothing is
/// sent: the account submits the file (`submit`), a revocation anyone (`revoke --signed`).
#[derive(Args, Clone, Debug)]
pub struct StatementCommand {
    /// About whom.
    account: String,
    /// The issuer's id.
    #[arg(long)]
    issuer: String,
    /// 32 bytes in hex that you give this person and nobody else.
    #[arg(long, required_unless_present = "revoke", conflicts_with = "revoke")]
    nullifier: Option<String>,
    /// Signs a revocation in place of a statement.
    #[arg(long)]
    revoke: bool,
    /// Until when it may be submitted: a date, or a duration from now.
    #[arg(long, default_value = "30d")]
    until: String,
    /// The file to write, a new one; the standard output unless given.
    #[arg(long)]
    out: Option<PathBuf>,
    #[command(flatten)]
    secret: SecretOptions,
    #[command(flatten)]
    place: Place,
}

/// Prints the public key of an issuer, as `dao.json` and `add_issuer` name it.
#[derive(Args, Clone, Debug)]
pub struct IssuerKeyCommand {
    #[command(flatten)]
    secret: SecretOptions,
    #[command(flatten)]
    chain: ChainOptions,
}

/// With which key an issuer signs.
#[derive(Args, Clone, Debug)]
struct SecretOptions {
    /// A file with an ed25519 key: 32 bytes in hex, for its owner alone. Without it the key of --from signs (secp256k1).
    #[arg(long)]
    issuer_key: Option<PathBuf>,
    #[command(flatten)]
    key: KeyOptions,
}

impl SecretOptions {
    fn secret(&self, chain: &ChainOptions) -> Result<IssuerSecret> {
        match &self.issuer_key {
            Some(path) => IssuerSecret::read(path),
            None => Ok(IssuerSecret::Secp256k1(Box::new(self.key.key(chain, &chain.file()?)?))),
        }
    }
}

impl StatementCommand {
    /// Signs, and writes the file.
    pub fn run(&self) -> Result<()> {
        let secret = self.secret.secret(&self.place.chain)?;
        let dao = self.place.open()?;
        let desk = self.place.desk(&dao)?;
        let account = desk.notation.account(&self.account)?;
        let expires = desk.clock.moment(&self.until)?;
        match &self.nullifier {
            Some(text) => {
                let statement = Statement { nullifier: nullifier(text)?, expires };
                let signed = SignedStatement::sign(&desk, &self.issuer, &secret, &account, statement)?;
                self.write(&signed)
            }
            None => {
                let revocation = Revocation { account, expires };
                self.write(&SignedRevocation::sign(&desk, &self.issuer, &secret, revocation)?)
            }
        }
    }

    fn write(&self, signed: &impl Serialize) -> Result<()> {
        let text = serde_json::to_string_pretty(signed)? + "\n";
        match &self.out {
            None => print!("{text}"),
            Some(path) => create(path, &text)?,
        }
        Ok(())
    }
}

impl IssuerKeyCommand {
    /// Prints it.
    pub fn run(&self) -> Result<()> {
        println!("{}", self.secret.secret(&self.chain)?.told());
        Ok(())
    }
}

/// A new file; what is there already stays.
fn create(path: &Path, text: &str) -> Result<()> {
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)
        .with_context(|| format!("{} is not written", path.display()))?;
    file.write_all(text.as_bytes()).with_context(|| format!("{} is not written", path.display()))
}
