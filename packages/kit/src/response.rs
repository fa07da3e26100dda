//! The beginning of every response.

use cosmwasm_std::{Addr, Response};

/// A response with the plain attributes that every consumer looks for.
pub fn response(action: &str, sender: &Addr) -> Response {
    Response::new().add_attribute("action", action).add_attribute("sender", sender)
}
