//! Delegation: parts, overrides, seasons, generations, and one hop.

mod hop;
mod overrides;
mod parts;
mod seasons;
