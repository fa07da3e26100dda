//! Chapter lifecycle.
