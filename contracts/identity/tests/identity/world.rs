//! The builder and the verbs.

use cosmwasm_std::{Addr, Binary, HexBinary};
use cw_multi_test::{error::AnyResult, App, AppResponse, ContractWrapper, Executor};
use isonomia_api::identity::{
    AttestationInfo, AttestationResponse, AttestationStage, ExecuteMsg, InstantiateMsg, Issuer, IssuerKey,
    IssuersResponse, QueryMsg, Statement,
};
use isonomia_api::voting::Voting;
use isonomia_core::clock::ORDINARY_DAY;
use isonomia_core::hash::sha256;
use isonomia_core::registry::{LIFE_DAYS, MATURITY_DAYS};
use isonomia_identity::contract;
use isonomia_identity::error::ContractError;

use crate::voting::{self, Founding};

/// Seconds of a day.
pub const DAY: u64 = ORDINARY_DAY;

/// A registry, a stub that plays voting, and an account that plays the timelock.
pub struct World {
    /// The chain.
    pub app: App,
    /// The registry.
    pub registry: Addr,
    /// Voting.
    pub voting: Addr,
    /// Governance.
    pub timelock: Addr,
}

impl World {
    /// A registry with these issuers.
    pub fn with(issuers: Vec<Issuer>) -> World {
        World::try_with(issuers, 1, 0).unwrap()
    }

    /// A registry whose issuers speak by the accounts of these names.
    pub fn of(names: &[&str]) -> World {
        World::with(names.iter().map(|name| by_account(name)).collect())
    }

    /// A registry that is ready with so many issuers and attestations, if it is taken.
    pub fn try_with(issuers: Vec<Issuer>, min_issuers: u64, min_attested: u64) -> AnyResult<World> {
        let mut app = App::default();
        let [founder, timelock] = ["founder", "timelock"].map(|name| app.api().addr_make(name));
        let code = app.store_code(voting::code());
        let founding = Founding { day: DAY, min_attested };
        let voting = app.instantiate_contract(code, founder.clone(), &founding, &[], "voting", None)?;
        let code = ContractWrapper::new(contract::execute, contract::instantiate, contract::query);
        let code = app.store_code(Box::new(code));
        let names = [voting.to_string(), timelock.to_string()];
        let [voting_name, timelock_name] = names;
        let msg = InstantiateMsg { voting: voting_name, timelock: timelock_name, issuers, min_issuers };
        let registry = app.instantiate_contract(code, founder, &msg, &[], "registry", None)?;
        Ok(World { app, registry, voting, timelock })
    }

    /// The present moment.
    pub fn now(&self) -> u64 {
        self.app.block_info().time.seconds()
    }

    /// The chain's id.
    pub fn chain(&self) -> String {
        self.app.block_info().chain_id
    }

    /// Time passes.
    pub fn wait(&mut self, seconds: u64) {
        self.app.update_block(|block| {
            block.height += 1;
            block.time = block.time.plus_seconds(seconds);
        });
    }

    /// Somebody sends the registry a message.
    pub fn send(&mut self, sender: &Addr, msg: &ExecuteMsg) -> AnyResult<AppResponse> {
        self.app.execute_contract(sender.clone(), self.registry.clone(), msg, &[])
    }

    /// Why somebody's message to the registry is refused.
    pub fn refused(&mut self, sender: &Addr, msg: &ExecuteMsg) -> ContractError {
        self.send(sender, msg).unwrap_err().downcast().unwrap()
    }

    /// An issuer states a nullifier about somebody, who submits it within the day.
    pub fn state(&mut self, issuer: &str, name: &str, nullifier: &HexBinary) -> AnyResult<AppResponse> {
        let statement = Statement { nullifier: nullifier.clone(), expires: self.now() + DAY };
        let account = addr(name).into_string();
        self.send(&addr(issuer), &ExecuteMsg::File { account, statement: statement.clone() })?;
        self.send(&addr(name), &submission(issuer, statement))
    }

    /// Why a statement, once filed, is refused.
    pub fn state_refused(&mut self, issuer: &str, name: &str, nullifier: &HexBinary) -> ContractError {
        self.state(issuer, name, nullifier).unwrap_err().downcast().unwrap()
    }

