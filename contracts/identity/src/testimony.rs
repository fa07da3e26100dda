//! Testimony: whether an issuer said it, filed or signed. The only writer of `FILED`.

use cosmwasm_std::{Addr, Binary, DepsMut, Env, Storage};
use isonomia_api::identity::{
    revocation_bytes, signed_bytes, IssuerKey, Revocation, Statement, NULLIFIER_BYTES,
};
use isonomia_core::clock::is_due;

use crate::error::ContractError;
use crate::signatures::{self, Signed};
use crate::state::{ACCEPTED, FILED, REVOKED};

/// Why a statement, or a revocation, is refused.
#[derive(Debug, PartialEq, thiserror::Error)]
pub enum StatementError {
    /// Not a nullifier.
    #[error("a nullifier has {NULLIFIER_BYTES} bytes, not {bytes}")]
    Nullifier {
        /// How many it has.
        bytes: usize,
    },
    /// Too late.
    #[error("what the issuer said expired at {expires}, now it is {now}")]
    Expired {
        /// When it expired.
        expires: u64,
        /// The present moment.
        now: u64,
    },
    /// The issuer speaks by account and has not said this.
    #[error("the issuer `{issuer}` has not filed this statement about {account}")]
    NotFiled {
        /// Which issuer.
        issuer: String,
        /// About whom.
        account: Addr,
    },
    /// No signature where statements are signed.
    #[error("the issuer `{issuer}` signs its statements; this one came without a signature")]
    Unsigned {
        /// Which issuer.
        issuer: String,
    },
}

/// What an account submits about itself.
pub struct Submission {
    /// The issuer's id.
    pub issuer: String,
    /// The statement.
    pub statement: Statement,
    /// The issuer's signature; none where the issuer filed the statement itself.
    pub signature: Option<Binary>,
}

/// What anyone submits to revoke in an issuer's name.
pub struct SignedRevocation {
    /// The issuer's id.
    pub issuer: String,
    /// The revocation.
    pub revocation: Revocation,
    /// The issuer's signature.
    pub signature: Binary,
}

/// Refuses a statement that is malformed or too late. Its expiry is asked when it is filed and when it is submitted, not
/// again when it is activated.
pub fn check(statement: &Statement, now: u64) -> Result<(), ContractError> {
    if statement.nullifier.len() != NULLIFIER_BYTES {
        return Err(StatementError::Nullifier { bytes: statement.nullifier.len() }.into());
    }
    check_expiry(statement.expires, now)
}

/// Files what an issuer that speaks by account says.
pub fn file(
    storage: &mut dyn Storage,
    by: &Addr,
    about: &Addr,
    statement: &Statement,
) -> Result<(), ContractError> {
    Ok(FILED.save(storage, (by, about), statement)?)
}

/// Accepts what the issuer said about the account, filed or signed. Either is used up.
pub fn accept(
    deps: DepsMut,
    env: &Env,
    key: &IssuerKey,
    account: &Addr,
    submission: &Submission,
) -> Result<(), ContractError> {
    let Submission { issuer, statement, signature } = submission;
    check(statement, env.block.time.seconds())?;
    match (key, signature) {
        (IssuerKey::Account { address }, None) => {
            use_filed(deps.storage, &Addr::unchecked(address), account, submission)
        }
        (_, None) => Err(StatementError::Unsigned { issuer: issuer.clone() }.into()),
        (key, Some(signature)) => {
            let bytes = signed_bytes(&env.block.chain_id, &env.contract.address, account, statement);
            let signed = Signed { issuer, account, expires: statement.expires, bytes, signature };
            signatures::accept(deps, env, key, &signed, ACCEPTED)
        }
    }
}

/// Accepts a revocation that the issuer signed, which is used up; answers whose attestation it ends.
pub fn accept_revocation(
    deps: DepsMut,
    env: &Env,
    key: &IssuerKey,
    submitted: &SignedRevocation,
) -> Result<Addr, ContractError> {
    let SignedRevocation { issuer, revocation, signature } = submitted;
    check_expiry(revocation.expires, env.block.time.seconds())?;
    let account = deps.api.addr_validate(&revocation.account)?;
    let bytes = revocation_bytes(&env.block.chain_id, &env.contract.address, issuer, revocation);
    let signed = Signed { issuer, account: &account, expires: revocation.expires, bytes, signature };
    signatures::accept(deps, env, key, &signed, REVOKED)?;
    Ok(account)
}

fn check_expiry(expires: u64, now: u64) -> Result<(), ContractError> {
    if is_due(expires, now) {
        return Err(StatementError::Expired { expires, now }.into());
    }
    Ok(())
}

fn use_filed(
    storage: &mut dyn Storage,
    by: &Addr,
    about: &Addr,
    submission: &Submission,
) -> Result<(), ContractError> {
    if FILED.may_load(storage, (by, about))?.as_ref() != Some(&submission.statement) {
        let (issuer, account) = (submission.issuer.clone(), about.clone());
        return Err(StatementError::NotFiled { issuer, account }.into());
    }
    FILED.remove(storage, (by, about));
    Ok(())
}
