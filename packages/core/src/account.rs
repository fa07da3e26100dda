//! One account: its stake, its attestation, and which side of a delegation it is on.

use serde::{Deserialize, Serialize};

use crate::clock;
use crate::contribution::Contribution;
use crate::delegation::Part;
use crate::stored_as_list;
use crate::units::{Power, Stake};
use crate::weight::Curve;

/// Everything that is known of an account. Its power is not stored: it follows from stake and attestation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Account {
    /// What it has locked in the vault.
    pub stake: Stake,
    /// Until when it is attested; it counts until somebody pokes it after that moment.
    pub attested: Option<u64>,
    /// How often it has registered as a delegate. Each registration starts a generation that never comes back.
    pub generation: u32,
    /// Which side of a delegation it is on.
    pub role: Role,
}

stored_as_list!(Account { stake, attested, generation, role });

/// An account is never both principal and delegate, so delegation is one hop deep (I20).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Neither.
    #[default]
    Direct,
    /// It delegates.
    Principal {
        /// To whom, and how much.
        parts: Vec<Part>,
    },
    /// It receives, since this moment, in its present generation.
    Delegate {
        /// The moment of registration, from which its seasons count.
        since: u64,
    },
}

/// Why a change of an account is refused.
#[derive(Debug, PartialEq, thiserror::Error)]
pub enum AccountError {
    /// Only attested accounts register as delegates.
    #[error("only an attested account may register as a delegate")]
    NotAttested,
    /// It is registered already.
    #[error("the account is registered as a delegate since {since}; resign first")]
    IsDelegate {
        /// The moment of registration.
        since: u64,
    },
    /// It delegates.
    #[error("the account delegates; undelegate before registering as a delegate")]
    IsPrincipal,
    /// It is no delegate.
    #[error("the account is not registered as a delegate")]
    NotDelegate,
    /// It does not delegate.
    #[error("the account does not delegate")]
    NotPrincipal,
    /// It is not attested.
    #[error("the account is not attested")]
    NothingToRevoke,
    /// Its attestation has not expired.
    #[error("the attestation lives until {until}, now it is {now}")]
    NotExpired {
        /// When it expires.
        until: u64,
        /// The present moment.
        now: u64,
    },
}

impl Account {
    /// Whether it is attested, expired or not: what has expired counts until it is poked.
    pub fn is_attested(&self) -> bool {
        self.attested.is_some()
    }

    /// `(w, x, x_u)`: power for an attested account and none for everyone else.
    pub fn contribution(&self, curve: &Curve) -> Contribution {
        let attested = self.is_attested();
        Contribution {
            power: if attested { curve.power(self.stake) } else { Power::ZERO },
            stake: self.stake,
            unattested: if attested { Stake::ZERO } else { self.stake },
        }
    }

    /// The parts it has delegated.
    pub fn parts(&self) -> &[Part] {
        match &self.role {
            Role::Principal { parts } => parts,
            Role::Direct | Role::Delegate { .. } => &[],
        }
    }

    /// Starts a new generation. `delegates` says whether a part of its own delegation still lives.
    pub fn register(&mut self, delegates: bool, now: u64) -> Result<(), AccountError> {
        match self.role {
            Role::Delegate { since } => return Err(AccountError::IsDelegate { since }),
            Role::Principal { .. } if delegates => return Err(AccountError::IsPrincipal),
            Role::Principal { .. } | Role::Direct => {}
        }
        if !self.is_attested() {
            return Err(AccountError::NotAttested);
        }
        self.generation += 1;
        self.role = Role::Delegate { since: now };
        Ok(())
    }

    /// Ends its generation: whatever was delegated to it is free.
    pub fn resign(&mut self) -> Result<(), AccountError> {
        match self.role {
            Role::Delegate { .. } => self.role = Role::Direct,
            Role::Principal { .. } | Role::Direct => return Err(AccountError::NotDelegate),
        }
        Ok(())
    }

    /// Replaces what it delegates.
    pub fn delegate(&mut self, parts: Vec<Part>) -> Result<(), AccountError> {
        if let Role::Delegate { since } = self.role {
            return Err(AccountError::IsDelegate { since });
        }
        self.role = Role::Principal { parts };
        Ok(())
    }

    /// Takes back what it delegates.
    pub fn undelegate(&mut self) -> Result<(), AccountError> {
        match self.role {
            Role::Principal { .. } => self.role = Role::Direct,
            Role::Delegate { .. } | Role::Direct => return Err(AccountError::NotPrincipal),
        }
        Ok(())
    }

    /// Ends its attestation.
    pub fn revoke(&mut self) -> Result<(), AccountError> {
        self.attested.take().map(|_| ()).ok_or(AccountError::NothingToRevoke)
    }

    /// Ends its attestation if that has expired.
    pub fn expire(&mut self, now: u64) -> Result<(), AccountError> {
        let until = self.attested.ok_or(AccountError::NothingToRevoke)?;
        if !clock::is_due(until, now) {
            return Err(AccountError::NotExpired { until, now });
        }
        self.revoke()
    }
}
