//! Assertions: whether a contract answers what it should.

use cosmwasm_std::{
    to_json_vec, Binary, ContractResult, Empty, QuerierWrapper, QueryRequest, SystemResult, Uint256,
    WasmQuery,
};
use isonomia_api::timelock::{Assertion, Expect};
use isonomia_core::json::Value;

use crate::error::ContractError;

/// The most characters of a pointer.
pub const MAX_POINTER: usize = 256;
/// The most characters of a value.
pub const MAX_VALUE: usize = 1_024;
/// The most bytes of a query.
pub const MAX_QUERY: usize = 4_096;

/// Why an assertion does not hold.
#[derive(Debug, PartialEq, thiserror::Error)]
pub enum AssertionError {
    /// Too long a pointer, value or query.
    #[error("the {what} of an assertion has at most {most}, not {given}")]
    TooLong {
        /// Which.
        what: &'static str,
        /// The limit.
        most: usize,
        /// What was given.
        given: usize,
    },
    /// The query erred.
    #[error("{contract} does not answer: {why}")]
    NoAnswer {
        /// Which contract.
        contract: String,
        /// What it said.
        why: String,
    },
    /// The answer cannot be read.
    #[error("an assertion reads JSON without fractions and without a key twice: {why}")]
    Unreadable {
        /// What the parser says.
        why: String,
    },
    /// Nothing at the pointer.
    #[error("the answer has nothing at `{pointer}`")]
    Missing {
        /// Where.
        pointer: String,
    },
    /// Not a number.
    #[error("`{text}` is not a whole number from 0 to 2^256 - 1, and only such are compared")]
    NotNumber {
        /// What it is.
        text: String,
    },
    /// Something else.
    #[error("expected at `{pointer}`: {}{value}; the answer is {found}", words(*.expect))]
    Fails {
        /// Where.
        pointer: String,
        /// How it was compared.
        expect: Expect,
        /// With what.
        value: String,
        /// What is there.
        found: String,
    },
}

/// Asks, and compares.
pub fn verify(querier: &QuerierWrapper, assertion: &Assertion) -> Result<(), ContractError> {
    check_lengths(assertion)?;
    let answer = ask(querier, assertion)?;
    Ok(compare(assertion, &answer)?)
}

/// Compares an answer with what it should be.
pub fn compare(assertion: &Assertion, answer: &[u8]) -> Result<(), AssertionError> {
    let Assertion { pointer, expect, value, .. } = assertion;
    let answer =
        Value::parse(answer).map_err(|error| AssertionError::Unreadable { why: error.to_string() })?;
    let found =
        answer.at(pointer).ok_or_else(|| AssertionError::Missing { pointer: pointer.clone() })?.text();
    let holds = match expect {
        Expect::Equals => found == *value,
        Expect::AtLeast => number(&found)? >= number(value)?,
        Expect::AtMost => number(&found)? <= number(value)?,
    };
    if !holds {
        let (pointer, expect, value) = (pointer.clone(), *expect, value.clone());
        return Err(AssertionError::Fails { pointer, expect, value, found });
    }
    Ok(())
}

fn check_lengths(assertion: &Assertion) -> Result<(), AssertionError> {
    let Assertion { query, pointer, value, .. } = assertion;
    let measured = [
        ("query", MAX_QUERY, query.len()),
        ("pointer", MAX_POINTER, pointer.chars().count()),
        ("value", MAX_VALUE, value.chars().count()),
    ];
    match measured.into_iter().find(|(_, most, given)| given > most) {
        Some((what, most, given)) => Err(AssertionError::TooLong { what, most, given }),
        None => Ok(()),
    }
}

/// The answer as it comes: an assertion knows no contract's types.
fn ask(querier: &QuerierWrapper, assertion: &Assertion) -> Result<Binary, ContractError> {
    let Assertion { contract, query, .. } = assertion.clone();
    let request = WasmQuery::Smart { contract_addr: contract.clone(), msg: query };
    let why = match querier.raw_query(&to_json_vec(&QueryRequest::<Empty>::Wasm(request))?) {
        SystemResult::Ok(ContractResult::Ok(answer)) => return Ok(answer),
        SystemResult::Ok(ContractResult::Err(why)) => why,
        SystemResult::Err(why) => why.to_string(),
    };
    Err(AssertionError::NoAnswer { contract, why }.into())
}

