//! What a proposal would be, before anything is submitted.

use anyhow::Result;
use cosmwasm_std::{coins, to_json_binary, BankMsg, CosmosMsg, Empty, Uint128, WasmMsg};
use isonomia_api::call::call;
use isonomia_api::proposal::{
    AdminChange, Call, Effects, ExecuteMsg, Migration, Outflow, PreviewResponse, QueryMsg, Warning,
};
use isonomia_api::timelock;
use isonomia_core::class::{Class, Scope};
use isonomia_core::pin::Pin;
use isonomia_embedded::{Dao, CASH};
use serde_json::json;

use super::town::*;

fn preview(dao: &Dao, actions: Vec<CosmosMsg>) -> Result<PreviewResponse> {
    dao.ask(&dao.contracts.proposal, &QueryMsg::Preview { actions, emergency: false })
}

fn paid(amount: u128) -> Vec<Outflow> {
    vec![Outflow { asset: cash(), amount: Uint128::new(amount) }]
}

#[test]
fn what_is_previewed_is_what_is_proposed() -> Result<()> {
    let mut dao = town()?;
    let code = bell_code(&mut dao);
    let bell = make_bell(&mut dao, code, None)?;
    let actions = vec![call(&bell, &BellMsg::Ring {})?, spend(&dao, "ringer", 5)?, keeps(&dao, 1)?];

    let shown = preview(&dao, actions.clone())?;

    let id = dao.propose(&dao.addr("ann"), "Ring it", actions, false)?;
    let info = dao.proposal(id)?;
    assert_eq!((shown.class, shown.scope, shown.pins), (info.class, info.scope, dao.body(id)?.pins));
    Ok(())
}

#[test]
fn outflows_are_one_sum_for_each_asset() -> Result<()> {
    let dao = town()?;
    let send = BankMsg::Send { to_address: dao.addr("mason").into_string(), amount: coins(3, CASH) };
    let funded = WasmMsg::Execute {
        contract_addr: dao.contracts.vault.to_string(),
        msg: br#"{"stake":{}}"#.into(),
        funds: coins(4, "uiso"),
    };
    let stream = json!({"create_stream": {"stream": {
        "recipient": "smith", "asset": {"cw20": {"contract": "token"}}, "amount": "70"
    }}});
    let budget = json!({"create_budget": {"budget": {
        "holder": "smith", "asset": {"native": {"denom": CASH}}, "limit": "800"
    }}});
    let actions = vec![
        send.into(),
        spend(&dao, "mason", 5)?,
        small(&dao, "mason", 6)?,
        funded.into(),
        call(&dao.contracts.treasury, &stream)?,
        call(&dao.contracts.treasury, &budget)?,
    ];

    let Effects { outflows, settings, calls, .. } = preview(&dao, actions)?.effects;

    let of = |asset, amount| Outflow { asset, amount: Uint128::new(amount) };
    let token = isonomia_api::asset::Asset::Cw20 { contract: "token".to_string() };
    assert_eq!(outflows, [of(cash(), 814), of(dao.params.asset.clone(), 4), of(token, 70)]);
    let stake = Call { contract: dao.contracts.vault.to_string(), message: "stake".to_string() };
    assert_eq!((settings, calls), (vec![], vec![stake]));
    Ok(())
}

#[test]
fn settings_migrations_and_administrators_are_named() -> Result<()> {
    let dao = town()?;
    let treasury = dao.contracts.treasury.to_string();
    let (code_id, msg) = (dao.codes.treasury, to_json_binary(&Empty {})?);
    let checksum = Some(dao.app.wrap().query_wasm_code_info(code_id)?.checksum.as_slice().into());
    let admin = dao.addr("mallory").into_string();
    let actions = vec![
        call(&dao.contracts.proposal, &ExecuteMsg::SetRoutines { routines: vec![] })?,
        dao.to_timelock(&timelock::ExecuteMsg::Unpause {})?,
        WasmMsg::Migrate { contract_addr: treasury.clone(), new_code_id: code_id, msg }.into(),
        WasmMsg::UpdateAdmin { contract_addr: treasury.clone(), admin: admin.clone() }.into(),
        WasmMsg::ClearAdmin { contract_addr: treasury.clone() }.into(),
    ];

    let shown = preview(&dao, dao.upgrading(actions)?)?;

    let setting = |contract: &cosmwasm_std::Addr, message: &str| Call {
        contract: contract.to_string(),
        message: message.to_string(),
    };
    let migration = Migration { contract: treasury.clone(), code_id, checksum, rescue: false };
    let change = |admin| AdminChange { contract: treasury.clone(), admin };
    let effects = Effects {
        settings: vec![
            setting(&dao.contracts.proposal, "set_routines"),
            setting(&dao.contracts.timelock, "unpause"),
            setting(&dao.contracts.timelock, "upgrade"),
        ],
        migrations: vec![migration],
        admins: vec![change(Some(admin)), change(None)],
        ..Effects::default()
    };
    assert_eq!((shown.class, shown.scope), (Class::Critical, Scope::Ordinary));
    assert_eq!((shown.effects, shown.warnings), (effects, vec![Warning::NoRollback { index: 5 }]));
    Ok(())
}

