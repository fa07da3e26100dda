//! Why a message is refused.

use cosmwasm_std::{OverflowError, StdError, Uint128};
use isonomia_api::asset::Asset;
use isonomia_api::treasury::Holding;
use isonomia_core::allowance::OverAllowance;
use isonomia_core::budget::BudgetError;
use isonomia_core::cap::{LimitError, OverCap};
use isonomia_core::clock::DayLength;
use isonomia_core::custody::MessageRefused;
use isonomia_core::json::JsonError;
use isonomia_core::stream::StreamError;
use isonomia_kit::assets::{AssetError, PaymentError};
use isonomia_kit::authority::Unauthorized;
use isonomia_kit::migration::MigrationError;

use crate::allowance::MAX_ALLOWANCES;
use crate::budgets::MAX_RECIPIENTS;
use crate::execute::MAX_TOKEN_ID;
use crate::listing::MAX_LISTED;

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
    /// A store that this code does not take over.
    #[error(transparent)]
    Migration(#[from] MigrationError),
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
    /// An outflow past its cap.
    #[error("{holding}: {over}")]
    OverCap {
        /// Of what.
        holding: Holding,
        /// By how much.
        over: OverCap,
    },
    /// More than what is not owed.
    #[error(
        "{holding}: {amount} is more than is free: the treasury has {balance}, and {reserved} of it is owed"
    )]
    NotFree {
        /// Of what.
        holding: Holding,
        /// What was to leave.
        amount: Uint128,
        /// What there is.
        balance: Uint128,
        /// What streams are owed.
        reserved: Uint128,
    },
    /// A day that is none.
    #[error(transparent)]
    DayLength(#[from] DayLength),
    /// A limit that is none.
    #[error("{holding}: {why}")]
    Limit {
        /// Of what.
        holding: Holding,
        /// Why not.
        why: LimitError,
    },
    /// A default limit that is none.
    #[error("by default {why}")]
    DefaultLimit {
        /// Why not.
        why: LimitError,
    },
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
    /// One more than fits.
    #[error("at most {MAX_LISTED} holdings are listed: there is no room for {holding}")]
    TooManyListed {
        /// Which.
        holding: Holding,
    },
    /// It is listed.
    #[error("{holding} is listed already")]
    Listed {
        /// Which.
        holding: Holding,
    },
    /// It is not.
    #[error("{holding} is not listed")]
    NotListed {
        /// Which.
        holding: Holding,
    },
    /// Its listing ends, by a decision.
    #[error("the listing of {holding} ends at {until}")]
    ListingEnds {
        /// Which.
        holding: Holding,
        /// When.
        until: u64,
    },
    /// Streams are owed some of it.
    #[error("{holding} stays listed while streams are owed {reserved} of it")]
    Owed {
        /// Which.
        holding: Holding,
        /// How much.
        reserved: Uint128,
    },
    /// The ledger has no proposal to name.
    #[error("an outflow is entered with its proposal, and the timelock has never executed any")]
    NoProposal,
    /// Nothing is paid.
    #[error("the treasury is paused until {until}, now it is {now}")]
    Paused {
        /// The first moment after.
        until: u64,
        /// The present moment.
        now: u64,
    },
    /// A pause that is none, or too long.
    #[error("a pause that begins now ends after {now} and by {latest}, not at {until}")]
    PauseUntil {
        /// The end that was asked for.
        until: u64,
        /// The present moment.
        now: u64,
        /// The latest end.
        latest: u64,
    },
    /// There is no pause to end.
    #[error("the treasury is not paused")]
    NotPaused,
    /// It is within an `Execute`.
    #[error("the treasury executes a message: nothing else leaves it until that is done")]
    Executing,
    /// It is not.
    #[error("the treasury executes no message")]
    NotExecuting,
    /// A message to itself.
    #[error("the treasury sends no message to itself")]
    ToItself,
    /// A message that a listed token is not sent.
    #[error("{holding}: {why}")]
    MessageRefused {
        /// Which token.
        holding: Holding,
        /// Why not.
        why: MessageRefused,
    },
    /// A migration, or a change of the administrator, of a listed token.
    #[error("{holding} is listed: neither its code nor its administrator is changed by the treasury")]
    TokenAdministered {
        /// Which token.
        holding: Holding,
    },
    /// A message that cannot be read.
    #[error(transparent)]
    Json(#[from] JsonError),
    /// An id that no token has.
    #[error("the id of a token has 1 to {MAX_TOKEN_ID} bytes, not {length}")]
    TokenId {
        /// Bytes of the id.
        length: usize,
    },
    /// A token of somebody else.
    #[error("the token {token_id} of {collection} is {owner}'s")]
    NotOwned {
        /// The collection.
        collection: String,
        /// The token.
        token_id: String,
        /// Whose it is.
        owner: String,
    },
    /// A list of nobody, or of too many.
    #[error("a list of recipients has 1 to {MAX_RECIPIENTS} accounts, not {count}")]
    Recipients {
        /// How many were given.
        count: usize,
    },
    /// Somebody who is not on the list.
    #[error("budget {id} does not pay to {to}")]
    NotRecipient {
        /// Which budget.
        id: u64,
        /// To whom it was to pay.
        to: String,
    },
    /// There is none of that id.
    #[error("there is no budget {id}")]
    NoBudget {
        /// Which.
        id: u64,
    },
    /// A budget that refuses.
    #[error("budget {id}: {why}")]
    Budget {
        /// Which.
        id: u64,
        /// Why.
        why: BudgetError,
    },
    /// A budget that cannot be made.
    #[error(transparent)]
    NewBudget(#[from] BudgetError),
    /// There is none of that id.
    #[error("there is no stream {id}")]
    NoStream {
        /// Which.
        id: u64,
    },
    /// A stream that refuses.
    #[error("stream {id}: {why}")]
    Stream {
        /// Which.
        id: u64,
        /// Why.
        why: StreamError,
    },
    /// A stream that cannot be made.
    #[error(transparent)]
    NewStream(#[from] StreamError),
}
