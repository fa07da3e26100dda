//! How people write amounts and accounts on a chain.

use isonomia_api::asset::Asset;
use isonomia_chain::{address_of_chain, AddressError, ChainFile, Coin};
use thiserror::Error;

/// The most bytes of a denomination, as the chain has it.
const MAX_DENOM: usize = 128;
/// The least bytes of a denomination.
const MIN_DENOM: usize = 3;
/// What a cw20 token is written with: `cw20:` and its contract.
const CW20: &str = "cw20:";

/// How amounts and accounts are written on a chain.
#[derive(Clone, Debug)]
pub struct Notation {
    /// A token that has a symbol is one more coin of it.
    chain: ChainFile,
    names: Vec<(String, String)>,
    proposals: Vec<(String, u64)>,
}

/// An amount of an asset.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount {
    /// Base units, not 0.
    pub units: u128,
    /// Of what.
    pub asset: Asset,
}

/// Why an amount is refused.
#[derive(Clone, Debug, Error, PartialEq)]
pub enum AmountError {
    /// It is not written as one.
    #[error(transparent)]
    Written(#[from] isonomia_chain::AmountError),
    /// The token is no contract.
    #[error(transparent)]
    Token(#[from] AddressError),
    /// The coin is missing.
    #[error("`{text}` of what? Coins that are known here: {known}; or base units of a denomination")]
    NoCoin {
        /// The text.
        text: String,
        /// The coins that are known here.
        known: String,
    },
    /// The coin is none.
    #[error("`{coin}` is neither a coin that is known here ({known}) nor a denomination")]
    NotACoin {
        /// The coin.
        coin: String,
        /// The coins that are known here.
        known: String,
    },
    /// Nothing.
    #[error("`{text}` is nothing: an amount is above zero")]
    Zero {
        /// The text.
        text: String,
    },
}

impl Notation {
    /// The notation of a chain.
    pub fn of(chain: &ChainFile) -> Notation {
        Notation { chain: chain.clone(), names: vec![], proposals: vec![] }
    }

    /// One asset more that people have a word for. A word that means another coin already does not change its meaning:
    /// such a token is written in base units.
    pub fn with(mut self, asset: &Asset, symbol: &str, decimals: u8) -> Notation {
        let (denom, symbol) = (asset.to_string(), symbol.to_string());
        if !self.chain.coins.iter().any(|coin| coin.symbol.eq_ignore_ascii_case(&symbol)) {
            self.chain.coins.push(Coin { denom, symbol, decimals });
        }
        self
    }

    /// Accounts that may be called by a name.
    pub fn with_names(mut self, names: impl Iterator<Item = (String, String)>) -> Notation {
        self.names.extend(names);
        self
    }

    /// Proposals that may be called by a name.
    pub fn with_proposals(mut self, proposals: impl Iterator<Item = (String, u64)>) -> Notation {
        self.proposals.extend(proposals);
        self
    }

    /// The coin that people have a word for.
    pub fn coin(&self, asset: &Asset) -> Option<&Coin> {
        let denom = asset.to_string();
        self.chain.coins.iter().find(|coin| coin.denom == denom)
    }

    /// Every asset that people have a word for.
    pub fn assets(&self) -> Vec<Asset> {
        self.chain.coins.iter().map(|coin| asset(coin.denom.clone())).collect()
    }

    /// An amount: `1.5iso`, `1.5 iso`, `1500000uiso`, `7 ibc/27…`, `7 cw20:wasm1…`.
    pub fn amount(&self, text: &str) -> Result<Amount, AmountError> {
        let text = text.trim();
        if !text.is_empty() && text.chars().all(|letter| letter.is_ascii_digit() || letter == '.') {
            return Err(AmountError::NoCoin { text: text.to_string(), known: self.symbols() });
        }
        let isonomia_chain::Amount { units, denom } = self.chain.amount(text)?;
        let asset = asset(denom);
        match &asset {
            Asset::Cw20 { contract } => drop(address_of_chain(contract, &self.chain.prefix)?),
            Asset::Native { denom } if is_denom(denom) => {}
            Asset::Native { denom } => {
                return Err(AmountError::NotACoin { coin: denom.clone(), known: self.symbols() });
            }
        }
        match units {
            0 => Err(AmountError::Zero { text: text.to_string() }),
            units => Ok(Amount { units, asset }),
        }
    }

    /// An amount as people read it: `1.5 iso`.
    pub fn says(&self, units: u128, asset: &Asset) -> String {
        self.chain.amount_text(units, &asset.to_string())
    }

    /// An account: an address of this chain, or a name that is known here.
    pub fn account(&self, text: &str) -> Result<String, AddressError> {
        if let Some((_, address)) = self.names.iter().find(|(name, _)| name == text) {
            return Ok(address.clone());
        }
        address_of_chain(text, &self.chain.prefix).map(|_| text.to_string())
    }

    /// An account as people read it: its address, and its name where it has one.
    pub fn calls(&self, address: &str) -> String {
        match self.names.iter().find(|(_, known)| known == address) {
            Some((name, _)) => format!("{address} ({name})"),
            None => address.to_string(),
        }
    }

    /// A proposal: its number, or a name that is known here.
    pub fn proposal(&self, text: &str) -> anyhow::Result<u64> {
        match self.proposals.iter().find(|(name, _)| name == text) {
            Some((_, id)) => Ok(*id),
            None => text.parse().map_err(|_| anyhow::anyhow!("`{text}` is no number of a proposal")),
        }
    }

    fn symbols(&self) -> String {
        match self.chain.coins.as_slice() {
            [] => "none".to_string(),
            coins => coins.iter().map(|coin| coin.symbol.as_str()).collect::<Vec<_>>().join(", "),
        }
    }
}

/// The asset of a denomination; tokens are written with `cw20:` before their contract.
fn asset(denom: String) -> Asset {
    match denom.strip_prefix(CW20) {
        Some(contract) => Asset::Cw20 { contract: contract.to_string() },
        None => Asset::Native { denom },
    }
}

/// Base units with so many digits behind the point, and no zero at the end.
pub fn decimal(units: u128, decimals: u8) -> String {
    let digits = format!("{units:0>width$}", width = usize::from(decimals) + 1);
    let (whole, fraction) = digits.split_at(digits.len() - usize::from(decimals));
    match fraction.trim_end_matches('0') {
        "" => whole.to_string(),
        fraction => format!("{whole}.{fraction}"),
    }
}

/// As the bank of a Cosmos chain takes it.
fn is_denom(word: &str) -> bool {
    let letter = |letter: char| letter.is_ascii_alphanumeric() || "/:._-".contains(letter);
    (MIN_DENOM..=MAX_DENOM).contains(&word.len())
        && word.starts_with(|first: char| first.is_ascii_alphabetic())
        && word.chars().all(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ADDRESS: &str = "neutron1r5v5srda7xfth3hn2s26txvrcrntldjuqk5p8n";

    fn notation() -> Notation {
        let mut chain = ChainFile::load("pion-1").unwrap();
        chain.coins = vec![Coin { denom: "uiso".to_string(), symbol: "iso".to_string(), decimals: 6 }];
        Notation::of(&chain)
    }

    fn native(units: u128, denom: &str) -> Result<Amount, AmountError> {
        Ok(Amount { units, asset: Asset::Native { denom: denom.to_string() } })
    }

    #[test]
    fn the_same_amount_is_written_in_many_ways() {
        for text in ["1.5iso", "1.5 iso", " 1.50 ISO ", "1500000uiso", "1500000 uiso"] {
            assert_eq!(notation().amount(text), native(1_500_000, "uiso"), "{text}");
        }
        assert_eq!(notation().amount("7 factory/x/y"), native(7, "factory/x/y"));
        assert_eq!(notation().says(1_500_000, &Asset::Native { denom: "uiso".to_string() }), "1.5 iso");
    }

    #[test]
    fn what_is_no_amount_names_the_rule() {
        let refused = |text: &str| notation().amount(text).unwrap_err().to_string();
        assert!(refused("5").starts_with("`5` of what? Coins that are known here: iso"));
        assert!(refused("0 iso").contains("an amount is above zero"));
        assert!(refused("0.0000001 iso").contains("finer than the coin"));
        assert!(refused("1.5 uiso").contains("no parts"));
        assert!(refused("5 io").contains("neither a coin that is known here (iso) nor a denomination"));
        assert!(refused("5 cw20:bob").contains("`bob` is no address"));
        for text in ["", "iso", "-1 iso", "1,5 iso", "all"] {
            assert!(refused(text).contains("is no amount"), "{text}");
        }
    }

    #[test]
    fn a_denomination_has_three_to_128_characters() {
        let of = |length: usize| notation().amount(&format!("1 {}", "x".repeat(length)));
        assert!(of(2).is_err() && of(3).is_ok() && of(128).is_ok() && of(129).is_err());
    }

    #[test]
    fn a_token_is_written_by_its_symbol_unless_that_means_something_else() {
        let token = Asset::Cw20 { contract: "neutron1token".to_string() };
        let notation = notation().with(&token, "VOTE", 2);
        assert_eq!(notation.amount("1.25 vote"), Err(AmountError::Token(address("neutron1token"))));
        assert_eq!(notation.says(125, &token), "1.25 VOTE");
        let clash = notation.with(&Asset::Cw20 { contract: "other".to_string() }, "ISO", 2);
        assert_eq!(clash.amount("1 iso"), native(1_000_000, "uiso"));
    }

    fn address(text: &str) -> AddressError {
        address_of_chain(text, "neutron").unwrap_err()
    }

    #[test]
    fn accounts_have_names_where_the_chain_gives_them_and_addresses_are_checked() {
        let bob = ("bob".to_string(), ADDRESS.to_string());
        let notation = notation().with_names([bob].into_iter());
        assert_eq!(notation.account("bob").unwrap(), ADDRESS);
        assert_eq!(notation.calls(ADDRESS), format!("{ADDRESS} (bob)"));
        assert!(notation.account("alice").is_err());
        let other = notation.account("wasm1r5v5srda7xfth3hn2s26txvrcrntldju3hkw75").unwrap_err().to_string();
        assert!(other.contains("`neutron1`"), "{other}");
    }

    #[test]
    fn base_units_are_written_without_zeros_at_the_end() {
        let written = [(0, 6, "0"), (1, 6, "0.000001"), (1_500_000, 6, "1.5"), (7, 0, "7"), (100, 2, "1")];
        for (units, decimals, text) in written {
            assert_eq!(decimal(units, decimals), text);
        }
        assert_eq!(decimal(u128::MAX, 38), "3.40282366920938463463374607431768211455");
    }
}
