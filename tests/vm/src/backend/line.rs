//! The line between a contract that runs and the chain that runs it.
//!
//! The machine wants storage, addresses and queries of its own for as long as it likes; the embedded chain lends them
//! for one call, on one thread. So the contract runs on a thread of its own and sends its wishes over a line, one at a
//! time, and the chain's thread, which waits for the contract anyway, fulfils them with what it was lent. This costs a
//! thread for each call and some ten microseconds for each wish, and spares us raw pointers.

use std::sync::mpsc::{channel, sync_channel, Receiver, Sender};

use cosmwasm_vm::{BackendError, BackendResult, GasInfo};

use super::Host;

/// What a contract wishes of its chain.
type Wish = Box<dyn FnOnce(&mut Host) + Send>;

/// The contract's end of the line.
#[derive(Clone)]
pub struct Line(Sender<Wish>);

/// The chain's end of the line.
pub struct Wishes(Receiver<Wish>);

/// A new line.
pub fn line() -> (Line, Wishes) {
    let (sender, receiver) = channel();
    (Line(sender), Wishes(receiver))
}

impl Line {
    /// Has a wish fulfilled by the chain, and waits for what comes of it.
    pub fn wish<T: Send + 'static>(
        &self,
        wish: impl FnOnce(&mut Host) -> BackendResult<T> + Send + 'static,
    ) -> BackendResult<T> {
        let (tell, told) = sync_channel(1);
        let wish: Wish = Box::new(move |host| {
            // Nobody listens any more if the contract has been stopped meanwhile.
            let _ = tell.send(wish(host));
        });
        let sent = self.0.send(wish).is_ok();
        match sent.then(|| told.recv()) {
            Some(Ok(result)) => result,
            // The chain panicked over this wish, and will go on panicking once the contract has ended.
            _ => (Err(BackendError::foreign_panic()), GasInfo::free()),
        }
    }
}

impl Wishes {
    /// Fulfils wishes until the contract has ended.
    pub fn fulfil(self, host: &mut Host) {
        for wish in self.0 {
            wish(host);
        }
    }
}
