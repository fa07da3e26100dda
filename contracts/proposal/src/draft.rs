//! A draft at the border: its texts within their limits.

use isonomia_api::proposal::{Draft, Link, MAX_ACTIONS, MAX_SUMMARY, MAX_TITLE, MAX_URI};
use isonomia_core::hash::SHA256_BYTES;

use crate::error::ContractError;

/// Checks every limit but those of the actions' bytes.
pub fn check(draft: &Draft) -> Result<(), ContractError> {
    if draft.title.trim().is_empty() {
        return Err(ContractError::NoTitle);
    }
    check_length("title", draft.title.len(), MAX_TITLE)?;
    check_length("summary", draft.summary.len(), MAX_SUMMARY)?;
    if let Some(Link { uri, sha256 }) = &draft.link {
        check_length("link's uri", uri.len(), MAX_URI)?;
        if sha256.len() != SHA256_BYTES {
            return Err(ContractError::LinkHash { bytes: sha256.len() });
        }
    }
    if draft.actions.len() > MAX_ACTIONS {
        return Err(ContractError::TooManyActions { count: draft.actions.len(), most: MAX_ACTIONS });
    }
    Ok(())
}

/// Refuses what is longer than its limit.
pub fn check_length(text: &'static str, bytes: usize, most: usize) -> Result<(), ContractError> {
    if bytes > most {
        return Err(ContractError::TooLong { text, bytes, most });
    }
    Ok(())
}
