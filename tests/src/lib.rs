//! What the chapters share: the naive model, written from the text of the mechanism alone.

pub mod model;

/// The rule that an error states of a poll, without the facts behind it; chapter voting looks at those.
pub fn rule(error: &str) -> &str {
    error.split(": poll ").next().unwrap_or(error)
}
