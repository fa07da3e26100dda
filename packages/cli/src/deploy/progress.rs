//! What `isonomia deploy` tells while it is at work.

use std::fmt::Display;

/// A line for each step and each wait, on the standard error; none where a script reads.
#[derive(Clone, Copy, Debug)]
pub struct Progress {
    /// Whether a script reads.
    pub json: bool,
}

impl Progress {
    /// One line.
    pub fn tell(self, line: impl Display) {
        if !self.json {
            eprintln!("{line}");
        }
    }
}
