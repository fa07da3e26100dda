//! Chapter authority: every message of the six contracts, sent by everyone.
//!
//! Whoever may not send a message is told who may; nobody else hears that. A new message does not compile until it stands
//! in one of the tables.

mod roles;

use anyhow::{bail, Result};
use cosmwasm_schema::serde::Serialize;
use cosmwasm_std::{to_json_binary, Addr, Binary, HexBinary, Uint128};
use cw20::Cw20ReceiveMsg;
use isonomia_api::asset::Asset;
use isonomia_api::identity::{Issuer, IssuerKey, Revocation, Statement};
use isonomia_api::proposal::{Deposit, Draft, Entry};
use isonomia_api::timelock::{Assertion, Expect, LeastDelays, NewOperation, Operator};
use isonomia_api::voting::{NewPoll, Share};
use isonomia_api::{identity, proposal, timelock, vault, voting};
use isonomia_core::class::{Class, Scope};
use isonomia_core::pause::PauseScope;
use isonomia_core::readiness::ReadyBy;
use isonomia_core::rescue::Rescue;
use isonomia_core::tally::Choice;
use isonomia_embedded::{first_wasm_error, Dao, DAY};

use std::fmt::Debug;

use self::roles::documented;
use crate::lifecycle::town::refused;

/// Who may send a message.
#[derive(Clone, Copy, Debug)]
enum May {
    Anyone,
    /// The vault, voting, the registrar, the proposal contract or the timelock.
    Only(&'static str),
    /// Whoever made the proposal.
    Proposer,
    /// The holder of the budget: the issuer.
    Holder,
    /// The recipient of the stream: the minter.
    Recipient,
    /// The token that is staked and deposited.
    Token,
    /// An issuer that speaks by account.
    Issuer,
    /// Such an issuer, or the timelock.
    IssuerOrTimelock,
    /// The guardian, or the timelock.
    GuardianOrTimelock,
    /// An operator of operation 501: the issuer.
    Operator,
}

impl May {
    /// As the docs say it.
    fn words(self) -> String {
        match self {
            May::Anyone => "anyone".to_string(),
            May::Only("proposal") => "the proposal contract".to_string(),
            May::Only(name) => format!("the {name}"),
            May::Proposer => "its proposer".to_string(),
            May::Holder => "the holder".to_string(),
            May::Recipient => "the recipient".to_string(),
            May::Token => "the token".to_string(),
            May::Issuer => "an issuer that speaks by account".to_string(),
            May::IssuerOrTimelock => "an issuer that speaks by account, the timelock".to_string(),
            May::GuardianOrTimelock => "the guardian, the timelock".to_string(),
            May::Operator => "an operator".to_string(),
        }
    }
}

/// The one top-level key of a message.
fn key(msg: &impl Serialize) -> String {
    let json = serde_json::to_value(msg).expect("a message is JSON");
    json.as_object().and_then(|object| object.keys().next()).expect("a message has a key").clone()
}

/// The messages of a contract with who may send them. The closure names every variant, so that the compiler misses none.
macro_rules! table {
    ($contract:ident: $($variant:ident $fields:tt => $may:expr,)*) => {{
        let _every_variant = |msg: &$contract::ExecuteMsg| match msg {
            $($contract::ExecuteMsg::$variant { .. } => (),)*
        };
        vec![$(($contract::ExecuteMsg::$variant $fields, $may),)*]
    }};
}

mod treasury;

/// A DAO whose token is staked and deposited, with a proposal that waits.
struct Town {
    dao: Dao,
    token: Addr,
    actors: Vec<(&'static str, Addr)>,
}

impl Town {
    fn found() -> Result<Town> {
        let mut dao = crate::dao().guarded().cw20()?.build()?;
        let Asset::Cw20 { contract } = dao.params.asset.clone() else { bail!("the stake is a token") };
        let token = Addr::unchecked(contract);
        let (proposer, ours) = (dao.addr("proposer"), dao.contracts.clone());
        dao.propose_class(&proposer, "It waits", Class::Standard)?;
        let deposit = Deposit { asset: dao.params.asset.clone(), amount: 5u128.into() };
        let entry = Entry { deposit: Some(deposit), least_stake: Uint128::zero() };
        dao.call(&ours.timelock, &ours.proposal, &proposal::ExecuteMsg::SetEntry { entry })?;
        let actors = vec![
            ("stranger", dao.addr("stranger")),
            ("founder", dao.addr("founder")),
            ("minter", dao.addr("minter")),
            ("proposer", proposer),
            ("issuer", dao.addr("issuer")),
            ("guardian", dao.addr("guardian")),
            ("token", token.clone()),
            ("vault", ours.vault),
            ("voting", ours.voting),
            ("registrar", ours.identity),
            ("proposal", ours.proposal),
            ("timelock", ours.timelock),
            ("treasury", ours.treasury),
        ];
        Ok(Town { dao, token, actors })
    }

