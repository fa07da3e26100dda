//! Pictures of a life: at each, everything is asked, and every answer is held against its schema.

use std::collections::BTreeSet;

use cosmwasm_std::{to_json_vec, Addr, Empty, Querier, QueryRequest, WasmQuery};
use isonomia_embedded::Dao;
use serde_json::{json, Map, Value};

use super::arguments::{values, Place};
use super::book::{Book, Query};
use super::facts::{promised, show, Facts};

/// Everything that was asked and answered.
pub struct Album {
    books: Vec<Book>,
    shown: Facts,
    answered: BTreeSet<String>,
}

impl Album {
    /// Nothing yet.
    pub fn new() -> Album {
        let contracts = ["vault", "identity", "voting", "proposal", "timelock", "treasury"];
        let books = contracts.map(Book::open).into();
        Album { books, shown: Facts::new(), answered: BTreeSet::new() }
    }

    /// Asks a DAO everything, as it is now.
    pub fn take(&mut self, dao: &Dao) {
        for book in &self.books {
            let address = dao.contracts.named().into_iter().find(|(name, _)| *name == book.contract);
            let (_, address) = address.unwrap();
            for query in book.queries() {
                for request in requests(dao, book.contract, &query) {
                    let Some(answer) = put(book, address, dao, &request) else { continue };
                    let place = format!("responses/{}", query.name);
                    let faults = book.faults(&place, &answer);
                    assert_eq!(faults, "", "{}: {request} is answered {answer}", book.contract);
                    let mut facts = Facts::new();
                    show(book.answer(&query.name), &answer, &mut facts);
                    self.shown.extend(facts.iter().map(|fact| format!("{} {fact}", book.contract)));
                    self.answered.extend(
                        ways(book.contract, &query).filter(|way| way.is_in(&request)).map(|way| way.name),
                    );
                }
            }
        }
    }

    /// Every query was answered, with each optional argument and without it.
    pub fn check_asked(&self) {
        for book in &self.books {
            for way in book.queries().iter().flat_map(|query| ways(book.contract, query)) {
                assert!(
                    self.answered.contains(&way.name),
                    "{} was never answered: give values that are in `values` of tests/chapters/schemas/arguments.rs",
                    way.name
                );
            }
        }
    }

    /// Whatever the schemas of answers promise.
    pub fn promised(&self) -> Facts {
        let of = |book: &Book| {
            let facts = book.answers().flat_map(|(_, schema)| promised(schema));
            facts.map(|fact| format!("{} {fact}", book.contract)).collect::<Vec<_>>()
        };
        self.books.iter().flat_map(of).collect()
    }

    /// Whatever the answers have shown.
    pub fn shown(&self) -> &Facts {
        &self.shown
    }
}

/// A way to ask a query.
struct Way {
    name: String,
    query: String,
    argument: Option<(String, bool)>,
}

impl Way {
    fn is_in(&self, request: &Value) -> bool {
        match &self.argument {
            Some((argument, given)) => request[&self.query].get(argument).is_some() == *given,
            None => true,
        }
    }
}

/// Every way that must be answered: the query itself, and each optional argument given and absent.
fn ways<'a>(contract: &'a str, query: &'a Query) -> impl Iterator<Item = Way> + 'a {
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
fn requests(dao: &Dao, contract: &'static str, query: &Query) -> Vec<Value> {
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
fn put(book: &Book, contract: &Addr, dao: &Dao, request: &Value) -> Option<Value> {
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
