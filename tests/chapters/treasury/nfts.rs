//! Tokens of a collection are counted, not weighed.

use anyhow::Result;
use cosmwasm_schema::cw_serde;
use cosmwasm_std::{
    from_json, to_json_binary, to_json_vec, Addr, Binary, Deps, DepsMut, Empty, Env, MessageInfo, Response,
    StdError, StdResult, WasmMsg,
};
use cw_multi_test::{ContractWrapper, Executor};
use isonomia_api::cw721::{Cw721QueryMsg, Cw721ReceiveMsg, NumTokensResponse, OwnerOfResponse};
use isonomia_api::treasury::{self, ExecuteMsg, Holding, Means, Nft};
use isonomia_core::cap::Limit;
use isonomia_core::class::Class;
use isonomia_embedded::{Dao, DAY};

use super::world::*;
use crate::lifecycle::town::*;

/// What a collection takes: as much of cw721 as matters here.
#[cw_serde]
enum ArtMsg {
    Mint { token_id: String, owner: String },
    TransferNft { recipient: String, token_id: String },
    SendNft { contract: String, token_id: String, msg: Binary },
    ApproveAll { operator: String },
    Burn { token_id: String },
}

fn art_acts(deps: DepsMut, _: Env, info: MessageInfo, msg: ArtMsg) -> StdResult<Response> {
    let (token_id, to, told) = match msg {
        ArtMsg::ApproveAll { .. } => return Ok(Response::new()),
        ArtMsg::Burn { token_id } => {
            deps.storage.remove(token_id.as_bytes());
            return Ok(Response::new());
        }
        ArtMsg::Mint { token_id, owner } => {
            deps.storage.set(token_id.as_bytes(), &to_json_vec(&owner)?);
            return Ok(Response::new());
        }
        ArtMsg::TransferNft { recipient, token_id } => (token_id, recipient, None),
        ArtMsg::SendNft { contract, token_id, msg } => (token_id, contract, Some(msg)),
    };
    let owner: String = from_json(deps.storage.get(token_id.as_bytes()).unwrap_or_default())?;
    if owner != info.sender.as_str() {
        return Err(StdError::generic_err("not yours"));
    }
    deps.storage.set(token_id.as_bytes(), &to_json_vec(&to)?);
    let Some(msg) = told else { return Ok(Response::new()) };
    let received = Cw721ReceiveMsg { sender: owner, token_id, msg };
    let call = isonomia_api::call::call(&Addr::unchecked(to), &ExecuteMsg::ReceiveNft(received))?;
    Ok(Response::new().add_message(call))
}

fn art_says(deps: Deps, _: Env, msg: Cw721QueryMsg) -> StdResult<Binary> {
    match msg {
        Cw721QueryMsg::NumTokens {} => to_json_binary(&NumTokensResponse { count: 3 }),
        Cw721QueryMsg::OwnerOf { token_id, .. } => {
            let owner = deps.storage.get(token_id.as_bytes()).ok_or(StdError::not_found(token_id))?;
            to_json_binary(&OwnerOfResponse { owner: from_json(owner)? })
        }
    }
}

/// A town with three pictures, "1" to "3", which somebody has sent it.
pub fn gallery() -> Result<(Dao, Addr)> {
    let mut dao = thrifty()?;
    let art = pictures(&mut dao)?;
    Ok((dao, art))
}

/// A collection of three pictures, "1" to "3", which somebody sends the treasury.
pub fn pictures(dao: &mut Dao) -> Result<Addr> {
    fn make(_: DepsMut, _: Env, _: MessageInfo, _: Empty) -> StdResult<Response> {
        Ok(Response::new())
    }
    let code = dao.app.store_code(Box::new(ContractWrapper::new(art_acts, make, art_says)));
    let (donor, treasury) = (dao.addr("donor"), dao.contracts.treasury.to_string());
    let art = dao.app.instantiate_contract(code, donor.clone(), &Empty {}, &[], "art", None)?;
    for number in 1..=3 {
        let token_id = number.to_string();
        dao.call(&donor, &art, &ArtMsg::Mint { token_id: token_id.clone(), owner: donor.to_string() })?;
        let (contract, msg) = (treasury.clone(), Binary::from(b"a gift"));
        dao.call(&donor, &art, &ArtMsg::SendNft { contract, token_id, msg })?;
    }
    Ok(art)
}

/// Gives the smith a picture.
pub fn gives(dao: &Dao, art: &Addr, token_id: &str) -> ExecuteMsg {
    let nft = Nft { collection: art.to_string(), token_id: token_id.to_string() };
    ExecuteMsg::SpendNft { nft, to: dao.addr("smith").into_string() }
}

pub fn collection(art: &Addr) -> Holding {
    Holding::Cw721 { contract: art.to_string() }
}

fn owner(dao: &Dao, art: &Addr, token_id: &str) -> Result<String> {
    let msg = Cw721QueryMsg::OwnerOf { token_id: token_id.to_string(), include_expired: None };
    Ok(dao.ask::<OwnerOfResponse>(art, &msg)?.owner)
}

fn over(art: &Addr, most: u32, counted: u32) -> String {
    format!(
        "cw721:{art}: 1 is more than the 0 left of the outflow cap: {most} tokens in 7 days, which is {most}, and \
         {counted} counted already"
    )
}

