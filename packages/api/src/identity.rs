//! The identity registry: who is attested, by whom, until when.

pub use crate::migration::MigrateMsg;

use cosmwasm_schema::{cw_serde, QueryResponses};
use cosmwasm_std::{Addr, Binary, HexBinary};

/// The most issuers.
pub const MAX_ISSUERS: usize = 32;
/// The most bytes of an issuer's id.
pub const MAX_ISSUER_ID: usize = 32;
/// The most accounts of one call.
pub const MAX_ACCOUNTS: usize = 32;
/// Bytes of a nullifier.
pub const NULLIFIER_BYTES: usize = 32;

/// Makes a registry. Voting must exist; it is asked for the day and the least number of attestations.
#[cw_serde]
#[serde(deny_unknown_fields)]
pub struct InstantiateMsg {
    /// The voting contract that obeys this registry.
    pub voting: String,
    /// Who may add and remove issuers, and revoke. It may not exist yet.
    pub timelock: String,
    /// The issuers to begin with, 1 to 32.
    pub issuers: Vec<Issuer>,
    /// How many issuers must have live attestations before the registry is ready; at least 1.
    pub min_issuers: u64,
}

/// Who may say that an account is a person it has not counted yet.
#[cw_serde]
#[serde(deny_unknown_fields)]
pub struct Issuer {
    /// A short name, 1 to 32 bytes, unique.
    pub id: String,
    /// How it speaks.
    pub key: IssuerKey,
}

/// How an issuer speaks.
#[cw_serde]
#[serde(deny_unknown_fields)]
pub enum IssuerKey {
    /// An account or a contract files statements itself.
    Account {
        /// Which.
        address: String,
    },
    /// It signs the SHA-256 of a statement; the account submits it.
    Secp256k1 {
        /// The public key, 33 or 65 bytes.
        public_key: Binary,
    },
    /// It signs a statement; the account submits it.
    Ed25519 {
        /// The public key, 32 bytes.
        public_key: Binary,
    },
}

/// What an issuer states about an account. Submit it before `expires`.
#[cw_serde]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// 32 bytes that the issuer gives this person and nobody else.
    pub nullifier: HexBinary,
    /// The first moment at which the statement may no longer be submitted.
    pub expires: u64,
}

/// The bytes that an issuer signs: one line each for a tag, the chain, the registry, the account, the nullifier in
/// lower-case hex, and the expiry in seconds.
pub fn signed_bytes(chain_id: &str, registry: &Addr, account: &Addr, statement: &Statement) -> Vec<u8> {
    let Statement { nullifier, expires } = statement;
    format!("isonomia statement 1\n{chain_id}\n{registry}\n{account}\n{}\n{expires}", nullifier.to_hex())
        .into_bytes()
}

/// What an issuer that signs states about an account that it attested: no longer. Submit it before `expires`.
#[cw_serde]
#[serde(deny_unknown_fields)]
pub struct Revocation {
    /// Whose attestation ends.
    pub account: String,
    /// The first moment at which the revocation may no longer be submitted.
    pub expires: u64,
}

/// The bytes that an issuer signs to revoke: one line each for a tag, the chain, the registry, the issuer's id, the
/// account, and the expiry in seconds.
pub fn revocation_bytes(chain_id: &str, registry: &Addr, issuer: &str, revocation: &Revocation) -> Vec<u8> {
    let Revocation { account, expires } = revocation;
    format!("isonomia revocation 1\n{chain_id}\n{registry}\n{issuer}\n{account}\n{expires}").into_bytes()
}

