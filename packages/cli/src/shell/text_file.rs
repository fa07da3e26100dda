//! Texts out of files, and how long they may be.

use std::fs;
use std::path::Path;

use anyhow::{ensure, Context, Result};

/// Fails past so many bytes.
pub fn within(what: &str, bytes: usize, most: usize) -> Result<()> {
    ensure!(bytes <= most, "the {what} has {bytes} bytes, more than {most}");
    Ok(())
}

/// A text of at most so many bytes.
pub fn read(path: &Path, what: &str, most: u64) -> Result<String> {
    String::from_utf8(bytes(path, what, most)?)
        .with_context(|| format!("{}: the {what} is not UTF-8", path.display()))
}

/// A file of at most so many bytes.
pub fn bytes(path: &Path, what: &str, most: u64) -> Result<Vec<u8>> {
    let named = || format!("{}: no {what}", path.display());
    let size = fs::metadata(path).with_context(named)?.len();
    ensure!(size <= most, "{}: the {what} has {size} bytes, more than {most}", path.display());
    fs::read(path).with_context(named)
}
