//! Why voting refuses.

use cosmwasm_std::StdError;
use isonomia_core::account::AccountError;
use isonomia_core::contribution::OutOfBounds;
use isonomia_core::delegation::DelegationError;
use isonomia_core::ledger::LedgerError;
use isonomia_core::opening::OpeningError;
use isonomia_core::poll::{BallotError, IllegalPollStep};
use isonomia_core::weight::CurveError;
use isonomia_kit::assets::PaymentError;
use isonomia_kit::authority::Unauthorized;
use isonomia_kit::migration::MigrationError;

/// Why voting refuses.
#[derive(Debug, PartialEq, thiserror::Error)]
pub enum ContractError {
    /// Of the chain, an address, or the store.
    #[error(transparent)]
    Std(#[from] StdError),
    /// The sender may not.
    #[error(transparent)]
    Unauthorized(#[from] Unauthorized),
    /// A store that this code does not take over.
    #[error(transparent)]
    Migration(#[from] MigrationError),
    /// Coins came along.
    #[error(transparent)]
    Payment(#[from] PaymentError),
    /// Of the account.
    #[error(transparent)]
    Account(#[from] AccountError),
    /// Of the delegation.
    #[error(transparent)]
    Delegation(#[from] DelegationError),
    /// Of the totals.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
    /// The poll may not open.
    #[error(transparent)]
    Opening(#[from] OpeningError),
    /// Not at this stage.
    #[error("{why}: poll {poll} opens from {opens} and ends at {ends}, now it is {now}")]
    Stage {
        /// Which event, at which stage.
        why: IllegalPollStep,
        /// Which poll.
        poll: u64,
        /// The first moment at which it may open.
        opens: u64,
        /// The close of an opened poll; the moment at which an unopened one lapses.
        ends: u64,
        /// The present moment.
        now: u64,
    },
    /// The ballot is refused.
    #[error(transparent)]
    Ballot(#[from] BallotError),
    /// Of the curve.
    #[error(transparent)]
    Curve(#[from] CurveError),
    /// A sum left its bounds.
    #[error(transparent)]
    OutOfBounds(#[from] OutOfBounds),
    /// No such poll.
    #[error("there is no poll {poll}")]
    UnknownPoll {
        /// The id that was asked for.
        poll: u64,
    },
    /// An id that does not go on.
    #[error("poll {poll} does not go on above {highest}, the highest id seen")]
    IdTaken {
        /// The id that was asked for.
        poll: u64,
        /// The highest seen.
        highest: u64,
    },
    /// The season is out of bounds.
    #[error("a season is {least} to {most} seconds, not {season}")]
    Season {
        /// The season that was asked for.
        season: u64,
        /// The lower bound: 30 days.
        least: u64,
        /// The upper bound: 180 days.
        most: u64,
    },
    /// X_min is out of bounds.
    #[error("the least total stake must be below 2^100, not {stake}")]
    LeastTotalStake {
        /// What was asked for.
        stake: u128,
    },
    /// The vault tells another contract.
    #[error("the vault tells {voting}, not this contract")]
    ForeignVault {
        /// Whom it tells.
        voting: String,
    },
    /// A list that is empty or too long.
    #[error("name 1 to {most} accounts, not {count}")]
    Accounts {
        /// How many were named.
        count: usize,
        /// The most.
        most: usize,
    },
    /// Nothing to take out.
    #[error("none of these attestations has expired")]
    NothingExpired,
}