fn number(text: &str) -> Result<Uint256, AssertionError> {
    let is_digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let parsed = text.parse().ok().filter(|_| is_digits);
    parsed.ok_or_else(|| AssertionError::NotNumber { text: text.to_string() })
}

fn words(expect: Expect) -> &'static str {
    match expect {
        Expect::Equals => "",
        Expect::AtLeast => "at least ",
        Expect::AtMost => "at most ",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANSWER: &[u8] = br#"{"owner":"dao","asked":12,"balance":"340282366920938463463374607431768211456",
        "below":-3,"open":true,"nobody":null,"a/b":{"~":[1,[2,3]]}}"#;

    fn check(pointer: &str, expect: Expect, value: &str) -> Result<(), AssertionError> {
        let (pointer, value) = (pointer.to_string(), value.to_string());
        let contract = "treasury".to_string();
        compare(&Assertion { contract, query: Binary::default(), pointer, expect, value }, ANSWER)
    }

    #[test]
    fn equals_compares_text() {
        assert_eq!(check("/owner", Expect::Equals, "dao"), Ok(()));
        assert_eq!(check("/asked", Expect::Equals, "12"), Ok(()));
        assert_eq!(check("/open", Expect::Equals, "true"), Ok(()));
        assert_eq!(check("/nobody", Expect::Equals, "null"), Ok(()));
        assert_eq!(check("/a~1b/~0", Expect::Equals, "[1,[2,3]]"), Ok(()));
        assert_eq!(check("/a~1b/~0/1/0", Expect::Equals, "2"), Ok(()));
    }

    #[test]
    fn a_failure_says_what_was_found() {
        let error = check("/owner", Expect::Equals, "mallory").unwrap_err();

        assert_eq!(error.to_string(), "expected at `/owner`: mallory; the answer is dao");
    }

    #[test]
    fn at_least_and_at_most_hold_at_equality() {
        for expect in [Expect::AtLeast, Expect::AtMost] {
            assert_eq!(check("/asked", expect, "12"), Ok(()));
        }
        assert_eq!(check("/asked", Expect::AtLeast, "11"), Ok(()));
        assert_eq!(check("/asked", Expect::AtMost, "13"), Ok(()));
        let error = check("/asked", Expect::AtLeast, "13").unwrap_err();
        assert_eq!(error.to_string(), "expected at `/asked`: at least 13; the answer is 12");
        let error = check("/asked", Expect::AtMost, "11").unwrap_err();
        assert_eq!(error.to_string(), "expected at `/asked`: at most 11; the answer is 12");
    }

    #[test]
    fn numbers_in_strings_may_be_larger_than_any_amount() {
        let two_to_128 = "340282366920938463463374607431768211456";

        assert_eq!(check("/balance", Expect::AtLeast, two_to_128), Ok(()));
        assert_eq!(check("/balance", Expect::AtMost, two_to_128), Ok(()));
    }

    #[test]
    fn only_whole_numbers_are_compared() {
        for (pointer, value) in [("/owner", "1"), ("/below", "1"), ("/open", "1"), ("/nobody", "1")] {
            assert!(matches!(check(pointer, Expect::AtMost, value), Err(AssertionError::NotNumber { .. })));
        }
        for value in ["", "+1", "-1", "1.5", " 1", "0x1", "1_000", &"9".repeat(79)] {
            let text = value.to_string();
            assert_eq!(check("/asked", Expect::AtLeast, value), Err(AssertionError::NotNumber { text }));
        }
    }

    #[test]
    fn nothing_at_the_pointer_is_a_failure() {
        for pointer in ["/nope", "/a~1b/~0/2", "/owner/0", "owner"] {
            let missing = AssertionError::Missing { pointer: pointer.to_string() };
            assert_eq!(check(pointer, Expect::Equals, "x"), Err(missing));
        }
    }

    #[test]
    fn an_answer_with_a_fraction_is_a_failure() {
        let (pointer, value, contract) = ("/rate".to_string(), "1".to_string(), "oracle".to_string());
        let query = Binary::default();
        let assertion = Assertion { contract, query, pointer, expect: Expect::Equals, value };

        let refused = compare(&assertion, br#"{"rate":1.5}"#);

        assert!(matches!(refused, Err(AssertionError::Unreadable { .. })));
    }
}
