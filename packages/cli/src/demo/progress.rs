//! A bar while many small things happen.

use indicatif::{ProgressBar, ProgressStyle};

/// A bar over so many things; silent where there is no terminal.
pub fn bar(what: &'static str, count: u64) -> ProgressBar {
    let style = ProgressStyle::with_template("  {msg:<28} {bar:32} {pos}/{len}");
    let style = style.unwrap_or_else(|_| ProgressStyle::default_bar()).progress_chars("█▉ ");
    ProgressBar::new(count).with_style(style).with_message(what)
}
