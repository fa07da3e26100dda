//! Operating a DAO on a live chain: one verb for each thing that people do.
//!
//! A verb turns what a person wrote into a [`Deed`]: a preview, and one call. It asks the DAO through
//! [`Asked`](crate::keeper::Asked), so that the same verbs are tested on the embedded chain. What signs is simulated
//! first: what the chain would refuse is refused before anybody is asked to confirm.

mod action_file;
mod asking;
mod attest;
mod budget;
mod class;
mod clock;
mod command;
mod decided;
mod decision;
mod deed;
mod delegate;
mod desk;
mod guardian;
mod issuer_key;
mod issuing;
mod list;
mod notation;
mod power;
mod preview;
mod propose;
mod receipt;
mod requirement;
mod resolve;
mod show;
mod sighting;
mod signing;
mod spend;
mod stage;
mod stake;
mod statement;
mod stream;
mod submit;
mod text_file;
mod told;
mod treasury;
mod upgrade;
mod vote;
mod watch;
mod words;

pub use action_file::MAX_FILE as MAX_ACTION_FILE;
pub use asking::{Answer, Question};
pub use attest::{Attest, Ready, Revoke};
pub use budget::{Budgets, Pay};
pub use clock::{span, utc, Clock, MomentError};
pub use command::ShellCommand;
pub use decided::Decided;
pub use decision::{decision, forms as decision_forms};
pub use deed::{Deed, Verb};
pub use delegate::{Delegate, Register, Resign, Undelegate};
pub use desk::Desk;
pub use guardian::{Cancel, Guardian, Pause};
pub use issuer_key::IssuerSecret;
pub use list::List;
pub use notation::{Amount, AmountError, Notation};
pub use power::Power;
pub use preview::Preview;
pub use propose::Propose;
pub use receipt::Receipt;
pub use resolve::{ClaimDeposit, Execute, Resolve, Withdraw};
pub use show::Show;
pub use sighting::News;
pub use stake::{Claim, Stake, Sync, Unstake};
pub use statement::{SignedRevocation, SignedStatement};
pub use stream::{Streams, WithdrawStream};
pub use submit::{Activate, Submit};
pub use told::Told;
pub use treasury::Treasury;
pub use upgrade::parse as parse_upgrade;
pub use upgrade::{OperatorReady, OperatorUnready, Rollback, Upgrade};
pub use vote::{Open, Vote};
pub use watch::Watch;
pub use words::action;
