//! Every message of ours as a preview says it: in words, whole, and never as the JSON that it is.

use std::fmt::Debug;

use anyhow::Result;
use cosmwasm_std::{Addr, Binary, HexBinary, WasmMsg};
use isonomia_api::asset::Asset;
use isonomia_api::call::call;
use isonomia_api::identity::{self, Issuer, IssuerKey, Revocation, Statement};
use isonomia_api::proposal::{self, Deposit, Draft, Entry, Routine};
use isonomia_api::timelock::{self, Assertion, Expect, LeastDelays, NewOperation, Operator, RollbackPlan};
use isonomia_api::treasury::{self, Allowance, Holding, NewBudget, NewStream, Nft};
use isonomia_api::voting::{self, NewPoll, Share};
use isonomia_api::{cw721::Cw721ReceiveMsg, vault};
use isonomia_cli::shell::{action, Desk};
use isonomia_core::cap::Limit;
use isonomia_core::class::{Class, Scope};
use isonomia_core::pause::PauseScope;
use isonomia_core::rescue::Rescue;
use isonomia_core::rules::Quorum;
use isonomia_core::tally::Choice;
use isonomia_core::upgrade::{ApprovedCode, RollbackStep};
use isonomia_embedded::{Dao, DAY};
use serde::Serialize;

use super::typing::notation;
use crate::keeper::watched;
use crate::lifecycle::town::*;

/// Messages, each with its words. The closure names every variant, so that the compiler misses none.
macro_rules! said {
    ($dao:expr, $name:ident: $($variant:ident $fields:tt => $words:expr,)*) => {{
        let _every_variant = |msg: &$name::ExecuteMsg| match msg {
            $($name::ExecuteMsg::$variant { .. } => (),)*
        };
        $(assert_eq!(words($dao, &$dao.contracts.$name, &$name::ExecuteMsg::$variant $fields), $words);)*
    }};
}

fn words(dao: &Dao, contract: &Addr, msg: &(impl Serialize + Debug)) -> String {
    let asked = watched(dao);
    let desk = Desk::new(&asked, "embedded", notation(dao)).unwrap();
    action(&desk, &call(contract, msg).unwrap())
}

/// Ann's address, and how she is called.
fn ann(dao: &Dao) -> (String, String) {
    let ann = dao.addr("ann").into_string();
    (ann.clone(), format!("{ann} (ann)"))
}

const NEVER: u64 = u64::MAX;

fn transfer(of: &str) -> cw20::Cw20ReceiveMsg {
    cw20::Cw20ReceiveMsg { sender: of.to_string(), amount: 5u128.into(), msg: Binary::default() }
}

fn hash() -> HexBinary {
    HexBinary::from(vec![0xab; 32])
}

