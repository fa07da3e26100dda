//! Stories of the treasury.

mod allowances;
mod spending;
mod suite;
mod timelock;
