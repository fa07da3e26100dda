//! What every contract but the vault, which has no `migrate`, is told as it is given other code.

use cosmwasm_schema::cw_serde;

/// Gives a contract other code: the code takes over what lies in the store, and marks it with its own version. Nothing
/// else changes.
///
/// Only the administrator may, as the chain sees to: in a DAO the timelock, so by a proposal, the rollback that came with
/// one, or a rescue. Fails where the store is another contract's, where its version cannot be read, where the code is older
/// than what wrote it and this is no rollback, and where the store has another layout than the code reads, rollback or not.
#[cw_serde]
#[derive(Default)]
#[serde(deny_unknown_fields)]
pub struct MigrateMsg {
    /// Whether this goes back: then the code may be older. No unless given.
    #[serde(default)]
    pub rollback: bool,
}
