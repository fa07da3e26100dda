//! Native coins and cw20 tokens, taken in and paid out alike.

use cosmwasm_std::{coins, to_json_binary, Addr, Api, BankMsg, Coin, CosmosMsg, StdResult, Uint128, WasmMsg};
use cw20::Cw20ExecuteMsg;
use isonomia_api::asset::Asset;

/// Why a payment is not taken.
#[derive(Debug, PartialEq, thiserror::Error)]
pub enum PaymentError {
    /// Nothing, or the wrong coins, came along.
    #[error("send exactly one coin, of {denom}, not {sent:?}")]
    WrongCoins {
        /// What is taken.
        denom: String,
        /// What was sent.
        sent: Vec<Coin>,
    },
    /// Coins came along where none are taken.
    #[error("no coins are taken here, not {sent:?}")]
    NoCoins {
        /// What was sent.
        sent: Vec<Coin>,
    },
    /// A native coin where a token is taken, or another token.
    #[error("{taken} is taken here, not {sent}")]
    WrongAsset {
        /// What is taken.
        taken: Asset,
        /// What was sent.
        sent: Asset,
    },
    /// Nothing.
    #[error("the amount is zero")]
    Zero,
    /// Not a denomination.
    #[error("a denomination has 3 to 128 characters, not `{denom}`")]
    Denom {
        /// What was given.
        denom: String,
    },
}

/// Checks an asset that comes from outside: a plausible denomination, or a valid address in its usual form.
pub fn check_asset(api: &dyn Api, asset: &Asset) -> Result<Asset, AssetError> {
    match asset {
        Asset::Native { denom } if (3..=128).contains(&denom.len()) => Ok(asset.clone()),
        Asset::Native { denom } => Err(PaymentError::Denom { denom: denom.clone() }.into()),
        Asset::Cw20 { contract } => Ok(Asset::Cw20 { contract: api.addr_validate(contract)?.into_string() }),
    }
}

/// Why an asset is not taken.
#[derive(Debug, PartialEq, thiserror::Error)]
pub enum AssetError {
    /// It is malformed.
    #[error(transparent)]
    Payment(#[from] PaymentError),
    /// Its address is not one.
    #[error(transparent)]
    Std(#[from] cosmwasm_std::StdError),
}

/// The amount of the one native coin that was sent.
pub fn native_payment(taken: &Asset, sent: &[Coin]) -> Result<Uint128, PaymentError> {
    match (taken, sent) {
        (Asset::Native { denom }, [coin]) if coin.denom == *denom => nonzero(coin.amount),
        (Asset::Native { denom }, _) => {
            Err(PaymentError::WrongCoins { denom: denom.clone(), sent: sent.to_vec() })
        }
        (Asset::Cw20 { .. }, [coin, ..]) => {
            let sent = Asset::Native { denom: coin.denom.clone() };
            Err(PaymentError::WrongAsset { taken: taken.clone(), sent })
        }
        (Asset::Cw20 { .. }, []) => Err(PaymentError::Zero),
    }
}

/// The amount that a cw20 contract, the sender of a `Receive`, says it has moved here.
pub fn cw20_payment(taken: &Asset, token: &Addr, amount: Uint128) -> Result<Uint128, PaymentError> {
    let sent = Asset::Cw20 { contract: token.to_string() };
    if *taken != sent {
        return Err(PaymentError::WrongAsset { taken: taken.clone(), sent });
    }
    nonzero(amount)
}

/// Refuses coins where none are taken, so that none are lost.
pub fn no_coins(sent: &[Coin]) -> Result<(), PaymentError> {
    if !sent.is_empty() {
        return Err(PaymentError::NoCoins { sent: sent.to_vec() });
    }
    Ok(())
}

/// Refuses an amount of nothing.
pub fn nonzero(amount: Uint128) -> Result<Uint128, PaymentError> {
    if amount.is_zero() {
        return Err(PaymentError::Zero);
    }
    Ok(amount)
}

/// The message that pays out.
pub fn pay(asset: &Asset, to: &Addr, amount: Uint128) -> StdResult<CosmosMsg> {
    let recipient = to.to_string();
    Ok(match asset {
        Asset::Native { denom } => {
            BankMsg::Send { to_address: recipient, amount: coins(amount.u128(), denom) }.into()
        }
        Asset::Cw20 { contract } => {
            let msg = to_json_binary(&Cw20ExecuteMsg::Transfer { recipient, amount })?;
            WasmMsg::Execute { contract_addr: contract.clone(), msg, funds: vec![] }.into()
        }
    })
}
