//! By which code a store was written, and how other code takes it over.

use cosmwasm_std::{Event, Response, StdError, StdResult, Storage};
use cw2::{get_contract_version, set_contract_version, ContractVersion, CONTRACT};
use cw_storage_plus::Item;
use isonomia_api::migration::MigrateMsg;
use isonomia_core::migration::{self as rule, Build};

/// The number of the layout that a store has. Written by [`mark`].
const LAYOUT: Item<u32> = Item::new("layout");

/// A migration that is refused.
#[derive(Debug, PartialEq, thiserror::Error)]
pub enum MigrationError {
    /// What the store says of itself cannot be read.
    #[error(transparent)]
    Std(#[from] StdError),
    /// The store does not say by which code it was written.
    #[error("the store has no {item:?}: it does not say by which code it was written")]
    Unmarked {
        /// The key that is missing.
        item: &'static str,
    },
    /// The code does not take over this store.
    #[error(transparent)]
    Refused(#[from] rule::MigrationError),
}

/// Marks a store with the code that writes it: as it is made, and as other code takes it over.
pub fn mark(storage: &mut dyn Storage, code: &Build) -> StdResult<()> {
    set_contract_version(storage, code.contract, code.version)?;
    LAYOUT.save(storage, &code.layout)
}

/// Takes over a store, by the rule of `isonomia_core::migration`, and tells so in an event of type `told_as`.
///
/// Code whose layout is one higher than that of the store will be handed here what turns the one into the other; until a
/// layout changes there is nothing to hand (docs/decisions/0054-migrations.md).
pub fn migrate(
    storage: &mut dyn Storage,
    code: &Build,
    told_as: &str,
    msg: MigrateMsg,
) -> Result<Response, MigrationError> {
    let ContractVersion { contract, version } = match CONTRACT.exists(storage) {
        true => get_contract_version(storage)?,
        false => return Err(MigrationError::Unmarked { item: "contract_info" }),
    };
    let layout = LAYOUT.may_load(storage)?.ok_or(MigrationError::Unmarked { item: "layout" })?;
    let store = Build { contract: &contract, version: &version, layout };
    code.check_takes_over(&store, msg.rollback)?;
    mark(storage, code)?;
    Ok(Response::new().add_attribute("action", "migrate").add_event(
        Event::new(told_as)
            .add_attribute("from", &version)
            .add_attribute("to", code.version)
            .add_attribute("layout", code.layout.to_string())
            .add_attribute("rollback", msg.rollback.to_string()),
    ))
}

#[cfg(test)]
mod tests {
    use cosmwasm_std::testing::MockStorage;
    use cosmwasm_std::Order;

    use super::*;

    const NEW: Build = Build { contract: "crates.io:isonomia-voting", version: "0.2.0", layout: 1 };
    const OLD: Build = Build { version: "0.1.0", ..NEW };

    fn store(of: &Build) -> MockStorage {
        let mut storage = MockStorage::new();
        storage.set(b"ann", b"\"votes\"");
        mark(&mut storage, of).unwrap();
        storage
    }

    fn go(storage: &mut MockStorage, code: &Build, rollback: bool) -> Result<Response, MigrationError> {
        migrate(storage, code, "voting_migrated", MigrateMsg { rollback })
    }

    fn memory(storage: &MockStorage) -> Vec<(Vec<u8>, Vec<u8>)> {
        storage.range(None, None, Order::Ascending).collect()
    }

    #[track_caller]
    fn refused(mut storage: MockStorage, code: &Build, rollback: bool) -> String {
        let before = memory(&storage);
        let refusal = go(&mut storage, code, rollback).unwrap_err().to_string();
        assert_eq!(memory(&storage), before, "what was refused has changed something");
        refusal
    }

    #[test]
    fn new_code_marks_the_store_and_leaves_the_rest_of_it() {
        let mut storage = store(&OLD);

        let response = go(&mut storage, &NEW, false).unwrap();

        assert_eq!(memory(&storage), memory(&store(&NEW)));
        assert_eq!(response.attributes, vec![("action", "migrate")]);
        let attributes = [("from", "0.1.0"), ("to", "0.2.0"), ("layout", "1"), ("rollback", "false")];
        assert_eq!(response.events, vec![Event::new("voting_migrated").add_attributes(attributes)]);
        assert_eq!((response.messages, response.data), (vec![], None));
    }

    #[test]
    fn a_rollback_marks_it_with_the_old_version_again() {
        let mut storage = store(&NEW);

        let response = go(&mut storage, &OLD, true).unwrap();

        assert_eq!(memory(&storage), memory(&store(&OLD)));
        let attributes = [("from", "0.2.0"), ("to", "0.1.0"), ("layout", "1"), ("rollback", "true")];
        assert_eq!(response.events, vec![Event::new("voting_migrated").add_attributes(attributes)]);
    }

    #[test]
    fn the_rule_is_asked_about_the_store_and_the_code() {
        assert_eq!(
            refused(store(&NEW), &OLD, false),
            "the store is of version 0.2.0, and the code of version 0.1.0: only a rollback goes to older code"
        );
        let other = Build { layout: 2, ..OLD };
        for rollback in [false, true] {
            let refusal = refused(store(&other), &NEW, rollback);
            assert_eq!(refusal, "the store has layout 2, and the code reads layout 1");
        }
    }

    #[test]
    fn a_store_without_a_mark_is_not_taken_over() {
        for (key, item) in [(b"contract_info".as_slice(), "contract_info"), (b"layout", "layout")] {
            for rollback in [false, true] {
                let mut storage = store(&OLD);
                storage.remove(key);
                let expected =
                    format!("the store has no {item:?}: it does not say by which code it was written");
                assert_eq!(refused(storage, &NEW, rollback), expected);
            }
        }
    }

    #[test]
    fn a_mark_that_cannot_be_read_is_refused() {
        let wrong: [&[u8]; 4] = [b"\"1\"", b"-1", b"4294967296", b"[1]"];
        for mark in wrong {
            let mut storage = store(&OLD);
            storage.set(b"layout", mark);
            refused(storage, &NEW, true);
        }
        let mut storage = store(&OLD);
        storage.set(b"contract_info", br#"{"contract":"crates.io:isonomia-voting"}"#);
        refused(storage, &NEW, true);
    }
}
