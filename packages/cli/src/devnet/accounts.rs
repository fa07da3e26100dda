//! The test accounts. Their keys are printed in this repository: whoever sends value to them gives it away.

use std::fs::OpenOptions;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::sync::LazyLock;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use serde_json::json;

/// What the key file says of itself.
const WARNING: &str =
    "The keys of a devnet. They are the same on every devnet and public: never send anything of value \
                       to these addresses, on any chain.";

static ACCOUNTS: LazyLock<Vec<Account>> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../../../scripts/devnet/accounts.json"))
        .expect("the accounts that are built in are well-formed: a test reads them")
});

/// A funded account that every devnet has.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Account {
    /// What it is called here.
    pub name: String,
    /// Where it is found on the chain.
    pub address: String,
    /// The words that its key is derived from, by the path `m/44'/118'/0'/0/0`.
    pub mnemonic: String,
}

/// The accounts that every devnet has: five people, a registrar, three keepers and the faucet. They never change.
pub fn accounts() -> &'static [Account] {
    &ACCOUNTS
}

/// The account of that name. Fails if no account has it.
pub fn account(name: &str) -> Result<&'static Account> {
    let known = || accounts().iter().map(|account| account.name.as_str()).collect::<Vec<_>>().join(", ");
    let found = accounts().iter().find(|account| account.name == name);
    // The name is not repeated: who mistakes it for the place of the words would print them.
    found.with_context(|| format!("no account of a devnet has that name; it has {}", known()))
}

/// Writes them into a new file that only its owner may read.
pub(super) fn write(path: &Path) -> Result<()> {
    let text = serde_json::to_string_pretty(&json!({ "warning": WARNING, "accounts": accounts() }))?;
    let mut options = OpenOptions::new();
    options.write(true).create_new(true).mode(0o600);
    let mut file = options.open(path).with_context(|| format!("creating {}", path.display()))?;
    file.write_all(text.as_bytes()).with_context(|| format!("writing {}", path.display()))
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn each_address_follows_from_its_words() {
        for account in accounts() {
            let key = isonomia_chain::Key::from_mnemonic(&account.mnemonic, 118, "wasm").unwrap();
            assert_eq!(key.address(), account.address, "{}", account.name);
        }
    }

    #[test]
    fn the_file_warns_and_is_its_owners_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys.json");

        write(&path).unwrap();

        assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o600);
        assert!(std::fs::read_to_string(&path).unwrap().contains("never send anything of value"));
        assert!(write(&path).is_err(), "a file is never written over");
    }
}
