//! What the DAO of the story is asked: every query of every contract, about everybody and everything that it knows.

use anyhow::Result;
use cosmwasm_std::Addr;
use isonomia_api::treasury::Holding;
use isonomia_api::{identity, proposal, timelock, treasury, vault, voting};
use isonomia_core::class::Class;
use isonomia_embedded::Dao;
use serde::Serialize;
use serde_json::Value;

use super::story::everybody;
use crate::lifecycle::town::{cash, small, spend};
use crate::treasury::world::cw20;

type Questions = Vec<(&'static str, Value)>;

/// All of them.
pub fn questions(dao: &Dao, token: &Addr) -> Result<Questions> {
    let people: Vec<String> = everybody().into_iter().map(|name| dao.addr(name).into_string()).collect();
    let known = dao.ask::<proposal::ProposalsResponse>(
        &dao.contracts.proposal,
        &proposal::QueryMsg::Proposals { start_after: None, limit: Some(100) },
    )?;
    let ids: Vec<u64> = known.proposals.into_iter().map(|proposal| proposal.id).collect();
    let mut asked = vec![];
    asked.extend(of("vault", of_the_vault(&people))?);
    asked.extend(of("voting", of_voting(dao, &people, &ids)?)?);
    asked.extend(of("identity", of_the_registry(&people))?);
    asked.extend(of("proposal", of_proposals(dao, &ids)?)?);
    asked.extend(of("timelock", of_the_timelock(dao, &ids))?);
    asked.extend(of("treasury", of_the_treasury(&people, token))?);
    Ok(asked)
}

fn of(contract: &'static str, asked: Vec<impl Serialize>) -> Result<Questions> {
    asked.into_iter().map(|query| Ok((contract, serde_json::to_value(query)?))).collect()
}

fn of_the_vault(people: &[String]) -> Vec<vault::QueryMsg> {
    use vault::QueryMsg::*;
    let mut asked = vec![Config {}, Unnoticed { start_after: None, limit: None }];
    asked.extend(people.iter().map(|account| Deposit { account: account.clone() }));
    let claims = |account: &String| Claims { account: account.clone(), start_after: None, limit: None };
    asked.extend(people[..5].iter().map(claims));
    asked
}

fn of_voting(dao: &Dao, people: &[String], ids: &[u64]) -> Result<Vec<voting::QueryMsg>> {
    use voting::QueryMsg::*;
    let heights = [20, 60, dao.height() - 20].map(Some).into_iter().chain([None]);
    let heights: Vec<_> = heights.collect();
    let mut asked = vec![Config {}, Quorum {}, Registry {}, Dao {}, Info {}, IsActive {}, Admin {}, Hooks {}];
    asked.push(ListMembers { start_after: None, limit: Some(100) });
    asked.extend(people.iter().map(|account| Account { account: account.clone() }));
    for height in heights.iter().copied() {
        asked.extend([Totals { height }, TotalPowerAtHeight { height }, TotalWeight { at_height: height }]);
        for who in people {
            asked.push(Power { account: who.clone(), height });
        }
        for who in &people[..2] {
            asked.push(VotingPowerAtHeight { address: who.clone(), height });
            asked.push(Member { addr: who.clone(), at_height: height });
        }
    }
    asked.push(Delegates { start_after: None, limit: None });
    for who in &people[..5] {
        let (account, voter, start_before, limit) = (who.clone(), who.clone(), None, None);
        asked.push(Breakdown { account, poll: None });
        asked.push(Votes { voter: voter.clone(), start_before, limit });
        asked.push(VoterStatistics { voter, start_before, limit });
        asked.push(Delegators { delegate: who.clone(), start_after: None, limit });
    }
    for poll in ids.iter().copied() {
        asked.push(Poll { poll });
        asked.extend(people[..2].iter().map(|voter| MayVote { poll, voter: voter.clone() }));
        if dao.poll(poll)?.opened.is_some() {
            asked.extend([Verdict { poll }, Ballots { poll, start_after: None, limit: None }]);
            for name in ["ann", "eve", "fay", "gus", "ivo", "pia"] {
                asked.push(Delegated { poll, delegate: dao.addr(name).into_string() });
                asked.push(Ballot { poll, voter: dao.addr(name).into_string() });
            }
        }
    }
    Ok(asked)
}

fn of_the_registry(people: &[String]) -> Vec<identity::QueryMsg> {
    use identity::QueryMsg::*;
    let mut asked =
        vec![Config {}, Issuers {}, Epoch {}, Attestations { start_after: None, limit: Some(100) }];
    asked.extend(people.iter().map(|account| Attestation { account: account.clone() }));
    asked
}

fn of_proposals(dao: &Dao, ids: &[u64]) -> Result<Vec<proposal::QueryMsg>> {
    use proposal::QueryMsg::*;
    let mut asked = vec![Config {}, Rules {}, Routines {}, Rescues {}];
    asked.push(Proposals { start_after: None, limit: Some(100) });
    asked.push(LatestProposals { filter: None, start_before: None, limit: Some(100) });
    asked.extend(Class::ALL.map(|class| Deposit { class }));
    asked.extend(ids.iter().flat_map(|id| [Proposal { id: *id }, Body { id: *id }]));
    let actions = vec![small(dao, "smith", 1)?, spend(dao, "smith", 2)?];
    asked.push(Preview { actions, emergency: false });
    Ok(asked)
}

fn of_the_timelock(dao: &Dao, ids: &[u64]) -> Vec<timelock::QueryMsg> {
    use timelock::QueryMsg::*;
    let (start_after, limit) = (None, Some(100));
    let mut asked = vec![Config {}, Executing {}, Guardian {}, Pause {}, Operators {}];
    asked.extend([Operations { start_after, limit }, Incidents { start_after, limit }]);
    asked.extend([
        LatestOperations { start_before: None, limit },
        LatestIncidents { start_before: None, limit },
    ]);
    asked.push(Queue { start_after: None, limit });
    asked.extend(ids.iter().map(|id| Operation { id: *id }));
    let scheduled = ids.iter().filter(|id| dao.operation(**id).is_ok());
    asked.extend(scheduled.map(|id| Upgrade { id: *id }));
    asked
}

fn of_the_treasury(people: &[String], token: &Addr) -> Vec<treasury::QueryMsg> {
    use treasury::QueryMsg::*;
    let (start_after, limit) = (None, Some(100));
    let mut asked = vec![Config {}, Allowances {}, Listed {}];
    asked.extend([Budgets { start_after, limit }, Streams { start_after, limit }]);
    asked.extend([
        Outflows { start_after, limit },
        LatestOutflows { start_before: None, limit },
        Obligations {},
    ]);
    for who in people {
        asked.push(BudgetsOf { holder: who.clone(), start_after, limit });
        asked.push(StreamsOf { recipient: who.clone(), start_after, limit });
    }
    asked.extend((1..=2).flat_map(|id| [Budget { id }, Stream { id }]));
    for asset in [cash(), cw20(token)] {
        let holding = Holding::from(asset.clone());
        asked.extend([
            Asset { asset },
            Cap { holding: holding.clone() },
            Sums { holding, start_after, limit },
        ]);
    }
    asked
}
