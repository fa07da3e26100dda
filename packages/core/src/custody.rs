//! What the treasury may say to a token that it holds, by the name of the message.
//!
//! A balance shows what has left, not who has been allowed to take. So what is said to a listed token must be known to
//! give nobody a hold on it: an unknown name is refused, however harmless it may be.

/// What may be said to a listed cw20: it moves what the balance shows, takes an allowance back, or administers the token.
pub const CW20_MESSAGES: [&str; 7] =
    ["transfer", "send", "decrease_allowance", "mint", "update_minter", "update_marketing", "upload_logo"];

/// What may be said to a listed cw721: it takes approvals back, or makes tokens. Tokens leave by a message of their own.
pub const CW721_MESSAGES: [&str; 3] = ["revoke", "revoke_all", "mint"];

/// A message that a listed token is not sent.
#[derive(Debug, PartialEq, thiserror::Error)]
#[error("`{message}` is not said to a listed token, only {}", allowed.join(", "))]
pub struct MessageRefused {
    /// The name of the message.
    pub message: String,
    /// What may be said.
    pub allowed: &'static [&'static str],
}

/// Refuses a message that is not on the list of its kind of token.
pub fn check(message: &str, allowed: &'static [&'static str]) -> Result<(), MessageRefused> {
    match allowed.contains(&message) {
        true => Ok(()),
        false => Err(MessageRefused { message: message.to_string(), allowed }),
    }
}
