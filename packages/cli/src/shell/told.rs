//! An answer that is written already.

use std::fmt;

use comfy_table::{CellAlignment, Table};
use serde_json::Value;

use super::asking::Answer;
use crate::demo::table;

/// An answer that is written already, for a person and for a script.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Told {
    /// For a person.
    pub text: String,
    /// For a script.
    pub json: Value,
}

impl Told {
    /// A line of a word and what it says.
    pub fn line(&mut self, word: &str, says: impl fmt::Display) {
        self.text.push_str(&format!("{word:>12}  {says}\n"));
    }
}

/// A table of words: columns to the left.
pub fn table_of_words<const N: usize>(header: [&str; N]) -> Table {
    let mut table = table(header);
    table.column_iter_mut().for_each(|column| column.set_cell_alignment(CellAlignment::Left));
    table
}

impl Answer for Told {
    fn json(&self) -> Value {
        self.json.clone()
    }
}

impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
