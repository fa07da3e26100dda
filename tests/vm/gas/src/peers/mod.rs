//! Systems to compare with. Their messages are plain JSON: nothing of them is linked.

mod cw3;
mod daodao;
mod limit;
mod org;
pub mod scene;

use anyhow::Result;
use cosmwasm_std::Addr;
use cw_multi_test::{App, Executor};
use isonomia_embedded::Code;
use serde_json::json;

use crate::meter::Figure;
use crate::ours::draft::TITLE;
use crate::people::account;
use crate::Bench;

/// Every story of the peers.
pub fn figures(bench: &Bench) -> Result<Vec<Figure>> {
    let mut figures = limit::figures(bench)?;
    for bytes in [1_000, 10_000] {
        figures.extend(daodao::decide(bench, bytes, size(bytes))?);
        figures.extend(cw3::decide(bench, bytes, size(bytes))?);
    }
    figures.extend(org::create_with_token(bench)?);
    figures.extend(cw3::stake_without_hook(bench)?);
    Ok(figures)
}

/// What each peer's proposing, voting and executing cost, for a proposal of so many bytes.
pub fn trial(bench: &Bench, bytes: usize) -> Result<Vec<(String, u64)>> {
    let mut figures = daodao::decide(bench, bytes, "trial")?;
    figures.extend(cw3::decide(bench, bytes, "trial")?);
    let kept = |figure: &Figure| {
        ["/propose-trial", "/vote-trial", "/execute-trial"].iter().any(|end| figure.name.ends_with(end))
    };
    let plain = |name: &str| name.replace("-trial", "").replace('/', ": ").replace("daodao", "DAO DAO");
    let figures = figures.into_iter().filter(kept);
    Ok(figures.map(|figure| (plain(&figure.name), figure.bill.total())).collect())
}

fn size(bytes: usize) -> &'static str {
    match bytes {
        1_000 => "1k",
        _ => "10k",
    }
}

/// A cw20 token without holders.
pub fn cw20(app: &mut App, code: Code, minter: &Addr) -> Result<Addr> {
    let code = app.store_code(code);
    let msg = json!({
        "name": "Isonomia token",
        "symbol": "ISO",
        "decimals": 6,
        "initial_balances": [],
        "mint": { "minter": minter },
        "marketing": null,
    });
    app.instantiate_contract(code, minter.clone(), &msg, &[], "cw20", None)
}

/// The title, the text and the one payment of a proposal of so many bytes.
fn proposal(bytes: usize) -> Result<(String, String, serde_json::Value)> {
    let payment = json!([{ "bank": { "send": {
        "to_address": account("grantee"),
        "amount": [{ "denom": isonomia_embedded::CASH, "amount": crate::ours::draft::GRANT.to_string() }],
    }}}]);
    let text = bytes.saturating_sub(TITLE.len() + payment.to_string().len());
    Ok((TITLE.to_string(), crate::ours::draft::text(text), payment))
}
