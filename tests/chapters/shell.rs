//! Chapter shell: what people type, what they are shown before they sign, and what comes of it.

mod asking;
mod attesting;
mod delegating;
mod proposing;
mod staking;
mod typing;
mod voting;
mod watching;
