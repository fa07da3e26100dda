//! Why a message is refused.

use cosmwasm_std::{OverflowError, StdError};
use isonomia_api::asset::Asset;
use isonomia_core::allowance::OverAllowance;
use isonomia_core::clock::DayLength;
use isonomia_kit::assets::{AssetError, PaymentError};
use isonomia_kit::authority::Unauthorized;

use crate::allowance::MAX_ALLOWANCES;

/// Why a message is refused.
#[derive(Debug, PartialEq, thiserror::Error)]
pub enum TreasuryError {
    /// The chain's own.
    #[error(transparent)]
    Std(#[from] StdError),
    /// A number past its type.
    #[error(transparent)]
    Overflow(#[from] OverflowError),
    /// A sender that may not do this.
    #[error(transparent)]
    Unauthorized(#[from] Unauthorized),
    /// Coins where none are taken, or a payment of nothing.
    #[error(transparent)]
    Payment(#[from] PaymentError),
    /// An asset that is none.
    #[error(transparent)]
    Asset(#[from] AssetError),
    /// A small spend past its allowance.
    #[error("{asset}: {over}")]
    OverAllowance {
        /// Of which asset.
        asset: Asset,
        /// By how much.
        over: OverAllowance,
    },
    /// A day that is none.
    #[error(transparent)]
    DayLength(#[from] DayLength),
    /// One more than fits.
    #[error("at most {MAX_ALLOWANCES} assets have an allowance: there is no room for {asset}")]
    TooManyAllowances {
        /// Which.
        asset: Asset,
    },
    /// Two allowances to begin with, of one asset.
    #[error("{asset} is given an allowance twice")]
    AllowanceTwice {
        /// Which.
        asset: Asset,
    },
    /// A pause.
    #[error("the treasury pays nobody until {until}, now it is {now}")]
    Paused {
        /// Until when.
        until: u64,
        /// The present moment.
        now: u64,
    },
    /// The ledger has no proposal to name.
    #[error("an outflow is entered with its proposal, and the timelock has never executed any")]
    NoProposal,
}
