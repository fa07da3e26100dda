//! Chapter delegation.
