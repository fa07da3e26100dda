//! The account: whether it may store code, whether the chain's machine takes ours, and whether its coins suffice.

use anyhow::Result;
use isonomia_api::plan::Suite;
use isonomia_chain::{store_code, Account, ChainError, Node, Sender};
use serde::Serialize;

use super::{Case, Check, Examination};
use crate::artifacts::Artifact;
use crate::deploy::codes::KnownCode;
use crate::deploy::planning::founding_messages;

/// What the founding uses where it cannot be simulated yet, because a code is not stored. Measured on a devnet, where it
/// was 1.7 million, with a margin.
pub const FOUNDING_GAS: u64 = 2_500_000;

/// What a whole deployment costs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Cost {
    /// The most gas that it pays for.
    pub gas: u64,
    /// The fees, in base units.
    pub fees: u128,
    /// Of this denomination.
    pub denom: String,
    /// Whether the founding itself could be simulated; otherwise it is an estimate.
    pub simulated: bool,
}

/// An account that the chain knows, and that can sign.
pub(super) struct Known<'a> {
    sender: Sender<'a>,
    account: Account,
    node: &'a Node,
}

impl Known<'_> {
    pub(super) fn address(&self) -> &str {
        self.sender.address()
    }
}

/// The account that would sign, if it is named and the chain knows it.
pub(super) fn known<'a>(case: &Case<'a>, node: &'a Node, found: &mut Examination) -> Option<Known<'a>> {
    let Some(key) = case.key else {
        found.add(Check::left_out(
            "account",
            "none is named: --from NAME, or the environment variable ISONOMIA_MNEMONIC",
        ));
        return None;
    };
    let sender = Sender::new(node, case.chain, key);
    match sender.account() {
        Ok(account) => {
            found.add(Check::ok("account", key.address()));
            Some(Known { sender, account, node })
        }
        Err(error) => {
            found.add(Check::error("account", error));
            None
        }
    }
}

/// What the account may, what the machine takes, what it all costs, and whether that is there.
pub(super) fn costs(
    case: &Case,
    account: &Known,
    (suite, known): (&Suite<Artifact>, &Suite<Option<KnownCode>>),
    machine: &str,
    found: &mut Examination,
) {
    let missing: Vec<&Artifact> = suite
        .named()
        .into_iter()
        .zip(known.named())
        .filter_map(|((_, artifact), (_, code))| code.is_none().then_some(artifact))
        .collect();
    if !may_upload(account, missing.is_empty(), found) {
        return;
    }
    let Some(uploads) = uploads(account, &missing, machine, found) else {
        return;
    };
    match founding_gas(case, account, known) {
        Ok((gas, simulated)) => {
            let gas = Sender::gas_limit(uploads).saturating_add(Sender::gas_limit(gas));
            match cost(case, account, (gas, simulated)) {
                Ok((cost, check)) => {
                    found.add(check);
                    found.cost = Some(cost);
                }
                Err(error) => found.add(Check::error("balance", format!("{error:#}"))),
            }
        }
        Err(error) => found.add(Check::error("founding", format!("{error:#}"))),
    }
}

fn may_upload(account: &Known, nothing_to_store: bool, found: &mut Examination) -> bool {
    let address = account.address();
    let check = match account.node.upload_access() {
        Ok(access) if access.allows(address) => Check::ok("upload", format!("{address} may store code")),
        Ok(_) if nothing_to_store => {
            Check::ok("upload", "the account may store no code, and need not: the chain has all six")
        }
        Ok(_) => {
            let todo = "the chain's governance allows an account to, or stores the codes itself (a proposal with MsgStoreCode of each artifact); then run this again, which finds them by checksum";
            Check::wrong("upload", format!("{address} may not store code on this chain"), todo)
        }
        Err(error) => {
            Check::left_out("upload", format!("the chain does not tell who may store code: {error}"))
        }
    };
    let may = check.verdict != super::Verdict::Wrong;
    found.add(check);
    may
}

/// The gas of storing what is missing. The simulation makes the chain's own machine check the code.
fn uploads(account: &Known, missing: &[&Artifact], machine: &str, found: &mut Examination) -> Option<u64> {
    let mut gas = 0u64;
    let mut asked = Vec::new();
    for artifact in missing {
        let asks = artifact.requires().unwrap_or_default();
        let message = store_code(account.address(), &artifact.wasm);
        match message.and_then(|message| account.sender.simulate(&[message], account.account)) {
            Ok(used) => gas = gas.saturating_add(used),
            Err(error) => {
                found.add(refused(artifact.contract, &asks, machine, &error));
                return None;
            }
        }
        asked.extend(asks);
    }
    asked.sort();
    asked.dedup();
    let says = match (missing.len(), asked.join(", ")) {
        (0, _) => format!("{machine} has taken all six"),
        (count, asks) if asks.is_empty() => format!("{machine} takes the {count} to be stored"),
        (count, asks) => format!("{machine} takes the {count} to be stored, which ask for {asks}"),
    };
    found.add(Check::ok("vm", says));
    Some(gas)
}

fn refused(contract: &str, asks: &[String], machine: &str, error: &ChainError) -> Check {
    if error.is_passing() {
        return Check::error("vm", format!("{machine} could not be asked about {contract}.wasm: {error}"));
    }
    let asks = if asks.is_empty() { "nothing".to_string() } else { asks.join(", ") };
    let says = format!("{machine} refuses {contract}.wasm, which asks for {asks}: {error}");
    let todo = "build the artifacts with scripts/wasm.sh, which makes them fit for CosmWasm 1.5 to 3.0; if they ask for a capability that the chain lacks, it cannot run them";
    Check::wrong("vm", says, todo)
}

/// The gas of the founding: simulated where all codes are there and it is known what is founded, else estimated.
fn founding_gas(case: &Case, account: &Known, known: &Suite<Option<KnownCode>>) -> Result<(u64, bool)> {
    let ids = known.map(|_, code| code.as_ref().map(|code| code.code_id).ok_or(()));
    let (Some(dao), Ok(ids)) = (case.dao, ids) else {
        return Ok((FOUNDING_GAS, false));
    };
    if account.node.contract(&dao.contracts.vault)?.is_some() {
        return Ok((0, true));
    }
    let messages = founding_messages(dao, &ids)?;
    Ok((account.sender.simulate(&messages, account.account)?, true))
}

fn cost(case: &Case, account: &Known, (gas, simulated): (u64, bool)) -> Result<(Cost, Check)> {
    let fees = account.sender.fee(gas)?;
    let denom = case.chain.fee.denom.clone();
    let balance = account.node.balance(account.address(), &denom)?;
    let text = |units| case.chain.amount_text(units, &denom);
    let about = if simulated { "" } else { "about " };
    let check = if balance < fees {
        let says = format!(
            "{} has {}, the deployment costs {about}{}",
            account.address(),
            text(balance),
            text(fees)
        );
        let from =
            case.chain.faucet.as_ref().map_or(String::new(), |faucet| format!(" (test coins: {faucet})"));
        Check::wrong("balance", says, format!("send it {}{from}", text(fees - balance)))
    } else {
        Check::ok(
            "balance",
            format!("{}; the deployment costs {about}{} ({gas} gas)", text(balance), text(fees)),
        )
    };
    Ok((Cost { gas, fees, denom, simulated }, check))
}
