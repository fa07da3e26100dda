//! Chapter timelock.
