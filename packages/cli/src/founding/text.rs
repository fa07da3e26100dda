//! Durations, shares, amounts and addresses as a founding file writes them.

use cosmwasm_std::{Binary, HexBinary, Uint128};
use isonomia_api::asset::Asset;
use isonomia_chain::{address_of_chain, ChainFile};
use isonomia_core::clock::Day;

use super::{AssetAmount, FoundingError};

/// Reads the texts of one file: for a chain, and a day.
pub(super) struct Reader<'a> {
    pub chain: &'a ChainFile,
    pub day: Day,
}

impl Reader<'_> {
    /// `7 d` or `12 h`, in seconds.
    pub fn duration(&self, name: &str, text: &str) -> Result<u64, FoundingError> {
        let wrong =
            || wrong(name, text, "duration: write whole days or hours of the DAO's day, as `7 d` or `12 h`");
        let text = text.trim();
        let end = text.find(|c: char| !c.is_ascii_digit()).ok_or_else(wrong)?;
        let count: u64 = text[..end].parse().map_err(|_| wrong())?;
        match text[end..].trim() {
            "d" | "day" | "days" => Ok(self.day.days(count)),
            "h" | "hour" | "hours" => Ok(self.day.hours(count)),
            _ => Err(wrong()),
        }
    }

    /// An amount of an asset, in base units.
    pub fn amount_of(&self, name: &str, text: &str, asset: &Asset) -> Result<Uint128, FoundingError> {
        let Asset::Native { denom } = asset else {
            let units = text.trim().parse::<u128>().ok().filter(|_| !text.trim().starts_with('+'));
            return units
                .map(Uint128::new)
                .ok_or_else(|| wrong(name, text, "amount of a cw20: write base units, as `1500000`"));
        };
        let amount =
            self.chain.amount(text).map_err(|why| FoundingError::Amount { name: name.to_string(), why })?;
        if amount.denom != *denom {
            let (found, staked) = (amount.denom, denom.clone());
            return Err(FoundingError::OtherCoin { name: name.to_string(), found, staked });
        }
        Ok(Uint128::new(amount.units))
    }

    /// An asset and an amount of it.
    pub fn asset_amount(&self, name: &str, entry: &AssetAmount) -> Result<(Asset, Uint128), FoundingError> {
        let (asset, units) = match &entry.cw20 {
            Some(contract) => {
                let asset = Asset::Cw20 { contract: self.address(name, contract)? };
                let units = self.amount_of(name, &entry.amount, &asset)?;
                (asset, units)
            }
            None => {
                let amount = self.chain.amount(&entry.amount);
                let amount = amount.map_err(|why| FoundingError::Amount { name: name.to_string(), why })?;
                (Asset::Native { denom: amount.denom }, Uint128::new(amount.units))
            }
        };
        if units.is_zero() {
            return Err(FoundingError::Rule(format!("{name} is of nothing: leave it out")));
        }
        Ok((asset, units))
    }

    /// An address of the chain.
    pub fn address(&self, name: &str, text: &str) -> Result<String, FoundingError> {
        let wrong = |why| FoundingError::Address { name: name.to_string(), why };
        address_of_chain(text, &self.chain.prefix).map(|_| text.to_string()).map_err(wrong)
    }
}

/// `33.33 %`, in basis points.
pub(super) fn share(name: &str, text: &str) -> Result<u64, FoundingError> {
    let wrong = || {
        wrong(name, text, "share: write a percentage with at most two digits behind the point, as `33.33 %`")
    };
    let number = text.trim().strip_suffix('%').ok_or_else(wrong)?.trim();
    let (whole, part) = number.split_once('.').unwrap_or((number, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(part) || part.len() > 2 {
        return Err(wrong());
    }
    format!("{whole}{part:0<2}").parse().map_err(|_| wrong())
}

/// A public key in hex, or in base64 as `isonomia issuer-key` prints it.
pub(super) fn public_key(name: &str, text: &str) -> Result<Binary, FoundingError> {
    let hex = HexBinary::from_hex(text).map(|key| Binary::from(key.to_vec()));
    hex.or_else(|_| Binary::from_base64(text)).map_err(|_| wrong(name, text, "public key in hex or base64"))
}

fn wrong(name: &str, text: &str, kind: &'static str) -> FoundingError {
    FoundingError::Text { name: name.to_string(), text: text.to_string(), kind }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_public_key_is_read_in_hex_and_as_issuer_key_prints_it() {
        let key = Binary::from([7; 32]);
        assert_eq!(public_key("an issuer", &HexBinary::from([7; 32]).to_hex()).unwrap(), key);
        assert_eq!(public_key("an issuer", &key.to_base64()).unwrap(), key);
        let refused = public_key("an issuer", "my key").unwrap_err().to_string();
        assert!(refused.contains("public key in hex or base64"), "{refused}");
    }
}
