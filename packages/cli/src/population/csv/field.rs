//! One field of a population file.

use super::Fault;

/// Tokens with at most six decimals, as base units.
pub(super) fn amount(field: &str) -> Result<u128, Fault> {
    let wanted = "an amount of tokens with at most six decimals, such as 1250.5";
    let (tokens, decimals) = field.split_once('.').unwrap_or((field, "0"));
    plain(field, tokens, wanted)?;
    plain(field, decimals, wanted)?;
    if decimals.len() > 6 {
        return Err(Fault::Malformed { found: field.into(), wanted });
    }
    format!("{tokens}{decimals:0<6}").parse().map_err(|_| Fault::TooMuch)
}

/// How many holders.
pub(super) fn count(field: &str) -> Result<usize, Fault> {
    plain(field, field, "a whole number")?;
    field.parse().map_err(|_| Fault::TooManyHolders)
}

/// Refuses a part of a field that is anything but digits.
fn plain(field: &str, part: &str, wanted: &'static str) -> Result<(), Fault> {
    if !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok(());
    }
    let found = field.to_string();
    match field.strip_prefix('-') {
        Some(rest) if rest.starts_with(|first: char| first.is_ascii_digit()) => {
            Err(Fault::Negative { found })
        }
        _ => Err(Fault::Malformed { found, wanted }),
    }
}
