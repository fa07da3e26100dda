//! `isonomia power`: what an account weighs, and what it lent and was lent.

use anyhow::{Context, Result};
use clap::Args;
use isonomia_api::identity::{self, AttestationResponse, AttestationStage};
use isonomia_api::proposal::{QueryMsg as ProposalQuery, RulesResponse};
use isonomia_api::vault::ClaimInfo;
use isonomia_api::voting::{AccountResponse, QueryMsg, TotalsResponse};
use isonomia_core::bps::part_of;
use serde_json::json;

use super::asking::{Place, Question};
use super::clock::utc;
use super::delegate::percent;
use super::desk::Desk;
use super::requirement::of_sum;
use super::stake::{claims, deposit};
use super::told::Told;
use super::vote::says;
use crate::keeper::Asked;
use crate::live::KeyOptions;

/// Shows what an account weighs in both keys, its attestation, delegations in and out, and its claims.
#[derive(Args, Clone, Debug)]
pub struct PowerCommand {
    /// Whose; that of the key unless given.
    account: Option<String>,
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    key: KeyOptions,
}

impl PowerCommand {
    /// Asks, and prints the answer.
    pub fn run(&self) -> Result<()> {
        let dao = self.place.open()?;
        let account = match &self.account {
            Some(account) => account.clone(),
            None => {
                let key = self.key.key(&self.place.chain, &dao.live.chain);
                key.context("whose power? name an account, or your key with --from")?.address().to_string()
            }
        };
        self.place.print(&Power { account }.ask(&self.place.desk(&dao)?)?);
        Ok(())
    }
}

/// What an account weighs.
#[derive(Clone, Debug)]
pub struct Power {
    /// Whose.
    pub account: String,
}

impl Question for Power {
    type Answer = Told;

    fn ask<D: Asked>(&self, desk: &Desk<'_, D>) -> Result<Told> {
        let address = desk.notation.account(&self.account)?;
        let account = desk.account(&address)?;
        let totals: TotalsResponse =
            desk.ask(&desk.contracts().voting, &QueryMsg::Totals { height: None })?;
        let (deposit, claims) = (deposit(desk, &address)?, claims(desk, &address)?);
        let cap = cap(desk, &totals)?;
        let mut told = Told::default();
        told.line("account", desk.notation.calls(&address));
        told.line("stake", desk.stake(deposit.stake.u128()));
        if !deposit.noticed {
            told.line("", format!("voting has not been told: `isonomia sync {address}`"));
        }
        told.line("attested", attested(desk, &address, &account)?);
        told.line("weight", says(desk, &account.own));
        let (power, all) = (account.own.power.u128(), totals.power.u128());
        told.line(
            "of all",
            format!("{} of the power of {} attested accounts", of_all(power, all), totals.attested),
        );
        delegations(&mut told, desk, &account, cap);
        claimed(&mut told, desk, &claims);
        told.json = json!({
            "address": address, "deposit": deposit, "account": account, "totals": totals,
            "cap": cap.to_string(), "claims": claims,
        });
        Ok(told)
    }
}

fn of_all(part: u128, whole: u128) -> String {
    of_sum(part, whole.saturating_sub(part)).replace("no votes", "nothing")
}

fn attested<D: Asked>(desk: &Desk<'_, D>, address: &str, account: &AccountResponse) -> Result<String> {
    if let Some(until) = account.attested_until {
        return Ok(match until > desk.clock.now {
            true => format!("until {}", desk.clock.says(until)),
            false => format!("expired {}; it counts until somebody takes it out", desk.clock.says(until)),
        });
    }
    let msg = identity::QueryMsg::Attestation { account: address.to_string() };
    let known: AttestationResponse = desk.ask(&desk.contracts().identity, &msg)?;
    Ok(match known.attestation.map(|attestation| attestation.stage) {
        Some(AttestationStage::Maturing { matures }) => {
            format!("no; a statement matures {}, then `isonomia activate`", desk.clock.says(matures))
        }
        _ => "no".to_string(),
    })
}

/// γ of all power, or five average accounts; as voting fixes it at an opening.
fn cap<D: Asked>(desk: &Desk<'_, D>, totals: &TotalsResponse) -> Result<u128> {
    let asked: RulesResponse = desk.ask(&desk.contracts().proposal, &ProposalQuery::Rules {})?;
    let power = totals.power.u128();
    let average = power.saturating_mul(5).checked_div(u128::from(totals.attested)).unwrap_or(0);
    Ok(if totals.attested == 0 { 0 } else { part_of(power, asked.rules.cap_bps).max(average) })
}

fn delegations<D: Asked>(told: &mut Told, desk: &Desk<'_, D>, account: &AccountResponse, cap: u128) {
    for part in &account.delegation {
        let ended = if part.lives { "" } else { ": ended, it counts for nobody" };
        let delegate = desk.notation.calls(part.delegate.as_str());
        told.line("lends", format!("{} to {delegate}{ended}", percent(part.bps)));
    }
    if let Some(delegate) = &account.delegate {
        told.line("delegate", format!("since {}", utc(delegate.since)));
        told.line("is lent", says(desk, &delegate.received));
        told.line("cap", format!("{}; more lent power than that is not cast", desk.power(cap)));
    }
}

fn claimed<D: Asked>(told: &mut Told, desk: &Desk<'_, D>, claims: &[ClaimInfo]) {
    for claim in claims {
        let sum = claim.noticed.u128() + claim.unnoticed.u128();
        told.line("leaves", format!("{} from {}", desk.stake(sum), desk.clock.says(claim.released)));
    }
}
