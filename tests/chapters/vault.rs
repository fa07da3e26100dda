//! Chapter vault.
