//! The `isonomia` command as a library, so that the tests use the very scenario runner that users do.

pub mod demo;
pub mod deployment;
pub mod devnet;
pub mod founding;
pub mod keeper;
pub mod live;
pub mod population;
pub mod replay;
pub mod scenario;
