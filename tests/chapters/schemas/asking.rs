//! How a query is asked: every way that its schema allows.

use cosmwasm_std::{to_json_vec, Addr, Empty, Querier, QueryRequest, WasmQuery};
use isonomia_embedded::Dao;
use serde_json::{json, Map, Value};

use super::arguments::{values, Place};
use super::book::{Book, Query};

/// A way to ask a query.
pub struct Way {
    /// As a failure tells it.
    pub name: String,
    query: String,
    argument: Option<(String, bool)>,
}

impl Way {
    /// Whether a request goes this way.
    pub fn is_in(&self, request: &Value) -> bool {
        match &self.argument {
            Some((argument, given)) => request[&self.query].get(argument).is_some() == *given,
            None => true,
        }
    }
}

/// Every way that must be answered: the query itself, and each optional argument given and absent.
pub fn ways<'a>(contract: &'a str, query: &'a Query) -> impl Iterator<Item = Way> + 'a {
    let name = format!("the query `{}` of {contract}", query.name);
    let with = |argument: &String, given: bool| Way {
        name: format!("{name} {} `{argument}`", if given { "with" } else { "without" }),
        query: query.name.clone(),
        argument: Some((argument.clone(), given)),
    };
    let optional =
        query.optional.iter().flat_map(|one| [with(one, true), with(one, false)]).collect::<Vec<_>>();
    std::iter::once(Way { name, query: query.name.clone(), argument: None }).chain(optional)
}

/// Every request of a query: each value of each required argument with each other, and of the optional ones none, each
/// alone, and all.
pub fn requests(dao: &Dao, contract: &'static str, query: &Query) -> Vec<Value> {
    let sample = |argument: &str| values(dao, Place { contract, query: &query.name, argument });
    let mut bodies = vec![Map::new()];
    for argument in &query.required {
        let with = |body: &Map<String, Value>, value: Value| {
            let mut body = body.clone();
            body.insert(argument.clone(), value);
            body
        };
        let values = sample(argument);
        bodies =
            bodies.iter().flat_map(|body| values.iter().map(|value| with(body, value.clone()))).collect();
    }
    let mut options = vec![Map::new()];
    for argument in &query.optional {
        options.extend(sample(argument).into_iter().map(|value| Map::from_iter([(argument.clone(), value)])));
    }
    options.push(
        query.optional.iter().filter_map(|one| Some((one.clone(), sample(one).first()?.clone()))).collect(),
    );
    let request = |body: &Map<String, Value>, option: &Map<String, Value>| {
        let mut body = body.clone();
        body.extend(option.clone());
        json!({ &query.name: body })
    };
    bodies.iter().flat_map(|body| options.iter().map(|option| request(body, option))).collect()
}

/// Asks; nothing where the contract refuses, as it does for a poll that is none.
pub fn put(book: &Book, contract: &Addr, dao: &Dao, request: &Value) -> Option<Value> {
    let faults = book.faults("query", request);
    assert_eq!(faults, "", "{}: {request} is no query", book.contract);
    match ask(contract, dao, request) {
        Ok(answer) => Some(answer),
        Err(error) => {
            let drifted = "schema/ has a query that the contract does not know: run scripts/schema.sh";
            assert!(!is_unknown(&error), "{}: {request}: {error}: {drifted}", book.contract);
            None
        }
    }
}

/// The answer as it is written, or the refusal.
pub fn ask(contract: &Addr, dao: &Dao, request: &Value) -> Result<Value, String> {
    let msg = request.to_string().into_bytes().into();
    let query: QueryRequest<Empty> = WasmQuery::Smart { contract_addr: contract.to_string(), msg }.into();
    let asked = dao.app.raw_query(&to_json_vec(&query).map_err(|error| error.to_string())?);
    let answer = asked.into_result().map_err(|error| error.to_string())?.into_result()?;
    serde_json::from_slice(&answer).map_err(|error| error.to_string())
}

/// Whether a contract refuses because it does not know the message.
pub fn is_unknown(refusal: &str) -> bool {
    refusal.contains("parsing into type")
}
