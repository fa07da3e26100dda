//! What actors do. Each verb runs in a block of its own; what needs coins gets them first.

use anyhow::{anyhow, ensure, Context, Result};
use cosmwasm_std::{coins, to_json_binary, Addr, CosmosMsg, HexBinary, Uint128, WasmMsg};
use cw20::Cw20ExecuteMsg;
use cw_multi_test::AppResponse;
use isonomia_api::asset::Asset;
use isonomia_api::call::call;
use isonomia_api::proposal::Draft;
use isonomia_api::treasury::Payment;
use isonomia_api::voting::Share;
use isonomia_api::{proposal, timelock, treasury, vault, voting};
use isonomia_core::class::Class;
use isonomia_core::tally::Choice;
use isonomia_core::upgrade::ApprovedCode;

use crate::Dao;

/// The most coins that an account is given at once.
const MOST_COINS: u128 = 1 << 110;

impl Dao {
    /// Gives an account what it lacks of the staked coin, and stakes it.
    pub fn stake(&mut self, who: &Addr, amount: u128) -> Result<AppResponse> {
        // Far above every limit of the contracts; past it the embedded bank would overflow, not refuse.
        ensure!(amount <= MOST_COINS, "the embedded bank has no {amount} coins: at most {MOST_COINS}");
        let vault = self.contracts.vault.clone();
        match self.params.asset.clone() {
            Asset::Native { denom } => {
                let lacking = amount.saturating_sub(self.balance(who, &denom)?);
                if lacking > 0 {
                    self.mint(who, lacking, &denom)?;
                }
                let funds = if amount > 0 { coins(amount, denom) } else { vec![] };
                self.call_with(who, &vault, &vault::ExecuteMsg::Stake {}, &funds)
            }
            Asset::Cw20 { contract } => self.stake_cw20(who, amount, &Addr::unchecked(contract)),
        }
    }

    fn stake_cw20(&mut self, who: &Addr, amount: u128, token: &Addr) -> Result<AppResponse> {
        let (minter, amount) = (self.addr("minter"), Uint128::new(amount));
        let mint = Cw20ExecuteMsg::Mint { recipient: who.to_string(), amount };
        self.call(&minter, token, &mint)?;
        let msg = to_json_binary(&vault::ReceiveMsg::Stake {})?;
        let send = Cw20ExecuteMsg::Send { contract: self.contracts.vault.to_string(), amount, msg };
        self.call(who, token, &send)
    }

    /// Takes stake out.
    pub fn unstake(&mut self, who: &Addr, amount: u128) -> Result<AppResponse> {
        let msg = vault::ExecuteMsg::Unstake { amount: Uint128::new(amount), quiet: false };
        self.tell_vault(who, &msg)
    }

    /// Claims what is released.
    pub fn claim(&mut self, who: &Addr) -> Result<AppResponse> {
        self.tell_vault(who, &vault::ExecuteMsg::Claim {})
    }

    fn tell_vault(&mut self, who: &Addr, msg: &vault::ExecuteMsg) -> Result<AppResponse> {
        let vault = self.contracts.vault.clone();
        self.call(who, &vault, msg)
    }

    fn tell_voting(&mut self, who: &Addr, msg: &voting::ExecuteMsg) -> Result<AppResponse> {
        let voting = self.contracts.voting.clone();
        self.call(who, &voting, msg)
    }

    fn tell_proposal(&mut self, who: &Addr, msg: &proposal::ExecuteMsg) -> Result<AppResponse> {
        let proposal = self.contracts.proposal.clone();
        self.call(who, &proposal, msg)
    }

    /// The `registrar` account attests; only where it plays the registry.
    pub fn attest(&mut self, who: &Addr, until: u64) -> Result<AppResponse> {
        let registrar = self.addr("registrar");
        self.tell_voting(&registrar, &voting::ExecuteMsg::Attest { account: who.to_string(), until })
    }

    /// The `registrar` account revokes; only where it plays the registry.
    pub fn revoke(&mut self, who: &Addr) -> Result<AppResponse> {
        let registrar = self.addr("registrar");
        self.tell_voting(&registrar, &voting::ExecuteMsg::Revoke { account: who.to_string() })
    }

    /// The `registrar` account declares itself ready.
    pub fn declare_ready(&mut self) -> Result<AppResponse> {
        let registrar = self.addr("registrar");
        self.tell_voting(&registrar, &voting::ExecuteMsg::Ready {})
    }

    /// Takes expired attestations out of voting.
    pub fn poke(&mut self, who: &Addr, accounts: &[&Addr]) -> Result<AppResponse> {
        let accounts = accounts.iter().map(|account| account.to_string()).collect();
        self.tell_voting(who, &voting::ExecuteMsg::Poke { accounts })
    }

    /// Registers as a delegate.
    pub fn register_delegate(&mut self, who: &Addr) -> Result<AppResponse> {
        self.tell_voting(who, &voting::ExecuteMsg::RegisterDelegate {})
    }

    /// Resigns as a delegate.
    pub fn resign(&mut self, who: &Addr) -> Result<AppResponse> {
        self.tell_voting(who, &voting::ExecuteMsg::Resign {})
    }

    /// Delegates, in basis points.
    pub fn delegate(&mut self, who: &Addr, to: &[(&Addr, u16)]) -> Result<AppResponse> {
        let share = |(delegate, bps): &(&Addr, u16)| Share { delegate: delegate.to_string(), bps: *bps };
        self.tell_voting(who, &voting::ExecuteMsg::Delegate { to: to.iter().map(share).collect() })
    }

    /// Takes a delegation back.
    pub fn undelegate(&mut self, who: &Addr) -> Result<AppResponse> {
        self.tell_voting(who, &voting::ExecuteMsg::Undelegate {})
    }

