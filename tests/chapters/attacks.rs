//! Attacks: every answered row of the red team's table that concerns what exists, and what was tried and fails.

mod fails;
mod pins;
mod proposals;
mod registry;
mod rules;
mod snapshot;
mod stake;
