//! What voting is told, and of whom it has not been told: the only writer of `UNNOTICED`.

use cosmwasm_std::{Addr, CosmosMsg, Empty, StdResult, Storage, SubMsg, Uint128};
use isonomia_api::call::call;
use isonomia_api::voting::ExecuteMsg;
use isonomia_core::release;

use crate::claims;
use crate::error::VaultError;
use crate::state::{Config, UNNOTICED};

/// The most gas that the notice of an exit may use, in the chain's units. The worst `SetStake`, of an account that
/// delegates to eight, takes 160 000 (measured by `tests/vm/tests/harness/notice.rs`): this is more than ten times that,
/// so an honest notice never fails for want of it, and a voting contract that eats all it gets leaves enough of a block
/// for the exit itself.
pub const NOTICE_GAS: u64 = 3_000_000;

/// The only reply that the vault asks for.
const NOTICE_FAILED: u64 = 1;

/// Tells voting the whole stake of an account. Where voting refuses, everything is taken back.
pub fn tell(config: &Config, account: &Addr, stake: Uint128) -> StdResult<CosmosMsg> {
    call(&config.voting, &ExecuteMsg::SetStake { account: account.to_string(), amount: stake })
}

/// Tells voting the whole stake of an account that leaves. Where voting refuses, the exit stands, and `reply` notes it.
pub fn tell_of_exit(config: &Config, account: &Addr, stake: Uint128) -> StdResult<SubMsg> {
    Ok(SubMsg::reply_on_error(tell(config, account, stake)?, NOTICE_FAILED).with_gas_limit(NOTICE_GAS))
}

/// Notes that voting must still be told.
pub fn missed(storage: &mut dyn Storage, account: &Addr) -> StdResult<()> {
    UNNOTICED.save(storage, account, &Empty {})
}

/// Whether voting must still be told.
pub fn is_missed(storage: &dyn Storage, account: &Addr) -> bool {
    UNNOTICED.has(storage, account)
}

/// What it came to that missed notices were made up for.
pub struct MadeUp {
    /// The moment to which waiting claims came forward.
    pub released: u64,
    /// Whether all is told; if not, too many claims wait for one message, and the bit stays.
    pub all_told: bool,
}

/// Makes up for missed notices, if any were, now that [`tell`] carries the whole stake: waiting claims come forward to
/// `unbonding` from now.
pub fn noticed(
    storage: &mut dyn Storage,
    config: &Config,
    account: &Addr,
    now: u64,
) -> Result<Option<MadeUp>, VaultError> {
    if !is_missed(storage, account) {
        return Ok(None);
    }
    let day = release::after_notice(config.day, config.unbonding, now);
    let all_told = claims::bring_forward(storage, account, day)?;
    if all_told {
        UNNOTICED.remove(storage, account);
    }
    Ok(Some(MadeUp { released: config.day.days(day), all_told }))
}
