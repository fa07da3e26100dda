//! Texts are bounded in bytes.

use anyhow::Result;
use cosmwasm_std::HexBinary;
use isonomia_api::proposal::{Draft, ExecuteMsg, Link};
use isonomia_embedded::Dao;

use crate::lifecycle::town::*;

/// A plain opinion, changed.
pub fn draft(change: impl FnOnce(&mut Draft)) -> Draft {
    let (title, summary) = ("An opinion".to_string(), String::new());
    let mut draft = Draft { title, summary, link: None, actions: vec![], emergency: false, ready: None };
    change(&mut draft);
    draft
}

/// Ann proposes it, and takes it back so that she may propose again.
#[track_caller]
pub fn accepts(dao: &mut Dao, draft: Draft) {
    let (ann, proposal) = (dao.addr("ann"), dao.contracts.proposal.clone());
    dao.call(&ann, &proposal, &ExecuteMsg::Propose { draft }).expect("this should have been accepted");
    let msg = isonomia_api::proposal::QueryMsg::Config {};
    let told: isonomia_api::proposal::ConfigResponse = dao.ask(&proposal, &msg).expect("it answers");
    dao.withdraw(&ann, told.next_id - 1).expect("ann withdraws");
}

/// Why ann may not propose it.
#[track_caller]
pub fn refuses(dao: &mut Dao, draft: Draft) -> String {
    let (ann, proposal) = (dao.addr("ann"), dao.contracts.proposal.clone());
    refused(dao, |dao| dao.call(&ann, &proposal, &ExecuteMsg::Propose { draft }))
}

#[test]
fn a_title_has_1_to_140_bytes() -> Result<()> {
    let mut dao = town()?;
    let titled = |title: String| draft(|draft| draft.title = title);

    accepts(&mut dao, titled("t".repeat(140)));
    accepts(&mut dao, titled("é".repeat(70)));
    assert_eq!(refuses(&mut dao, titled("t".repeat(141))), "the title has 141 bytes, more than 140");
    assert_eq!(refuses(&mut dao, titled("é".repeat(71))), "the title has 142 bytes, more than 140");
    for nothing in ["", " ", "\n\t "] {
        assert_eq!(refuses(&mut dao, titled(nothing.to_string())), "a proposal has a title");
    }
    Ok(())
}

#[test]
fn a_summary_has_at_most_4096_bytes() -> Result<()> {
    let mut dao = town()?;
    let told = |bytes| draft(|draft| draft.summary = "s".repeat(bytes));

    accepts(&mut dao, told(4_096));
    assert_eq!(refuses(&mut dao, told(4_097)), "the summary has 4097 bytes, more than 4096");
    Ok(())
}

#[test]
fn a_link_has_a_uri_of_at_most_512_bytes_and_a_hash_of_32() -> Result<()> {
    let mut dao = town()?;
    let linked = |uri, hash| {
        let (uri, sha256) = ("u".repeat(uri), HexBinary::from(vec![7; hash]));
        draft(|draft| draft.link = Some(Link { uri, sha256 }))
    };

    accepts(&mut dao, linked(512, 32));
    assert_eq!(refuses(&mut dao, linked(513, 32)), "the link's uri has 513 bytes, more than 512");
    assert_eq!(refuses(&mut dao, linked(5, 31)), "the link's sha256 has 32 bytes, not 31");
    assert_eq!(refuses(&mut dao, linked(5, 33)), "the link's sha256 has 32 bytes, not 33");
    assert_eq!(refuses(&mut dao, linked(5, 0)), "the link's sha256 has 32 bytes, not 0");
    Ok(())
}
