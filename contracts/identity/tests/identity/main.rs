//! The identity registry, told as stories. Voting is played by a stub that keeps what it is told.

mod activating;
mod expiring;
mod issuers;
mod nullifiers;
mod ready;
mod renewing;
mod revoking;
mod signing;
mod voting;
mod world;
