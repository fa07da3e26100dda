//! `isonomia delegate`, `undelegate`, `register` and `resign`.

use anyhow::{bail, ensure, Context, Result};
use clap::Args;
use cosmwasm_std::Addr;
use isonomia_api::voting::{ExecuteMsg, Share};
use isonomia_core::bps::WHOLE;
use isonomia_core::delegation::check_split;

use super::clock::span;
use super::deed::{Deed, Verb};
use super::desk::Desk;
use crate::keeper::Asked;
use crate::live::Preview;

/// Lends your weight to delegates, in place of whatever you delegated before. You can always vote yourself.
#[derive(Args, Clone, Debug)]
pub struct Delegate {
    /// To whom: `ADDRESS` for all of it, or `ADDRESS=60%`; at most 8. What is not given away is cast by you alone.
    #[arg(required = true)]
    to: Vec<String>,
}

/// Takes your delegation back.
#[derive(Args, Clone, Debug)]
pub struct Undelegate {}

/// Registers you as a delegate; only attested accounts may.
#[derive(Args, Clone, Debug)]
pub struct Register {}

/// Ends your registration as a delegate: everything delegated to you is free.
#[derive(Args, Clone, Debug)]
pub struct Resign {}

impl Verb for Delegate {
    fn deed<D: Asked>(&self, desk: &Desk<'_, D>, who: &str) -> Result<Deed> {
        let split = self.to.iter().map(|part| share(desk, part)).collect::<Result<Vec<_>>>()?;
        check_split(&Addr::unchecked(who), &split)?;
        let mut preview = Preview::new("delegate, in place of what you delegated before");
        for (delegate, bps) in &split {
            ensure!(
                desk.account(delegate.as_str())?.delegate.is_some(),
                "{delegate} is not registered as a delegate"
            );
            preview = preview.line(&percent(*bps), desk.notation.calls(delegate.as_str()));
        }
        let given: u64 = split.iter().map(|(_, bps)| u64::from(*bps)).sum();
        if given < WHOLE {
            preview = preview.line(&percent((WHOLE - given) as u16), "stays yours, and counts when you vote");
        }
        let season = span(desk.voting()?.season);
        let preview = preview.line("lives", format!("to the end of the delegate's next season of {season}"));
        let to = split.into_iter().map(|(delegate, bps)| Share { delegate: delegate.into(), bps }).collect();
        Deed::new(preview, &desk.contracts().voting, &ExecuteMsg::Delegate { to })
    }
}

impl Verb for Undelegate {
    fn deed<D: Asked>(&self, desk: &Desk<'_, D>, who: &str) -> Result<Deed> {
        let account = desk.account(who)?;
        ensure!(!account.delegation.is_empty(), "{who} delegates nothing");
        let preview = Preview::new("take your delegation back");
        let preview = account.delegation.iter().fold(preview, |preview, part| {
            preview.line(&percent(part.bps), format!("from {}", desk.notation.calls(part.delegate.as_str())))
        });
        let preview = preview.line("polls", "that are open keep what was delegated at their opening");
        Deed::new(preview, &desk.contracts().voting, &ExecuteMsg::Undelegate {})
    }
}

impl Verb for Register {
    fn deed<D: Asked>(&self, desk: &Desk<'_, D>, who: &str) -> Result<Deed> {
        let account = desk.account(who)?;
        ensure!(account.delegate.is_none(), "{who} is a delegate already");
        ensure!(
            account.attested_until.is_some(),
            "{who} is not attested: only attested accounts may register"
        );
        let season = span(desk.voting()?.season);
        let preview = Preview::new("register as a delegate")
            .line("then", "others may delegate to you, and you may not delegate until you resign")
            .line("seasons", format!("of {season}, counted from now"));
        Deed::new(preview, &desk.contracts().voting, &ExecuteMsg::RegisterDelegate {})
    }
}

impl Verb for Resign {
    fn deed<D: Asked>(&self, desk: &Desk<'_, D>, who: &str) -> Result<Deed> {
        let Some(delegate) = desk.account(who)?.delegate else { bail!("{who} is not a delegate") };
        let (power, stake) = (delegate.received.power.u128(), delegate.received.stake.u128());
        let preview = Preview::new("resign as a delegate")
            .line("set free", format!("{} and {} of stake", desk.power(power), desk.stake(stake)))
            .line("for ever", "what was delegated does not come back if you register again");
        Deed::new(preview, &desk.contracts().voting, &ExecuteMsg::Resign {})
    }
}

/// A part: `ADDRESS` or `ADDRESS=60%`.
fn share<D: Asked>(desk: &Desk<'_, D>, text: &str) -> Result<(Addr, u16)> {
    let (account, bps) = match text.split_once('=') {
        Some((account, share)) => (account, basis_points(share)?),
        None => (text, WHOLE as u16),
    };
    Ok((Addr::unchecked(desk.notation.account(account.trim())?), bps))
}

/// Basis points: `60%`, `33.33 %`.
pub fn basis_points(text: &str) -> Result<u16> {
    let wrong = || format!("`{text}` is no share: write 0.01% to 100%, with at most two decimals");
    let number = text.trim().strip_suffix('%').with_context(wrong)?.trim();
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    ensure!(!whole.is_empty() && fraction.len() <= 2, wrong());
    ensure!(format!("{whole}{fraction}").bytes().all(|digit| digit.is_ascii_digit()), wrong());
    let bps: u64 = format!("{whole}{fraction:0<2}").parse().ok().with_context(wrong)?;
    ensure!((1..=WHOLE).contains(&bps), wrong());
    Ok(bps as u16)
}

/// Basis points as people read them: `33.33 %`.
pub fn percent(bps: u16) -> String {
    format!("{} %", super::notation::decimal(bps.into(), 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_has_two_decimals_and_is_above_nothing_and_at_most_all() {
        for (text, bps) in [("60%", 6_000), ("33.33 %", 3_333), ("0.01%", 1), ("100%", 10_000), ("0.5%", 50)]
        {
            assert_eq!(basis_points(text).unwrap(), bps, "{text}");
        }
        for text in ["", "60", "0%", "0.00%", "100.01%", "0.001%", "-1%", "+1%", "1.%%", "x%", ".5%", "٣%"] {
            let error = basis_points(text).unwrap_err().to_string();
            assert!(error.contains("write 0.01% to 100%"), "{text}");
        }
        assert_eq!(percent(3_333), "33.33 %");
    }
}
