//! Chapter treasury.
