//! The chain's binary: built once from the Go module of wasmd, with every version pinned by checksum.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::{bail, Context, Result};

use super::go;
use crate::child::child;

const VERSION: &str = "v0.70.3";

const PACKAGE: &str = "github.com/CosmWasm/wasmd/cmd/wasmd";

/// The prefix of addresses and the coin of validators are chosen when wasmd is linked.
const LINKER_FLAGS: &str = "-w -s -X github.com/CosmWasm/wasmd/app.Bech32Prefix=wasm \
                            -X github.com/cosmos/cosmos-sdk/version.AppName=wasmd \
                            -X github.com/cosmos/cosmos-sdk/types.DefaultBondDenom=ubond";

/// What a binary is built of. They lie beside it, so that one that was built of anything else is not taken for it.
const SOURCES: [(&str, &str); 4] = [
    ("go.mod", include_str!("../../../../scripts/devnet/go.mod")),
    ("go.sum", include_str!("../../../../scripts/devnet/go.sum")),
    ("tools.go", include_str!("../../../../scripts/devnet/tools.go")),
    ("linker-flags", LINKER_FLAGS),
];

/// The wasmd binary in the user's cache; built there first if it is missing, was built of something else, or does not
/// run (its library lies in Go's module cache, which may have been emptied). Fails if there is no Go, no C compiler, or
/// the build fails.
pub(super) fn binary() -> Result<PathBuf> {
    let folder = cache()?.join("isonomia").join(format!("wasmd-{VERSION}"));
    fs::create_dir_all(&folder).with_context(|| format!("creating {}", folder.display()))?;
    let lock = lock(&folder)?;
    let binary = folder.join("wasmd");
    if !(is_current(&folder) && runs(&binary, &folder.join("home"))) {
        go::check(&folder)?;
        build(&folder, &binary, &lock)?;
    }
    Ok(binary)
}

fn cache() -> Result<PathBuf> {
    let absolute = |name| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    match (absolute("XDG_CACHE_HOME"), absolute("HOME")) {
        (Some(cache), _) => Ok(cache),
        (None, Some(home)) => Ok(home.join(".cache")),
        (None, None) => bail!("neither XDG_CACHE_HOME nor HOME says where to keep the wasmd binary"),
    }
}

/// One build at a time; a build whose starter was killed goes on holding the lock.
fn lock(folder: &Path) -> Result<File> {
    let path = folder.join("lock");
    let file = File::create(&path).with_context(|| format!("creating {}", path.display()))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => {
            eprintln!("waiting for another build of wasmd");
            file.lock()?;
            Ok(file)
        }
        Err(TryLockError::Error(error)) => Err(error).with_context(|| format!("locking {}", path.display())),
    }
}

fn is_current(folder: &Path) -> bool {
    SOURCES.iter().all(|(name, text)| fs::read_to_string(folder.join(name)).is_ok_and(|found| found == *text))
}

/// With a home of its own: it would otherwise write into the user's.
fn runs(binary: &Path, home: &Path) -> bool {
    let mut version = child(binary);
    version.arg("version").arg("--home").arg(home);
    let silent = version.stdout(Stdio::null()).stderr(Stdio::null()).status();
    silent.is_ok_and(|status| status.success())
}

/// Builds under another name and moves the binary into place, so that half of one is never run. The lock is held until it is
/// there, or else the next in line would find none, and take this one away as it builds.
fn build(folder: &Path, binary: &Path, lock: &File) -> Result<()> {
    eprintln!("building wasmd {VERSION} in {}: minutes the first time, once", folder.display());
    let _ = fs::remove_file(binary);
    for (name, text) in SOURCES {
        fs::write(folder.join(name), text).with_context(|| format!("writing {name}"))?;
    }
    let status = go::go(folder)
        .args(["build", "-mod=readonly", "-trimpath", "-o", "wasmd.new", "-ldflags", LINKER_FLAGS, PACKAGE])
        .stdin(Stdio::null())
        .stdout(lock.try_clone().context("sharing the lock of the build")?)
        .status()
        .context("running `go build`")?;
    if !status.success() {
        bail!("wasmd could not be built ({status}); what Go says of it is above");
    }
    fs::rename(folder.join("wasmd.new"), binary).context("moving the built wasmd into place")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_the_one_that_is_pinned() {
        assert!(SOURCES[0].1.contains(&format!("github.com/CosmWasm/wasmd {VERSION}\n")));
    }

    #[test]
    fn a_binary_built_of_something_else_is_not_current() {
        let folder = tempfile::tempdir().unwrap();
        assert!(!is_current(folder.path()));
        for (name, text) in SOURCES {
            fs::write(folder.path().join(name), text).unwrap();
        }
        assert!(is_current(folder.path()));
        fs::write(folder.path().join("linker-flags"), "-w").unwrap();
        assert!(!is_current(folder.path()));
    }
}
