//! The limits of the identity registry: how fast attestations may come and go, and when it is ready.

use crate::clock::{Day, Phase, Window};
use crate::stored_as_list;

/// Days between submission and activation.
pub const MATURITY_DAYS: u64 = 14;
/// Days that an attestation lives, and that a statement waits to be activated.
pub const LIFE_DAYS: u64 = 180;
/// Days before expiry in which it may be renewed.
pub const RENEWAL_DAYS: u64 = 45;
/// Days that a nullifier is held for its last account after the end.
pub const HOLD_DAYS: u64 = 30;
/// An issuer with more than half of all attestations may not activate from this many on.
pub const MAJORITY_FROM: u64 = 50;

/// What has been used of a limit in an epoch. The limit is taken of the number at the epoch's first use, so that it does
/// not grow by being used.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Quota {
    /// The epoch.
    pub epoch: u64,
    /// The number that the limit is taken of.
    pub base: u64,
    /// What has been used.
    pub used: u64,
}

stored_as_list!(Quota { epoch, base, used });

/// Why the registry refuses.
#[derive(Debug, PartialEq, thiserror::Error)]
pub enum RegistryError {
    /// No slot is left in this epoch.
    #[error("all {limit} activations of epoch {epoch} are taken; try again in the next")]
    EpochFull {
        /// The limit.
        limit: u64,
        /// The epoch.
        epoch: u64,
    },
    /// The issuer has had its half of this epoch.
    #[error("the issuer has had its {limit} activations of epoch {epoch}; try again in the next")]
    IssuerFull {
        /// The limit.
        limit: u64,
        /// The epoch.
        epoch: u64,
    },
    /// The issuer has more than half of all attestations.
    #[error("the issuer has {own} of {attested} attestations, more than half: it may not activate")]
    Majority {
        /// The issuer's attestations.
        own: u64,
        /// All attestations.
        attested: u64,
    },
    /// The issuer has had its revocations of this epoch.
    #[error("an issuer may revoke {limit} of its attestations in an epoch; epoch {epoch} has none left")]
    RevocationsUsed {
        /// The limit.
        limit: u64,
        /// The epoch.
        epoch: u64,
    },
    /// No attestation of this epoch is left for an emergency to revoke.
    #[error("few are {limit} attestations in an epoch, 5 % of them; epoch {epoch} has none left")]
    FewUsed {
        /// The limit.
        limit: u64,
        /// The epoch.
        epoch: u64,
    },
    /// The statement has not matured.
    #[error("the statement matures at {matures}, now it is {now}")]
    Immature {
        /// When it matures.
        matures: u64,
        /// The present moment.
        now: u64,
    },
    /// The statement waited too long to be activated.
    #[error("the statement lapsed at {lapses}, {LIFE_DAYS} days after its submission, now it is {now}; submit another")]
    Lapsed {
        /// When it lapsed.
        lapses: u64,
        /// The present moment.
        now: u64,
    },
    /// The attestation cannot be renewed yet.
    #[error("the attestation may be renewed from {from}, now it is {now}")]
    TooEarlyToRenew {
        /// From when.
        from: u64,
        /// The present moment.
        now: u64,
    },
    /// The attestation cannot be renewed any more.
    #[error(
        "the attestation expired at {until}, now it is {now}; take it out (`Expire`), then a new statement can mature"
    )]
    TooLateToRenew {
        /// When it expired.
        until: u64,
        /// The present moment.
        now: u64,
    },
    /// Too few issuers with live attestations.
    #[error("{live} issuers have live attestations, fewer than {needed}")]
    TooFewIssuers {
        /// How many have.
        live: u64,
        /// How many are needed.
        needed: u64,
    },
    /// Too few attestations.
    #[error("{attested} accounts are attested, fewer than {needed}")]
    TooFewAttested {
        /// How many are.
        attested: u64,
        /// How many are needed.
        needed: u64,
    },
    /// One issuer has too large a share.
    #[error("an issuer has {own} of {attested} attestations, more than 60 %")]
    Lopsided {
        /// The issuer's attestations.
        own: u64,
        /// All attestations.
        attested: u64,
    },
}

impl Quota {
    /// The quota of the present epoch: a new one starts with the present number.
    pub fn present(self, epoch: u64, number: u64) -> Quota {
        if self.epoch == epoch && self.used > 0 {
            return self;
        }
        Quota { epoch, base: number, used: 0 }
    }

    /// One more use.
    pub fn used_once(self) -> Quota {
        Quota { used: self.used + 1, ..self }
    }
}

/// Activations of an epoch: `max(20, 5 % of n)`.
pub fn activation_limit(attested: u64) -> u64 {
    (attested / 20).max(20)
}

