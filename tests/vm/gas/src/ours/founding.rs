//! How a stage begins: a DAO by compiled contracts, and those who live in it from the start.

use anyhow::{anyhow, Result};
use cosmwasm_std::Binary;
use cw_multi_test::{App, Executor};
use isonomia_api::asset::Asset;
use isonomia_api::identity::{Issuer, IssuerKey};
use isonomia_api::plan::{messages, Params, Suite};
use isonomia_embedded::{predict, Dao, CASH, STAKED};
use serde_json::json;

use super::stage::{elders, Stage, FORTUNE};
use crate::meter::Meter;
use crate::people::{account, chain};
use crate::tx::Tx;
use crate::Bench;

/// What a founder decides by default, with an account in the registry's place so that a town fills quickly.
fn params(app: &App) -> Params {
    let asset = Asset::Native { denom: STAKED.to_string() };
    let key = IssuerKey::Account { address: account("issuer").into_string() };
    let registrar = app.api().addr_make("registrar").into_string();
    Params {
        min_issuers: 1,
        registrar: Some(registrar),
        ..Params::standard("Isonomia", asset, vec![Issuer { id: "issuer".to_string(), key }])
    }
}

impl Stage {
    /// Founds a DAO by compiled contracts; noted as `create`.
    pub fn found(bench: &Bench, change: impl FnOnce(&mut App, &mut Params) -> Result<()>) -> Result<Stage> {
        let (mut app, mut meter) = (chain(), Meter::new(&bench.vm, "ours"));
        let mut params = params(&app);
        change(&mut app, &mut params)?;
        let (twins, switch) = bench.vm.twins(&bench.artifacts)?;
        switch.wasm();
        let Suite { vault, voting, identity, proposal, timelock, treasury } = twins;
        let mut made = [vault, voting, identity, proposal, timelock, treasury]
            .map(|code| app.store_code(code))
            .into_iter();
        let codes = Suite::each(|_| made.next().ok_or_else(|| anyhow!("six codes")))?;

        let (sender, salt) = (account("founder"), Binary::from(params.name.as_bytes()));
        let contracts = predict(&app, &sender, &codes, &salt)?;
        let messages = messages(&params, &codes, &contracts, &salt)?;
        meter.tx(&mut app, "create", Tx { sender: sender.clone(), messages })?;
        switch.native();
        let nothing = app.store_code(bench.vm.load(bench.peer("limit-nothing"))?);
        let grant = app.instantiate_contract(nothing, sender, &json!({}), &[], "grant", None)?;
        Ok(Stage {
            dao: Dao { app, contracts, codes, params, told: vec![], listens: false },
            grant,
            meter,
            switch,
        })
    }

    /// A DAO with an account in the registry's place, and a treasury.
    pub fn village(bench: &Bench, change: impl FnOnce(&mut Params)) -> Result<Stage> {
        let mut stage = Stage::found(bench, |_, params| {
            change(params);
            Ok(())
        })?;
        stage.dao.declare_ready()?;
        let treasury = stage.dao.contracts.treasury.clone();
        stage.dao.mint(&treasury, 1_000_000_000_000, CASH)?;
        Ok(stage)
    }

    /// A village with elders, who carry any decision.
    pub fn town(bench: &Bench, change: impl FnOnce(&mut Params)) -> Result<Stage> {
        let mut stage = Stage::village(bench, change)?;
        elders().iter().try_for_each(|elder| stage.settle(elder, FORTUNE))?;
        Ok(stage)
    }
}
