//! The two keys: the root for people, the line for stake, and what each of them stops.

mod bounds;
mod cap;
mod keys;
mod splitting;