    /// Somebody activates.
    pub fn activate(&mut self, name: &str) -> AnyResult<AppResponse> {
        self.send(&addr(name), &ExecuteMsg::Activate {})
    }

    /// Why somebody may not activate.
    pub fn activate_refused(&mut self, name: &str) -> ContractError {
        self.refused(&addr(name), &ExecuteMsg::Activate {})
    }

    /// Two weeks pass.
    pub fn mature(&mut self) {
        self.wait(MATURITY_DAYS * DAY);
    }

    /// An issuer states these people, each under his own nullifier.
    pub fn state_all(&mut self, issuer: &str, names: &[String]) {
        names.iter().for_each(|name| drop(self.state(issuer, name, &nullifier(name)).unwrap()));
    }

    /// An issuer states these people, two weeks pass, and all of them activate.
    pub fn attest_all(&mut self, issuer: &str, names: &[String]) {
        self.state_all(issuer, names);
        self.mature();
        names.iter().for_each(|name| drop(self.activate(name).unwrap()));
    }

    /// An issuer states somebody, and after two weeks he activates.
    pub fn attest(&mut self, issuer: &str, name: &str) {
        self.attest_all(issuer, &[name.to_string()]);
    }

    /// Who is revoked by whom.
    pub fn revoke(&mut self, sender: &Addr, names: &[&str]) -> AnyResult<AppResponse> {
        self.send(sender, &ExecuteMsg::Revoke { accounts: addresses(names) })
    }

    /// Anyone takes them out.
    pub fn expire(&mut self, names: &[&str]) -> AnyResult<AppResponse> {
        self.send(&addr("keeper"), &ExecuteMsg::Expire { accounts: addresses(names) })
    }

    /// What the registry knows of somebody.
    pub fn record(&self, name: &str) -> Option<AttestationInfo> {
        let asked = QueryMsg::Attestation { account: addr(name).into_string() };
        let answer: AttestationResponse = self.ask(&asked);
        answer.attestation
    }

    /// Where somebody stands.
    pub fn stage(&self, name: &str) -> Option<AttestationStage> {
        self.record(name).map(|record| record.stage)
    }

    /// Until when voting holds somebody attested.
    pub fn voting_until(&self, name: &str) -> Option<u64> {
        let voting = Voting(self.voting.clone());
        let answer = voting.account(&self.app.wrap(), &addr(name)).unwrap();
        answer.attested_until
    }

    /// The live attestations of each issuer, and all of them.
    pub fn census(&self) -> (Vec<u64>, u64) {
        let answer: IssuersResponse = self.ask(&QueryMsg::Issuers {});
        (answer.issuers.iter().map(|issuer| issuer.attested).collect(), answer.attested)
    }

    /// What the registry answers.
    pub fn ask<T: serde::de::DeserializeOwned>(&self, msg: &QueryMsg) -> T {
        self.app.wrap().query_wasm_smart(&self.registry, msg).unwrap()
    }

    /// When an attestation that begins now ends.
    pub fn life(&self) -> u64 {
        self.now() + LIFE_DAYS * DAY
    }
}

/// Somebody's address.
pub fn addr(name: &str) -> Addr {
    App::default().api().addr_make(name)
}

/// Their addresses.
pub fn addresses(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| addr(name).into_string()).collect()
}

/// So many names.
pub fn crowd(name: &str, count: usize) -> Vec<String> {
    (1..=count).map(|number| format!("{name}{number}")).collect()
}

/// An issuer that speaks by the account of its name.
pub fn by_account(name: &str) -> Issuer {
    Issuer { id: name.to_string(), key: IssuerKey::Account { address: addr(name).into_string() } }
}

/// The nullifier of a person.
pub fn nullifier(person: &str) -> HexBinary {
    HexBinary::from(sha256(person.as_bytes()))
}

/// The submission of what was filed.
pub fn submission(issuer: &str, statement: Statement) -> ExecuteMsg {
    ExecuteMsg::Submit { issuer: issuer.to_string(), statement, signature: None }
}

/// The submission of what was signed.
pub fn signed_submission(issuer: &str, statement: Statement, signature: impl Into<Binary>) -> ExecuteMsg {
    ExecuteMsg::Submit { issuer: issuer.to_string(), statement, signature: Some(signature.into()) }
}
