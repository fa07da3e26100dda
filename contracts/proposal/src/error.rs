//! Why the proposal contract refuses.

use cosmwasm_std::{Addr, HexBinary, StdError, Uint128};
use isonomia_api::asset::Asset;
use isonomia_core::class::Class;
use isonomia_core::json::JsonError;
use isonomia_core::policy::PolicyError;
use isonomia_core::proposal::{IllegalProposalStep, ProposalStage};
use isonomia_core::readiness::ReadinessError;
use isonomia_core::rescue::RescueError;
use isonomia_core::rules::RulesError;
use isonomia_kit::assets::{AssetError, PaymentError};
use isonomia_kit::authority::Unauthorized;
use isonomia_kit::migration::MigrationError;

/// Why the proposal contract refuses.
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
    /// The deposit is not one.
    #[error(transparent)]
    Payment(#[from] PaymentError),
    /// The asset is not one.
    #[error(transparent)]
    Asset(#[from] AssetError),
    /// Of the rules.
    #[error(transparent)]
    Rules(#[from] RulesError),
    /// Of the policy.
    #[error(transparent)]
    Policy(#[from] PolicyError),
    /// Not at this stage.
    #[error(transparent)]
    Stage(#[from] IllegalProposalStep),
    /// A message is malformed.
    #[error("action {index}: {why}")]
    Message {
        /// Which action, counted from 0.
        index: usize,
        /// Why.
        why: JsonError,
    },
    /// A kind of message that is not taken.
    #[error("action {index} is neither a `bank` nor a `wasm` message: other kinds are not taken")]
    Kind {
        /// Which action, counted from 0.
        index: usize,
    },
    /// A contract that does not exist.
    #[error("action {index} calls {contract}, which does not exist and is not created by an earlier action")]
    NoContract {
        /// Which action, counted from 0.
        index: usize,
        /// The contract.
        contract: String,
    },
    /// A code that does not exist.
    #[error("action {index} names code {code_id}, which does not exist")]
    NoCode {
        /// Which action, counted from 0.
        index: usize,
        /// The code.
        code_id: u64,
    },
    /// A text that is too long.
    #[error("the {text} has {bytes} bytes, more than {most}")]
    TooLong {
        /// Which text.
        text: &'static str,
        /// How long it is.
        bytes: usize,
        /// The most.
        most: usize,
    },
    /// No title.
    #[error("a proposal has a title")]
    NoTitle,
    /// A hash that is not one.
    #[error("the link's sha256 has 32 bytes, not {bytes}")]
    LinkHash {
        /// How many it has.
        bytes: usize,
    },
    /// Too many actions.
    #[error("a proposal has at most {most} actions, not {count}")]
    TooManyActions {
        /// How many were sent.
        count: usize,
        /// The most.
        most: usize,
    },
    /// One proposal at a time.
    #[error("{proposer} has proposal {id} unresolved: one at a time")]
    OneAtATime {
        /// Who.
        proposer: Addr,
        /// Which proposal.
        id: u64,
    },
    /// Not enough standing.
    #[error("to propose, be attested or stake {least}; {proposer} has staked {stake}")]
    NoStanding {
        /// Who.
        proposer: Addr,
        /// What is staked.
        stake: Uint128,
        /// What is needed.
        least: Uint128,
    },
    /// Tokens where nothing is deposited.
    #[error("proposing costs no deposit here: send no tokens")]
    NoDeposit,
    /// The deposit is not exact.
    #[error("the deposit is {needed} {asset} now, not {sent}")]
    InexactDeposit {
        /// What is needed.
        needed: Uint128,
        /// Of what.
        asset: Asset,
        /// What was sent.
        sent: Uint128,
    },
    /// The deposit left 128 bits.
    #[error("the deposit is too large to be doubled")]
    DepositOverflow,
    /// No such proposal.
    #[error("there is no proposal {id}")]
    UnknownProposal {
        /// The id that was asked for.
        id: u64,
    },
    /// No deposit to claim.
    #[error("proposal {id} has no deposit to claim")]
    NothingToClaim {
        /// Which proposal.
        id: u64,
    },
    /// The list of routine calls is malformed.
    #[error("the list of routine calls has at most {most} entries, each once, each with a message of 1 to 64 bytes")]
    Routines {
        /// The most.
        most: usize,
    },
    /// A rescue that is none.
    #[error(transparent)]
    Rescue(#[from] RescueError),
    /// One rescue more than fits.
    #[error("at most {most} rescues are approved at the same time")]
    TooManyRescues {
        /// The most.
        most: usize,
    },
    /// No rescue to take back.
    #[error("no rescue of {contract} to the code {checksum} is approved")]
    NoRescue {
        /// The contract.
        contract: String,
        /// The code.
        checksum: HexBinary,
    },
    /// Rules below the timelock's own least delay.
    #[error("{}.timelock is {timelock} s, below the timelock's least delay of {least} s", class.name())]
    BelowLeastDelay {
        /// Of which class.
        class: Class,
        /// The delay that was asked for.
        timelock: u64,
        /// The timelock's least delay.
        least: u64,
    },
    /// Operators who are asked for nothing.
    #[error(transparent)]
    Readiness(#[from] ReadinessError),
    /// Operators without a release.
    #[error("operators are asked to be ready for a migration, and no action migrates a contract")]
    NothingToBeReadyFor,
    /// Not over yet, or over for good.
    #[error("proposal {id} is {stage:?}: only one that is closed or lapsed is resolved")]
    NotOver {
        /// Which proposal.
        id: u64,
        /// Where it stands.
        stage: ProposalStage,
    },
}
