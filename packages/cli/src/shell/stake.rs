//! `isonomia stake`, `unstake`, `claim` and `sync`: into the vault, and out of it.

use anyhow::{bail, ensure, Result};
use clap::Args;
use isonomia_api::page::MAX_PAGE;
use isonomia_api::vault::{
    ClaimInfo, ClaimsResponse, ConfigResponse, DepositResponse, ExecuteMsg, QueryMsg, ReceiveMsg,
};
use isonomia_core::clock::{is_due, Day};
use isonomia_core::release::{after_notice, at_the_latest};

use super::clock::span;
use super::deed::{Deed, Verb};
use super::desk::Desk;
use crate::keeper::Asked;
use crate::live::Preview;

/// Release days that one call pays, as the vault has it.
const DAYS_OF_ONE_CLAIM: usize = 32;

/// Locks stake in the vault. Nobody but you can ever take it out.
#[derive(Args, Clone, Debug)]
pub struct Stake {
    /// How much: `1.5iso`, `1500000uiso`, `"1.5 iso"`.
    amount: String,
}

/// Takes stake out: it stops counting at once, and is paid by `claim` after the unbonding time.
#[derive(Args, Clone, Debug)]
pub struct Unstake {
    /// How much, or `all`.
    amount: String,
    /// Sends no notice to voting: for the day on which voting fails. Waits twice as long.
    #[arg(long)]
    quiet: bool,
}

/// Pays you what is released of the stake that you took out.
#[derive(Args, Clone, Debug)]
pub struct Claim {}

/// Tells voting of an exit that it missed, and brings the payment forward.
#[derive(Args, Clone, Debug)]
pub struct Sync {
    /// Whose exit; your own unless given.
    account: Option<String>,
}

impl Verb for Stake {
    fn deed<D: Asked>(&self, desk: &Desk<'_, D>, who: &str) -> Result<Deed> {
        let amount = desk.notation.amount(&self.amount)?;
        ensure!(
            amount.asset == desk.staked,
            "this DAO stakes {}, not {}",
            desk.notation.coin(&desk.staked).map_or(desk.staked.to_string(), |coin| coin.symbol.clone()),
            amount.asset
        );
        let has = deposit(desk, who)?.stake.u128();
        let config: ConfigResponse = desk.ask(&desk.contracts().vault, &QueryMsg::Config {})?;
        let preview = Preview::new(&format!("stake {}", desk.stake(amount.units)))
            .line("then has", desk.stake(has.saturating_add(amount.units)))
            .line("way out", format!("{} after `unstake`", span(config.unbonding)));
        let (native, inner) = (ExecuteMsg::Stake {}, ReceiveMsg::Stake {});
        Deed::paying(preview, &desk.contracts().vault, &amount, &native, &inner)
    }
}

impl Verb for Unstake {
    fn deed<D: Asked>(&self, desk: &Desk<'_, D>, who: &str) -> Result<Deed> {
        let has = deposit(desk, who)?.stake.u128();
        ensure!(has > 0, "{who} has nothing staked");
        let units = match self.amount.as_str() {
            "all" => has,
            written => {
                let amount = desk.notation.amount(written)?;
                ensure!(
                    amount.asset == desk.staked,
                    "what is staked here is {}, not {}",
                    desk.staked,
                    amount.asset
                );
                amount.units
            }
        };
        ensure!(units <= has, "{} is staked, less than {}", desk.stake(has), desk.stake(units));
        let config: ConfigResponse = desk.ask(&desk.contracts().vault, &QueryMsg::Config {})?;
        let (day, now) = (Day(config.day), desk.clock.now);
        let (due, counts) = match self.quiet {
            true => {
                (at_the_latest(day, config.unbonding, now), "until anybody tells voting: `isonomia sync`")
            }
            false => (after_notice(day, config.unbonding, now), "in no poll that opens from now on"),
        };
        let preview = Preview::new(&format!("take {} out of the stake", desk.stake(units)))
            .line("then has", desk.stake(has - units))
            .line("paid from", desk.clock.says(day.days(due)))
            .line("by", "`isonomia claim`")
            .line("counts", counts);
        let msg = ExecuteMsg::Unstake { amount: units.into(), quiet: self.quiet };
        Deed::new(preview, &desk.contracts().vault, &msg)
    }
}

impl Verb for Claim {
    fn deed<D: Asked>(&self, desk: &Desk<'_, D>, who: &str) -> Result<Deed> {
        let claims = claims(desk, who)?;
        let units = |claim: &ClaimInfo| claim.noticed.u128() + claim.unnoticed.u128();
        let line = |claim: &ClaimInfo| {
            format!("{} from {}", desk.stake(units(claim)), desk.clock.says(claim.released))
        };
        let (due, later): (Vec<_>, Vec<_>) =
            claims.iter().partition(|claim| is_due(claim.released, desk.clock.now));
        if due.is_empty() {
            let lines: Vec<String> = later.iter().map(|claim| line(claim)).collect();
            match lines.is_empty() {
                true => bail!("{who} has taken nothing out that waits to be paid"),
                false => bail!("nothing is released yet: {}", lines.join("; ")),
            }
        }
        let sum = due.iter().take(DAYS_OF_ONE_CLAIM).map(|claim| units(claim)).sum();
        let preview = Preview::new(&format!("be paid {}", desk.stake(sum)));
        let preview = later.iter().fold(preview, |preview, claim| preview.line("later", line(claim)));
        Deed::new(preview, &desk.contracts().vault, &ExecuteMsg::Claim {})
    }
}

impl Verb for Sync {
    fn deed<D: Asked>(&self, desk: &Desk<'_, D>, who: &str) -> Result<Deed> {
        let account =
            self.account.as_deref().map_or(Ok(who.to_string()), |text| desk.notation.account(text))?;
        let deposit = deposit(desk, &account)?;
        ensure!(!deposit.noticed, "voting knows the stake of {account}: there is nothing to tell");
        let preview = Preview::new(&format!("tell voting what {} has staked", desk.notation.calls(&account)))
            .line("stake", desk.stake(deposit.stake.u128()))
            .line("claims", format!("released {} where that is earlier", desk.clock.says(soonest(desk)?)));
        Deed::new(preview, &desk.contracts().vault, &ExecuteMsg::Sync { account })
    }
}

/// When stake is released whose exit voting is told of now.
fn soonest<D: Asked>(desk: &Desk<'_, D>) -> Result<u64> {
    let config: ConfigResponse = desk.ask(&desk.contracts().vault, &QueryMsg::Config {})?;
    let day = Day(config.day);
    Ok(day.days(after_notice(day, config.unbonding, desk.clock.now)))
}

/// The stake of an account.
pub fn deposit<D: Asked>(desk: &Desk<'_, D>, account: &str) -> Result<DepositResponse> {
    desk.ask(&desk.contracts().vault, &QueryMsg::Deposit { account: account.to_string() })
}

/// What an account has taken out and was not paid yet: a page, more than one call pays.
pub fn claims<D: Asked>(desk: &Desk<'_, D>, account: &str) -> Result<Vec<ClaimInfo>> {
    let account = account.to_string();
    let msg = QueryMsg::Claims { account, start_after: None, limit: Some(MAX_PAGE) };
    Ok(desk.ask::<ClaimsResponse>(&desk.contracts().vault, &msg)?.claims)
}
