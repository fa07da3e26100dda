//! Stories of the vault.

mod deposits;
mod exits;
mod hostile_voting;
mod suite;
mod voting;
mod wander;
