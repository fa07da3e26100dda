//! The `isonomia` command as a library, so that the tests use the very scenario runner that users do.

pub mod artifacts;
pub mod child;
pub mod demo;
pub mod deploy;
pub mod deployment;
pub mod devnet;
pub mod doctor;
pub mod founding;
pub mod keeper;
pub mod keys;
pub mod live;
pub mod pipe;
pub mod population;
pub mod replay;
pub mod scenario;
pub mod shell;
pub mod verify;
