//! The identity registry, told as stories. Voting is played by a stub that keeps what it is told.

mod activating;
mod expiring;
mod issuers;
mod lapsing;
mod nullifiers;
mod ready;
mod renewing;
mod replaying;
mod revoking;
mod revoking_by_key;
mod revoking_few;
mod signer;
mod signing;
mod voting;
mod world;