    fn actor(&self, name: &str) -> Addr {
        let found = self.actors.iter().find(|(actor, _)| *actor == name);
        found.expect("the actor is one of them").1.clone()
    }

    /// What a sender hears that may not, if this one may not.
    fn refusal(&self, may: May, sender: &Addr) -> Option<String> {
        let only = |name| {
            let allowed = self.actor(name);
            (allowed != *sender).then(|| format!("only {allowed} may do this, not {sender}"))
        };
        let is_neither = |one, other| [self.actor(one), self.actor(other)].iter().all(|who| who != sender);
        let issuer = || format!("only an issuer that speaks by account may do this, not {sender}");
        match may {
            May::Anyone => None,
            May::Only(name) => only(name),
            May::Proposer => only("proposer"),
            May::Holder => only("issuer"),
            May::Recipient => only("minter"),
            May::Token => (self.token != *sender)
                .then(|| format!("cw20:{} is taken here, not cw20:{sender}", self.token)),
            May::Issuer => (self.actor("issuer") != *sender).then(issuer),
            May::IssuerOrTimelock => is_neither("issuer", "timelock").then(issuer),
            May::GuardianOrTimelock => is_neither("guardian", "timelock")
                .then(|| format!("only the guardian or the timelock may do this, not {sender}")),
            May::Operator => (self.actor("issuer") != *sender).then(|| {
                format!("operation 501: only an operator of this operation may do this, not {sender}")
            }),
        }
    }

    /// Everyone sends every message, and the docs tell who may.
    fn walk<T: Serialize + Debug>(&mut self, contract: &str, table: Vec<(T, May)>) {
        let roles: Vec<_> = table.iter().map(|(msg, may)| (key(msg), may.words())).collect();
        assert_eq!(documented(contract), roles, "docs/ROLES.md, {contract}");
        let contract = &self.actor(if contract == "identity" { "registrar" } else { contract });
        for (msg, may) in table {
            for (name, sender) in self.actors.clone() {
                match self.refusal(may, &sender) {
                    Some(refusal) => {
                        let told = refused(&mut self.dao, |dao| dao.call(&sender, contract, &msg));
                        assert_eq!(told, refusal, "{name} sends {msg:?}");
                    }
                    None => {
                        let told = self.dao.call(&sender, contract, &msg);
                        let told = told.err().map(|error| first_wasm_error(&error)).unwrap_or_default();
                        let rebuffed =
                            told.contains("may do this") || told.contains("is taken here, not cw20");
                        assert!(!rebuffed, "{name} may send {msg:?}, and hears: {told}");
                    }
                }
            }
        }
    }

    /// Operation 501 waits for these operators.
    fn await_operators(&mut self, operators: Vec<Operator>, ready: ReadyBy) -> Result<()> {
        let (proposal, timelock) = (self.actor("proposal"), self.actor("timelock"));
        let operation = NewOperation { ready: Some(ready), ..operation(501, HexBinary::from(vec![0; 32])) };
        self.dao.call(&timelock, &timelock, &timelock::ExecuteMsg::SetOperators { operators })?;
        self.dao.call(&proposal, &timelock, &timelock::ExecuteMsg::Schedule { operation })?;
        Ok(())
    }

