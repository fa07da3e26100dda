//! Pages of lists.

/// Entries of a page unless asked for otherwise.
pub const DEFAULT_PAGE: u32 = 30;
/// The most entries of a page.
pub const MAX_PAGE: u32 = 100;

/// How many entries a page holds.
pub fn page_size(limit: Option<u32>) -> usize {
    limit.unwrap_or(DEFAULT_PAGE).min(MAX_PAGE) as usize
}
