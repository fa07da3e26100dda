//! `Unstake`: stake stops counting, and becomes a claim.

use cosmwasm_std::{DepsMut, Env, MessageInfo, Response, Storage, SubMsg, Uint128};
use isonomia_core::release;
use isonomia_kit::assets::no_coins;

use crate::error::VaultError;
use crate::state::{Config, Exit, CONFIG, LEAVING};
use crate::{claims, deposit, event, notice};

/// Takes the sender's stake out. Nothing that voting does can stop it.
pub fn unstake(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    amount: Uint128,
    quiet: bool,
) -> Result<Response, VaultError> {
    no_coins(&info.funds)?;
    let config = CONFIG.load(deps.storage)?;
    let stake = deposit::lower(deps.storage, &info.sender, amount)?;
    let day = release_day(&config, env.block.time.seconds(), quiet);
    let exit = Exit { account: info.sender, amount, day };
    let notice = if quiet { wait(deps.storage, &exit)? } else { leave(deps.storage, &config, &exit, stake)? };
    Ok(Response::new()
        .add_submessages(notice)
        .add_event(event::unstaked(&exit, stake, config.day.days(day), !quiet))
        .add_attribute("action", "unstake")
        .add_attribute("sender", exit.account))
}

fn release_day(config: &Config, now: u64, quiet: bool) -> u64 {
    let released = if quiet { release::at_the_latest } else { release::after_notice };
    released(config.day, config.unbonding, now)
}

/// Leaves without a notice.
fn wait(storage: &mut dyn Storage, exit: &Exit) -> Result<Option<SubMsg>, VaultError> {
    claims::add_waiting(storage, &exit.account, exit.day, exit.amount)?;
    notice::missed(storage, &exit.account)?;
    Ok(None)
}

/// Leaves as if the notice had arrived; `reply` corrects it if not.
fn leave(
    storage: &mut dyn Storage,
    config: &Config,
    exit: &Exit,
    stake: Uint128,
) -> Result<Option<SubMsg>, VaultError> {
    claims::add(storage, &exit.account, exit.day, exit.amount)?;
    LEAVING.save(storage, exit)?;
    Ok(Some(notice::tell_of_exit(config, &exit.account, stake)?))
}
