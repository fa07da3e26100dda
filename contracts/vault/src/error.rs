//! Why a message is refused.

use cosmwasm_std::{Addr, OverflowError, StdError, Uint128};
use isonomia_core::clock::DayLength;
use isonomia_kit::assets::{AssetError, PaymentError};

use crate::instantiate::{MAX_UNBONDING_DAYS, MIN_UNBONDING_DAYS};

/// Why a message is refused.
#[derive(Debug, PartialEq, thiserror::Error)]
pub enum VaultError {
    /// The chain's own.
    #[error(transparent)]
    Std(#[from] StdError),
    /// A sum past 128 bits.
    #[error(transparent)]
    Overflow(#[from] OverflowError),
    /// Coins or tokens that are not taken.
    #[error(transparent)]
    Payment(#[from] PaymentError),
    /// An asset that cannot be staked.
    #[error(transparent)]
    Asset(#[from] AssetError),
    /// A day that is none.
    #[error(transparent)]
    DayLength(#[from] DayLength),
    /// Too short to hold what was counted, or too long to be borne.
    #[error(
        "unbonding takes {MIN_UNBONDING_DAYS} to {MAX_UNBONDING_DAYS} days of {day} seconds, \
         not {unbonding} seconds"
    )]
    Unbonding {
        /// Seconds of unbonding.
        unbonding: u64,
        /// Seconds of a day.
        day: u64,
    },
    /// More than there is.
    #[error("{account} has {stake} at stake, so {amount} cannot be unstaked")]
    MoreThanStake {
        /// Whose.
        account: Addr,
        /// What is at stake.
        stake: Uint128,
        /// What was asked for.
        amount: Uint128,
    },
    /// Nothing has left.
    #[error("{account} has nothing to claim")]
    NoClaims {
        /// Whose.
        account: Addr,
    },
    /// Everything that has left is still unbonding.
    #[error("the next claim of {account} is released at {released}, now it is {now}")]
    NotReleased {
        /// Whose.
        account: Addr,
        /// The moment of the next release.
        released: u64,
        /// The moment of the attempt.
        now: u64,
    },
    /// Voting knows already.
    #[error("voting has been told the stake of {account}: there is nothing to sync")]
    AlreadyNoticed {
        /// Whose.
        account: Addr,
    },
}
