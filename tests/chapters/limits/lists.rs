//! Lists and pages.

use anyhow::Result;
use isonomia_api::identity::{self, AccountAttestation, AttestationStage, AttestationsResponse};
use isonomia_api::proposal::{self, ProposalsResponse, Routine};
use isonomia_api::voting::{BallotsResponse, ExecuteMsg, MemberListResponse, QueryMsg};
use isonomia_core::class::Class;
use isonomia_core::tally::Choice::Yes;
use isonomia_embedded::{DAY, STAKED};

use crate::identity::parish::{parish_of, Parish, MATURITY, NOTARY};
use crate::lifecycle::town::*;
use crate::voting::town::Town;

#[test]
fn a_delegation_has_at_most_8_parts() -> Result<()> {
    let mut dao = town()?;
    let ann = dao.addr("ann");
    let mut delegates = vec![];
    for number in 0..9 {
        let delegate = dao.addr(&format!("d{number}"));
        dao.attest(&delegate, u64::MAX)?;
        dao.register_delegate(&delegate)?;
        delegates.push(delegate);
    }
    let parts: Vec<_> = delegates.iter().map(|delegate| (delegate, 1_000)).collect();

    dao.delegate(&ann, &parts[..8])?;
    assert_eq!(dao.account(&ann)?.delegation.len(), 8);
    let refusal = refused(&mut dao, |dao| dao.delegate(&ann, &parts));
    assert_eq!(refusal, "a delegation names at most 8 delegates, not 9");
    Ok(())
}

#[test]
fn a_poke_names_1_to_32_accounts() -> Result<()> {
    let mut dao = town()?;
    let (voting, anyone, until) = (dao.contracts.voting.clone(), dao.addr("anyone"), dao.now() + DAY);
    let mut accounts = vec![];
    for number in 0..33 {
        let person = dao.addr(&format!("p{number}"));
        dao.attest(&person, until)?;
        accounts.push(person.into_string());
    }
    dao.advance(DAY);
    let poke = |accounts: &[String]| ExecuteMsg::Poke { accounts: accounts.to_vec() };

    let many = refused(&mut dao, |dao| dao.call(&anyone, &voting, &poke(&accounts)));
    assert_eq!(many, "name 1 to 32 accounts, not 33");
    let none = refused(&mut dao, |dao| dao.call(&anyone, &voting, &poke(&[])));
    assert_eq!(none, "name 1 to 32 accounts, not 0");
    dao.call(&anyone, &voting, &poke(&accounts[..32]))?;
    assert_eq!(dao.totals()?.attested, PEOPLE.len() as u64 + 1);
    let again = refused(&mut dao, |dao| dao.call(&anyone, &voting, &poke(&accounts[..32])));
    assert_eq!(again, "none of these attestations has expired");
    Ok(())
}

#[test]
fn a_page_of_proposals_has_30_and_at_most_100() -> Result<()> {
    let mut dao = town()?;
    for number in 0..101 {
        dao.propose_class(&dao.addr(&format!("p{number}")), "A word", Class::Signal)?;
    }
    let page = |start_after, limit| -> Result<Vec<u64>> {
        let msg = proposal::QueryMsg::Proposals { start_after, limit };
        let told: ProposalsResponse = dao.ask(&dao.contracts.proposal, &msg)?;
        Ok(told.proposals.into_iter().map(|proposal| proposal.id).collect())
    };

    assert_eq!(page(None, None)?, (1..=30).collect::<Vec<_>>());
    assert_eq!(page(None, Some(u32::MAX))?, (1..=100).collect::<Vec<_>>());
    assert_eq!(page(Some(99), Some(100))?, vec![100, 101]);
    assert_eq!(page(Some(3), Some(2))?, vec![4, 5]);
    assert_eq!(page(Some(101), None)?, vec![0; 0]);
    assert_eq!(page(None, Some(0))?, vec![0; 0]);
    Ok(())
}

#[test]
fn a_page_of_ballots_has_30_and_at_most_100() -> Result<()> {
    let mut dao = town()?;
    let voters: Vec<_> = (0..101).map(|number| dao.addr(&format!("v{number}"))).collect();
    for voter in &voters {
        dao.stake(voter, 1)?;
    }
    let id = dao.propose_class(&dao.addr("ann"), "A word", Class::Signal)?;
    for voter in &voters {
        dao.vote(voter, id, Yes)?;
    }
    let page = |start_after: Option<String>, limit| -> Result<Vec<String>> {
        let msg = QueryMsg::Ballots { poll: id, start_after, limit };
        let told: BallotsResponse = dao.ask(&dao.contracts.voting, &msg)?;
        Ok(told.ballots.into_iter().map(|ballot| ballot.voter.into_string()).collect())
    };
    let mut sorted: Vec<String> = voters.iter().map(ToString::to_string).collect();
    sorted.sort();

    assert_eq!(page(None, None)?, sorted[..30]);
    assert_eq!(page(None, Some(101))?, sorted[..100]);
    assert_eq!(page(Some(sorted[99].clone()), None)?, sorted[100..]);
    Ok(())
}

