//! `isonomia deploy`, `doctor`, `verify` and `keys` as their users meet them where something is wrong. No chain is needed:
//! a node that answers what a test tells it is played by a thread. What needs a chain is tested on a devnet.

mod desk;
mod existing;
mod keys;
mod node;
mod progress;
mod refusals;
mod secrets;
mod stake;
mod whose_chain;
