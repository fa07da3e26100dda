//! Anyone ends an attestation as its issuer signed.

use cosmwasm_std::{DepsMut, Env, MessageInfo, Response};

use isonomia_kit::response::response;

use crate::error::ContractError;
use crate::execute::revoke::{end_each, Limit};
use crate::issuers;
use crate::testimony::{self, SignedRevocation};

/// Ends an attestation, at once, within the limit of the issuer that signed this.
pub fn revoke_signed(
    mut deps: DepsMut,
    env: Env,
    info: MessageInfo,
    submitted: SignedRevocation,
) -> Result<Response, ContractError> {
    let key = issuers::key_of(deps.storage, &submitted.issuer)?;
    let account = testimony::accept_revocation(deps.branch(), &env, &key, &submitted)?;
    let response = response("revoke_signed", &info.sender);
    end_each(deps, &env, &Limit::Issuer(submitted.issuer), &[account], response)
}