#[test]
fn a_picture_is_given_by_a_vote_and_the_next_one_a_week_later() -> Result<()> {
    let (mut dao, art) = gallery()?;
    let id = dao.decide("ann", &[gives(&dao, &art, "1")])?;
    assert_eq!(dao.proposal(id)?.class, Class::Critical);
    dao.execute(&dao.addr("anyone"), id)?;

    let second = gives(&dao, &art, "2");
    assert_eq!(refused(&mut dao, |dao| dao.order(&second)), over(&art, 1, 1));
    dao.advance(8 * DAY);
    dao.order(&second)?;

    let (smith, treasury) = (dao.addr("smith").into_string(), dao.contracts.treasury.to_string());
    let owners = [owner(&dao, &art, "1")?, owner(&dao, &art, "2")?, owner(&dao, &art, "3")?];
    assert_eq!(owners, [smith.clone(), smith, treasury]);
    let entry = &ledger(&dao)?[1];
    assert_eq!((entry.proposal, &entry.by), (id, &Means::SpendNft { token_id: "1".to_string() }));
    assert_eq!((&entry.holding, entry.amount.u128()), (&collection(&art), 1));
    Ok(())
}

#[test]
fn a_collection_has_a_count_that_is_raised_like_any_cap() -> Result<()> {
    let (mut dao, art) = gallery()?;
    dao.order(&ExecuteMsg::List { holding: collection(&art) })?;
    let raise = ExecuteMsg::RaiseCap { holding: collection(&art), limit: Limit::Count { count: 2 } };
    dao.order(&raise)?;
    let wrong = ExecuteMsg::LowerCap { holding: collection(&art), limit: share(1) };
    let refusal = refused(&mut dao, |dao| dao.order(&wrong));
    assert!(
        refusal.ends_with("are capped by a share, cw721 tokens by a count, not by 1 basis points"),
        "{refusal}"
    );

    dao.order(&gives(&dao, &art, "1"))?;
    let (second, third) = (gives(&dao, &art, "2"), gives(&dao, &art, "3"));
    assert_eq!(refused(&mut dao, |dao| dao.order(&second)), over(&art, 1, 1));
    dao.advance(5 * DAY);
    dao.order(&second)?;
    assert_eq!(refused(&mut dao, |dao| dao.order(&third)), over(&art, 2, 2));
    Ok(())
}

#[test]
fn a_picture_of_somebody_else_and_one_without_a_name_are_not_given() -> Result<()> {
    let (mut dao, art) = gallery()?;
    let donor = dao.addr("donor");
    dao.call(&donor, &art, &ArtMsg::Mint { token_id: "4".to_string(), owner: donor.to_string() })?;

    let others = gives(&dao, &art, "4");
    assert_eq!(refused(&mut dao, |dao| dao.order(&others)), format!("the token 4 of {art} is {donor}'s"));
    let long = "x".repeat(257);
    for (name, length) in [("", 0), (long.as_str(), 257)] {
        let odd = gives(&dao, &art, name);
        let refusal = refused(&mut dao, |dao| dao.order(&odd));
        assert_eq!(refusal, format!("the id of a token has 1 to 256 bytes, not {length}"));
    }
    let longest = "y".repeat(256);
    let owner = dao.contracts.treasury.to_string();
    dao.call(&donor, &art, &ArtMsg::Mint { token_id: longest.clone(), owner })?;
    dao.order(&gives(&dao, &art, &longest))?;
    Ok(())
}

#[test]
fn no_execute_moves_a_listed_picture_nor_gives_a_hold_on_it() -> Result<()> {
    let (mut dao, art) = gallery()?;
    dao.order(&ExecuteMsg::List { holding: collection(&art) })?;
    let (token_id, mallory) = ("1".to_string(), dao.addr("mallory").into_string());

    for (name, msg) in [
        ("transfer_nft", ArtMsg::TransferNft { recipient: mallory.clone(), token_id: token_id.clone() }),
        (
            "send_nft",
            ArtMsg::SendNft { contract: mallory.clone(), token_id: token_id.clone(), msg: Binary::default() },
        ),
        ("approve_all", ArtMsg::ApproveAll { operator: mallory }),
        ("burn", ArtMsg::Burn { token_id }),
    ] {
        let msg = executes(&art, &msg, 0)?;
        let refusal = refused(&mut dao, |dao| dao.order(&msg));
        let told = format!("`{name}` is not said to a listed token, only revoke, revoke_all, mint");
        assert_eq!(refusal, format!("cw721:{art}: {told}"));
    }
    let migrate = WasmMsg::ClearAdmin { contract_addr: art.to_string() };
    let refusal = refused(&mut dao, |dao| dao.order(&ExecuteMsg::Execute { msg: migrate }));
    assert!(refusal.starts_with(&format!("cw721:{art} is listed")), "{refusal}");
    Ok(())
}

#[test]
fn pictures_are_spent_small_by_nobody() -> Result<()> {
    let (dao, art) = gallery()?;
    // A payment names a coin or a cw20: a collection cannot even be said, so no vote but a Critical moves a picture.
    let json = format!(
        r#"{{"spend_small":{{"payment":{{"asset":{{"cw721":{{"contract":"{art}"}}}},"amount":"1","to":"x"}}}}}}"#
    );
    assert!(from_json::<treasury::ExecuteMsg>(json).is_err());
    assert_eq!(cap(&dao, collection(&art))?.limit, Limit::Count { count: 1 });
    Ok(())
}
