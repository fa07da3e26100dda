//! Sends transactions of one account, one after the other.

use std::thread::sleep;
use std::time::{Duration, Instant};

use cosmrs::proto::cosmos::tx::v1beta1::{SimulateRequest, SimulateResponse, TxRaw};
use cosmrs::proto::traits::Message as _;
use cosmrs::tx::{Body, Fee, SignDoc, SignerInfo};
use cosmrs::{Any, Coin, Denom};
use sha2::{Digest, Sha256};

use crate::transaction::{Outcome, Signed};
use crate::{Account, ChainError, ChainFile, Key, Landed, Message, Node};

/// Blocks after which a transaction can no longer land.
const PATIENCE: u64 = 100;
/// How often a transaction is tried whose account has sent another meanwhile.
const TRIES: usize = 8;
/// Gas for each unit that a simulation used, in percent: other transactions of the block may make it dearer.
const HEADROOM: u64 = 140;
/// Gas of paying the fee: 21 thousand on a devnet.
const PAYMENT: u64 = 22_000;
/// How long all nodes may be away while a transaction is waited for.
const OUTAGE: Duration = Duration::from_secs(120);
/// Between two looks at the chain.
const PAUSE: Duration = Duration::from_millis(150);

/// Sends transactions of one account. Any number of senders of the same account may run: one that loses the race for a
/// sequence number tries again.
pub struct Sender<'a> {
    node: &'a Node,
    chain: &'a ChainFile,
    key: &'a Key,
}

impl<'a> Sender<'a> {
    /// Sends for this key.
    pub fn new(node: &'a Node, chain: &'a ChainFile, key: &'a Key) -> Sender<'a> {
        Sender { node, chain, key }
    }

    /// Who sends.
    pub fn address(&self) -> &str {
        self.key.address()
    }

    /// Sends these messages in one transaction and waits for the block that holds it. What the chain would refuse is
    /// refused before anything is paid; a transaction of the same account that comes between is waited for.
    pub fn send(&self, messages: &[Message]) -> Result<Landed, ChainError> {
        for _ in 1..TRIES {
            match self.sign(messages).and_then(|signed| self.submit(&signed)) {
                Err(error) if error.is_sequence_race() => sleep(PAUSE),
                other => return other,
            }
        }
        self.sign(messages).and_then(|signed| self.submit(&signed))
    }

    /// Signs these messages, with the gas that a simulation says and the fee for it. Nothing is sent.
    pub fn sign(&self, messages: &[Message]) -> Result<Signed, ChainError> {
        self.sign_for(messages, self.account()?)
    }

    /// Signs for an account that was asked for before: if it has sent anything since, the transaction is refused.
    pub fn sign_for(&self, messages: &[Message], account: Account) -> Result<Signed, ChainError> {
        let gas_limit = Self::gas_limit(self.simulate(messages, account)?);
        self.sign_as(messages, account, gas_limit)
    }

    /// The gas limit for what a simulation used.
    pub fn gas_limit(used: u64) -> u64 {
        used.saturating_mul(HEADROOM) / 100
    }

    /// The account as it stands.
    pub fn account(&self) -> Result<Account, ChainError> {
        self.node.account(self.key.address()).map_err(|error| match (error, &self.chain.faucet) {
            (ChainError::NoAccount { address, .. }, Some(faucet)) => {
                ChainError::NoAccount { address, from: format!(" (test coins: {faucet})") }
            }
            (other, _) => other,
        })
    }

    /// Signs for an account that is known already, with a known gas limit.
    pub fn sign_as(
        &self,
        messages: &[Message],
        account: Account,
        gas_limit: u64,
    ) -> Result<Signed, ChainError> {
        let until = self.node.status()?.height + PATIENCE;
        let fee = self.fee(gas_limit)?;
        let body = self.body(messages, until)?;
        let signer = SignerInfo::single_direct(Some(self.key.public_key()), account.sequence);
        let auth = signer.auth_info(Fee::from_amount_and_gas(self.coin(fee)?, gas_limit));
        let chain_id = self.chain.chain_id.parse().map_err(encode)?;
        let document = SignDoc::new(&body, &auth, &chain_id, account.number).map_err(encode)?;
        let bytes = document.sign(self.key.signing()).and_then(|raw| raw.to_bytes()).map_err(encode)?;
        let hash = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02X}")).collect();
        Ok(Signed { hash, until, gas_limit, fee, bytes })
    }

