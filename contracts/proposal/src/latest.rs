//! The latest proposals that a filter lets pass.

use cosmwasm_std::{Addr, Deps, Order, StdResult};
use cw_storage_plus::Bound;
use isonomia_api::page::{page_size, MAX_PAGE};
use isonomia_api::proposal::{Filter, LatestProposalsResponse, ProposalInfo, StageName};
use isonomia_core::class::Class;

use crate::query::{load, stage, told};
use crate::state::{Config, BY_PROPOSER, CONFIG, ENDINGS, PROPOSALS};

/// A page looks at as many proposals as it may hold at the most: where each is unresolved, each asks for its poll.
const MOST_LOOKED_AT: usize = MAX_PAGE as usize;

/// A page, newest first.
pub fn proposals(
    deps: Deps,
    filter: Filter,
    start_before: Option<u64>,
    limit: Option<u32>,
) -> StdResult<LatestProposalsResponse> {
    let proposer = filter.proposer.map(|who| deps.api.addr_validate(&who)).transpose()?;
    let sieve = Sieve { config: CONFIG.load(deps.storage)?, class: filter.class, stage: filter.stage };
    let (size, mut proposals) = (page_size(limit), vec![]);
    let mut ids = ids(deps, proposer.as_ref(), start_before);
    let mut next = None;
    for id in ids.by_ref().take(MOST_LOOKED_AT * size.min(1)) {
        let id = id?;
        proposals.extend(sieve.passed(deps, id)?);
        next = Some(id);
        if proposals.len() == size {
            break;
        }
    }
    Ok(LatestProposalsResponse { proposals, next: ids.next().and(next) })
}

/// All ids, newest first.
fn ids<'a>(
    deps: Deps<'a>,
    proposer: Option<&Addr>,
    start_before: Option<u64>,
) -> Box<dyn Iterator<Item = StdResult<u64>> + 'a> {
    let end = start_before.map(Bound::exclusive);
    match proposer {
        Some(who) => BY_PROPOSER.prefix(who).keys(deps.storage, None, end, Order::Descending),
        None => PROPOSALS.keys(deps.storage, None, end, Order::Descending),
    }
}

/// What a proposal has to be to be told of.
struct Sieve {
    config: Config,
    class: Option<Class>,
    stage: Option<StageName>,
}

impl Sieve {
    /// The proposal, if it passes.
    fn passed(&self, deps: Deps, id: u64) -> StdResult<Option<ProposalInfo>> {
        let proposal = load(deps, id)?;
        if self.class.is_some_and(|class| class != proposal.class) {
            return Ok(None);
        }
        let ending = ENDINGS.may_load(deps.storage, id)?;
        let stage = stage(deps, &self.config, id, ending.as_ref())?;
        if self.stage.is_some_and(|name| name != stage.into()) {
            return Ok(None);
        }
        Ok(Some(told(id, proposal, ending.as_ref(), stage)))
    }
}
