//! Messages to the registry.

use isonomia_api::identity::{ExecuteMsg, IssuerKey};

use super::{accounts, cut};
use crate::keeper::Asked;
use crate::shell::desk::Desk;

/// A message to the registry in words.
pub fn message<D: Asked>(desk: &Desk<'_, D>, msg: &ExecuteMsg) -> String {
    match msg {
        ExecuteMsg::File { account, .. } => {
            format!("state that {} is a person, as only an issuer may", desk.contract(account))
        }
        ExecuteMsg::Submit { issuer, .. } => {
            format!("submit what issuer `{}` stated about the timelock", cut(issuer))
        }
        ExecuteMsg::Activate {} => "attest the timelock, which no contract is".to_string(),
        ExecuteMsg::Revoke { accounts: whose } => {
            format!("end the attestations of {}", accounts(desk, whose))
        }
        ExecuteMsg::RevokeFew { accounts: whose } => {
            format!("end the attestations of {}, within 5 % of all in an epoch", accounts(desk, whose))
        }
        ExecuteMsg::RevokeSigned { issuer, revocation, .. } => {
            format!(
                "end the attestation of {}, as issuer `{}` signed",
                desk.contract(&revocation.account),
                cut(issuer)
            )
        }
        ExecuteMsg::Expire { accounts: whose } => {
            format!("take the expired attestations of {} out", accounts(desk, whose))
        }
        ExecuteMsg::Ready {} => "declare the registry ready".to_string(),
        ExecuteMsg::AddIssuer { issuer } => {
            format!("let issuer `{}` attest persons, {}", cut(&issuer.id), speaks(desk, &issuer.key))
        }
        ExecuteMsg::RemoveIssuer { id } => format!("remove the issuer `{}`", cut(id)),
    }
}

fn speaks<D: Asked>(desk: &Desk<'_, D>, key: &IssuerKey) -> String {
    match key {
        IssuerKey::Account { address } => format!("by the account {}", desk.contract(address)),
        IssuerKey::Secp256k1 { public_key } => format!("by the secp256k1 key {public_key}"),
        IssuerKey::Ed25519 { public_key } => format!("by the ed25519 key {public_key}"),
    }
}
