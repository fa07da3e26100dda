//! The beginning of every response.

use cosmwasm_std::{Addr, Response};

/// A response with the plain attributes that every consumer looks for.
pub fn response(action: &str, sender: &Addr) -> Response {
    Response::new().add_attribute("action", action).add_attribute("sender", sender)
}

/// The same for a message about a proposal, its poll or its operation, which have one id: consumers find them by it.
pub fn response_on(action: &str, sender: &Addr, proposal_id: u64) -> Response {
    response(action, sender).add_attribute("proposal_id", proposal_id.to_string())
}
