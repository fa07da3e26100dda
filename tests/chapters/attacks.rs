//! Chapter attacks.
