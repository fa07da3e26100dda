//! Many accounts at once: what each sends goes out before the first is waited for.

use anyhow::{Context, Result};
use isonomia_chain::{send_coins, ChainFile, Key, Landed, Message, Node, Sender, Signed};

/// Messages of one transaction that hands out coins.
const BATCH: usize = 40;
/// What each account gets for fees.
const FEES: u128 = 10_000_000;

/// So many new accounts.
pub fn keys(count: usize, chain: &ChainFile) -> Result<Vec<Key>> {
    let key = |_| Ok(Key::from_mnemonic(&Key::new_mnemonic(), chain.coin_type, &chain.prefix)?);
    (0..count).map(key).collect()
}

/// Gives each account coins for fees, and its stake.
pub fn fund(node: &Node, chain: &ChainFile, faucet: &Key, accounts: &[(&Key, u128)]) -> Result<()> {
    let sender = Sender::new(node, chain, faucet);
    for some in accounts.chunks(BATCH) {
        let give = |(key, stake): &(&Key, u128)| {
            let coins = vec![(FEES, "ufee".to_string()), (*stake, "uiso".to_string())];
            send_coins(faucet.address(), key.address(), coins)
        };
        sender.send(&some.iter().map(give).collect::<Vec<_>>())?;
    }
    Ok(())
}

/// What accounts are about to send, one transaction of each.
pub struct Post<'a> {
    pub node: &'a Node,
    pub chain: &'a ChainFile,
    /// The most gas of each.
    pub gas: u64,
}

impl Post<'_> {
    /// Signs all of them, so that they meet in the mempool.
    pub fn sign(&self, sent: &[(&Key, Message)]) -> Result<Vec<Signed>> {
        let sign = |(key, message): &(&Key, Message)| {
            let sender = Sender::new(self.node, self.chain, key);
            Ok(sender.sign_as(std::slice::from_ref(message), sender.account()?, self.gas)?)
        };
        sent.iter().map(sign).collect()
    }

    /// Hands them in, and does not wait.
    pub fn hand_in(&self, signed: &[Signed]) -> Result<()> {
        signed.iter().try_for_each(|one| Ok(self.node.hand_in(one)?))
    }

    /// Waits for each; every one must succeed.
    pub fn wait(&self, signed: &[Signed]) -> Result<Vec<Landed>> {
        let landed = |one: &Signed| self.node.wait_for(&one.hash, one.until)?.succeeded();
        let landed = |one| landed(one).with_context(|| format!("transaction {} of many", one.hash));
        signed.iter().map(landed).collect()
    }

    /// All of this.
    pub fn send(&self, sent: &[(&Key, Message)]) -> Result<Vec<Landed>> {
        let signed = self.sign(sent)?;
        self.hand_in(&signed)?;
        self.wait(&signed)
    }
}
