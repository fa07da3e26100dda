//! What a person sees before anything is signed.

use std::io::{stdin, stdout, IsTerminal, Write};

use anyhow::{bail, Result};

/// What is about to be signed, a line each: a word, and what it says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Preview {
    lines: Vec<(String, String)>,
}

impl Preview {
    /// A preview that begins with what is done.
    pub fn new(what: &str) -> Preview {
        Preview::default().line("you will", what)
    }

    /// One line more.
    pub fn line(mut self, word: &str, says: impl ToString) -> Preview {
        self.lines.push((word.to_string(), says.to_string()));
        self
    }

    /// Its lines: a word, and what it says.
    pub fn lines(&self) -> &[(String, String)] {
        &self.lines
    }
}

impl std::fmt::Display for Preview {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.lines.iter().try_for_each(|(word, says)| writeln!(f, "{word:>10}  {says}"))
    }
}

/// Shows the preview on standard error and asks; `yes` answers for the person. Fails where nobody can be asked.
pub fn confirmed(preview: &Preview, yes: bool) -> Result<()> {
    eprint!("{preview}");
    if yes {
        return Ok(());
    }
    if !stdin().is_terminal() {
        bail!("nobody to ask: repeat it with --yes; nothing was signed");
    }
    eprint!("Sign and send? [y/N] ");
    stdout().flush()?;
    let mut answer = String::new();
    stdin().read_line(&mut answer)?;
    match answer.trim().to_lowercase().as_str() {
        "y" | "yes" => Ok(()),
        _ => bail!("not confirmed; nothing was signed"),
    }
}