    /// Sends a signed transaction and waits for the block that holds it.
    pub fn submit(&self, signed: &Signed) -> Result<Landed, ChainError> {
        self.hand_in(signed)?;
        self.node.wait_for(&signed.hash, signed.until)?.succeeded()
    }

    /// Hands a signed transaction to the node and does not wait.
    pub fn hand_in(&self, signed: &Signed) -> Result<(), ChainError> {
        self.node.hand_in(signed)
    }

    /// The gas that these messages would use now, and the payment of the fee: a simulation pays none, so that an account
    /// without coins can be examined.
    pub fn simulate(&self, messages: &[Message], account: Account) -> Result<u64, ChainError> {
        let signer = SignerInfo::single_direct(Some(self.key.public_key()), account.sequence);
        let auth = signer.auth_info(Fee::from_amount_and_gas(self.coin(0)?, 0u64));
        let unsigned = TxRaw {
            body_bytes: self.body(messages, 0)?.into_bytes().map_err(encode)?,
            auth_info_bytes: auth.into_bytes().map_err(encode)?,
            signatures: vec![vec![0; 64]],
        };
        #[allow(deprecated)]
        let request = SimulateRequest { tx: None, tx_bytes: unsigned.encode_to_vec() };
        let asked = self.node.query("/cosmos.tx.v1beta1.Service/Simulate", &request);
        let response: SimulateResponse = asked.map_err(|error| match error {
            ChainError::Query { log, .. } => ChainError::Refused { log, code: 0 },
            other => other,
        })?;
        Ok(response.gas_info.unwrap_or_default().gas_used + PAYMENT)
    }

    /// The gas that these messages would use, when the account has nothing else under way.
    pub fn estimate(&self, messages: &[Message]) -> Result<u64, ChainError> {
        for _ in 1..TRIES {
            match self.account().and_then(|account| self.simulate(messages, account)) {
                Err(error) if error.is_sequence_race() => sleep(4 * PAUSE),
                other => return other,
            }
        }
        self.simulate(messages, self.account()?)
    }

    /// What a gas limit costs, in base units of the fee's denomination.
    pub fn fee(&self, gas_limit: u64) -> Result<u128, ChainError> {
        let price: f64 = self.chain.fee.price.parse().map_err(encode)?;
        Ok((price * gas_limit as f64).ceil() as u128)
    }

    fn coin(&self, amount: u128) -> Result<Coin, ChainError> {
        Ok(Coin { denom: self.chain.fee.denom.parse::<Denom>().map_err(encode)?, amount })
    }

    fn body(&self, messages: &[Message], until: u64) -> Result<Body, ChainError> {
        let until = u32::try_from(until).map_err(encode)?;
        let messages: Vec<Any> = messages.iter().map(|Message(any)| any.clone()).collect();
        Ok(Body::new(messages, "", until))
    }
}

impl Node {
    /// Waits for the block that holds a transaction; an error once it can no longer land.
    pub fn wait_for(&self, hash: &str, until: u64) -> Result<Landed, ChainError> {
        let mut heard = Instant::now();
        loop {
            match self.outcome(hash, until) {
                Ok(Outcome::Landed(landed)) => return Ok(landed),
                Ok(Outcome::Lost) => {
                    return Err(ChainError::NotIncluded { hash: hash.to_string(), until });
                }
                Ok(Outcome::Open) => heard = Instant::now(),
                Err(error) if error.is_passing() && heard.elapsed() < OUTAGE => {}
                Err(error) if error.is_passing() => {
                    return Err(ChainError::Unknown { hash: hash.to_string(), why: error.to_string() });
                }
                Err(error) => return Err(error),
            }
            sleep(PAUSE);
        }
    }

    /// What became of a transaction that was sent, or perhaps was.
    pub fn outcome(&self, hash: &str, until: u64) -> Result<Outcome, ChainError> {
        // The height first: a transaction that lands between the two questions is found.
        let status = self.status()?;
        if let Some(landed) = self.transaction(hash)? {
            return Ok(Outcome::Landed(landed));
        }
        // Two blocks more: a node indexes what it holds a little after it holds it.
        Ok(if status.height > until + 2 && !status.catching_up { Outcome::Lost } else { Outcome::Open })
    }
}

fn encode(error: impl std::fmt::Display) -> ChainError {
    ChainError::Encode(error.to_string())
}
