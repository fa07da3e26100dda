//! Actions: how many, how long, of what kind, in what form, and for whom.

use anyhow::Result;
use cosmwasm_std::{
    coins, instantiate2_address, to_json_binary, Addr, BankMsg, Binary, CosmosMsg, Empty, WasmMsg,
};
use isonomia_api::call::call;
use isonomia_api::proposal::Draft;
use isonomia_embedded::{Dao, CASH};
use serde_json::json;

use super::texts::{accepts, draft, refuses};
use crate::lifecycle::town::*;

fn acting(actions: Vec<CosmosMsg>) -> Draft {
    draft(|draft| draft.actions = actions)
}

/// A message to the treasury, as it comes.
fn raw(dao: &Dao, msg: impl Into<Vec<u8>>) -> Draft {
    let contract_addr = dao.contracts.treasury.to_string();
    let msg = Binary::from(msg.into());
    acting(vec![WasmMsg::Execute { contract_addr, msg, funds: vec![] }.into()])
}

#[test]
fn a_proposal_has_at_most_16_actions() -> Result<()> {
    let mut dao = town()?;
    let action = small(&dao, "painter", 1)?;

    accepts(&mut dao, acting(vec![action.clone(); 16]));
    let refusal = refuses(&mut dao, acting(vec![action; 17]));
    assert_eq!(refusal, "a proposal has at most 16 actions, not 17");
    Ok(())
}

#[test]
fn actions_have_at_most_24_kib_in_canonical_form() -> Result<()> {
    let mut dao = town()?;
    // The label fills the list up to the byte.
    let list = |label: usize| -> Vec<CosmosMsg> {
        let (msg, label) = (Binary::from(b"{}"), "l".repeat(label));
        vec![WasmMsg::Instantiate { admin: None, code_id: 1, msg, funds: vec![], label }.into()]
    };
    let room = 24 * 1_024 - to_json_binary(&list(0))?.len();

    accepts(&mut dao, acting(list(room)));
    let refusal = refuses(&mut dao, acting(list(room + 1)));
    assert_eq!(refusal, "the list of actions has 24577 bytes, more than 24576");
    Ok(())
}

