//! The founding, once on an embedded chain: the very contracts say whether they take the parameters, so that no bound is
//! written twice.

use isonomia_api::plan::Params;
use isonomia_chain::{address_of_chain, address_text};
use isonomia_embedded::{first_wasm_error, DaoBuilder};
use serde_json::Value;

use super::FoundingError;

/// The prefix of addresses on the embedded chain.
const EMBEDDED_PREFIX: &str = "cosmwasm";

/// Founds the DAO on an embedded chain. Fails with what the contract says that refuses.
pub(super) fn rehearse(plan: &Params, prefix: &str) -> Result<(), FoundingError> {
    let refused = |why: String| FoundingError::Contracts(why);
    let mut moved = serde_json::to_value(plan).map_err(|error| refused(error.to_string()))?;
    move_addresses(&mut moved, prefix);
    let moved: Params = serde_json::from_value(moved).map_err(|error| refused(error.to_string()))?;
    DaoBuilder::new()
        .with(|params| *params = moved)
        .build()
        .map_err(|error| refused(first_wasm_error(&error)))?;
    Ok(())
}

/// Every address of the chain, as the same bytes are written on the embedded one.
fn move_addresses(value: &mut Value, prefix: &str) {
    match value {
        Value::String(text) => {
            if let Ok(moved) =
                address_of_chain(text, prefix).and_then(|bytes| address_text(EMBEDDED_PREFIX, &bytes))
            {
                *text = moved;
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| move_addresses(item, prefix)),
        Value::Object(entries) => entries.values_mut().for_each(|entry| move_addresses(entry, prefix)),
        _ => {}
    }
}
