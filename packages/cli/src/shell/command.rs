//! The verbs of the shell.

use anyhow::Result;
use clap::Subcommand;

use super::asking::Asking;
use super::attest::{Attest, Ready, Revoke};
use super::budget::{Budgets, Pay};
use super::delegate::{Delegate, Register, Resign, Undelegate};
use super::guardian::{Cancel, Guardian, Pause};
use super::issuing::{IssuerKeyCommand, StatementCommand};
use super::list::List;
use super::power::PowerCommand;
use super::preview::Preview;
use super::propose::Propose;
use super::resolve::{ClaimDeposit, Execute, Resolve, Withdraw};
use super::show::Show;
use super::signing::Signed;
use super::stake::{Claim, Stake, Sync, Unstake};
use super::stream::{Streams, WithdrawStream};
use super::submit::{Activate, Submit};
use super::treasury::Treasury;
use super::upgrade::{OperatorReady, OperatorUnready, Rollback, Upgrade};
use super::vote::{Open, Vote};
use super::watch::WatchCommand;

/// What people do in a DAO on a live chain (docs/shell.md).
#[derive(Subcommand)]
pub enum ShellCommand {
    /// Locks stake in the vault. Nobody but you can ever take it out.
    Stake(Signed<Stake>),
    /// Takes stake out: it stops counting at once, and `claim` pays it after the unbonding time.
    Unstake(Signed<Unstake>),
    /// Pays you what is released of the stake that you took out; tells what is due and when.
    Claim(Signed<Claim>),
    /// Tells voting of an exit that it missed, and brings the payment forward. Anyone may.
    Sync(Signed<Sync>),
    /// Attests an account, as the registrar; an issuer of the registry files a statement about it.
    Attest(Signed<Attest>),
    /// Ends attestations, as the registrar or as their issuer.
    Revoke(Signed<Revoke>),
    /// Signs a statement or a revocation as an issuer with a key of its own; sends nothing.
    Statement(StatementCommand),
    /// Prints the public key of an issuer, as `dao.json` and `add_issuer` name it.
    IssuerKey(IssuerKeyCommand),
    /// Submits what an issuer stated about you.
    Submit(Signed<Submit>),
    /// Attests you, once your statement has matured.
    Activate(Signed<Activate>),
    /// Declares the registry ready, which turns later polls to two keys; the registrar, or anyone for our registry.
    Ready(Signed<Ready>),
    /// Lends your weight to delegates: `ADDRESS`, or `ADDRESS=60%` to several. You can always vote yourself.
    Delegate(Signed<Delegate>),
    /// Takes your delegation back.
    Undelegate(Signed<Undelegate>),
    /// Registers you as a delegate; only attested accounts may.
    Register(Signed<Register>),
    /// Ends your registration as a delegate.
    Resign(Signed<Resign>),
    /// Submits a proposal. Its class follows from what it does.
    Propose(Signed<Propose>),
    /// Opens the poll of a proposal. Anyone may, and the first ballot does it too.
    Open(Signed<Open>),
    /// Votes, or changes your vote.
    Vote(Signed<Vote>),
    /// Resolves a proposal whose poll is over. Anyone may.
    Resolve(Signed<Resolve>),
    /// Executes a proposal that passed, once its timelock is over. Anyone may.
    Execute(Signed<Execute>),
    /// Withdraws your proposal before its poll opens.
    Withdraw(Signed<Withdraw>),
    /// Pays a deposit to its proposer, or to the treasury if it was forfeited. Anyone may.
    ClaimDeposit(Signed<ClaimDeposit>),
    /// Cancels a proposal that passed and was not executed yet, as the guardian.
    Cancel(Signed<Cancel>),
    /// Pauses the treasury or execution, as the guardian.
    Pause(Signed<Pause>),
    /// Undoes an upgrade in its soak, as the guardian, or as anyone once an alarm is raised.
    Rollback(Signed<Rollback>),
    /// Says that you have the release ready that an upgrade waits for, as an operator.
    OperatorReady(Signed<OperatorReady>),
    /// Takes `operator-ready` back.
    OperatorUnready(Signed<OperatorUnready>),
    /// Pays out of a budget of yours, without a vote.
    Pay(Signed<Pay>),
    /// Takes what is due of a stream of yours.
    WithdrawStream(Signed<WithdrawStream>),
    /// Shows a proposal: where it stands, what it would do, both keys, and what is missing.
    Show(Asking<Show>),
    /// Lists proposals, a page at a time.
    List(Asking<List>),
    /// Shows what an account weighs in both keys, what it lends and is lent, and its claims.
    Power(PowerCommand),
    /// Shows what the treasury has, what small spends may still pay, and what was paid.
    Treasury(Asking<Treasury>),
    /// Shows what a proposal would be: its class, its effects, what is pinned, what it costs. Signs nothing.
    Preview(Asking<Preview>),
    /// Shows the guardian, what is paused, and the log of incidents.
    Guardian(Asking<Guardian>),
    /// Shows what a proposal has upgraded, the way back, and the operators that it waits for.
    Upgrade(Asking<Upgrade>),
    /// Lists the budgets: who may pay what without a vote, and what is left of it.
    Budgets(Asking<Budgets>),
    /// Lists the streams: who earns what, and what is due.
    Streams(Asking<Streams>),
    /// Follows a proposal until it has ended, a line for each thing that happens.
    Watch(WatchCommand),
}

impl ShellCommand {
    /// Does it.
    pub fn run(&self) -> Result<()> {
        match self {
            ShellCommand::Stake(command) => command.run(),
            ShellCommand::Unstake(command) => command.run(),
            ShellCommand::Claim(command) => command.run(),
            ShellCommand::Sync(command) => command.run(),
            ShellCommand::Attest(command) => command.run(),
            ShellCommand::Revoke(command) => command.run(),
            ShellCommand::Statement(command) => command.run(),
            ShellCommand::IssuerKey(command) => command.run(),
            ShellCommand::Submit(command) => command.run(),
            ShellCommand::Activate(command) => command.run(),
            ShellCommand::Ready(command) => command.run(),
            ShellCommand::Delegate(command) => command.run(),
            ShellCommand::Undelegate(command) => command.run(),
            ShellCommand::Register(command) => command.run(),
            ShellCommand::Resign(command) => command.run(),
            ShellCommand::Propose(command) => command.run(),
            ShellCommand::Open(command) => command.run(),
            ShellCommand::Vote(command) => command.run(),
            ShellCommand::Resolve(command) => command.run(),
            ShellCommand::Execute(command) => command.run(),
            ShellCommand::Withdraw(command) => command.run(),
            ShellCommand::ClaimDeposit(command) => command.run(),
            ShellCommand::Cancel(command) => command.run(),
            ShellCommand::Pause(command) => command.run(),
            ShellCommand::Rollback(command) => command.run(),
            ShellCommand::OperatorReady(command) => command.run(),
            ShellCommand::OperatorUnready(command) => command.run(),
            ShellCommand::Pay(command) => command.run(),
            ShellCommand::WithdrawStream(command) => command.run(),
            ShellCommand::Show(command) => command.run(),
            ShellCommand::List(command) => command.run(),
            ShellCommand::Power(command) => command.run(),
            ShellCommand::Treasury(command) => command.run(),
            ShellCommand::Preview(command) => command.run(),
            ShellCommand::Guardian(command) => command.run(),
            ShellCommand::Upgrade(command) => command.run(),
            ShellCommand::Budgets(command) => command.run(),
            ShellCommand::Streams(command) => command.run(),
            ShellCommand::Watch(command) => command.run(),
        }
    }
}
