//! The builder and the verbs.

use cosmwasm_std::{to_json_binary, to_json_vec, Addr, Binary, Coin, CosmosMsg, Empty, HexBinary};
use cw_multi_test::{error::AnyResult, App, AppResponse, ContractWrapper, Executor};
use isonomia_api::call::call;
use isonomia_api::timelock::{
    Assertion, ExecuteMsg, Expect, FirstGuardian, InstantiateMsg, LeastDelays, NewOperation, OperationInfo,
    OperationResponse, QueryMsg,
};
use isonomia_core::class::Class;
use isonomia_core::hash::sha256;
use isonomia_core::pin::Pin;
use isonomia_timelock::contract;
use isonomia_timelock::error::ContractError;

use crate::notebook::{self, Ask, Note, Page};

/// Seconds until an operation of these stories may be executed.
pub const DELAY: u64 = 1_000;
/// Seconds of a day.
pub const DAY: u64 = 86_400;
/// Seconds in which it may.
pub const WINDOW: u64 = 500;

/// A timelock, a notebook, and an account that plays the proposal contract.
pub struct World {
    /// The chain.
    pub app: App,
    /// The timelock.
    pub timelock: Addr,
    /// The notebook.
    pub notebook: Addr,
    /// A notebook that plays the treasury.
    pub treasury: Addr,
    /// Who may schedule.
    pub proposal: Addr,
    /// The guardian, for 180 days.
    pub wanda: Addr,
    /// Anyone.
    pub anyone: Addr,
}

impl World {
    /// A new one.
    pub fn new() -> World {
        let mut app = App::default();
        let [founder, proposal, wanda, anyone] =
            ["founder", "proposal", "wanda", "anyone"].map(|name| app.api().addr_make(name));
        let notes = app.store_code(notebook::code());
        let bind = |app: &mut App, label: &str| {
            let (founder, admin) = (founder.clone(), Some(founder.to_string()));
            app.instantiate_contract(notes, founder, &Empty {}, &[], label, admin).unwrap()
        };
        let (notebook, treasury) = (bind(&mut app, "notebook"), bind(&mut app, "treasury"));
        let msg = InstantiateMsg {
            proposal: proposal.to_string(),
            treasury: treasury.to_string(),
            least_delays: LeastDelays { standard: 100, critical: 200, emergency: 10 },
            day: DAY,
            guardian: Some(FirstGuardian { guardian: wanda.to_string(), seconds: 180 * DAY }),
        };
        let code = ContractWrapper::new(contract::execute, contract::instantiate, contract::query);
        let code = app.store_code(Box::new(code));
        let timelock = app.instantiate_contract(code, founder, &msg, &[], "timelock", None).unwrap();
        World { app, timelock, notebook, treasury, proposal, wanda, anyone }
    }

    /// The present moment.
    pub fn now(&self) -> u64 {
        self.app.block_info().time.seconds()
    }

    /// Time passes.
    pub fn wait(&mut self, seconds: u64) {
        self.app.update_block(|block| {
            block.height += 1;
            block.time = block.time.plus_seconds(seconds);
        });
    }

    /// Somebody sends the timelock a message.
    pub fn send(&mut self, sender: &Addr, msg: &ExecuteMsg) -> AnyResult<AppResponse> {
        self.app.execute_contract(sender.clone(), self.timelock.clone(), msg, &[])
    }

    /// Somebody sends the timelock a message that is refused.
    pub fn refused(&mut self, sender: &Addr, msg: &ExecuteMsg) -> ContractError {
        self.send(sender, msg).unwrap_err().downcast().unwrap()
    }

    /// An operation of these actions, with the delay and the window of these stories.
    pub fn operation(&self, id: u64, actions: &Binary) -> NewOperation {
        let hash = HexBinary::from(sha256(actions));
        NewOperation {
            id,
            class: Class::Standard,
            hash,
            delay: DELAY,
            window: WINDOW,
            locked_until: u64::MAX,
            pins: vec![],
            protected: false,
            ready: None,
        }
    }

    /// The proposal contract schedules.
    pub fn schedule(&mut self, operation: NewOperation) -> AnyResult<AppResponse> {
        let proposal = self.proposal.clone();
        self.send(&proposal, &ExecuteMsg::Schedule { operation })
    }

