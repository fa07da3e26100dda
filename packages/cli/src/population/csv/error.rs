//! What the reader of a population file refuses, one entry per rule.

use thiserror::Error;

use super::{MAX_BYTES, MAX_HOLDERS, MAX_ROWS};

/// Why a file is no population.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CsvError {
    /// More than [`MAX_BYTES`].
    #[error("larger than {MAX_BYTES} bytes")]
    TooLarge,
    /// No row below the header, or not even a header.
    #[error("no rows")]
    NoRows,
    /// One line is at fault.
    #[error("line {line}: {fault}")]
    Line {
        /// Which, from 1; the header and the skipped lines count.
        line: usize,
        /// What is wrong with it.
        fault: Fault,
    },
}

/// What is wrong with a line.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Fault {
    /// Not a text file.
    #[error("not UTF-8 text")]
    NotText,
    /// The first line is neither header.
    #[error("the header is '{found}', should be 'balance' or 'from,to,holders'")]
    Header {
        /// The line.
        found: String,
    },
    /// Not as many fields as the header has.
    #[error("{found} fields, should be {wanted}")]
    Fields {
        /// How many the row has.
        found: usize,
        /// How many the header has.
        wanted: usize,
    },
    /// A field that is not a plain number.
    #[error("'{found}' is not {wanted}")]
    Malformed {
        /// The field.
        found: String,
        /// What it should be.
        wanted: &'static str,
    },
    /// A number below zero.
    #[error("'{found}' is negative")]
    Negative {
        /// The field.
        found: String,
    },
    /// A balance of zero, or a row of no holders.
    #[error("{what} of zero; leave the row out")]
    Zero {
        /// What is zero.
        what: &'static str,
    },
    /// No balance is at least `from` and less than `to`.
    #[error("no balance is at least 'from' and less than 'to'")]
    NoWidth,
    /// The row begins below the end of the row before.
    #[error("'from' is below the 'to' of the row before; rows ascend and do not overlap")]
    Overlap,
    /// More than [`MAX_ROWS`].
    #[error("more than {MAX_ROWS} rows")]
    TooManyRows,
    /// More than [`MAX_HOLDERS`].
    #[error("more than {MAX_HOLDERS} holders in total")]
    TooManyHolders,
    /// More than [`super::MAX_TOTAL`]; a histogram's holders count as if each were at the end of his row.
    #[error("more than 2^100 base units in total")]
    TooMuch,
}

impl Fault {
    pub(super) fn at(self, line: usize) -> CsvError {
        CsvError::Line { line, fault: self }
    }
}
