//! Pictures of a life: at each, everything is asked, and every answer is held against its schema.

use std::collections::BTreeSet;

use isonomia_embedded::Dao;
use serde_json::Value;

use super::asking::{put, requests, ways};
use super::book::{Book, Query};
use super::examples::Examples;
use super::facts::{promised, show, Facts};

/// Everything that was asked and answered.
pub struct Album {
    books: Vec<Book>,
    seen: Seen,
}

/// What the answers have shown.
#[derive(Default)]
struct Seen {
    facts: Facts,
    ways: BTreeSet<String>,
    examples: Examples,
}

impl Album {
    /// Nothing yet.
    pub fn new() -> Album {
        let contracts = ["vault", "identity", "voting", "proposal", "timelock", "treasury"];
        Album { books: contracts.map(Book::open).into(), seen: Seen::default() }
    }

    /// Asks a DAO everything, as it is now.
    pub fn take(&mut self, dao: &Dao) {
        for book in &self.books {
            let address = dao.contracts.named().into_iter().find(|(name, _)| *name == book.contract);
            let (_, address) = address.unwrap();
            for query in book.queries() {
                for request in requests(dao, book.contract, &query) {
                    if let Some(answer) = put(book, address, dao, &request) {
                        self.seen.keep(book, &query, &request, &answer);
                    }
                }
            }
        }
    }

    /// Every query was answered, with each optional argument and without it.
    pub fn check_asked(&self) {
        for book in &self.books {
            for way in book.queries().iter().flat_map(|query| ways(book.contract, query)) {
                assert!(
                    self.seen.ways.contains(&way.name),
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
        &self.seen.facts
    }

    /// An answer to each query.
    pub fn examples(&self) -> &Examples {
        &self.seen.examples
    }
}

impl Seen {
    fn keep(&mut self, book: &Book, query: &Query, request: &Value, answer: &Value) {
        let faults = book.faults(&format!("responses/{}", query.name), answer);
        assert_eq!(faults, "", "{}: {request} is answered {answer}", book.contract);
        let mut facts = Facts::new();
        show(book.answer(&query.name), answer, &mut facts);
        self.examples.offer(book.contract, query, facts.len(), (request, answer));
        self.facts.extend(facts.iter().map(|fact| format!("{} {fact}", book.contract)));
        self.ways.extend(ways(book.contract, query).filter(|way| way.is_in(request)).map(|way| way.name));
    }
}
