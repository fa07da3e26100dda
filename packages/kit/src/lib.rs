//! Effects that two or more contracts share.

pub mod assets;
pub mod authority;
pub mod history;
pub mod migration;
pub mod response;
pub mod saying;
