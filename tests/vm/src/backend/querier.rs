//! The rest of the chain.

use cosmwasm_std::{
    from_json, BankQuery, Binary, ContractResult, Empty, QueryRequest, SystemResult, WasmQuery,
};
use cosmwasm_vm::{BackendResult, Querier};

use super::{counted, Host, Line};
use crate::costs::{self, GAS_MULTIPLIER};

/// The rest of the chain, at the end of a line.
pub struct LineQuerier(Line);

impl LineQuerier {
    /// The chain at the other end.
    pub fn new(line: Line) -> LineQuerier {
        LineQuerier(line)
    }
}

impl Querier for LineQuerier {
    fn query_raw(
        &self,
        request: &[u8],
        gas_limit: u64,
    ) -> BackendResult<SystemResult<ContractResult<Binary>>> {
        let request = request.to_vec();
        self.0.wish(move |host| {
            let before = host.meter.spent();
            let answer = host.meter.within(gas_limit / GAS_MULTIPLIER, || host.querier.raw_query(&request));
            price(host, &request, &answer);
            (Ok(answer), counted(host.meter.spent() - before))
        })
    }
}

/// Counts what the chain itself reads for an answer; a contract that is asked has counted its own part.
fn price(host: &Host, request: &[u8], answer: &SystemResult<ContractResult<Binary>>) {
    let SystemResult::Ok(ContractResult::Ok(answer)) = answer else {
        return;
    };
    match from_json::<QueryRequest<Empty>>(request) {
        Ok(QueryRequest::Wasm(WasmQuery::Raw { key, .. })) => {
            host.meter.storage(costs::read(costs::CONTRACT_PREFIX + key.len(), answer.len()));
        }
        Ok(QueryRequest::Wasm(WasmQuery::ContractInfo { .. })) => {
            host.meter.chain(costs::contract_info() + costs::PINNED);
        }
        Ok(QueryRequest::Wasm(WasmQuery::CodeInfo { .. })) => host.meter.chain(costs::code_info()),
        Ok(QueryRequest::Bank(BankQuery::Balance { denom, .. })) => {
            host.meter.chain(costs::balance(denom.len()));
        }
        Ok(QueryRequest::Bank(BankQuery::Supply { denom, .. })) => {
            host.meter.chain(costs::supply(denom.len()))
        }
        _ => {}
    }
}
