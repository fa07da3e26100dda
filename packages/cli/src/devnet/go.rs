//! The compilers that wasmd is built with: looked for before minutes are spent.

use std::io::ErrorKind;
use std::path::Path;
use std::process::Command;

use anyhow::{bail, Context, Result};

use crate::child::child;

/// The oldest Go that builds wasmd.
const OLDEST: [u32; 3] = [1, 25, 9];

/// The `go` of this computer, run in that folder; never one that it would fetch by itself.
pub(super) fn go(folder: &Path) -> Command {
    let mut command = child("go");
    command.current_dir(folder).env("GOTOOLCHAIN", "local").env("GOWORK", "off").env("CGO_ENABLED", "1");
    command
}

/// Fails, and says what to install, if Go or the C compiler that it asks for is missing, or Go is too old.
pub(super) fn check(folder: &Path) -> Result<()> {
    let told = match go(folder).arg("version").output() {
        Err(error) if error.kind() == ErrorKind::NotFound => bail!(
            "there is no `go` on the PATH, and the devnet's chain (wasmd) is built from source: install Go 1.25.9 or \
             later (https://go.dev/dl)"
        ),
        Err(error) => return Err(error).context("running `go version`"),
        Ok(output) => String::from_utf8_lossy(&output.stdout).into_owned(),
    };
    if version(&told).is_some_and(|version| version < OLDEST) {
        bail!("wasmd needs Go 1.25.9 or later (https://go.dev/dl), and this is {}", told.trim());
    }
    check_c(folder)
}

fn check_c(folder: &Path) -> Result<()> {
    let told = go(folder).args(["env", "CC"]).output().context("running `go env CC`")?;
    let told = String::from_utf8_lossy(&told.stdout);
    let compiler = told.split_whitespace().next().unwrap_or("gcc");
    match child(compiler).arg("--version").output() {
        Err(error) if error.kind() == ErrorKind::NotFound => bail!(
            "there is no C compiler (`{compiler}`) on the PATH, and wasmd needs one: install gcc (Debian and Ubuntu: \
             apt-get install gcc libc6-dev; macOS: xcode-select --install)"
        ),
        _ => Ok(()),
    }
}

/// The numbers in `go version go1.26.8 linux/amd64`; none for a Go that somebody built for themselves.
fn version(told: &str) -> Option<[u32; 3]> {
    let name = told.split_whitespace().nth(2)?.strip_prefix("go")?;
    let mut numbers = name.split('.').map(|part| {
        let end = part.find(|digit: char| !digit.is_ascii_digit()).unwrap_or(part.len());
        part[..end].parse().ok()
    });
    Some([numbers.next()??, numbers.next()??, numbers.next().flatten().unwrap_or(0)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_and_compared() {
        assert_eq!(version("go version go1.26.8 linux/amd64"), Some([1, 26, 8]));
        assert_eq!(version("go version go1.27rc1 darwin/arm64"), Some([1, 27, 0]));
        assert_eq!(version("go version devel +1234 linux/amd64"), None);
        assert!(version("go version go1.25.8 linux/amd64").unwrap() < OLDEST);
        assert!(version("go version go1.9 linux/amd64").unwrap() < OLDEST);
    }
}
