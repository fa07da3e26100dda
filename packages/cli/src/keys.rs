//! `isonomia keys`: the key ring. A mnemonic is never printed, and never an argument.

use std::io::{stdin, IsTerminal};

use anyhow::{bail, Context, Result};
use clap::{Args, Subcommand};
use isonomia_chain::{Key, Keyring};

use crate::live::{new_passphrase, ChainOptions, KeyOptions};

/// Keys that sign, each in a file that a passphrase opens.
#[derive(Args, Clone, Debug)]
pub struct KeysCommand {
    #[command(subcommand)]
    command: KeysSubcommand,
    #[command(flatten)]
    chain: ChainOptions,
    #[command(flatten)]
    key: KeyOptions,
}

/// The commands of `isonomia keys`.
#[derive(Subcommand, Clone, Debug)]
pub enum KeysSubcommand {
    /// Makes a new key. Its words are never shown: a copy of its file, and the passphrase, are the backup.
    Add {
        /// Its name: letters, digits, `-` and `_`.
        name: String,
        /// Reads the words of an existing key, unseen, or from the standard input.
        #[arg(long)]
        recover: bool,
    },
    /// Lists the names of the keys.
    List,
    /// Shows the address of a key on a chain.
    Show {
        /// Its name.
        name: String,
    },
}

/// Does what was said.
pub fn run(command: &KeysCommand) -> Result<()> {
    let folder = command.key.folder()?;
    let ring = Keyring::new(&folder);
    match &command.command {
        KeysSubcommand::Add { name, recover } => {
            ring.check_free(name)?;
            let words = if *recover { recovered()? } else { Key::new_mnemonic() };
            let path = ring.add(name, &words, &new_passphrase(name)?)?;
            println!("{}", path.display());
            eprintln!("Keep a copy of this file in another place, and the passphrase in a third: nothing else brings the key back.");
            eprintln!("`isonomia keys show {name} --chain …` shows its address on a chain.");
        }
        KeysSubcommand::List => ring.names().iter().for_each(|name| println!("{name}")),
        KeysSubcommand::Show { name } => {
            let chain = command.chain.file()?;
            println!("{}", command.key.ring_key(name, &chain)?.address());
        }
    }
    Ok(())
}

/// The words of an existing key: asked for unseen, or a line of the standard input.
fn recovered() -> Result<String> {
    let words = if stdin().is_terminal() {
        rpassword::prompt_password("its words (they are not shown): ")
            .context("the words could not be read")?
    } else {
        let mut line = String::new();
        stdin().read_line(&mut line).context("the words could not be read")?;
        line
    };
    if words.trim().is_empty() {
        bail!("no words came: type them, or send them as one line of the standard input");
    }
    // Whether they are a mnemonic does not depend on the chain.
    Key::from_mnemonic(&words, 118, "cosmos")?;
    Ok(words.split_whitespace().collect::<Vec<_>>().join(" "))
}
