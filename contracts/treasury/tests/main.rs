//! Stories of the treasury.

mod allowances;
mod budgets;
mod caps;
mod cost;
mod listing;
mod pausing;
mod promises;
mod spending;
mod streams;
mod suite;
mod timelock;
mod wander;