/// Revocations of one issuer in an epoch: `max(3, 2 %)` of its own attestations.
pub fn revocation_limit(own: u64) -> u64 {
    (own / 50).max(3)
}

/// Attestations that governance may revoke in an epoch as few: at most 5 % of all, so that an emergency never takes the
/// people of half the power away. Of fewer than 20 there are no few.
pub fn few_limit(attested: u64) -> u64 {
    attested / 20
}

/// One activation, before it is allowed.
pub struct Activation<'a> {
    /// The epoch's quota.
    pub epoch: &'a Quota,
    /// The issuer's use of it.
    pub issuer: &'a Quota,
    /// The issuer's live attestations.
    pub own: u64,
    /// All live attestations.
    pub attested: u64,
    /// How many issuers are named.
    pub issuers: usize,
}

impl Activation<'_> {
    /// Allows it: a slot of the epoch, of the issuer's half, and no majority.
    pub fn check(&self) -> Result<(), RegistryError> {
        let limit = activation_limit(self.epoch.base);
        let epoch = self.epoch.epoch;
        if self.epoch.used >= limit {
            return Err(RegistryError::EpochFull { limit, epoch });
        }
        if self.issuers < 2 {
            return Ok(());
        }
        if self.issuer.used >= limit / 2 {
            return Err(RegistryError::IssuerFull { limit: limit / 2, epoch });
        }
        if self.attested >= MAJORITY_FROM && 2 * self.own > self.attested {
            return Err(RegistryError::Majority { own: self.own, attested: self.attested });
        }
        Ok(())
    }
}

/// Allows one more revocation by an issuer.
pub fn check_revocation(quota: &Quota) -> Result<(), RegistryError> {
    let limit = revocation_limit(quota.base);
    if quota.used >= limit {
        return Err(RegistryError::RevocationsUsed { limit, epoch: quota.epoch });
    }
    Ok(())
}

/// Allows one more revocation of the few.
pub fn check_few(quota: &Quota) -> Result<(), RegistryError> {
    let limit = few_limit(quota.base);
    if quota.used >= limit {
        return Err(RegistryError::FewUsed { limit, epoch: quota.epoch });
    }
    Ok(())
}

/// When a statement may be activated: from 14 days after it was submitted until before 180 days after.
pub fn activation_window(submitted: u64, day: Day) -> Window {
    let (opens, closes) = (day.days(MATURITY_DAYS), day.days(LIFE_DAYS));
    Window { opens: submitted.saturating_add(opens), closes: submitted.saturating_add(closes) }
}

/// Refuses an activation before that and after.
pub fn check_maturity(submitted: u64, day: Day, now: u64) -> Result<(), RegistryError> {
    let Window { opens: matures, closes: lapses } = activation_window(submitted, day);
    match (Window { opens: matures, closes: lapses }).phase(now) {
        Phase::Before => Err(RegistryError::Immature { matures, now }),
        Phase::Inside => Ok(()),
        Phase::After => Err(RegistryError::Lapsed { lapses, now }),
    }
}

/// Whether a statement has waited so long that it can no longer be activated. Only then another account may have its
/// nullifier.
pub fn has_lapsed(submitted: u64, day: Day, now: u64) -> bool {
    matches!(check_maturity(submitted, day, now), Err(RegistryError::Lapsed { .. }))
}

/// An attestation may be renewed in its last 45 days, and not once it has expired.
pub fn check_renewal(until: u64, day: Day, now: u64) -> Result<(), RegistryError> {
    let from = until.saturating_sub(day.days(RENEWAL_DAYS));
    match (Window { opens: from, closes: until }).phase(now) {
        Phase::Before => Err(RegistryError::TooEarlyToRenew { from, now }),
        Phase::Inside => Ok(()),
        Phase::After => Err(RegistryError::TooLateToRenew { until, now }),
    }
}

/// The registry is ready once enough issuers have live attestations, there are enough in all, and, where there are two
/// issuers or more, none has above 60 %.
pub fn check_ready(live: &[u64], min_issuers: u64, min_attested: u64) -> Result<(), RegistryError> {
    let attested: u64 = live.iter().sum();
    let active = live.iter().filter(|own| **own > 0).count() as u64;
    if active < min_issuers {
        return Err(RegistryError::TooFewIssuers { live: active, needed: min_issuers });
    }
    if attested < min_attested {
        return Err(RegistryError::TooFewAttested { attested, needed: min_attested });
    }
    let largest = live.iter().copied().max().unwrap_or(0);
    if live.len() >= 2 && 5 * largest > 3 * attested {
        return Err(RegistryError::Lopsided { own: largest, attested });
    }
    Ok(())
}