    fn anyone(&self) -> String {
        self.dao.addr("anyone").into_string()
    }

    /// A transfer that asks for something that the receiver does not know.
    fn transfer(&self) -> Cw20ReceiveMsg {
        Cw20ReceiveMsg { sender: self.anyone(), amount: 5u128.into(), msg: Binary::from(b"{}") }
    }

    fn statement(&self) -> Statement {
        Statement { nullifier: HexBinary::from(vec![1; 32]), expires: u64::MAX }
    }
}

#[test]
fn the_vault_obeys_its_depositors_and_its_token() -> Result<()> {
    let mut town = Town::found()?;
    let table = table![vault:
        Stake {} => May::Anyone,
        Receive (town.transfer()) => May::Token,
        Unstake { amount: 1u128.into(), quiet: false } => May::Anyone,
        Claim {} => May::Anyone,
        Sync { account: town.anyone() } => May::Anyone,
    ];
    town.walk("vault", table);
    Ok(())
}

#[test]
fn the_registry_obeys_issuers_and_the_timelock() -> Result<()> {
    let mut town = Town::found()?;
    let key = |seed| IssuerKey::Ed25519 { public_key: Binary::from(vec![seed; 32]) };
    let (issuer, signature) = ("issuer".to_string(), Binary::from(vec![0; 64]));
    let revocation = Revocation { account: town.anyone(), expires: u64::MAX };
    let table = table![identity:
        File { account: town.anyone(), statement: town.statement() } => May::Issuer,
        Submit { issuer: issuer.clone(), statement: town.statement(), signature: None } => May::Anyone,
        Activate {} => May::Anyone,
        Revoke { accounts: vec![town.anyone()] } => May::IssuerOrTimelock,
        RevokeFew { accounts: vec![town.anyone()] } => May::Only("timelock"),
        RevokeSigned { issuer, revocation, signature } => May::Anyone,
        Expire { accounts: vec![town.anyone()] } => May::Anyone,
        Ready {} => May::Anyone,
        AddIssuer { issuer: Issuer { id: "parish".to_string(), key: key(1) } } => May::Only("timelock"),
        RemoveIssuer { id: "parish".to_string() } => May::Only("timelock"),
    ];
    town.walk("identity", table);
    Ok(())
}

#[test]
fn voting_obeys_the_vault_the_registrar_the_proposal_contract_and_the_timelock() -> Result<()> {
    let mut town = Town::found()?;
    let rules = town.dao.params.rules.clone();
    let poll = NewPoll {
        id: 1_000,
        class: Class::Standard,
        scope: Scope::Ordinary,
        rules: rules.standard,
        unattested_bps: rules.unattested_bps,
        cap_bps: rules.cap_bps,
        opens: 0,
    };
    let (registrar, proposal) = (town.actor("registrar").into_string(), town.actor("proposal").into_string());
    let table = table![voting:
        SetStake { account: town.anyone(), amount: 1u128.into() } => May::Only("vault"),
        Attest { account: town.anyone(), until: 0 } => May::Only("registrar"),
        Revoke { account: town.anyone() } => May::Only("registrar"),
        Ready {} => May::Only("registrar"),
        Poke { accounts: vec![town.anyone()] } => May::Anyone,
        RegisterDelegate {} => May::Anyone,
        Resign {} => May::Anyone,
        Delegate { to: vec![Share { delegate: town.anyone(), bps: 1 }] } => May::Anyone,
        Undelegate {} => May::Anyone,
        OpenPoll { poll } => May::Only("proposal"),
        CancelPoll { poll: 1 } => May::Only("proposal"),
        Settle { poll: 1 } => May::Only("proposal"),
        Open { poll: 1 } => May::Anyone,
        Vote { poll: 1, choice: Choice::Yes } => May::Anyone,
        SetRegistrar { registrar } => May::Only("timelock"),
        SetProposal { proposal } => May::Only("timelock"),
    ];
    town.walk("voting", table);
    Ok(())
}

#[test]
fn the_proposal_contract_obeys_the_proposer_its_token_and_the_timelock() -> Result<()> {
    let mut town = Town::found()?;
    let (title, summary) = ("A word".to_string(), String::new());
    let draft = Draft { title, summary, link: None, actions: vec![], emergency: false, ready: None };
    let deposit = Some(Deposit { asset: town.dao.params.asset.clone(), amount: 5u128.into() });
    let entry = Entry { deposit, least_stake: Uint128::zero() };
    let hash = HexBinary::from(vec![0; 32]);
    let rescue = Rescue { contract: town.anyone(), checksum: hash.clone(), hash: hash.clone(), until: 0 };
    let table = table![proposal:
        Propose { draft } => May::Anyone,
        Receive (town.transfer()) => May::Token,
        Withdraw { id: 1 } => May::Proposer,
        Resolve { id: 1 } => May::Anyone,
        ClaimDeposit { id: 1 } => May::Anyone,
        SetRules { rules: town.dao.params.rules.clone() } => May::Only("timelock"),
        SetEntry { entry } => May::Only("timelock"),
        SetIdentity { identity: town.actor("registrar").into_string() } => May::Only("timelock"),
        SetRoutines { routines: vec![] } => May::Only("timelock"),
        ApproveRescue { rescue } => May::Only("timelock"),
        RevokeRescue { contract: town.anyone(), checksum: hash } => May::Only("timelock"),
    ];
    town.walk("proposal", table);
    Ok(())
}

#[test]
fn the_timelock_obeys_the_proposal_contract_and_itself() -> Result<()> {
    let mut town = Town::found()?;
    let hash = HexBinary::from(vec![0; 32]);
    let operators = vec![Operator { operator: town.actor("issuer").into_string(), weight: 1 }];
    town.await_operators(operators.clone(), ReadyBy { until: u64::MAX, checksum: hash.clone() })?;
    let operation = operation(500, hash.clone());
    let assertion = Assertion {
        contract: town.actor("timelock").into_string(),
        query: to_json_binary(&timelock::QueryMsg::Config {})?,
        pointer: "/proposal".to_string(),
        expect: Expect::Equals,
        value: town.actor("proposal").into_string(),
    };
    let proposal = town.actor("proposal").into_string();
    let [incident, reason] = ["leak", "it pays"].map(str::to_string);
    let least_delays = LeastDelays { standard: 0, critical: 0, emergency: 0 };
    let table = table![timelock:
        Schedule { operation } => May::Only("proposal"),
        Execute { id: 500, actions: Binary::from(b"[]") } => May::Anyone,
        Cancel { id: 500, incident: incident.clone(), reason: reason.clone() } => May::GuardianOrTimelock,
        Pause { scope: PauseScope::Execution, seconds: 1, incident: incident.clone(), reason: reason.clone() }
            => May::GuardianOrTimelock,
        Unpause {} => May::Only("timelock"),
        SetGuardian { guardian: town.anyone(), until: 0 } => May::Only("timelock"),
        RemoveGuardian {} => May::Only("timelock"),
        SetLeastDelays { least_delays } => May::Only("timelock"),
        Assert { assertion } => May::Anyone,
        Upgrade { migrations: vec![], rollback: None } => May::Only("timelock"),
        Rollback { id: 501, incident, reason } => May::Anyone,
        Ready { id: 501, checksum: hash } => May::Operator,
        Unready { id: 501 } => May::Operator,
        SetOperators { operators } => May::Only("timelock"),
        SetProposal { proposal } => May::Only("timelock"),
    ];
    town.walk("timelock", table);
    Ok(())
}

/// An operation of a Standard.
fn operation(id: u64, hash: HexBinary) -> NewOperation {
    let (class, delay, window, locked_until) = (Class::Standard, 0, 10 * DAY, u64::MAX);
    NewOperation { id, class, hash, delay, window, locked_until, pins: vec![], protected: false, ready: None }
}
