//! Chapter shell: what people type, what they are shown before they sign, and what comes of it.

mod asking;
mod attesting;
mod deciding;
mod delegating;
mod guarding;
mod proposing;
mod staking;
pub mod typing;
mod upgrading;
mod voting;
mod watching;
mod wording;
