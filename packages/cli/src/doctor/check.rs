//! One line of an examination.

use std::fmt;

use serde::Serialize;

use super::Cost;

/// How a check came out.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// All is well.
    Ok,
    /// A deployment would fail.
    Wrong,
    /// It could not be asked, or the chain does not tell.
    LeftOut,
}

/// One check.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Check {
    /// Of what.
    pub name: &'static str,
    /// How it came out.
    pub verdict: Verdict,
    /// What was found.
    pub says: String,
    /// What to do about it.
    pub todo: Option<String>,
}

/// Every check.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Examination {
    /// In order.
    pub checks: Vec<Check>,
    /// What the whole deployment costs, where that could be asked.
    pub cost: Option<Cost>,
}

impl Check {
    /// All is well.
    pub fn ok(name: &'static str, says: impl ToString) -> Check {
        Check { name, verdict: Verdict::Ok, says: says.to_string(), todo: None }
    }

    /// A deployment would fail.
    pub fn wrong(name: &'static str, says: impl ToString, todo: impl ToString) -> Check {
        Check { name, verdict: Verdict::Wrong, says: says.to_string(), todo: Some(todo.to_string()) }
    }

    /// An error that says itself what to do.
    pub fn error(name: &'static str, error: impl ToString) -> Check {
        Check { name, verdict: Verdict::Wrong, says: error.to_string(), todo: None }
    }

    /// It could not be asked.
    pub fn left_out(name: &'static str, says: impl ToString) -> Check {
        Check { name, verdict: Verdict::LeftOut, says: says.to_string(), todo: None }
    }
}

impl Examination {
    /// One check more.
    pub fn add(&mut self, check: Check) {
        self.checks.push(check);
    }

    /// How many checks are wrong.
    pub fn wrong(&self) -> usize {
        self.checks.iter().filter(|check| check.verdict == Verdict::Wrong).count()
    }
}

impl fmt::Display for Examination {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for check in &self.checks {
            let verdict = match check.verdict {
                Verdict::Ok => "ok",
                Verdict::Wrong => "WRONG",
                Verdict::LeftOut => "-",
            };
            writeln!(f, "{:<11} {verdict:<6} {}", check.name, check.says)?;
            if let Some(todo) = &check.todo {
                writeln!(f, "{:<11} {:<6} → {todo}", "", "")?;
            }
        }
        Ok(())
    }
}
