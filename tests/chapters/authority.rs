//! Chapter authority.