    /// Opens a poll.
    pub fn open(&mut self, who: &Addr, poll: u64) -> Result<AppResponse> {
        self.tell_voting(who, &voting::ExecuteMsg::Open { poll })
    }

    /// Votes.
    pub fn vote(&mut self, who: &Addr, poll: u64, choice: Choice) -> Result<AppResponse> {
        self.tell_voting(who, &voting::ExecuteMsg::Vote { poll, choice })
    }

    /// Proposes, without a deposit; returns the id.
    pub fn propose(
        &mut self,
        who: &Addr,
        title: &str,
        actions: Vec<CosmosMsg>,
        emergency: bool,
    ) -> Result<u64> {
        let draft = Draft {
            title: title.to_string(),
            summary: String::new(),
            link: None,
            actions,
            emergency,
            ready: None,
        };
        self.propose_draft(who, draft)
    }

    /// Proposes what is drafted, without a deposit; returns the id.
    pub fn propose_draft(&mut self, who: &Addr, draft: Draft) -> Result<u64> {
        let response = self.tell_proposal(who, &proposal::ExecuteMsg::Propose { draft })?;
        proposal_id(&response)
    }

    /// Proposes with the actions that make it a proposal of a class; returns the id.
    pub fn propose_class(&mut self, who: &Addr, title: &str, class: Class) -> Result<u64> {
        let actions = self.actions_of(class)?;
        self.propose(who, title, actions, class == Class::Emergency)
    }

    /// Actions that make a proposal one of a class.
    pub fn actions_of(&self, class: Class) -> Result<Vec<CosmosMsg>> {
        let payment = self.payment("nobody", 1);
        Ok(match class {
            Class::Signal => vec![],
            Class::Standard => vec![self.to_treasury(&treasury::ExecuteMsg::SpendSmall { payment })?],
            Class::Critical => vec![self.to_treasury(&treasury::ExecuteMsg::Spend { payment })?],
            Class::Emergency => vec![self.cancelling(0)?],
        })
    }

    /// A payment of cash.
    pub fn payment(&self, to: &str, amount: u128) -> Payment {
        let asset = Asset::Native { denom: crate::CASH.to_string() };
        Payment { asset, amount: Uint128::new(amount), to: self.addr(to).into_string() }
    }

    /// An action for the treasury.
    pub fn to_treasury(&self, msg: &treasury::ExecuteMsg) -> Result<CosmosMsg> {
        Ok(call(&self.contracts.treasury, msg)?)
    }

    /// An action for the timelock.
    pub fn to_timelock(&self, msg: &timelock::ExecuteMsg) -> Result<CosmosMsg> {
        Ok(call(&self.contracts.timelock, msg)?)
    }

    /// Actions, and behind them the approval of the code that they migrate to, as the chain tells it; without a way back.
    pub fn upgrading(&self, mut actions: Vec<CosmosMsg>) -> Result<Vec<CosmosMsg>> {
        let mut migrations = vec![];
        for action in &actions {
            if let CosmosMsg::Wasm(WasmMsg::Migrate { contract_addr, new_code_id, .. }) = action {
                migrations.push(self.approved(contract_addr, *new_code_id)?);
            }
        }
        if !migrations.is_empty() {
            let upgrade = timelock::ExecuteMsg::Upgrade { migrations, rollback: None };
            actions.push(self.to_timelock(&upgrade)?);
        }
        Ok(actions)
    }

    /// A code that is approved for a contract, by its checksum.
    pub fn approved(&self, contract: impl Into<String>, code_id: u64) -> Result<ApprovedCode> {
        Ok(ApprovedCode { contract: contract.into(), checksum: self.checksum(code_id)? })
    }

    /// The SHA-256 of a code.
    pub fn checksum(&self, code_id: u64) -> Result<HexBinary> {
        Ok(self.app.wrap().query_wasm_code_info(code_id)?.checksum.as_slice().into())
    }

    /// An action that cancels an operation.
    pub fn cancelling(&self, id: u64) -> Result<CosmosMsg> {
        self.to_timelock(&cancel(id))
    }

    /// Withdraws a proposal.
    pub fn withdraw(&mut self, who: &Addr, id: u64) -> Result<AppResponse> {
        self.tell_proposal(who, &proposal::ExecuteMsg::Withdraw { id })
    }

    /// Resolves a proposal.
    pub fn resolve(&mut self, who: &Addr, id: u64) -> Result<AppResponse> {
        self.tell_proposal(who, &proposal::ExecuteMsg::Resolve { id })
    }

    /// Executes an operation with the actions that the proposal contract holds.
    pub fn execute(&mut self, who: &Addr, id: u64) -> Result<AppResponse> {
        let (timelock, actions) = (self.contracts.timelock.clone(), self.body(id)?.actions);
        self.call(who, &timelock, &timelock::ExecuteMsg::Execute { id, actions })
    }
}

/// The id of the proposal that a response tells of.
pub fn proposal_id(response: &AppResponse) -> Result<u64> {
    let told = |event: &&cosmwasm_std::Event| event.ty == "wasm-proposal_submitted";
    let event = response.events.iter().find(told).context("no proposal was submitted")?;
    let id = event.attributes.iter().find(|attribute| attribute.key == "proposal_id");
    id.ok_or_else(|| anyhow!("the event has no id"))?.value.parse().context("the id is a number")
}

/// A cancellation, of an operation that nobody agreed to.
pub fn cancel(id: u64) -> timelock::ExecuteMsg {
    let (incident, reason) = ("theft".to_string(), "nobody agreed to it".to_string());
    timelock::ExecuteMsg::Cancel { id, incident, reason }
}