#[test]
fn what_no_pin_sees_is_a_warning() -> Result<()> {
    let mut dao = town()?;
    let code = bell_code(&mut dao);
    let mallory = dao.addr("mallory");
    let foreign = make_bell(&mut dao, code, Some(&mallory))?;
    let salt = b"a salt".into();
    let make = WasmMsg::Instantiate2 {
        admin: None,
        code_id: code,
        label: "bell".to_string(),
        msg: to_json_binary(&Empty {})?,
        funds: vec![],
        salt,
    };
    let created = created_by_the_timelock(&dao, code, b"a salt")?;
    let inner = json!({"execute": {"contract_addr": foreign, "msg": "e30=", "funds": []}});
    let actions = vec![
        call(&foreign, &BellMsg::Ring {})?,
        make.into(),
        call(&created, &BellMsg::Ring {})?,
        call(&dao.contracts.treasury, &json!({"execute": {"msg": inner}}))?,
    ];

    let shown = preview(&dao, actions)?;

    let contract = foreign.to_string();
    let warnings = [
        Warning::ForeignAdmin { contract: contract.clone(), admin: mallory.to_string() },
        Warning::Configuration { contract: contract.clone() },
        Warning::NoInfo { contract: created.to_string() },
        Warning::Wrapped { index: 3 },
    ];
    assert_eq!(shown.warnings, warnings);
    let treasury = Pin { contract: dao.contracts.treasury.to_string(), code_id: dao.codes.treasury };
    assert_eq!(shown.pins, [Pin { contract, code_id: code }, treasury]);
    Ok(())
}

/// The address of a contract that the timelock makes.
pub fn created_by_the_timelock(dao: &Dao, code: u64, salt: &[u8]) -> Result<cosmwasm_std::Addr> {
    use cosmwasm_std::Api;
    let api = dao.app.api();
    let checksum = dao.app.wrap().query_wasm_code_info(code)?.checksum;
    let creator = api.addr_canonicalize(dao.contracts.timelock.as_str())?;
    let address = cosmwasm_std::instantiate2_address(checksum.as_slice(), &creator, salt)?;
    Ok(api.addr_humanize(&address)?)
}

#[test]
fn a_small_spend_is_standard_and_nothing_is_a_signal() -> Result<()> {
    let dao = town()?;

    let shown = preview(&dao, vec![small(&dao, "painter", 3)?])?;

    assert_eq!((shown.class, shown.effects.outflows), (Class::Standard, paid(3)));
    let nothing = preview(&dao, vec![])?;
    assert_eq!((nothing.class, nothing.effects), (Class::Signal, Effects::default()));
    Ok(())
}

#[test]
fn what_could_not_be_proposed_is_not_previewed() -> Result<()> {
    let dao = town()?;
    let nowhere = dao.addr("nowhere");
    let told = |actions, emergency| {
        let asked = QueryMsg::Preview { actions, emergency };
        dao.ask::<PreviewResponse>(&dao.contracts.proposal, &asked).unwrap_err().to_string()
    };

    for (actions, emergency, why) in [
        (vec![call(&nowhere, &BellMsg::Ring {})?], false, "action 0 calls"),
        (vec![spend(&dao, "mallory", 1)?], true, "action 0 is not defensive"),
        (vec![small(&dao, "mallory", 1)?; 17], false, "a proposal has at most 16 actions, not 17"),
    ] {
        let refusal = told(actions, emergency);
        assert!(refusal.contains(why), "{refusal}");
    }
    Ok(())
}
