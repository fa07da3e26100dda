//! The operations. The only writer of `OPERATIONS` and `EXECUTING`.

use cosmwasm_std::{Env, HexBinary, StdResult, Storage};
use isonomia_api::timelock::{Executing, NewOperation};
use isonomia_core::class::Class;
use isonomia_core::hash::{sha256, SHA256_BYTES};
use isonomia_core::operation::{Operation, OperationEvent, OperationState};

use crate::error::ContractError;
use crate::state::{EXECUTING, OPERATIONS};
use crate::{queue, readiness};

/// Why an operation is refused.
#[derive(Debug, PartialEq, thiserror::Error)]
pub enum OperationError {
    /// A class without actions.
    #[error("a {} proposal has nothing to execute", class.name())]
    NotBinding {
        /// The class.
        class: Class,
    },
    /// Not a hash.
    #[error("a SHA-256 has {SHA256_BYTES} bytes, not {bytes}")]
    Hash {
        /// How many it has.
        bytes: usize,
    },
    /// The id is another operation's.
    #[error("operation {id} is scheduled already")]
    IdTaken {
        /// The id.
        id: u64,
    },
    /// No operation of that id.
    #[error("no operation {id} was scheduled")]
    Unknown {
        /// The id.
        id: u64,
    },
    /// Other actions than those that were voted on.
    #[error("operation {id} executes the actions of hash {scheduled}, these have {given}")]
    OtherActions {
        /// The id.
        id: u64,
        /// The hash of the actions that were voted on.
        scheduled: HexBinary,
        /// The hash of those that were given.
        given: HexBinary,
    },
    /// A second execution in one transaction: it might run within the first.
    #[error("operation {id} cannot be executed in the transaction that executes operation {other}")]
    SameTransaction {
        /// The id.
        id: u64,
        /// The id of the operation that the transaction has executed.
        other: u64,
    },
    /// Out of the guardian's reach.
    #[error("operation {id} only changes the guardian or only unpauses: the guardian does not cancel it")]
    Protected {
        /// The id.
        id: u64,
    },
    /// An action outside an operation.
    #[error("this is an action of an operation, and none is executed now")]
    NotExecuting,
    /// No operators to say anything.
    #[error("operation {id} waits for no operators")]
    AsksNobody {
        /// The id.
        id: u64,
    },
    /// No actions.
    #[error("operation {id} has no actions")]
    NoActions {
        /// The id.
        id: u64,
    },
}

/// The operation that a request makes, now. It never outlives the lock of the stake that voted for it.
pub fn planned(request: &NewOperation, least_delay: u64, now: u64) -> Result<Operation, OperationError> {
    let NewOperation { class, hash, delay, window, locked_until, protected, .. } = request;
    if !class.is_binding() {
        return Err(OperationError::NotBinding { class: *class });
    }
    if hash.len() != SHA256_BYTES {
        return Err(OperationError::Hash { bytes: hash.len() });
    }
    let eta = now.saturating_add((*delay).max(least_delay));
    let expires = eta.saturating_add(*window).min(*locked_until);
    let (class, hash, protected) = (*class, hash.clone(), *protected);
    Ok(Operation { class, hash, eta, expires, protected, state: OperationState::Scheduled })
}

/// An operation.
pub fn load(storage: &dyn Storage, id: u64) -> Result<Operation, ContractError> {
    Ok(OPERATIONS.may_load(storage, id)?.ok_or(OperationError::Unknown { id })?)
}

/// Takes an operation in.
pub fn enter(storage: &mut dyn Storage, id: u64, operation: &Operation) -> Result<(), ContractError> {
    if OPERATIONS.has(storage, id) {
        return Err(OperationError::IdTaken { id }.into());
    }
    queue::enter(storage, id, operation)?;
    Ok(OPERATIONS.save(storage, id, operation)?)
}

/// Notes that an operation is executed with these actions, if they are its own and its time has come.
pub fn execute(
    storage: &mut dyn Storage,
    env: &Env,
    id: u64,
    actions: &[u8],
) -> Result<Operation, ContractError> {
    let operation = take(storage, id, OperationEvent::Execute, env.block.time.seconds())?;
    let given = HexBinary::from(sha256(actions));
    if given != operation.hash {
        return Err(OperationError::OtherActions { id, scheduled: operation.hash, given }.into());
    }
    if let Some(other) = executed_in(storage, env)? {
        return Err(OperationError::SameTransaction { id, other }.into());
    }
    let (height, transaction) = moment(env);
    EXECUTING.save(storage, &Executing { id, height, transaction })?;
    queue::leave(storage, env, id, &operation)?;
    Ok(operation)
}

