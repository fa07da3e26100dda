//! The chapters: short stories with named people, laws, and named attacks, through the real contracts.

mod attacks;
mod authority;
mod delegation;
mod golden;
mod identity;
mod laws;
mod lifecycle;
mod limits;
mod quadratic;
mod scenario;
mod tidy;
mod timelock;
mod treasury;
mod vault;
mod voting;