#[test]
fn white_space_does_not_count_and_is_not_sent() -> Result<()> {
    let mut dao = town()?;
    let msg = format!("{{ \"b\" {}: {{ \"z\": 1, \"a\": [ ] }} }}", " ".repeat(30_000));
    let sent = raw(&dao, msg);
    let actions = sent.actions.clone();

    let id = dao.propose(&dao.addr("bob"), "Spaced out", actions, false)?;

    let contract_addr = dao.contracts.treasury.to_string();
    let msg = Binary::from(br#"{"b":{"a":[],"z":1}}"#);
    let stored: Vec<CosmosMsg> = vec![WasmMsg::Execute { contract_addr, msg, funds: vec![] }.into()];
    assert_eq!(dao.body(id)?.actions, to_json_binary(&stored)?);
    Ok(())
}

#[test]
fn a_message_is_one_object_with_one_key_and_no_key_twice() -> Result<()> {
    let mut dao = town()?;
    let mut refusal = |msg: &str| {
        let draft = raw(&dao, msg);
        refuses(&mut dao, draft)
    };
    assert_eq!(refusal("{}"), "action 0: a message has one top-level key, not 0");
    assert_eq!(
        refusal(r#"{"spend":{},"spend_small":{}}"#),
        "action 0: a message has one top-level key, not 2"
    );
    for nothing in ["[]", r#"["spend"]"#, r#""spend""#, "1", "true", "null"] {
        assert_eq!(refusal(nothing), "action 0: a message is one JSON object", "{nothing}");
    }
    let malformed = |why: &str| format!("action 0: not a message: {why}");
    let twice = |key: &str| malformed(&format!("the key `{key}` stands twice"));
    assert_eq!(refusal(r#"{"spend_small":{},"spend_small":{}}"#), twice("spend_small"));
    assert_eq!(refusal(r#"{"spend":{"to":"ann","to":"eve"}}"#), twice("to"));
    assert_eq!(refusal(r#"{"spend":[{"a":[{"b":1,"b":1}]}]}"#), twice("b"));
    assert_eq!(refusal(r#"{"spend":{"\u0061":1,"a":2}}"#), twice("a"));
    Ok(())
}

#[test]
fn a_message_has_no_fractions_no_rest_and_no_bottom() -> Result<()> {
    let mut dao = town()?;
    let nested = |depth| format!(r#"{{"spend":{}{}}}"#, "[".repeat(depth), "]".repeat(depth));
    for msg in
        [nested(100), r#"{"spend":18446744073709551615}"#.into(), r#"{"spend":-9223372036854775808}"#.into()]
    {
        let draft = raw(&dao, msg);
        accepts(&mut dao, draft);
    }

    let broken = [
        r#"{"spend":1.5}"#.into(),
        r#"{"spend":1e3}"#.into(),
        r#"{"spend":18446744073709551616}"#.into(),
        r#"{"spend":{}} {}"#.into(),
        r#"{"spend":{}"#.into(),
        r#"{spend:{}}"#.into(),
        r#"{"spend":NaN}"#.into(),
        nested(5_000),
        String::new(),
    ];
    for msg in broken {
        let draft = raw(&dao, msg.clone());
        let refusal = refuses(&mut dao, draft);
        assert!(refusal.starts_with("action 0: not a message: "), "{msg}: {refusal}");
    }
    let draft = raw(&dao, vec![b'{', b'"', 0xff, b'"', b':', b'1', b'}']);
    assert!(refuses(&mut dao, draft).starts_with("action 0: not a message: "));
    Ok(())
}

#[test]
fn the_refusal_names_the_action() -> Result<()> {
    let mut dao = town()?;
    let mut actions = vec![small(&dao, "painter", 1)?; 3];
    actions.extend(raw(&dao, "[]").actions);

    assert_eq!(refuses(&mut dao, acting(actions)), "action 3: a message is one JSON object");
    Ok(())
}

#[test]
fn other_kinds_of_messages_are_not_taken() -> Result<()> {
    let mut dao = town()?;
    let custom = acting(vec![small(&dao, "painter", 1)?, CosmosMsg::Custom(Empty {})]);
    let refusal = refuses(&mut dao, custom);
    assert_eq!(refusal, "action 1 is neither a `bank` nor a `wasm` message: other kinds are not taken");

    let (ann, proposal) = (dao.addr("ann"), dao.contracts.proposal.clone());
    let others = [
        json!({"staking": {"delegate": {"validator": "v", "amount": {"denom": CASH, "amount": "1"}}}}),
        json!({"gov": {"vote": {"proposal_id": 1, "option": "yes"}}}),
        json!({"ibc": {"close_channel": {"channel_id": "c"}}}),
        json!({"any": {"type_url": "/cosmos.authz.v1beta1.MsgGrant", "value": ""}}),
        json!({"stargate": {"type_url": "/cosmos.authz.v1beta1.MsgGrant", "value": ""}}),
    ];
    for other in others {
        let draft = json!({"title": "Sly", "summary": "", "link": null, "actions": [other]});
        let msg = json!({"propose": {"draft": draft}});
        let refusal = refused(&mut dao, |dao| dao.call(&ann, &proposal, &msg));
        assert!(refusal.contains("unknown variant"), "{refusal}");
    }
    Ok(())
}

#[test]
fn a_contract_that_is_called_exists() -> Result<()> {
    let mut dao = town()?;
    let nobody = dao.addr("nobody");
    let (contract_addr, admin) = (nobody.to_string(), nobody.to_string());
    let missing: Vec<CosmosMsg> = vec![
        call(&nobody, &BellMsg::Ring {})?,
        WasmMsg::Migrate { contract_addr: contract_addr.clone(), new_code_id: 1, msg: b"{}".into() }.into(),
        WasmMsg::UpdateAdmin { contract_addr: contract_addr.clone(), admin }.into(),
        WasmMsg::ClearAdmin { contract_addr }.into(),
        call(&Addr::unchecked("treasury"), &BellMsg::Ring {})?,
    ];
    for action in missing {
        let contract = match &action {
            CosmosMsg::Wasm(WasmMsg::Execute { contract_addr, .. }) => contract_addr.clone(),
            _ => nobody.to_string(),
        };
        let refusal = refuses(&mut dao, acting(vec![action]));
        let expected = format!(
            "action 0 calls {contract}, which does not exist and is not created by an earlier action"
        );
        assert_eq!(refusal, expected);
    }
    accepts(
        &mut dao,
        acting(vec![BankMsg::Send { to_address: nobody.into(), amount: coins(1, CASH) }.into()]),
    );
    Ok(())
}

/// The creation of a bell by the timelock, and the address that it will have.
fn creation(dao: &Dao, code_id: u64, salt: &[u8]) -> Result<(CosmosMsg, Addr)> {
    let api = dao.app.api();
    let creator = cosmwasm_std::Api::addr_canonicalize(api, dao.contracts.timelock.as_str())?;
    let checksum = dao.app.wrap().query_wasm_code_info(code_id)?.checksum;
    let address = instantiate2_address(checksum.as_slice(), &creator, salt)?;
    let (msg, label, salt) = (Binary::from(b"{}"), "bell".to_string(), Binary::from(salt));
    let create = WasmMsg::Instantiate2 { admin: None, code_id, label, msg, funds: vec![], salt };
    Ok((create.into(), cosmwasm_std::Api::addr_humanize(api, &address)?))
}

#[test]
fn a_contract_that_an_earlier_action_creates_may_be_called() -> Result<()> {
    let mut dao = town()?;
    let code_id = bell_code(&mut dao);
    let (create, bell) = creation(&dao, code_id, b"first")?;
    let (_, other) = creation(&dao, code_id, b"second")?;
    let refusal = |index, contract: &Addr| {
        format!(
            "action {index} calls {contract}, which does not exist and is not created by an earlier action"
        )
    };
    let ring = |bell: &Addr| call(bell, &BellMsg::Ring {});

    let too_early = acting(vec![ring(&bell)?, create.clone()]);
    assert_eq!(refuses(&mut dao, too_early), refusal(0, &bell));
    let other_salt = acting(vec![create.clone(), ring(&other)?]);
    assert_eq!(refuses(&mut dao, other_salt), refusal(1, &other));

    let id = dao.enact("bob", vec![create, ring(&bell)?])?;
    assert_eq!(dao.proposal(id)?.class, isonomia_core::class::Class::Critical);
    assert_eq!(dao.app.wrap().query_wasm_contract_info(&bell)?.creator, dao.contracts.timelock);
    Ok(())
}

#[test]
fn a_code_that_is_to_be_called_exists() -> Result<()> {
    let mut dao = town()?;
    let (msg, label, salt) = (Binary::from(b"{}"), "bell".to_string(), Binary::from(b"salt"));
    let create = WasmMsg::Instantiate2 { admin: None, code_id: 999, label, msg, funds: vec![], salt };

    let refusal = refuses(&mut dao, acting(vec![create.into()]));

    assert_eq!(refusal, "action 0 names code 999, which does not exist");
    Ok(())
}
