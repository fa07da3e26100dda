//! What a chain is asked about accounts, coins, codes and contracts.

use cosmrs::proto::cosmos::auth::v1beta1::{BaseAccount, QueryAccountRequest, QueryAccountResponse};
use cosmrs::proto::cosmos::bank::v1beta1::{
    QueryBalanceRequest, QueryBalanceResponse, QuerySupplyOfRequest, QuerySupplyOfResponse,
};
use cosmrs::proto::cosmos::base::query::v1beta1::PageRequest;
use cosmrs::proto::cosmos::base::v1beta1::Coin;
use cosmrs::proto::cosmwasm::wasm::v1 as wasm;
use cosmrs::proto::traits::Message;
use serde::de::DeserializeOwned;
use serde::Serialize;

use crate::{ChainError, Node};

/// An account: what a signature must name.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Account {
    /// Its number.
    pub number: u64,
    /// How many transactions it has sent.
    pub sequence: u64,
}

/// A stored code.
#[derive(Clone, Debug, PartialEq)]
pub struct CodeInfo {
    /// Its id.
    pub code_id: u64,
    /// Who stored it.
    pub creator: String,
    /// The SHA-256 of its wasm.
    pub checksum: Vec<u8>,
    /// Who may make contracts of it.
    pub instantiation: Access,
}

/// A contract.
#[derive(Clone, Debug, PartialEq)]
pub struct ContractInfo {
    /// Its code.
    pub code_id: u64,
    /// Who made it.
    pub creator: String,
    /// Who may migrate it; nobody if none.
    pub admin: Option<String>,
    /// Its label.
    pub label: String,
    /// The block that made it, where the chain tells.
    pub created: Option<u64>,
}

/// Who may store code, or make contracts of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Access {
    /// Everybody.
    Everybody,
    /// Nobody but the chain's own governance.
    Nobody,
    /// These accounts.
    Accounts(Vec<String>),
}

impl Access {
    /// Whether an account may.
    pub fn allows(&self, account: &str) -> bool {
        match self {
            Access::Everybody => true,
            Access::Nobody => false,
            Access::Accounts(accounts) => accounts.iter().any(|one| one == account),
        }
    }
}

impl Node {
    /// An account. One that the chain has never seen is an error of the chain: it must receive coins first.
    pub fn account(&self, address: &str) -> Result<Account, ChainError> {
        let path = "/cosmos.auth.v1beta1.Query/Account";
        let request = QueryAccountRequest { address: address.to_string() };
        let found: QueryAccountResponse = self.query(path, &request).map_err(|error| match error {
            ChainError::Query { log, .. } if log.contains("not found") => {
                ChainError::NoAccount { address: address.to_string(), from: String::new() }
            }
            other => other,
        })?;
        let unread = |why: String| ChainError::Answer { asked: path.to_string(), why };
        let any = found.account.ok_or_else(|| unread("no account".to_string()))?;
        let account = BaseAccount::decode(any.value.as_slice()).map_err(|error| unread(error.to_string()))?;
        Ok(Account { number: account.account_number, sequence: account.sequence })
    }

    /// Base units of a coin that an account has.
    pub fn balance(&self, address: &str, denom: &str) -> Result<u128, ChainError> {
        let path = "/cosmos.bank.v1beta1.Query/Balance";
        let request = QueryBalanceRequest { address: address.to_string(), denom: denom.to_string() };
        let found: QueryBalanceResponse = self.query(path, &request)?;
        units(path, found.balance)
    }

    /// Base units of a coin that exist on the chain; 0 of one that it does not know.
    pub fn supply(&self, denom: &str) -> Result<u128, ChainError> {
        let path = "/cosmos.bank.v1beta1.Query/SupplyOf";
        let request = QuerySupplyOfRequest { denom: denom.to_string() };
        let found: QuerySupplyOfResponse = self.query(path, &request)?;
        units(path, found.amount)
    }

    /// What a contract answers.
    pub fn smart<T: DeserializeOwned>(&self, contract: &str, msg: &impl Serialize) -> Result<T, ChainError> {
        let path = "/cosmwasm.wasm.v1.Query/SmartContractState";
        let unread = |why: String| ChainError::Answer { asked: format!("contract {contract}"), why };
        let query_data = serde_json::to_vec(msg).map_err(|error| ChainError::Encode(error.to_string()))?;
        let request = wasm::QuerySmartContractStateRequest { address: contract.to_string(), query_data };
        let found: wasm::QuerySmartContractStateResponse = self.query(path, &request)?;
        serde_json::from_slice(&found.data).map_err(|error| unread(error.to_string()))
    }

