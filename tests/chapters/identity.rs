//! Chapter identity.
