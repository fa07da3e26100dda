//! The timelock, told as stories. The proposal contract is played by an account; the world that is acted upon, by a
//! notebook.

mod asserting;
mod cancelling;
mod delaying;
mod executing;
mod guarding;
mod listing;
mod notebook;
mod pausing;
mod pinning;
mod scheduling;
mod world;
