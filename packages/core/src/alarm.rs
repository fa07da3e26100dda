//! Alarms: what lets anyone roll an upgrade back. They ask our own contracts what governance alone changes, so that no
//! outsider raises one: no balance, no count, no clock.

use crate::json::{canonical_message, JsonError};
use crate::policy::Known;

/// What may be asked of a contract, and where in the answer.
struct Fixed {
    query: &'static str,
    pointers: &'static [&'static str],
}

/// The configuration of the timelock. Least delays fall by the clock.
const TIMELOCK: &[Fixed] = &[Fixed { query: "config", pointers: &["/proposal", "/treasury", "/day"] }];
/// Of proposals all but what counts them; their deposits rise with them, and rescues end by the clock.
const PROPOSAL: &[Fixed] = &[
    Fixed {
        query: "config",
        pointers: &["/voting", "/timelock", "/treasury", "/identity", "/entry", "/unbonding", "/day"],
    },
    Fixed { query: "rules", pointers: &["/rules"] },
    Fixed { query: "routines", pointers: &["/routines"] },
];
/// The configuration of voting.
const VOTING: &[Fixed] = &[Fixed {
    query: "config",
    pointers: &[
        "/vault",
        "/registrar",
        "/proposal",
        "/timelock",
        "/scale",
        "/floor_stake",
        "/season",
        "/min_attested",
        "/least_total_stake",
        "/unbonding",
        "/day",
        "/started",
    ],
}];
/// The configuration of the registry. Its issuers are listed with what they have attested.
const IDENTITY: &[Fixed] = &[Fixed {
    query: "config",
    pointers: &["/voting", "/timelock", "/min_issuers", "/min_attested", "/day", "/started"],
}];

/// Why an alarm is refused.
#[derive(Debug, PartialEq, thiserror::Error)]
pub enum AlarmError {
    /// A query that is none.
    #[error("the query of an alarm: {why}")]
    Query {
        /// Why.
        why: JsonError,
    },
    /// What somebody else than governance may change.
    #[error("an alarm asks our own contracts what governance alone changes, and `{query}` of {contract} at `{pointer}` is not that")]
    Changeable {
        /// The contract.
        contract: String,
        /// The query.
        query: String,
        /// Where in the answer.
        pointer: String,
    },
}

/// Whether an alarm may ask this: at one of the pointers that are known, or below it. None of the queries takes anything.
pub fn check(known: &Known, contract: &str, query: &[u8], pointer: &str) -> Result<(), AlarmError> {
    let (name, canonical) = canonical_message(query).map_err(|why| AlarmError::Query { why })?;
    let is_bare = canonical == format!("{{\"{name}\":{{}}}}").as_bytes();
    let covers = |root: &&str| {
        pointer.strip_prefix(*root).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let allows = |fixed: &Fixed| fixed.query == name && fixed.pointers.iter().any(covers);
    if is_bare && answers(known, contract).iter().any(allows) {
        return Ok(());
    }
    Err(AlarmError::Changeable { contract: contract.to_string(), query: name, pointer: pointer.to_string() })
}

fn answers(known: &Known, contract: &str) -> &'static [Fixed] {
    match contract {
        _ if contract == known.timelock => TIMELOCK,
        _ if contract == known.proposal => PROPOSAL,
        _ if contract == known.voting => VOTING,
        _ if contract == known.identity => IDENTITY,
        _ => &[],
    }
}
