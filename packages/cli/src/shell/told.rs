//! An answer that is written already.

use std::fmt;

use anyhow::{ensure, Result};
use clap::Args;
use comfy_table::{CellAlignment, Table};
use isonomia_api::page::MAX_PAGE;
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

/// A page of a list.
#[derive(Args, Clone, Debug)]
pub struct Page {
    /// Only what comes after this number.
    #[arg(long)]
    pub after: Option<u64>,
    /// At most so many, 1 to 100.
    #[arg(long, default_value_t = 30)]
    pub limit: u32,
}

impl Default for Page {
    fn default() -> Page {
        Page { after: None, limit: 30 }
    }
}

impl Page {
    /// How many it has at the most.
    pub fn checked(&self) -> Result<u32> {
        ensure!((1..=MAX_PAGE).contains(&self.limit), "a page has 1 to {MAX_PAGE} entries");
        Ok(self.limit)
    }

    /// Where the next one begins, if this one is full.
    pub fn next(&self, numbers: impl ExactSizeIterator<Item = u64>) -> Option<u64> {
        match numbers.len() == self.limit as usize {
            true => numbers.last(),
            false => None,
        }
    }

    /// The page for a person: of what, and where the next one begins.
    pub fn text(&self, rows: Table, what: &str, after: Option<u64>) -> String {
        let more = after.map_or(String::new(), |after| format!("more: isonomia {what} --after {after}\n"));
        match rows.row_count() {
            0 => format!("no {what}\n"),
            _ => format!("{rows}\n{more}"),
        }
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