    /// The proposal contract schedules these actions, and their time comes.
    pub fn make_ready(&mut self, id: u64, actions: &Binary) {
        self.schedule(self.operation(id, actions)).unwrap();
        self.wait(DELAY);
    }

    /// Anyone executes.
    pub fn execute(&mut self, id: u64, actions: &Binary) -> AnyResult<AppResponse> {
        // A block takes no time here, for the stories are about seconds.
        self.app.update_block(|block| block.height += 1);
        let anyone = self.anyone.clone();
        self.send(&anyone, &ExecuteMsg::Execute { id, actions: actions.clone() })
    }

    /// Anyone executes, and is refused.
    pub fn execute_refused(&mut self, id: u64, actions: &Binary) -> ContractError {
        self.execute(id, actions).unwrap_err().downcast().unwrap()
    }

    /// An action: a line is written.
    pub fn write(&self, line: &str) -> CosmosMsg {
        call(&self.notebook, &Note::Write { line: line.to_string() }).unwrap()
    }

    /// An action: something is asserted of an answer of the notebook.
    pub fn assert(&self, ask: Ask, pointer: &str, expect: Expect, value: &str) -> CosmosMsg {
        call(&self.timelock, &ExecuteMsg::Assert { assertion: self.claim(ask, pointer, expect, value) })
            .unwrap()
    }

    /// An assertion of an answer of the notebook.
    pub fn claim(&self, ask: Ask, pointer: &str, expect: Expect, value: &str) -> Assertion {
        let (contract, query) = (self.notebook.to_string(), to_json_binary(&ask).unwrap());
        Assertion { contract, query, pointer: pointer.to_string(), expect, value: value.to_string() }
    }

    /// Somebody opens or shuts the notebook.
    pub fn shut(&mut self, shut: bool) {
        let (anyone, notebook) = (self.anyone.clone(), self.notebook.clone());
        self.app.execute_contract(anyone, notebook, &Note::Shut { shut }, &[]).unwrap();
    }

    /// The founder, who administers the notebook, binds it anew; the code that it runs then.
    pub fn rebind(&mut self) -> u64 {
        let (founder, notebook) = (self.app.api().addr_make("founder"), self.notebook.clone());
        let code = self.app.store_code(notebook::code());
        self.app.migrate_contract(founder, notebook, &Empty {}, code).unwrap();
        code
    }

    /// The notebook, pinned to the code that it runs.
    pub fn pin(&self) -> Pin {
        let code_id = self.app.wrap().query_wasm_contract_info(&self.notebook).unwrap().code_id;
        Pin { contract: self.notebook.to_string(), code_id }
    }

    /// What stands in the notebook.
    pub fn lines(&self) -> Vec<String> {
        let page: Page = self.ask(&self.notebook, &Ask::Page {});
        page.lines
    }

    /// What a contract answers.
    pub fn ask<T: serde::de::DeserializeOwned>(&self, contract: &Addr, msg: &impl serde::Serialize) -> T {
        self.app.wrap().query_wasm_smart(contract, msg).unwrap()
    }

    /// An operation.
    pub fn shown(&self, id: u64) -> Option<OperationInfo> {
        let shown: OperationResponse = self.ask(&self.timelock, &QueryMsg::Operation { id });
        shown.operation
    }

    /// Somebody sends coins along.
    pub fn send_with(&mut self, coins: &[Coin], msg: &ExecuteMsg) -> AnyResult<AppResponse> {
        let (anyone, timelock) = (self.anyone.clone(), self.timelock.clone());
        self.app
            .init_modules(|router, _, storage| router.bank.init_balance(storage, &anyone, coins.to_vec()))?;
        self.app.execute_contract(anyone, timelock, msg, coins)
    }
}

/// Actions as the proposal contract holds them.
pub fn actions(messages: &[CosmosMsg]) -> Binary {
    to_json_vec(&messages).unwrap().into()
}

/// A cancellation.
pub fn cancel(id: u64) -> ExecuteMsg {
    let (incident, reason) = ("theft".to_string(), "it pays mallory".to_string());
    ExecuteMsg::Cancel { id, incident, reason }
}