#[test]
fn a_page_of_members_has_30_and_at_most_100() -> Result<()> {
    let mut dao = crate::voting::town::town();
    let people: Vec<_> = (0..101).map(|number| dao.person(&format!("m{number}"), 1)).collect();
    let page = |start_after: Option<String>, limit| -> Result<Vec<(String, u64)>> {
        let msg = QueryMsg::ListMembers { start_after, limit };
        let told: MemberListResponse = dao.ask(&dao.contracts.voting, &msg)?;
        Ok(told.members.into_iter().map(|member| (member.addr, member.weight)).collect())
    };
    let mut sorted: Vec<_> = people.iter().map(|who| (who.to_string(), 1)).collect();
    sorted.sort();

    assert_eq!(page(None, None)?, sorted[..30]);
    assert_eq!(page(None, Some(100))?, sorted[..100]);
    assert_eq!(page(None, Some(101))?, sorted[..100]);
    assert_eq!(page(Some(sorted[99].0.clone()), None)?, sorted[100..]);
    assert_eq!(page(Some(sorted[100].0.clone()), None)?, vec![]);
    assert_eq!(page(None, Some(0))?, vec![]);
    Ok(())
}

#[test]
fn a_page_of_attestations_has_30_and_at_most_100_whether_they_live_or_mature() -> Result<()> {
    let mut dao = parish_of(&[NOTARY], |_| {});
    let people: Vec<_> = (0..101).map(|number| dao.addr(&format!("p{number}"))).collect();
    for who in &people {
        dao.submit(NOTARY, who)?;
    }
    dao.advance(MATURITY);
    dao.activate(&people[0])?;
    let page = |start_after: Option<String>, limit| -> Result<Vec<(String, bool)>> {
        let msg = identity::QueryMsg::Attestations { start_after, limit };
        let told: AttestationsResponse = dao.ask(&dao.contracts.identity, &msg)?;
        let lives = |stage| matches!(stage, AttestationStage::Live { .. });
        let entry = |one: AccountAttestation| (one.account.into_string(), lives(one.attestation.stage));
        Ok(told.attestations.into_iter().map(entry).collect())
    };
    let mut sorted: Vec<_> = people.iter().map(|who| (who.to_string(), *who == people[0])).collect();
    sorted.sort();

    assert_eq!(page(None, None)?, sorted[..30]);
    assert_eq!(page(None, Some(101))?, sorted[..100]);
    assert_eq!(page(Some(sorted[99].0.clone()), None)?, sorted[100..]);
    assert!(page(Some("nobody at all".to_string()), None).is_err());
    Ok(())
}

#[test]
fn the_routine_list_has_at_most_32_entries_each_once() -> Result<()> {
    let mut dao = town()?;
    let (timelock, proposal) = (dao.contracts.timelock.clone(), dao.contracts.proposal.clone());
    let entry = |message: String| Routine { contract: dao.contracts.voting.to_string(), code_id: 1, message };
    let many: Vec<_> = (0..33).map(|number| entry(format!("m{number}"))).collect();
    let twice = vec![entry("ring".into()), Routine { code_id: 2, ..entry("ring".into()) }];
    let (nameless, long) = (vec![entry(String::new())], vec![entry("m".repeat(65))]);
    let (full, longest) = (many[..32].to_vec(), vec![entry("m".repeat(64))]);
    let set = |routines| proposal::ExecuteMsg::SetRoutines { routines };

    for list in [many, twice, nameless, long] {
        let refusal = refused(&mut dao, |dao| dao.call(&timelock, &proposal, &set(list)));
        assert_eq!(
            refusal,
            "the list of routine calls has at most 32 entries, each once, each with a message of 1 to 64 bytes"
        );
    }
    for list in [full, longest] {
        dao.call(&timelock, &proposal, &set(list))?;
    }
    Ok(())
}

#[test]
fn a_claim_pays_at_most_32_release_days() -> Result<()> {
    let mut dao = town()?;
    let ann = dao.addr("ann");
    for _ in 0..33 {
        dao.unstake(&ann, 7)?;
        dao.advance(DAY);
    }
    assert_eq!(dao.account(&ann)?.own.stake.u128(), STAKE - 33 * 7);
    dao.advance(28 * DAY);

    dao.claim(&ann)?;
    assert_eq!(dao.balance(&ann, STAKED)?, 32 * 7);
    dao.claim(&ann)?;
    assert_eq!(dao.balance(&ann, STAKED)?, 33 * 7);
    assert_eq!(refused(&mut dao, |dao| dao.claim(&ann)), format!("{ann} has nothing to claim"));
    Ok(())
}
