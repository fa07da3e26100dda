//! Testimony: whether an issuer said it. The only writer of `FILED`.

use cosmwasm_std::{Addr, Api, Binary, DepsMut, Env, Storage};
use isonomia_api::identity::{signed_bytes, IssuerKey, Statement, NULLIFIER_BYTES};
use isonomia_core::clock::is_due;
use isonomia_core::hash::sha256;

use crate::error::ContractError;
use crate::state::FILED;

/// Bytes of a signature, of either curve.
const SIGNATURE_BYTES: usize = 64;

/// Why a statement is refused.
#[derive(Debug, PartialEq, thiserror::Error)]
pub enum StatementError {
    /// Not a nullifier.
    #[error("a nullifier has {NULLIFIER_BYTES} bytes, not {bytes}")]
    Nullifier {
        /// How many it has.
        bytes: usize,
    },
    /// Too late.
    #[error("the statement expired at {expires}, now it is {now}")]
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
    /// A signature where statements are filed.
    #[error("the issuer `{issuer}` files its statements and signs none")]
    NotSigning {
        /// Which issuer.
        issuer: String,
    },
    /// No signature where statements are signed.
    #[error("the issuer `{issuer}` signs its statements; this one came without a signature")]
    Unsigned {
        /// Which issuer.
        issuer: String,
    },
    /// A signature of somebody else, or of something else.
    #[error(
        "`{issuer}` has not signed this statement for {account}, at this registry, on the chain {chain_id}"
    )]
    Forged {
        /// Which issuer.
        issuer: String,
        /// About whom.
        account: Addr,
        /// The chain.
        chain_id: String,
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

/// Refuses a statement that is malformed or too late. Its expiry is asked when it is filed and when it is submitted, not
/// again when it is activated.
pub fn check(statement: &Statement, now: u64) -> Result<(), ContractError> {
    if statement.nullifier.len() != NULLIFIER_BYTES {
        return Err(StatementError::Nullifier { bytes: statement.nullifier.len() }.into());
    }
    if is_due(statement.expires, now) {
        return Err(StatementError::Expired { expires: statement.expires, now }.into());
    }
    Ok(())
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

/// Accepts what the issuer said about the account, filed or signed. What was filed is used up.
pub fn accept(
    deps: DepsMut,
    env: &Env,
    key: &IssuerKey,
    account: &Addr,
    submission: &Submission,
) -> Result<(), ContractError> {
    check(&submission.statement, env.block.time.seconds())?;
    let issuer = submission.issuer.clone();
    match (key, &submission.signature) {
        (IssuerKey::Account { address }, None) => {
            use_filed(deps.storage, &Addr::unchecked(address), account, submission)
        }
        (IssuerKey::Account { .. }, Some(_)) => Err(StatementError::NotSigning { issuer }.into()),
        (_, None) => Err(StatementError::Unsigned { issuer }.into()),
        (key, Some(signature)) => {
            let (account, chain_id) = (account.clone(), env.block.chain_id.clone());
            let bytes = signed_bytes(&chain_id, &env.contract.address, &account, &submission.statement);
            if !is_signed(deps.api, key, &bytes, signature) {
                return Err(StatementError::Forged { issuer, account, chain_id }.into());
            }
            Ok(())
        }
    }
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

/// Whether the key signed the bytes. What the chain cannot read as a key or a signature is forged, too.
fn is_signed(api: &dyn Api, key: &IssuerKey, bytes: &[u8], signature: &[u8]) -> bool {
    if signature.len() != SIGNATURE_BYTES {
        return false;
    }
    let verified = match key {
        IssuerKey::Account { .. } => return false,
        IssuerKey::Secp256k1 { public_key } => api.secp256k1_verify(&sha256(bytes), signature, public_key),
        IssuerKey::Ed25519 { public_key } => api.ed25519_verify(bytes, signature, public_key),
    };
    verified.unwrap_or(false)
}
