//! Delegates and those who delegate.

use anyhow::Result;
use cosmwasm_std::Addr;
use isonomia_api::voting::{ExecuteMsg, Share};

use super::stage::{Stage, STAKE};
use crate::meter::Figure;
use crate::people::{account, accounts};
use crate::Bench;

/// The most parts of a delegation.
const PARTS: usize = 8;

/// Delegates register and resign; members delegate to one or eight, change their minds and take it back; and their
/// attestations end.
pub fn delegating(bench: &Bench) -> Result<Vec<Figure>> {
    let mut stage = Stage::town(bench, |_| ())?;
    let (delegates, members) = (accounts("delegate", PARTS + 1), accounts("member", 40));
    delegates.iter().chain(&members).try_for_each(|who| stage.settle(who, STAKE))?;
    let voting = stage.dao.contracts.voting.clone();

    stage.tx("register-delegate", &delegates[0], &voting, &ExecuteMsg::RegisterDelegate {})?;
    for delegate in &delegates[1..] {
        stage.dao.register_delegate(delegate)?;
    }
    // Everybody who is delegated to has been delegated to before.
    let all = evenly(&delegates[..PARTS]);
    for member in &members[10..13] {
        stage.dao.call(member, &voting, &all)?;
    }

    stage.tx("delegate", &members[0], &voting, &whole(&delegates[0]))?;
    stage.tx("delegate-again", &members[0], &voting, &whole(&delegates[0]))?;
    stage.tx("delegate-to-another", &members[0], &voting, &whole(&delegates[1]))?;
    stage.tx("delegate-split-8", &members[1], &voting, &all)?;
    stage.tx("delegate-split-8-again", &members[1], &voting, &all)?;
    changing_stake(&mut stage, &members)?;
    stage.tx("undelegate", &members[0], &voting, &ExecuteMsg::Undelegate {})?;
    stage.tx("undelegate-8", &members[1], &voting, &ExecuteMsg::Undelegate {})?;
    stage.tx("resign", &delegates[0], &voting, &ExecuteMsg::Resign {})?;
    expiring(&mut stage)?;
    Ok(stage.figures())
}

/// A principal's stake changes what its delegates have received.
fn changing_stake(stage: &mut Stage, members: &[Addr]) -> Result<()> {
    let vault = stage.dao.contracts.vault.clone();
    for (name, who) in [("stake-more-delegating", &members[0]), ("stake-more-delegating-to-8", &members[1])] {
        stage.dao.mint(who, 10_000_000, isonomia_embedded::STAKED)?;
        let funds = cosmwasm_std::coins(10_000_000, isonomia_embedded::STAKED);
        stage.tx_with(name, who, &vault, &isonomia_api::vault::ExecuteMsg::Stake {}, funds)?;
    }
    Ok(())
}

/// Voting takes out who has expired.
fn expiring(stage: &mut Stage) -> Result<()> {
    let (voting, people) = (stage.dao.contracts.voting.clone(), accounts("passing", 33));
    let until = stage.dao.now() + isonomia_embedded::DAY;
    for who in &people {
        stage.dao.attest(who, until)?;
        stage.dao.stake(who, STAKE)?;
    }
    stage.dao.advance(2 * isonomia_embedded::DAY);
    let names: Vec<String> = people.iter().map(Addr::to_string).collect();
    let poke = |accounts: &[String]| ExecuteMsg::Poke { accounts: accounts.to_vec() };
    stage.tx("poke", &account("anyone"), &voting, &poke(&names[..1]))?;
    stage.tx("poke-32", &account("anyone"), &voting, &poke(&names[1..]))?;
    Ok(())
}

/// Everything to one.
pub fn whole(delegate: &Addr) -> ExecuteMsg {
    ExecuteMsg::Delegate { to: vec![Share { delegate: delegate.to_string(), bps: 10_000 }] }
}

/// The same to each.
pub fn evenly(delegates: &[Addr]) -> ExecuteMsg {
    let bps = 10_000 / delegates.len() as u16;
    let share = |delegate: &Addr| Share { delegate: delegate.to_string(), bps };
    ExecuteMsg::Delegate { to: delegates.iter().map(share).collect() }
}
