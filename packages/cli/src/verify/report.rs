//! What a verification found.

use std::fmt;

use anyhow::{bail, Result};
use serde::Serialize;

/// What a verification found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Verification {
    /// The DAO.
    pub dao: String,
    /// Its chain.
    pub chain_id: String,
    /// How many things were compared.
    pub compared: usize,
    /// Those that differ.
    pub differences: Vec<Difference>,
    /// What somebody should know and is no difference.
    pub notes: Vec<String>,
}

/// One thing that differs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Difference {
    /// In which contract.
    pub contract: String,
    /// What.
    pub what: String,
    /// What was planned.
    pub expected: String,
    /// What is.
    pub found: String,
}

impl Verification {
    /// Nothing compared yet.
    pub fn new(dao: &str, chain_id: &str) -> Verification {
        let (dao, chain_id) = (dao.to_string(), chain_id.to_string());
        Verification { dao, chain_id, compared: 0, differences: Vec::new(), notes: Vec::new() }
    }

    /// Compares one thing.
    pub fn compare(&mut self, contract: &str, what: &str, expected: impl ToString, found: impl ToString) {
        let (expected, found) = (expected.to_string(), found.to_string());
        self.compared += 1;
        if expected != found {
            let (contract, what) = (contract.to_string(), what.to_string());
            self.differences.push(Difference { contract, what, expected, found });
        }
    }

    /// One thing that differs.
    pub fn differs(&mut self, contract: &str, what: &str, expected: impl ToString, found: impl ToString) {
        self.compared += 1;
        let (expected, found) = (expected.to_string(), found.to_string());
        let (contract, what) = (contract.to_string(), what.to_string());
        self.differences.push(Difference { contract, what, expected, found });
    }

    /// An error if anything differs.
    pub fn agreed(&self) -> Result<()> {
        match self.differences.len() {
            0 => Ok(()),
            1 => bail!("one thing differs from what was deployed as `{}`", self.dao),
            count => bail!("{count} things differ from what was deployed as `{}`", self.dao),
        }
    }

    /// What somebody should know.
    pub fn note(&mut self, note: String) {
        self.notes.push(note);
    }
}

impl fmt::Display for Verification {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for Difference { contract, what, expected, found } in &self.differences {
            writeln!(f, "{contract:<9} {what}: planned {expected}, found {found}")?;
        }
        for note in &self.notes {
            writeln!(f, "{:<9} {note}", "note")?;
        }
        let Verification { dao, chain_id, compared, .. } = self;
        match self.differences.len() {
            0 => writeln!(f, "`{dao}` on {chain_id} is what was planned: {compared} things compared"),
            count => writeln!(f, "`{dao}` on {chain_id}: {count} of {compared} things differ"),
        }
    }
}
