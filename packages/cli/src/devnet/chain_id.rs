//! A name for a chain that no other chain has.

use std::time::{SystemTime, UNIX_EPOCH};

/// What the id of every devnet begins with, and that of no other chain.
const PREFIX: &str = "isonomia-devnet-";

const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";

/// A chain id that no earlier devnet had, made of the milliseconds since 1970: a signature or a deployment of another
/// devnet never fits this one.
pub(super) fn fresh() -> String {
    let elapsed = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    format!("{PREFIX}{}", base36(elapsed.as_millis()))
}

/// Whether that is the id of a devnet.
pub fn is_devnet_chain(chain_id: &str) -> bool {
    chain_id.starts_with(PREFIX)
}

fn base36(mut number: u128) -> String {
    let mut digits = Vec::new();
    loop {
        digits.push(DIGITS[(number % 36) as usize] as char);
        number /= 36;
        if number == 0 {
            return digits.into_iter().rev().collect();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_base_36() {
        assert_eq!(["0", "z", "10", "100"].map(String::from), [0, 35, 36, 1296].map(base36));
        assert_eq!(u64::from_str_radix(&base36(1_796_000_000_000), 36), Ok(1_796_000_000_000));
    }

    #[test]
    fn an_id_is_as_short_as_chains_want_it() {
        let id = fresh();
        assert!(id.starts_with("isonomia-devnet-") && id.len() <= 50, "{id}");
    }
}
