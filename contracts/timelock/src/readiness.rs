//! Readiness: who the operators are, and which of them are ready for an operation. The only writer of `OPERATORS` and
//! `READINESS`.

use cosmwasm_std::{Addr, Api, HexBinary, StdResult, Storage};
use isonomia_api::timelock::Operator;
use isonomia_core::readiness::{check_operators, Readiness, ReadyBy};

use crate::error::ContractError;
use crate::operations::{self, OperationError};
use crate::state::{OPERATORS, READINESS};

/// Names the operators, in the place of all before.
pub fn name(
    storage: &mut dyn Storage,
    api: &dyn Api,
    operators: Vec<Operator>,
) -> Result<Vec<(Addr, u64)>, ContractError> {
    let valid = |Operator { operator, weight }| Ok((api.addr_validate(&operator)?, weight));
    let operators = operators.into_iter().map(valid).collect::<StdResult<Vec<_>>>()?;
    check_operators(&operators)?;
    OPERATORS.save(storage, &operators)?;
    Ok(operators)
}

/// The operators of now.
pub fn operators(storage: &dyn Storage) -> StdResult<Vec<(Addr, u64)>> {
    Ok(OPERATORS.may_load(storage)?.unwrap_or_default())
}

/// Lets an operation that is scheduled now wait for the operators of now.
pub fn ask(
    storage: &mut dyn Storage,
    id: u64,
    asked: &ReadyBy,
    expires: u64,
) -> Result<Readiness, ContractError> {
    let readiness = Readiness::begin(asked, operators(storage)?, expires);
    READINESS.save(storage, id, &readiness)?;
    Ok(readiness)
}

/// What an operation waits for, if it waits for operators.
pub fn of(storage: &dyn Storage, id: u64) -> StdResult<Option<Readiness>> {
    READINESS.may_load(storage, id)
}

/// Notes that an operator is ready for an operation, or that it is not.
pub fn signal(
    storage: &mut dyn Storage,
    id: u64,
    sender: &Addr,
    ready: Option<&HexBinary>,
    now: u64,
) -> Result<Readiness, ContractError> {
    let operation = operations::load(storage, id)?;
    let mut readiness = of(storage, id)?.ok_or(OperationError::AsksNobody { id })?;
    let stage = operation.stage(Some(&readiness), now);
    let signalled = readiness.signal(sender, ready, stage, now);
    signalled.map_err(|why| ContractError::Readiness { id, why })?;
    READINESS.save(storage, id, &readiness)?;
    Ok(readiness)
}
