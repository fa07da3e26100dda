//! What was cast for each choice, kept as a running sum.

use cosmwasm_schema::cw_serde;

use crate::contribution::{Contribution, OutOfBounds};
use crate::stored_as_list;

/// What an account says.
#[cw_serde]
#[derive(Copy, Eq)]
pub enum Choice {
    /// In favour.
    Yes,
    /// Against: the status quo.
    No,
    /// Neither; it counts as turnout.
    Abstain,
}

impl Choice {
    /// All of them.
    pub const ALL: [Choice; 3] = [Choice::Yes, Choice::No, Choice::Abstain];

    /// The name, as in messages.
    pub fn name(self) -> &'static str {
        match self {
            Choice::Yes => "yes",
            Choice::No => "no",
            Choice::Abstain => "abstain",
        }
    }
}

/// The running tally of a poll: what every ballot casts, after caps and overrides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Cast for Yes.
    pub yes: Contribution,
    /// Cast for No.
    pub no: Contribution,
    /// Cast for Abstain.
    pub abstain: Contribution,
    /// Accounts attested at the snapshot, with power of their own, that voted Yes themselves.
    pub heads: u64,
}

stored_as_list!(Tally { yes, no, abstain, heads });

impl Tally {
    /// What was cast for a choice.
    pub fn of(&self, choice: Choice) -> &Contribution {
        match choice {
            Choice::Yes => &self.yes,
            Choice::No => &self.no,
            Choice::Abstain => &self.abstain,
        }
    }

    fn of_mut(&mut self, choice: Choice) -> &mut Contribution {
        match choice {
            Choice::Yes => &mut self.yes,
            Choice::No => &mut self.no,
            Choice::Abstain => &mut self.abstain,
        }
    }

    /// All that was cast: Yes, No and Abstain.
    pub fn cast(&self) -> Result<Contribution, OutOfBounds> {
        self.yes.plus(self.no)?.plus(self.abstain)
    }

    /// Counts what a ballot casts. A head is an attested account with power of its own.
    pub fn count(&mut self, choice: Choice, cast: Contribution, head: bool) -> Result<(), OutOfBounds> {
        let sum = self.of_mut(choice);
        *sum = sum.plus(cast)?;
        self.heads += u64::from(head && choice == Choice::Yes);
        Ok(())
    }

    /// Takes out what a ballot cast.
    pub fn discount(&mut self, choice: Choice, cast: Contribution, head: bool) -> Result<(), OutOfBounds> {
        let sum = self.of_mut(choice);
        *sum = sum.minus(cast)?;
        let leaves = u64::from(head && choice == Choice::Yes);
        self.heads = self.heads.checked_sub(leaves).ok_or(OutOfBounds)?;
        Ok(())
    }
}
