//! The timelock, told as stories. The proposal contract is played by an account; the world that is acted upon, by a
//! notebook.

mod asserting;
mod cancelling;
mod executing;
mod notebook;
mod pinning;
mod scheduling;
mod world;