    /// A contract; none where nothing is at the address.
    pub fn contract(&self, address: &str) -> Result<Option<ContractInfo>, ChainError> {
        let request = wasm::QueryContractInfoRequest { address: address.to_string() };
        let found: Result<wasm::QueryContractInfoResponse, _> =
            self.query("/cosmwasm.wasm.v1.Query/ContractInfo", &request);
        let info = match found {
            Ok(found) => found.contract_info,
            Err(ChainError::Query { log, .. })
                if log.contains("no such contract") || log.contains("not found") =>
            {
                None
            }
            Err(error) => return Err(error),
        };
        Ok(info.map(|info| ContractInfo {
            code_id: info.code_id,
            creator: info.creator,
            admin: Some(info.admin).filter(|admin| !admin.is_empty()),
            label: info.label,
            created: info.created.map(|created| created.block_height),
        }))
    }

    /// What a contract was told when it was made, in JSON; none where the chain does not tell.
    pub fn first_message(&self, contract: &str) -> Result<Option<Vec<u8>>, ChainError> {
        let page = PageRequest { limit: 1, ..PageRequest::default() };
        let request =
            wasm::QueryContractHistoryRequest { address: contract.to_string(), pagination: Some(page) };
        let found: wasm::QueryContractHistoryResponse =
            self.query("/cosmwasm.wasm.v1.Query/ContractHistory", &request)?;
        let init = wasm::ContractCodeHistoryOperationType::Init as i32;
        Ok(found.entries.into_iter().find(|entry| entry.operation == init).map(|entry| entry.msg))
    }

    /// A stored code; none where there is none of that id.
    pub fn code(&self, code_id: u64) -> Result<Option<CodeInfo>, ChainError> {
        // A page of one that begins at the id: a code's own query would bring its wasm along.
        let page = PageRequest { key: code_id.to_be_bytes().to_vec(), limit: 1, ..PageRequest::default() };
        Ok(self.codes(page)?.into_iter().find(|code| code.code_id == code_id))
    }

    /// The newest codes, at most so many, the newest first.
    pub fn newest_codes(&self, most: u64) -> Result<Vec<CodeInfo>, ChainError> {
        self.codes(PageRequest { limit: most, reverse: true, ..PageRequest::default() })
    }

    fn codes(&self, page: PageRequest) -> Result<Vec<CodeInfo>, ChainError> {
        let request = wasm::QueryCodesRequest { pagination: Some(page) };
        let found: wasm::QueryCodesResponse = self.query("/cosmwasm.wasm.v1.Query/Codes", &request)?;
        let code = |code: wasm::CodeInfoResponse| CodeInfo {
            code_id: code.code_id,
            creator: code.creator,
            checksum: code.data_hash,
            instantiation: access(code.instantiate_permission),
        };
        Ok(found.code_infos.into_iter().map(code).collect())
    }

    /// Who may store code.
    pub fn upload_access(&self) -> Result<Access, ChainError> {
        let found: wasm::QueryParamsResponse =
            self.query("/cosmwasm.wasm.v1.Query/Params", &wasm::QueryParamsRequest {})?;
        Ok(access(found.params.and_then(|params| params.code_upload_access)))
    }

    /// What a contract keeps under a key; none where it keeps nothing there.
    pub fn raw(&self, contract: &str, key: &[u8]) -> Result<Option<Vec<u8>>, ChainError> {
        let request =
            wasm::QueryRawContractStateRequest { address: contract.to_string(), query_data: key.to_vec() };
        let found: wasm::QueryRawContractStateResponse =
            self.query("/cosmwasm.wasm.v1.Query/RawContractState", &request)?;
        Ok(Some(found.data).filter(|data| !data.is_empty()))
    }
}

fn units(asked: &str, coin: Option<Coin>) -> Result<u128, ChainError> {
    let amount = coin.map_or("0".to_string(), |coin| coin.amount);
    let wrong = |_| ChainError::Answer { asked: asked.to_string(), why: format!("`{amount}` coins") };
    amount.parse().map_err(wrong)
}

fn access(config: Option<wasm::AccessConfig>) -> Access {
    let config = config.unwrap_or_default();
    match wasm::AccessType::try_from(config.permission) {
        Ok(wasm::AccessType::Everybody) => Access::Everybody,
        Ok(wasm::AccessType::AnyOfAddresses) => Access::Accounts(config.addresses),
        _ => Access::Nobody,
    }
}
