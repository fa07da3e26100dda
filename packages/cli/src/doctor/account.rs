//! The account: whether it may store code, whether the chain's machine takes ours, and whether its coins suffice.

use anyhow::Result;
use isonomia_api::plan::Suite;
use isonomia_chain::{store_code, Access, ChainError, ChainFile, Node, Sender};
use serde::Serialize;

use super::{Case, Check, Examination, Verdict};
use crate::artifacts::Artifact;
use crate::deploy::codes::KnownCode;
use crate::deploy::existing;
use crate::deploy::planning::founding_messages;

/// What the founding uses where it cannot be simulated yet, because a code is not stored. On a devnet it was 885
/// thousand; this has a margin.
pub const FOUNDING_GAS: u64 = 1_200_000;

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
        Ok(_) => {
            found.add(Check::ok("account", key.address()));
            Some(Known { sender, node })
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
    let check = upload(account.address(), account.node.upload_access(), nothing_to_store);
    let may = check.verdict != Verdict::Wrong;
    found.add(check);
    may
}

fn upload(address: &str, access: Result<Access, ChainError>, nothing_to_store: bool) -> Check {
    match access {
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
    }
}

/// The gas of storing what is missing. The simulation makes the chain's own machine check the code.
fn uploads(account: &Known, missing: &[&Artifact], machine: &str, found: &mut Examination) -> Option<u64> {
    let mut gas = 0u64;
    let mut asked = Vec::new();
    for artifact in missing {
        let asks = artifact.requires().unwrap_or_default();
        let message = store_code(account.address(), &artifact.wasm);
        match message.and_then(|message| account.sender.estimate(&[message])) {
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
    let why = error.to_string();
    let why = why.strip_prefix("refused: ").unwrap_or(&why);
    let says = format!("{machine} refuses {contract}.wasm, which asks for {asks}: {why}");
    let todo = "build the artifacts with scripts/wasm.sh, which makes them fit for CosmWasm 1.5 to 3.0; if they ask for a capability that the chain lacks, it cannot run them";
    Check::wrong("vm", says, todo)
}

/// The gas of the founding: simulated where all codes are there and it is known what is founded, else estimated.
fn founding_gas(case: &Case, account: &Known, known: &Suite<Option<KnownCode>>) -> Result<(u64, bool)> {
    let ids = known.map(|_, code| code.as_ref().map(|code| code.code_id).ok_or(()));
    let (Some(dao), Ok(ids)) = (case.dao, ids) else {
        return Ok((FOUNDING_GAS, false));
    };
    let made = || Ok::<_, ChainError>(existing::vault(account.node, dao)?.is_some());
    if made()? {
        return Ok((0, true));
    }
    match account.sender.estimate(&founding_messages(dao, &ids)?) {
        // An earlier transaction of this founding, whose sender was killed, may have landed between the two questions.
        Err(_) if made()? => Ok((0, true)),
        estimated => Ok((estimated?, true)),
    }
}

fn cost(case: &Case, account: &Known, (gas, simulated): (u64, bool)) -> Result<(Cost, Check)> {
    let cost = Cost { gas, fees: account.sender.fee(gas)?, denom: case.chain.fee.denom.clone(), simulated };
    let balance = account.node.balance(account.address(), &cost.denom)?;
    let check = suffices(case.chain, account.address(), balance, &cost);
    Ok((cost, check))
}

fn suffices(chain: &ChainFile, address: &str, balance: u128, cost: &Cost) -> Check {
    let text = |units| chain.amount_text(units, &cost.denom);
    let about = if cost.simulated { "" } else { "about " };
    let (has, costs) = (text(balance), text(cost.fees));
    match cost.fees.checked_sub(balance) {
        None | Some(0) => {
            Check::ok("balance", format!("{has}; what is left to do costs {about}{costs} ({} gas)", cost.gas))
        }
        Some(missing) => {
            let from =
                chain.faucet.as_ref().map_or(String::new(), |faucet| format!(" (test coins: {faucet})"));
            let says = format!("{address} has {has}, what is left to do costs {about}{costs}");
            Check::wrong("balance", says, format!("send it {}{from}", text(missing)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn juno() -> ChainFile {
        ChainFile::load("uni-7").unwrap()
    }

    fn cost(fees: u128) -> Cost {
        Cost { gas: 7, fees, denom: "ujunox".to_string(), simulated: true }
    }

    #[test]
    fn coins_suffice_to_the_last_unit() {
        assert_eq!(suffices(&juno(), "juno1paul", 1_500_000, &cost(1_500_000)).verdict, Verdict::Ok);
        let check = suffices(&juno(), "juno1paul", 1_499_999, &cost(1_500_000));
        assert_eq!(check.verdict, Verdict::Wrong);
        assert_eq!(check.says, "juno1paul has 1.499999 junox, what is left to do costs 1.5 junox");
        assert_eq!(check.todo.unwrap(), "send it 0.000001 junox (test coins: Juno's Discord)");
    }

    #[test]
    fn who_may_not_store_code_needs_the_chains_leave_or_the_codes_already() {
        let some = || Ok(Access::Accounts(vec!["juno1paul".to_string()]));
        assert_eq!(upload("juno1paul", some(), false).verdict, Verdict::Ok);
        let petra = upload("juno1petra", some(), false);
        assert_eq!(
            (petra.verdict, petra.says.as_str()),
            (Verdict::Wrong, "juno1petra may not store code on this chain")
        );
        assert!(petra.todo.unwrap().contains("governance"));
        assert_eq!(upload("juno1petra", Ok(Access::Nobody), false).verdict, Verdict::Wrong);
        assert_eq!(upload("juno1petra", some(), true).verdict, Verdict::Ok);
        let away = Err(ChainError::Unreachable { why: "gone".to_string() });
        assert_eq!(upload("juno1petra", away, false).verdict, Verdict::LeftOut);
    }

    #[test]
    fn what_the_machine_refuses_says_what_it_asks_for_and_how_to_build_it() {
        let log = "Error calling the VM: Error during static Wasm validation: Wasm contract requires unavailable capabilities: {\"teleportation\"}: create wasm contract failed";
        let error = ChainError::Refused { log: log.to_string(), code: 0 };
        let check = refused("vault", &["teleportation".to_string()], "wasmvm v2.3.4", &error);
        assert_eq!(check.verdict, Verdict::Wrong);
        assert!(
            check.says.starts_with("wasmvm v2.3.4 refuses vault.wasm, which asks for teleportation: "),
            "{}",
            check.says
        );
        assert!(check.todo.unwrap().starts_with("build the artifacts with scripts/wasm.sh"));
    }
}