/// What a registry takes.
#[cw_serde]
#[serde(deny_unknown_fields)]
pub enum ExecuteMsg {
    /// Files a statement, which the account then submits.
    ///
    /// Only an issuer that speaks by account may; a later statement for the same account replaces the earlier.
    File {
        /// About whom.
        account: String,
        /// The statement.
        statement: Statement,
    },
    /// Submits a statement about the sender. If the sender is attested under the same nullifier and in its last 45
    /// days, this renews at once, for 180 days from now, whoever the issuer. Otherwise 14 days of maturity begin, after
    /// which the sender may `Activate`; a statement that was still maturing is replaced.
    ///
    /// Any account without code may. Fails where the issuer is unknown, the statement has expired, was not filed or is
    /// not signed by the issuer for this chain, registry and account, where it expires no later than a signed one that
    /// was accepted before (a signature counts once), where the nullifier is another account's (or was, until less than
    /// 30 days ago), where a renewal comes too early, and where the sender's attestation has expired: that must be taken
    /// out (`Expire`) first. A statement that was not activated for 180 days no longer holds a nullifier.
    Submit {
        /// The issuer's id.
        issuer: String,
        /// The statement.
        statement: Statement,
        /// The issuer's signature; none where the issuer filed the statement itself.
        signature: Option<Binary>,
    },
    /// Attests the sender, for 180 days from now.
    ///
    /// Any account without code may whose statement has matured, was submitted less than 180 days ago, and whose issuer
    /// is still named. Fails where the epoch's activations (the larger of 20 and 5 % of all attestations) are taken,
    /// where the issuer has had its half, and where the issuer has more than half of 50 attestations or more; then a
    /// later epoch may do.
    Activate {},
    /// Ends attestations, at once.
    ///
    /// An issuer that speaks by account may for its own, the larger of 3 and 2 % in an epoch; the timelock may for any.
    /// At most 32 accounts; fails where one of them is not attested, or is another issuer's.
    Revoke {
        /// Whose.
        accounts: Vec<String>,
    },
    /// Ends a few attestations, at once, whoever their issuer: at most 5 % of all in an epoch, counted at its first use. It
    /// is what an emergency may do; `Revoke` has no limit for the timelock, and is Critical.
    ///
    /// Only the timelock may. At most 32 accounts; fails where one of them is not attested, and past the 5 % (of fewer than
    /// 20 attestations, none).
    RevokeFew {
        /// Whose.
        accounts: Vec<String>,
    },
    /// Ends an attestation, at once, as its issuer signed.
    ///
    /// Anyone may, with what an issuer that speaks by key signed (`revocation_bytes`), within the limit of `Revoke`.
    /// Fails where the issuer is unknown or speaks by account, where the revocation has expired or is not signed by the
    /// issuer for this chain, registry and account, where it expires no later than one that was accepted before (it
    /// counts once), where the account is not attested, or by another issuer, and where the epoch's limit is used.
    RevokeSigned {
        /// The issuer's id.
        issuer: String,
        /// The revocation.
        revocation: Revocation,
        /// The issuer's signature.
        signature: Binary,
    },
    /// Takes expired attestations out, here and in voting; others are passed over.
    ///
    /// Anyone may, for at most 32 accounts. Fails where none of them has expired.
    Expire {
        /// Whose.
        accounts: Vec<String>,
    },
    /// Declares to voting that the registry is ready.
    ///
    /// Anyone may, once enough issuers have live attestations, there are enough in all, and, where there are two issuers
    /// or more, none has above 60 %.
    Ready {},
    /// Names an issuer.
    ///
    /// Only the timelock may. Fails where the id or the key is taken, or past 32 issuers.
    AddIssuer {
        /// The issuer.
        issuer: Issuer,
    },
    /// Removes an issuer. Its people stay until they expire; another issuer may renew them.
    ///
    /// Only the timelock may. Fails where the id is unknown.
    RemoveIssuer {
        /// The issuer's id.
        id: String,
    },
}

/// What a registry answers.
#[cw_serde]
#[derive(QueryResponses)]
#[serde(deny_unknown_fields)]
pub enum QueryMsg {
    /// The configuration.
    #[returns(ConfigResponse)]
    Config {},
    /// The issuers, with their live attestations.
    #[returns(IssuersResponse)]
    Issuers {},
    /// An account: maturing, attested, or neither.
    #[returns(AttestationResponse)]
    Attestation {
        /// Whose.
        account: String,
    },
    /// The accounts of the registry in order of address, those that are maturing included, so that a page never reads
    /// more than it answers.
    #[returns(AttestationsResponse)]
    Attestations {
        /// Only addresses after this one.
        start_after: Option<String>,
        /// At most so many; 30 unless given, at most 100.
        limit: Option<u32>,
    },
    /// What is left of this epoch's activations.
    #[returns(EpochResponse)]
    Epoch {},
}

/// The configuration.
#[cw_serde]
pub struct ConfigResponse {
    /// The voting contract that obeys this registry.
    pub voting: Addr,
    /// Who may add and remove issuers, and revoke.
    pub timelock: Addr,
    /// How many issuers must have live attestations before the registry is ready.
    pub min_issuers: u64,
    /// How many attestations there must be before the registry is ready.
    pub min_attested: u64,
    /// Seconds of a day, as voting says; anything but 86400 is a test network.
    pub day: u64,
    /// When the first epoch began.
    pub started: u64,
}

/// The issuers.
#[cw_serde]
pub struct IssuersResponse {
    /// In order of id.
    pub issuers: Vec<IssuerInfo>,
    /// All live attestations, those of removed issuers included.
    pub attested: u64,
}

/// An issuer.
#[cw_serde]
pub struct IssuerInfo {
    /// The issuer.
    pub issuer: Issuer,
    /// Its live attestations.
    pub attested: u64,
}

/// An account in the registry.
#[cw_serde]
pub struct AttestationResponse {
    /// What is known of it.
    pub attestation: Option<AttestationInfo>,
}

/// What is known of an account.
#[cw_serde]
pub struct AttestationInfo {
    /// Who stated it.
    pub issuer: String,
    /// Under which nullifier.
    pub nullifier: HexBinary,
    /// Where it stands.
    pub stage: AttestationStage,
}

/// The accounts of the registry.
#[cw_serde]
pub struct AttestationsResponse {
    /// In order of address.
    pub attestations: Vec<AccountAttestation>,
}

/// An account, and what is known of it.
#[cw_serde]
pub struct AccountAttestation {
    /// Which.
    pub account: Addr,
    /// What is known of it.
    pub attestation: AttestationInfo,
}

/// Where a statement stands.
#[cw_serde]
#[derive(Copy, Eq)]
#[serde(deny_unknown_fields)]
pub enum AttestationStage {
    /// Submitted; it may be activated from this moment, until 180 days after it was submitted.
    Maturing {
        /// From when.
        matures: u64,
    },
    /// Attested.
    Live {
        /// Until when; it counts until somebody takes it out.
        until: u64,
    },
}

/// What is left of this epoch's activations.
#[cw_serde]
pub struct EpochResponse {
    /// The epoch.
    pub epoch: u64,
    /// All activations of it.
    pub limit: u64,
    /// Those that are left.
    pub left: u64,
    /// When the next one begins.
    pub ends: u64,
}
