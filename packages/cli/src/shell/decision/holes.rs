//! What stands in the holes of a sentence.

use anyhow::{bail, ensure, Context, Result};
use cosmwasm_std::HexBinary;
use isonomia_api::asset::Asset;
use isonomia_api::identity::IssuerKey;
use isonomia_api::timelock::Operator;
use isonomia_api::treasury::{Holding, Payment};
use isonomia_core::cap::Limit;
use isonomia_core::hash::sha256;
use isonomia_core::json::canonical_object;
use isonomia_core::pause::PauseScope;

use crate::keeper::Asked;
use crate::shell::delegate::basis_points;
use crate::shell::desk::Desk;
use crate::shell::notation::{Amount, Notation};

/// What stands in the holes of a sentence, in order.
pub struct Holes<'a, 'd, D> {
    /// How its words are read.
    pub desk: &'a Desk<'d, D>,
    /// Each as it was written.
    pub words: Vec<String>,
}

impl<D: Asked> Holes<'_, '_, D> {
    /// As it was written.
    pub fn text(&self, hole: usize) -> Result<String> {
        self.words.get(hole).cloned().with_context(|| format!("the sentence has no part {}", hole + 1))
    }

    /// An amount.
    pub fn amount(&self, hole: usize) -> Result<Amount> {
        Ok(self.desk.notation.amount(&self.text(hole)?)?)
    }

    /// An account.
    pub fn account(&self, hole: usize) -> Result<String> {
        Ok(self.desk.notation.account(&self.text(hole)?)?)
    }

    /// Accounts with commas between them.
    pub fn accounts(&self, hole: usize) -> Result<Vec<String>> {
        let text = self.text(hole)?;
        text.split(',').map(|account| Ok(self.desk.notation.account(account.trim())?)).collect()
    }

    /// Operators with commas between them, each with its weight behind `=`; `none` is nobody.
    pub fn operators(&self, hole: usize) -> Result<Vec<Operator>> {
        let text = self.text(hole)?;
        let each = |text: &str| {
            let (operator, weight) = text
                .split_once('=')
                .and_then(|(operator, weight)| Some((operator.trim(), weight.trim().parse().ok()?)))
                .with_context(|| format!("`{text}` is no operator with its weight: write ACCOUNT=5"))?;
            Ok(Operator { operator: self.desk.notation.account(operator)?, weight })
        };
        match text.as_str() {
            "none" => Ok(vec![]),
            named => named.split(',').map(|text| each(text.trim())).collect(),
        }
    }

    /// A contract of the DAO by its name, or an address.
    pub fn contract(&self, hole: usize) -> Result<String> {
        self.desk.contract_named(&self.text(hole)?)
    }

    /// A payment: an amount, and the account in the next hole.
    pub fn payment(&self, hole: usize) -> Result<Payment> {
        let Amount { units, asset } = self.amount(hole)?;
        Ok(Payment { asset, amount: units.into(), to: self.account(hole + 1)? })
    }

    /// A duration, in seconds.
    pub fn seconds(&self, hole: usize) -> Result<u64> {
        Ok(self.desk.clock.duration(&self.text(hole)?)?)
    }

    /// A moment to come.
    pub fn moment(&self, hole: usize) -> Result<u64> {
        Ok(self.desk.clock.moment(&self.text(hole)?)?)
    }

    /// The number of a budget or a stream.
    pub fn id(&self, hole: usize) -> Result<u64> {
        let text = self.text(hole)?;
        text.parse().with_context(|| format!("`{text}` is no number"))
    }

    /// A proposal.
    pub fn proposal(&self, hole: usize) -> Result<u64> {
        self.desk.notation.proposal(&self.text(hole)?)
    }

    /// A coin, a token, or a collection.
    pub fn holding(&self, hole: usize) -> Result<Holding> {
        holding(&self.desk.notation, &self.text(hole)?)
    }

    /// An outflow cap: a share of coins, a number of tokens.
    pub fn limit(&self, hole: usize) -> Result<Limit> {
        let text = self.text(hole)?;
        if let Some(count) = text.strip_suffix("tokens").or(text.strip_suffix("token")) {
            let count = count.trim().parse();
            return Ok(Limit::Count {
                count: count.with_context(|| format!("`{text}` is no number of tokens"))?,
            });
        }
        match text.replace(' ', "").as_str() {
            "0%" => Ok(Limit::Share { bps: 0 }),
            share => Ok(Limit::Share { bps: basis_points(share)? }),
        }
    }

    /// What is paused.
    pub fn scope(&self, hole: usize) -> Result<PauseScope> {
        match self.text(hole)?.as_str() {
            "treasury" => Ok(PauseScope::TreasuryOutflow),
            "execution" => Ok(PauseScope::Execution),
            other => bail!("`{other}` is not paused: `treasury` is, or `execution`"),
        }
    }

    /// How an issuer speaks: a public key as `isonomia issuer-key` prints it, or an account.
    pub fn issuer_key(&self, hole: usize) -> Result<IssuerKey> {
        let text = self.text(hole)?;
        match text.starts_with('{') {
            true => serde_json::from_str(&text).context("a key as `isonomia issuer-key` prints it"),
            false => Ok(IssuerKey::Account { address: self.account(hole)? }),
        }
    }

    /// A SHA-256 in hex.
    pub fn sha256(&self, hole: usize) -> Result<HexBinary> {
        let hash = HexBinary::from_hex(&self.text(hole)?).ok().filter(|bytes| bytes.len() == 32);
        hash.context("a SHA-256 has 32 bytes: 64 hex digits")
    }

    /// The hash of a message, which is written whole.
    pub fn message_hash(&self, hole: usize) -> Result<HexBinary> {
        let text = self.text(hole)?;
        ensure!(text.starts_with('{'), "the message of a migration is JSON: {{}}");
        Ok(HexBinary::from(sha256(&canonical_object(text.as_bytes())?)))
    }
}

/// A coin, a denomination, `cw20:ADDRESS`, or a collection: `cw721:ADDRESS`.
pub fn holding(notation: &Notation, text: &str) -> Result<Holding> {
    match text.strip_prefix("cw721:") {
        Some(contract) => Ok(Holding::Cw721 { contract: notation.account(contract)? }),
        None => Ok(asset(notation, text)?.into()),
    }
}

/// A coin, a denomination, or `cw20:ADDRESS`.
pub fn asset(notation: &Notation, text: &str) -> Result<Asset> {
    Ok(notation.amount(&format!("1 {text}"))?.asset)
}
