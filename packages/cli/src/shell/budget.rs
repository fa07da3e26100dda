//! `isonomia pay` and `budgets`: what a holder pays without a vote, and what may still be paid so.

use anyhow::{ensure, Context, Result};
use clap::Args;
use isonomia_api::treasury::{BudgetInfo, BudgetResponse, BudgetsResponse, ExecuteMsg, QueryMsg};
use serde_json::json;

use super::asking::Question;
use super::clock::{span, utc};
use super::deed::{Deed, Verb};
use super::desk::Desk;
use super::told::{table_of_words, Page, Told};
use crate::keeper::Asked;
use crate::live::Preview;

/// Pays out of a budget of yours.
#[derive(Args, Clone, Debug)]
pub struct Pay {
    /// The number of the budget.
    budget: u64,
    /// How much: `5cash`.
    amount: String,
    /// To whom.
    #[arg(long)]
    to: String,
}

/// Lists the budgets, a page at a time: who may pay what without a vote, and what is left of it.
#[derive(Args, Clone, Debug, Default)]
pub struct Budgets {
    #[command(flatten)]
    page: Page,
}

impl Verb for Pay {
    fn deed<D: Asked>(&self, desk: &Desk<'_, D>, _who: &str) -> Result<Deed> {
        let msg = QueryMsg::Budget { id: self.budget };
        let found = desk.ask::<BudgetResponse>(&desk.contracts().treasury, &msg)?.budget;
        let budget = found.with_context(|| format!("there is no budget {}", self.budget))?;
        let amount = desk.notation.amount(&self.amount)?;
        ensure!(
            amount.asset == budget.asset,
            "budget {} is in {}, not in {}",
            self.budget,
            budget.asset,
            amount.asset
        );
        let (to, says) = (desk.notation.account(&self.to)?, desk.notation.says(amount.units, &amount.asset));
        let left = desk.notation.says(budget.left.u128(), &budget.asset);
        let preview = Preview::new(&format!("pay {says} out of budget {}", self.budget))
            .line("to", desk.contract(&to))
            .line(
                "of",
                format!("{left} left of the period that ends {}", desk.clock.says(budget.period_ends)),
            );
        let msg = ExecuteMsg::PayFromBudget { id: self.budget, to, amount: amount.units.into() };
        Deed::new(preview, &desk.contracts().treasury, &msg)
    }
}

impl Question for Budgets {
    type Answer = Told;

    fn ask<D: Asked>(&self, desk: &Desk<'_, D>) -> Result<Told> {
        let (start_after, limit) = (self.page.after, Some(self.page.checked()?));
        let msg = QueryMsg::Budgets { start_after, limit };
        let budgets = desk.ask::<BudgetsResponse>(&desk.contracts().treasury, &msg)?.budgets;
        let mut rows = table_of_words(["no.", "holder", "may pay", "left", "until", "to"]);
        for budget in &budgets {
            rows.add_row(row(desk, budget));
        }
        let after = self.page.next(budgets.iter().map(|budget| budget.id));
        let text = self.page.text(rows, "budgets", after);
        Ok(Told { text, json: json!({ "budgets": budgets, "after": after }) })
    }
}

fn row<D: Asked>(desk: &Desk<'_, D>, budget: &BudgetInfo) -> [String; 6] {
    let says = |units: cosmwasm_std::Uint128| desk.notation.says(units.u128(), &budget.asset);
    let to = match &budget.recipients {
        None => "anyone".to_string(),
        Some(only) => only.iter().map(|to| desk.contract(to.as_str())).collect::<Vec<_>>().join("\n"),
    };
    let until = match budget.revoked {
        true => "revoked".to_string(),
        false => utc(budget.until),
    };
    [
        budget.id.to_string(),
        desk.contract(budget.holder.as_str()),
        format!("{} in every {}", says(budget.limit), span(budget.period)),
        says(budget.left),
        until,
        to,
    ]
}