#[test]
fn the_treasury_is_told_in_words() -> Result<()> {
    let dao = &town()?;
    let (to, called) = ann(dao);
    let holding = || Holding::Cw721 { contract: "art".to_string() };
    let budget = NewBudget {
        holder: to.clone(),
        asset: cash(),
        limit: 2_000_000u128.into(),
        period: 30 * DAY,
        until: NEVER,
        recipients: Some(vec![to.clone(), dao.contracts.voting.to_string()]),
    };
    let stream = NewStream {
        recipient: to.clone(),
        asset: cash(),
        amount: 9_000_000u128.into(),
        start: None,
        cliff: 90 * DAY,
        duration: 365 * DAY,
    };
    let nft = Nft { collection: "art".to_string(), token_id: "17".to_string() };
    let received = Cw721ReceiveMsg { sender: to.clone(), token_id: "17".to_string(), msg: Binary::default() };
    let nothing = "tell the treasury that it was sent tokens, which changes nothing";
    let inner = WasmMsg::Execute {
        contract_addr: "pool".to_string(),
        msg: Binary::from(br#"{"join":{}}"#),
        funds: vec![],
    };
    said!(dao, treasury:
        Receive (transfer(&to)) => nothing,
        ReceiveNft (received) => nothing,
        SpendSmall { payment: dao.payment("ann", 5) } =>
            format!("pay 0.000005 cash from the treasury to {called}, within the small-spend allowance"),
        Spend { payment: dao.payment("ann", 5) } => format!("pay 0.000005 cash from the treasury to {called}"),
        SpendNft { nft, to: to.clone() } => format!("send the token `17` of art from the treasury to {called}"),
        Execute { msg: inner } => "have the treasury itself: tell pool: join {}",
        CloseExecution {} => "end an execution of the treasury, as only it may",
        SetAllowance { allowance: Allowance { asset: cash(), limit: 7_000_000u128.into() } } =>
            "let small spends pay 7 cash in any 30 days",
        List { holding: cash().into() } => "list ucash among what the treasury holds",
        Unlist { holding: holding() } => "take cw721:art off the list of holdings, after a delay",
        LowerCap { holding: cash().into(), limit: Limit::Share { bps: 250 } } =>
            "let at most 2.5 % of ucash leave in any 7 days, at once",
        RaiseCap { holding: holding(), limit: Limit::Count { count: 3 } } =>
            "let up to 3 tokens of cw721:art leave in any 7 days, after a delay",
        CreateBudget { budget } => format!(
            "let {called} pay 2 cash in every 30 d until never, to nobody but {called} and the voting"
        ),
        RevokeBudget { id: 4 } => "revoke budget 4",
        PayFromBudget { id: 4, to, amount: 5u128.into() } =>
            format!("pay 5 base units out of budget 4 to {called}"),
        CreateStream { stream } => format!(
            "set 9 cash aside for {called}, earned over 365 d from its execution, nothing before 90 d have passed"
        ),
        CancelStream { id: 4 } => "cancel stream 4: what is earned stays the recipient's",
        Withdraw { id: 4 } => "withdraw what is due of stream 4",
        Pause { until: NEVER } => "pause the treasury until never",
        Unpause {} => "end the pause of the treasury",
    );
    Ok(())
}

#[test]
fn the_timelock_is_told_in_words() -> Result<()> {
    let dao = &town()?;
    let (guardian, called) = ann(dao);
    let [incident, reason] = ["theft", "a key leaked"].map(str::to_string);
    let operation = NewOperation {
        id: 7,
        class: Class::Critical,
        hash: hash(),
        delay: 0,
        window: 0,
        locked_until: 0,
        pins: vec![],
        protected: false,
        ready: None,
    };
    let assertion = Assertion {
        contract: dao.contracts.treasury.to_string(),
        query: Binary::from(br#"{"config":{}}"#),
        pointer: "/outflow_cap_bps".to_string(),
        expect: Expect::AtMost,
        value: "500".to_string(),
    };
    let (ab, voting) = (hash(), dao.contracts.voting.to_string());
    let migrations = vec![ApprovedCode { contract: voting.clone(), checksum: hash() }];
    let back = RollbackStep { contract: voting, code_id: 2, checksum: hash(), msg: Binary::from(b"{}") };
    let plan = RollbackPlan { soak: 14 * DAY, steps: vec![back], alarms: vec![assertion.clone()] };
    let operators = vec![Operator { operator: guardian.clone(), weight: 3 }];
    let least_delays = LeastDelays { standard: 2 * DAY, critical: 5 * DAY, emergency: 7_200 };
    said!(dao, timelock:
        Schedule { operation } => "schedule operation 7, as only the proposal contract may",
        Execute { id: 7, actions: Binary::default() } => "execute proposal 7",
        Cancel { id: 7, incident: incident.clone(), reason: reason.clone() } =>
            "cancel proposal 7 in `theft`, because: a key leaked",
        Pause { scope: PauseScope::TreasuryOutflow, seconds: 3 * DAY, incident, reason } =>
            "pause the treasury for 3 d in `theft`, because: a key leaked",
        Unpause {} => "end the pause",
        SetGuardian { guardian, until: NEVER } => format!("name {called} guardian until never"),
        RemoveGuardian {} => "remove the guardian",
        SetLeastDelays { least_delays } => "set the least delays: 2 d of a standard, 5 d of a critical, 2 h of an \
            emergency; one that falls waits",
        Assert { assertion } => "take it all back unless the treasury, asked {\"config\":{}}, says that \
            /outflow_cap_bps is at most 500",
        Upgrade { migrations, rollback: Some(plan) } => format!(
            "approve the code of SHA-256 {ab} for the voting, and for 14 d the way back, the voting to code 2 with {{}}, \
             which the guardian may go, or anyone unless the treasury, asked {{\"config\":{{}}}}, says that \
             /outflow_cap_bps is at most 500"
        ),
        Rollback { id: 7, incident: "crack".to_string(), reason: "out of tune".to_string() } =>
            "roll the upgrade of proposal 7 back in `crack`, because: out of tune",
        Ready { id: 7, checksum: hash() } =>
            format!("have the release of SHA-256 {ab} ready for proposal 7, as an operator"),
        Unready { id: 7 } => "not be ready for proposal 7, as an operator",
        SetOperators { operators } => format!("name operators, each with its weight: {called} (3)"),
        SetProposal { proposal: dao.contracts.voting.to_string() } =>
            "have the timelock obey the proposal contract the voting",
    );
    Ok(())
}

#[test]
fn the_registry_is_told_in_words() -> Result<()> {
    let dao = &town()?;
    let (account, called) = ann(dao);
    let statement = || Statement { nullifier: hash(), expires: 0 };
    let accounts = || vec![account.clone()];
    let issuer = Issuer { id: "guild".to_string(), key: IssuerKey::Account { address: account.clone() } };
    let revocation = Revocation { account: account.clone(), expires: 0 };
    said!(dao, identity:
        File { account: account.clone(), statement: statement() } =>
            format!("state that {called} is a person, as only an issuer may"),
        Submit { issuer: "guild".to_string(), statement: statement(), signature: None } =>
            "submit what issuer `guild` stated about the timelock",
        Activate {} => "attest the timelock, which no contract is",
        Revoke { accounts: accounts() } => format!("end the attestations of {called}"),
        RevokeFew { accounts: accounts() } => format!("end the attestations of {called}, within 5 % of all in an epoch"),
        RevokeSigned { issuer: "guild".to_string(), revocation, signature: Binary::default() } =>
            format!("end the attestation of {called}, as issuer `guild` signed"),
        Expire { accounts: accounts() } => format!("take the expired attestations of {called} out"),
        Ready {} => "declare the registry ready",
        AddIssuer { issuer } => format!("let issuer `guild` attest persons, by the account {called}"),
        RemoveIssuer { id: "guild".to_string() } => "remove the issuer `guild`",
    );
    Ok(())
}

#[test]
fn the_proposal_contract_is_told_in_words() -> Result<()> {
    let dao = &town()?;
    let (account, called) = ann(dao);
    let draft = Draft {
        title: "Paint".to_string(),
        summary: String::new(),
        link: None,
        actions: vec![],
        emergency: false,
        ready: None,
    };
    let mut rules = dao.params.rules.clone();
    (rules.critical.timelock, rules.critical.head_count) = (6 * DAY, 7);
    (rules.standard.quorum, rules.cap_bps) = (Quorum::Fixed { bps: 1_000 }, 250);
    let deposit = Some(Deposit { asset: cash(), amount: 10_000_000u128.into() });
    let routine = Routine { contract: "bell".to_string(), code_id: 9, message: "ring".to_string() };
    let rescue =
        Rescue { contract: dao.contracts.voting.to_string(), checksum: hash(), hash: hash(), until: NEVER };
    let ab = hash();
    said!(dao, proposal:
        Propose { draft } => "propose, as the timelock: Paint",
        Receive (transfer(&account)) => "tell the proposal contract that it was sent tokens, as only their contract may",
        Withdraw { id: 7 } => "withdraw proposal 7, as only its proposer may",
        Resolve { id: 7 } => "resolve proposal 7",
        ClaimDeposit { id: 7 } => "pay the deposit of proposal 7",
        SetRules { rules } => "set these rules: cap_bps from 3 % to 2.5 %, critical.head_count from 5 to 7, \
            critical.timelock from 5 d to 6 d, standard.quorum.fixed.bps 10 %",
        SetEntry { entry: Entry { deposit, least_stake: 5_000_000u128.into() } } =>
            "let whoever is attested or has staked 5 iso propose, with a deposit of 10 cash",
        SetIdentity { identity: account } => format!("name {called} the identity registry"),
        SetRoutines { routines: vec![routine] } =>
            "let these calls alone be routine: `ring` of bell while it runs code 9",
        ApproveRescue { rescue } => format!(
            "let an emergency migrate the voting to the code of SHA-256 {ab}, with the message of SHA-256 {ab}, until never"
        ),
        RevokeRescue { contract: "bell".to_string(), checksum: hash() } =>
            format!("take back every rescue of bell to the code of SHA-256 {ab}"),
    );
    let same = proposal::ExecuteMsg::SetRules { rules: dao.params.rules.clone() };
    assert_eq!(words(dao, &dao.contracts.proposal, &same), "set the rules as they are");
    Ok(())
}

#[test]
fn voting_and_the_vault_are_told_in_words() -> Result<()> {
    let dao = &town()?;
    let (account, called) = ann(dao);
    let poll = NewPoll {
        id: 7,
        class: Class::Standard,
        scope: Scope::Ordinary,
        rules: dao.params.rules.standard.clone(),
        unattested_bps: 0,
        cap_bps: 0,
        opens: 0,
    };
    let to = vec![Share { delegate: account.clone(), bps: 6_000 }];
    said!(dao, voting:
        SetStake { account: account.clone(), amount: 5_000_000u128.into() } =>
            format!("set the stake of {called} to 5 iso, as only the vault may"),
        Attest { account: account.clone(), until: NEVER } =>
            format!("attest {called} until never, as only the registrar may"),
        Revoke { account: account.clone() } => format!("end the attestation of {called}, as only the registrar may"),
        Ready {} => "declare the registry ready, as only the registrar may",
        Poke { accounts: vec![account.clone()] } =>
            format!("take the expired attestations of {called} out of voting"),
        RegisterDelegate {} => "register the timelock as a delegate",
        Resign {} => "have the timelock resign as a delegate",
        Delegate { to } => format!("delegate the timelock's own weight: 60 % to {called}"),
        Undelegate {} => "take the timelock's own delegation back",
        OpenPoll { poll } => "enter poll 7, as only the proposal contract may",
        CancelPoll { poll: 7 } => "cancel poll 7, as only the proposal contract may",
        Settle { poll: 7 } => "settle poll 7, as only the proposal contract may",
        Open { poll: 7 } => "open the poll of proposal 7",
        Vote { poll: 7, choice: Choice::No } => "vote No on proposal 7 with the timelock's own weight",
        SetRegistrar { registrar: account.clone() } => format!("have voting obey the registrar {called}"),
        SetProposal { proposal: account.clone() } => format!("have voting obey the proposal contract {called}"),
    );
    said!(dao, vault:
        Stake {} => "stake coins of the timelock's own",
        Receive (transfer(&account)) => "tell the vault that it was sent tokens, as only their contract may",
        Unstake { amount: 5_000_000u128.into(), quiet: true } =>
            "take 5 iso of the timelock's own stake out, and do not tell voting",
        Claim {} => "have the vault pay what is released to the timelock",
        Sync { account } => format!("tell voting what {called} has staked"),
    );
    Ok(())
}

#[test]
fn who_writes_a_message_writes_nothing_beside_it() -> Result<()> {
    let dao = &town()?;
    let [incident, reason] = ["a\u{1b}[2K", "b\nclass  signal"].map(str::to_string);
    let cancel = timelock::ExecuteMsg::Cancel { id: 7, incident, reason };
    let said = words(dao, &dao.contracts.timelock, &cancel);
    assert_eq!(said, "cancel proposal 7 in `a [2K`, because: b class  signal");
    let list =
        treasury::ExecuteMsg::List { holding: Asset::Native { denom: "u\u{202e}x".to_string() }.into() };
    assert_eq!(words(dao, &dao.contracts.treasury, &list), "list u x among what the treasury holds");
    Ok(())
}
