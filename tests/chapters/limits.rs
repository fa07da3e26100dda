//! Chapter limits.