/// The operation of whose actions this is one.
pub fn executing(storage: &dyn Storage, env: &Env) -> Result<u64, ContractError> {
    Ok(executed_in(storage, env)?.ok_or(OperationError::NotExecuting)?)
}

/// The operation that this transaction has executed.
fn executed_in(storage: &dyn Storage, env: &Env) -> StdResult<Option<u64>> {
    let last = EXECUTING.may_load(storage)?.filter(|last| (last.height, last.transaction) == moment(env));
    Ok(last.map(|last| last.id))
}

fn moment(env: &Env) -> (u64, Option<u32>) {
    (env.block.height, env.transaction.as_ref().map(|transaction| transaction.index))
}

/// Notes that an operation is cancelled.
pub fn cancel(storage: &mut dyn Storage, env: &Env, id: u64) -> Result<Operation, ContractError> {
    let operation = take(storage, id, OperationEvent::Cancel, env.block.time.seconds())?;
    queue::leave(storage, env, id, &operation)?;
    Ok(operation)
}

fn take(
    storage: &mut dyn Storage,
    id: u64,
    event: OperationEvent,
    now: u64,
) -> Result<Operation, ContractError> {
    let mut operation = load(storage, id)?;
    let readiness = readiness::of(storage, id)?;
    operation.take(event, readiness.as_ref(), now).map_err(|why| ContractError::Step { id, why })?;
    OPERATIONS.save(storage, id, &operation)?;
    Ok(operation)
}

#[cfg(test)]
mod tests {
    use cosmwasm_std::testing::{mock_env, MockStorage};
    use cosmwasm_std::TransactionInfo;

    use super::*;

    fn request(class: Class, delay: u64, window: u64, locked_until: u64) -> NewOperation {
        let (id, hash) = (7, vec![1; 32].into());
        NewOperation {
            id,
            class,
            hash,
            delay,
            window,
            locked_until,
            pins: vec![],
            protected: false,
            ready: None,
        }
    }

    fn times(request: NewOperation) -> (u64, u64) {
        planned(&request, 20, 1_000).map(|planned| (planned.eta, planned.expires)).unwrap()
    }

    #[test]
    fn the_longer_delay_counts() {
        assert_eq!(times(request(Class::Standard, 30, 10, 9_999)), (1_030, 1_040));
        assert_eq!(times(request(Class::Standard, 19, 10, 9_999)), (1_020, 1_030));
        assert_eq!(times(request(Class::Emergency, 0, 10, 9_999)), (1_020, 1_030));
    }

    #[test]
    fn no_operation_outlives_the_lock_of_the_stake_behind_it() {
        assert_eq!(times(request(Class::Standard, 30, 10, 1_035)), (1_030, 1_035));
        assert_eq!(times(request(Class::Standard, 30, u64::MAX, 1_035)), (1_030, 1_035));
        assert_eq!(times(request(Class::Standard, u64::MAX, 10, u64::MAX)), (u64::MAX, u64::MAX));
    }

    #[test]
    fn a_transaction_executes_one_operation_and_the_next_transaction_another() {
        let (mut storage, actions) = (MockStorage::new(), b"[]");
        let mut env = mock_env();
        let now = env.block.time.seconds();
        for id in [1, 2, 3, 4] {
            let hash = sha256(actions).to_vec().into();
            let state = OperationState::Scheduled;
            let (class, protected) = (Class::Standard, false);
            let operation = Operation { class, hash, eta: now, expires: now + 1, protected, state };
            enter(&mut storage, id, &operation).unwrap();
        }
        let mut execute_in = |transaction: Option<u32>, id| {
            env.transaction = transaction.map(|index| TransactionInfo { index });
            execute(&mut storage, &env, id, actions).map(drop)
        };
        let refused = |id, other| Err(OperationError::SameTransaction { id, other }.into());

        assert_eq!(execute_in(Some(4), 1), Ok(()));
        assert_eq!(execute_in(Some(4), 2), refused(2, 1));
        assert_eq!(execute_in(Some(5), 3), Ok(()));
        assert_eq!(execute_in(None, 4), Ok(()));
    }

    #[test]
    fn an_opinion_is_not_executed() {
        let refused = planned(&request(Class::Signal, 30, 10, 9_999), 20, 1_000);

        assert_eq!(refused, Err(OperationError::NotBinding { class: Class::Signal }));
    }

    #[test]
    fn a_hash_has_32_bytes() {
        let short = NewOperation { hash: vec![1; 31].into(), ..request(Class::Standard, 30, 10, 9_999) };

        assert_eq!(planned(&short, 20, 1_000), Err(OperationError::Hash { bytes: 31 }));
    }
}
