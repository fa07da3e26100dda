//! One transaction, sent at most once, however often whoever sends it is killed.

use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context, Result};
use isonomia_chain::{Landed, Message, Sender, Signed};

use super::progress::Progress;

/// How often a transaction is signed whose account sends others meanwhile, or that no block took.
const TRIES: usize = 20;
/// Before it is tried again.
const PAUSE: Duration = Duration::from_millis(500);

/// How a step came to be done.
#[derive(Debug, PartialEq)]
pub enum Once<T> {
    /// The chain had it already.
    Found(T),
    /// It was sent now.
    Sent(Landed),
}

/// A step of a deployment, which one transaction does.
pub trait Task {
    /// What comes of it.
    type Result;

    /// What the chain has of it already, whoever did it.
    fn found(&self) -> Result<Option<Self::Result>>;

    /// Writes down what was signed, before any node sees it.
    fn note(&mut self, signed: &Signed) -> Result<()>;
}

/// Sends messages, unless the chain has already what they make.
///
/// The account's sequence is asked for before the chain is searched. So if an earlier transaction of this step lands
/// between the search and the signature, it has used up that sequence, and this one is refused: never do both land.
pub fn once<T: Task>(
    sender: &Sender,
    messages: &[Message],
    task: &mut T,
    progress: Progress,
) -> Result<Once<T::Result>> {
    let mut last = None;
    for _ in 0..TRIES {
        let account = sender.account()?;
        if let Some(found) = task.found()? {
            return Ok(Once::Found(found));
        }
        let sent = sender.sign_for(messages, account).map_err(anyhow::Error::from).and_then(|signed| {
            task.note(&signed)?;
            progress.tell(format_args!("  waiting for the block that holds transaction {}", signed.hash));
            Ok(sender.submit(&signed)?)
        });
        match sent {
            Ok(landed) => return Ok(Once::Sent(landed)),
            Err(error) if is_passing(&error) => {
                progress.tell(format_args!("  not this time ({error:#}): trying again"));
                last = Some(error);
            }
            Err(error) => return Err(error),
        }
        sleep(PAUSE);
    }
    Err(last.context("it was never tried")?)
        .context("tried again and again; run the same command later, it goes on from here")
}

/// Nothing landed and nothing will: another transaction of the account came first, or blocks were full. Where a node went
/// away, whoever runs the command decides when to go on.
fn is_passing(error: &anyhow::Error) -> bool {
    let chain = error.downcast_ref::<isonomia_chain::ChainError>();
    let lost =
        |error: &isonomia_chain::ChainError| matches!(error, isonomia_chain::ChainError::NotIncluded { .. });
    chain.is_some_and(|error| error.is_sequence_race() || lost(error))
}
