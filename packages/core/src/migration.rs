//! Migrations: which code may take over which store. Same contract, no older version unless as a rollback, and the layout
//! of the store that the code reads.

use std::fmt;

use semver::Version;

/// What code says of itself, and what a store says of the code that wrote it last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Build<'a> {
    /// The name of the contract, as cw2 has it.
    pub contract: &'a str,
    /// The version, as cw2 has it.
    pub version: &'a str,
    /// The number of its storage layout: which keys, and what lies under them. It rises by one whenever code can no longer
    /// read what the code before it wrote.
    pub layout: u32,
}

impl fmt::Display for Build<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} (layout {})", self.contract, self.version, self.layout)
    }
}

/// A store that this code does not take over.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum MigrationError {
    /// Of another contract.
    #[error("the store is one of {store}, and the code is one of {code}")]
    Foreign {
        /// Whose store.
        store: String,
        /// Whose code.
        code: String,
    },
    /// A version that cannot be compared.
    #[error("{version:?} is no semantic version")]
    Version {
        /// As it was found.
        version: String,
    },
    /// To older code.
    #[error(
        "the store is of version {store}, and the code of version {code}: only a rollback goes to older code"
    )]
    Older {
        /// Of the store.
        store: String,
        /// Of the code.
        code: String,
    },
    /// To code that would read something else than what was written.
    #[error("the store has layout {store}, and the code reads layout {code}")]
    Layout {
        /// Of the store.
        store: u32,
        /// Of the code.
        code: u32,
    },
}

impl Build<'_> {
    /// Whether this code may take over a store that `store` wrote. The same version may (it was built again); an older one
    /// only as a rollback. What follows a `+` in a version says nothing about which is older.
    pub fn check_takes_over(&self, store: &Build, rollback: bool) -> Result<(), MigrationError> {
        if store.contract != self.contract {
            let (store, code) = (store.contract.to_string(), self.contract.to_string());
            return Err(MigrationError::Foreign { store, code });
        }
        let (was, is) = (version(store.version)?, version(self.version)?);
        if is.cmp_precedence(&was).is_lt() && !rollback {
            let (store, code) = (store.version.to_string(), self.version.to_string());
            return Err(MigrationError::Older { store, code });
        }
        if store.layout != self.layout {
            return Err(MigrationError::Layout { store: store.layout, code: self.layout });
        }
        Ok(())
    }
}

fn version(text: &str) -> Result<Version, MigrationError> {
    Version::parse(text).map_err(|_| MigrationError::Version { version: text.to_string() })
}
