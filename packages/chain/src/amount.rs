//! Amounts as people write them: `1.5 iso`, or `1500000 uiso`.

use thiserror::Error;

use crate::ChainFile;

/// An amount of a coin.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount {
    /// Base units.
    pub units: u128,
    /// The denomination on the chain.
    pub denom: String,
}

/// Why a text is no amount.
#[derive(Clone, Debug, Error, PartialEq)]
pub enum AmountError {
    /// Not a number and a coin.
    #[error("`{0}` is no amount: write a number and a coin, as `1.5 iso` or `1500000 uiso`")]
    Malformed(String),
    /// More digits behind the point than the coin has.
    #[error("`{text}` is finer than the coin: {coin} has {decimals} digits behind the point")]
    TooFine {
        /// The text.
        text: String,
        /// The coin.
        coin: String,
        /// Its digits.
        decimals: u8,
    },
    /// Base units are whole.
    #[error("`{text}`: `{denom}` is a base unit, of which there are no parts{known}")]
    Part {
        /// The text.
        text: String,
        /// The denomination.
        denom: String,
        /// The coins that have parts, if the chain file tells any.
        known: String,
    },
    /// Past 2^128.
    #[error("`{0}` is more than any chain holds")]
    TooLarge(String),
}

impl ChainFile {
    /// Reads an amount: a number and a coin. The coin is one of this file (`1.5 iso`), or any denomination of the chain,
    /// of which the number is then whole (`1500000 uiso`).
    pub fn amount(&self, text: &str) -> Result<Amount, AmountError> {
        let malformed = || AmountError::Malformed(text.to_string());
        let trimmed = text.trim();
        let end = trimmed.find(|c: char| !c.is_ascii_digit() && c != '.').ok_or_else(malformed)?;
        let (number, coin) = (&trimmed[..end], trimmed[end..].trim());
        let (whole, part) = number.split_once('.').unwrap_or((number, ""));
        let plain = !coin.contains(char::is_whitespace) && !whole.is_empty() && !part.contains('.');
        if !plain || (number.contains('.') && part.is_empty()) {
            return Err(malformed());
        }
        if let Some(known) = self.coins.iter().find(|one| one.symbol.eq_ignore_ascii_case(coin)) {
            let units = units(text, coin, (whole, part), known.decimals)?;
            return Ok(Amount { units, denom: known.denom.clone() });
        }
        if !part.is_empty() {
            let symbols: Vec<&str> = self.coins.iter().map(|one| one.symbol.as_str()).collect();
            let known =
                if symbols.is_empty() { String::new() } else { format!(" (coins: {})", symbols.join(", ")) };
            return Err(AmountError::Part { text: text.to_string(), denom: coin.to_string(), known });
        }
        let units = whole.parse().map_err(|_| AmountError::TooLarge(text.to_string()))?;
        Ok(Amount { units, denom: coin.to_string() })
    }

    /// Writes an amount as people do: in the coin of this file if it has one, else in base units.
    pub fn amount_text(&self, units: u128, denom: &str) -> String {
        let Some(coin) = self.coins.iter().find(|one| one.denom == denom) else {
            return format!("{units} {denom}");
        };
        let one = 10u128.checked_pow(coin.decimals.into()).unwrap_or(1);
        let digits = usize::from(coin.decimals);
        let part = format!("{:0digits$}", units % one);
        let part = part.trim_end_matches('0');
        let point = if part.is_empty() { "" } else { "." };
        format!("{}{point}{part} {}", units / one, coin.symbol)
    }
}

fn units(text: &str, coin: &str, (whole, part): (&str, &str), decimals: u8) -> Result<u128, AmountError> {
    if part.len() > decimals.into() {
        return Err(AmountError::TooFine { text: text.to_string(), coin: coin.to_string(), decimals });
    }
    let digits = format!("{whole}{part:0<width$}", width = decimals.into());
    digits.parse().map_err(|_| AmountError::TooLarge(text.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Coin, Fee};

    fn chain() -> ChainFile {
        ChainFile {
            chain_id: "test".to_string(),
            rpc: vec!["http://127.0.0.1:1".to_string()],
            prefix: "wasm".to_string(),
            coin_type: 118,
            fee: Fee { denom: "ufee".to_string(), price: "0.01".to_string() },
            coins: vec![Coin { denom: "uiso".to_string(), symbol: "iso".to_string(), decimals: 6 }],
            test_network: true,
            max_wasm_bytes: 819_200,
            faucet: None,
            facts: String::new(),
        }
    }

    #[test]
    fn an_amount_is_read_in_coins_and_in_base_units() {
        for (text, units) in
            [("1.5 iso", 1_500_000), ("1 ISO", 1_000_000), ("0.000001iso", 1), ("1500000 uiso", 1_500_000)]
        {
            assert_eq!(chain().amount(text), Ok(Amount { units, denom: "uiso".to_string() }), "{text}");
        }
        let foreign = chain().amount("7 ibc/27394FB0").unwrap();
        assert_eq!(foreign, Amount { units: 7, denom: "ibc/27394FB0".to_string() });
        assert_eq!(chain().amount_text(1_500_000, "uiso"), "1.5 iso");
        assert_eq!(chain().amount_text(2_000_000, "uiso"), "2 iso");
        assert_eq!(chain().amount_text(7, "ibc/27394FB0"), "7 ibc/27394FB0");
    }

    #[test]
    fn what_is_no_amount_says_what_is_wrong_with_it() {
        for text in ["", "iso", "1", "1 2 iso", "-1 iso", "1. iso", ".5 iso", "1.2.3 iso", "1,5 iso x"] {
            assert_eq!(chain().amount(text), Err(AmountError::Malformed(text.to_string())), "{text}");
        }
        let error = chain().amount("0.0000001 iso").unwrap_err().to_string();
        assert!(error.contains("iso has 6 digits behind the point"), "{error}");
        let error = chain().amount("1.5 uiso").unwrap_err().to_string();
        assert!(error.contains("`uiso` is a base unit") && error.contains("(coins: iso)"), "{error}");
        let most = u128::MAX.to_string();
        assert_eq!(chain().amount(&format!("{most} uiso")).unwrap().units, u128::MAX);
        assert!(matches!(chain().amount(&format!("{most}0 uiso")), Err(AmountError::TooLarge(_))));
        assert!(matches!(chain().amount(&format!("{most} iso")), Err(AmountError::TooLarge(_))));
    }
}
