//! A population from a file. Two formats, told apart by the header; amounts in tokens, with at most six
//! decimals.
//!
//! One balance per line:
//! ```text
//! balance
//! 1250.5
//! 3
//! ```
//! or a histogram: holders with a balance of at least `from` and less than `to`; rows ascend and do not
//! overlap, a first `from` of 0 stands for the smallest unit:
//! ```text
//! from,to,holders
//! 0,1,30932
//! 1,10,12805
//! ```
//! Empty lines and lines that begin with `#` are skipped. The numbers are plain: no sign, exponent, quotes or
//! thousands separator.

use super::histogram::Bin;

mod error;
mod field;

pub use error::{CsvError, Fault};
use field::{amount, count};

/// Bytes a file may have: 1 MiB, so that a wrong file is refused before it fills the memory.
pub const MAX_BYTES: usize = 1 << 20;

/// Rows below the header.
pub const MAX_ROWS: usize = 100_000;

/// Holders all rows of a histogram may count together: more than twice the largest DAO published here.
pub const MAX_HOLDERS: usize = 1_000_000;

/// Base units all holders may have together: far above any supply, and sums stay far below 2^128.
pub const MAX_TOTAL: u128 = 1 << 100;

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Contents {
    /// Base units of every holder, in the order of the file.
    Balances(Vec<u128>),
    /// Counts of holders, ascending.
    Histogram(Vec<Bin>),
}

/// Reads the bytes of a file; stops at the first fault.
pub fn parse(bytes: &[u8]) -> Result<Contents, CsvError> {
    if bytes.len() > MAX_BYTES {
        return Err(CsvError::TooLarge);
    }
    let text = text(bytes)?;
    let lines = (1..).zip(text.lines().map(str::trim));
    let mut rows = lines.filter(|(_, row)| !row.is_empty() && !row.starts_with('#'));
    let (line, header) = rows.next().ok_or(CsvError::NoRows)?;
    match split(header).as_slice() {
        ["balance"] => read(rows, balance).map(Contents::Balances),
        ["from", "to", "holders"] => read(rows, bin).map(Contents::Histogram),
        _ => Err(Fault::Header { found: header.into() }.at(line)),
    }
}

/// What the rows so far add up to.
#[derive(Default)]
struct Sums {
    /// Base units, a histogram's holders each at the end of their row.
    total: u128,
    holders: usize,
    /// Where the last row of a histogram ends.
    end: u128,
}

fn read<'a, T>(
    rows: impl Iterator<Item = (usize, &'a str)>,
    row: impl Fn(&[&str], &mut Sums) -> Result<T, Fault>,
) -> Result<Vec<T>, CsvError> {
    let (mut sums, mut read) = (Sums::default(), Vec::new());
    for (line, text) in rows {
        if read.len() == MAX_ROWS {
            return Err(Fault::TooManyRows.at(line));
        }
        read.push(row(&split(text), &mut sums).map_err(|fault| fault.at(line))?);
    }
    if read.is_empty() {
        return Err(CsvError::NoRows);
    }
    Ok(read)
}

fn balance(fields: &[&str], sums: &mut Sums) -> Result<u128, Fault> {
    let [field] = *fields else {
        return Err(Fault::Fields { found: fields.len(), wanted: 1 });
    };
    let balance = amount(field)?;
    if balance == 0 {
        return Err(Fault::Zero { what: "a balance" });
    }
    sums.add(balance, 1)?;
    Ok(balance)
}

fn bin(fields: &[&str], sums: &mut Sums) -> Result<Bin, Fault> {
    let [from, to, holders] = *fields else {
        return Err(Fault::Fields { found: fields.len(), wanted: 3 });
    };
    let (from, to) = (amount(from)?, amount(to)?);
    let holders = count(holders)?;
    if holders == 0 {
        return Err(Fault::Zero { what: "a count of holders" });
    }
    if from.max(1) >= to {
        return Err(Fault::NoWidth);
    }
    if from < sums.end {
        return Err(Fault::Overlap);
    }
    sums.add(to, holders)?;
    sums.end = to;
    Ok(Bin { from, to, holders })
}

impl Sums {
    fn add(&mut self, each: u128, holders: usize) -> Result<(), Fault> {
        self.holders = self.holders.checked_add(holders).ok_or(Fault::TooManyHolders)?;
        if self.holders > MAX_HOLDERS {
            return Err(Fault::TooManyHolders);
        }
        let added = each.checked_mul(holders as u128).and_then(|added| self.total.checked_add(added));
        self.total = added.filter(|&total| total <= MAX_TOTAL).ok_or(Fault::TooMuch)?;
        Ok(())
    }
}

fn split(row: &str) -> Vec<&str> {
    row.split(',').map(str::trim).collect()
}

/// The text, without the mark that spreadsheets put before it.
fn text(bytes: &[u8]) -> Result<&str, CsvError> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let line = 1 + bytes[..error.valid_up_to()].iter().filter(|&&byte| byte == b'\n').count();
        Fault::NotText.at(line)
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}
