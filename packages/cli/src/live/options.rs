//! Options that every command of a live chain shares.

use std::path::PathBuf;

use anyhow::{anyhow, Context, Result};
use clap::Args;
use isonomia_chain::{ChainFile, ChainFileError, Key, Keyring};

use super::{secret, Live, LiveDao};
use crate::deployment::Deployments;

/// Which chain.
#[derive(Args, Clone, Debug)]
pub struct ChainOptions {
    /// The chain: `devnet`, a known test network (pion-1, uni-7, osmo-test-5, xion-testnet-2), or a chain file.
    #[arg(long, default_value = "devnet", global = true)]
    pub chain: String,
    /// An RPC endpoint in place of those that the chain file names.
    #[arg(long, global = true)]
    pub node: Option<String>,
    /// Where the devnet has its state.
    #[arg(long, default_value = crate::devnet::DEFAULT_HOME, global = true)]
    pub devnet_home: PathBuf,
}

impl ChainOptions {
    /// What is known of the chain.
    pub fn file(&self) -> Result<ChainFile> {
        let mut chain = match self.chain.as_str() {
            "devnet" => ChainFile::read(&crate::devnet::chain_file(&self.devnet_home))
                .context("no devnet is up; `isonomia devnet up` starts one")?,
            name => ChainFile::load(name).map_err(|error| match error {
                ChainFileError::Unknown(_) => anyhow!("{error}, and `devnet` where one is up"),
                other => other.into(),
            })?,
        };
        if let Some(node) = &self.node {
            chain.rpc = vec![node.clone()];
        }
        Ok(chain)
    }

    /// The chain, if it answers.
    pub fn connect(&self) -> Result<Live> {
        Live::connect(self.file()?)
    }
}

/// Whose key signs. A secret is never an argument.
#[derive(Args, Clone, Debug)]
pub struct KeyOptions {
    /// The name of the key that signs: of the key ring, or of a devnet's test account. Without it the mnemonic in the
    /// environment variable ISONOMIA_MNEMONIC signs.
    #[arg(long, global = true)]
    pub from: Option<String>,
    /// The folder of the key ring; ~/.isonomia/keys unless given. Its passphrase is asked for, or taken from the
    /// environment variable ISONOMIA_PASSPHRASE.
    #[arg(long, global = true)]
    pub keyring: Option<PathBuf>,
}

impl KeyOptions {
    /// The key that signs on this chain.
    pub fn key(&self, chain: &ChainOptions, file: &ChainFile) -> Result<Key> {
        let devnet = chain.chain == "devnet" || crate::devnet::is_devnet_chain(&file.chain_id);
        let words = match &self.from {
            Some(name) if devnet => match crate::devnet::account(name) {
                Ok(account) => account.mnemonic.clone(),
                Err(_) if Keyring::new(&self.folder()?).names().contains(name) => self.words(name)?,
                Err(error) => return Err(error),
            },
            Some(name) => self.words(name)?,
            None => secret::from_environment()?,
        };
        Ok(Key::from_mnemonic(&words, file.coin_type, &file.prefix)?)
    }

    /// The key that signs on this chain; on a devnet `alice` where nobody is named.
    pub fn signer_or_test_account(&self, chain: &ChainOptions, file: &ChainFile) -> Result<Key> {
        if self.names_nobody() && crate::devnet::is_devnet_chain(&file.chain_id) {
            let alice = KeyOptions { from: Some("alice".to_string()), keyring: None };
            return alice.key(chain, file);
        }
        self.key(chain, file)
    }

    /// A key of the key ring, whatever the chain.
    pub fn ring_key(&self, name: &str, file: &ChainFile) -> Result<Key> {
        Ok(Key::from_mnemonic(&self.words(name)?, file.coin_type, &file.prefix)?)
    }

    fn words(&self, name: &str) -> Result<String> {
        secret::open(&self.folder()?, name)
    }

    /// The key that signs, or on a devnet `alice`; nothing where nobody is named.
    pub fn signer_if_named(&self, chain: &ChainOptions, file: &ChainFile) -> Result<Option<Key>> {
        if self.names_nobody() && !crate::devnet::is_devnet_chain(&file.chain_id) {
            return Ok(None);
        }
        self.signer_or_test_account(chain, file).map(Some)
    }

    fn names_nobody(&self) -> bool {
        self.from.is_none() && !secret::is_in_environment()
    }

    /// The folder of the key ring.
    pub fn folder(&self) -> Result<PathBuf> {
        self.keyring.clone().map_or_else(secret::default_keyring, Ok)
    }
}

/// Which DAO.
#[derive(Args, Clone, Debug)]
pub struct DaoOptions {
    /// The DAO's name in the deployment file; may be left out where there is only one.
    #[arg(long, global = true)]
    pub dao: Option<String>,
    /// The folder of the deployment files.
    #[arg(long, default_value = "deployments", global = true)]
    pub deployments: PathBuf,
}

impl DaoOptions {
    /// The DAO that was deployed to this chain.
    pub fn open(&self, live: Live) -> Result<LiveDao> {
        let deployments = Deployments::read(&self.deployments, &live.chain.chain_id)?;
        let (name, dao) = deployments.dao(self.dao.as_deref())?;
        Ok(LiveDao::new(live, name, dao))
    }
}
