//! Attacks: every answered row of the red team's table that concerns what exists, and what was tried and fails.

mod emergency;
mod fails;
mod guardian;
mod pins;
mod proposals;
mod registry;
mod registry_death;
mod rules;
mod snapshot;
mod stake;
