//! JSON as the policy reads it: one meaning for the same bytes, or none.

use isonomia_core::json::{canonical_message, canonical_object, JsonError, Value};
use proptest::prelude::*;

use crate::given::cases;

fn canonical(text: &str) -> String {
    String::from_utf8(Value::parse(text.as_bytes()).unwrap().canonical().unwrap()).unwrap()
}

fn refused(text: &str) -> bool {
    Value::parse(text.as_bytes()).is_err()
}

#[test]
fn the_canonical_form_has_no_space_sorted_keys_and_plain_letters() {
    assert_eq!(canonical(" { \"b\" : [ 1 , null ] ,\n\"a\":true } "), r#"{"a":true,"b":[1,null]}"#);
    assert_eq!(canonical(r#"{"\u0061":"\u00e9\/"}"#), r#"{"a":"é/"}"#);
    assert_eq!(canonical(r#""\u0000\u001f\n\"\\\ud83d\ude00""#), r#""\u0000\u001F\n\"\\😀""#);
    assert_eq!(canonical("{}"), "{}");
    assert_eq!(canonical("[]"), "[]");
}

#[test]
fn a_key_that_stands_twice_is_refused_at_any_depth() {
    assert!(refused(r#"{"a":1,"a":1}"#));
    assert!(refused(r#"{"a":1,"b":2,"a":3}"#));
    assert!(refused(r#"{"x":{"a":1,"a":2}}"#));
    assert!(refused(r#"[[{"a":{"b":[{"c":1,"c":2}]}}]]"#));
    assert!(!refused(r#"{"a":{"a":1},"b":{"a":2}}"#), "in another object it is another key");
}

#[test]
fn an_escape_hides_no_duplicate() {
    assert!(refused(r#"{"a":1,"\u0061":2}"#));
    assert!(refused(r#"{"spend_small":{},"spend\u005fsmall":{}}"#));
    assert!(refused(r#"{"x":{"\u0061":1,"\u0061":2}}"#));
    assert!(!refused(r#"{"a":1,"A":2}"#));
}

#[test]
fn fractions_and_exponents_are_refused() {
    for number in ["1.0", "0.5", "-1.5", "1e3", "1E3", "1e-3", ".5", "1.", "NaN", "Infinity"] {
        assert!(refused(number), "{number}");
        assert!(refused(&format!("{{\"a\":{number}}}")), "{number} in an object");
        assert!(refused(&format!("[{number}]")), "{number} in a list");
    }
}

#[test]
fn whole_numbers_have_64_bits() {
    assert_eq!(Value::parse(b"18446744073709551615"), Ok(Value::Unsigned(u64::MAX)));
    assert!(refused("18446744073709551616"));
    assert_eq!(Value::parse(b"-9223372036854775808"), Ok(Value::Negative(i64::MIN)));
    assert!(refused("-9223372036854775809"));
    assert_eq!(
        canonical("[18446744073709551615,-9223372036854775808]"),
        "[18446744073709551615,-9223372036854775808]"
    );
    assert_eq!(canonical("-0"), "0");
}

#[test]
fn numbers_have_no_leading_zeros_and_no_plus() {
    assert!(refused("01") && refused("-01") && refused("+1") && refused("0x1"));
}

#[test]
fn what_follows_the_value_is_refused() {
    for text in ["{}{}", "{} x", "{}\0", "1 2", "{},", "[1]]"] {
        assert!(refused(text), "{text:?}");
    }
    assert!(!refused("{} \n\t\r"));
}

#[test]
fn what_is_not_json_is_refused() {
    for text in [
        "",
        " ",
        "{",
        "[",
        "\"",
        "{\"a\"}",
        "{\"a\":}",
        "{a:1}",
        "{'a':1}",
        "{1:1}",
        "[1,]",
        "[1 2]",
        "{\"a\":1,}",
        "{,\"a\":1}",
        "[1,,2]",
        "tru",
        "nulll",
        "\"\\x\"",
        "\"\\ud800\"",
        "// x",
    ] {
        assert!(refused(text), "{text:?}");
    }
    assert!(Value::parse(b"\"\xff\"").is_err(), "not UTF-8");
}

/// The parser is lenient here, and it does not matter: only the canonical form is stored, judged and sent.
#[test]
fn what_is_read_leniently_is_written_strictly() {
    assert_eq!(canonical("[,1]"), "[1]");
    assert_eq!(canonical("\"a\n\u{0}b\""), "\"a\\n\\u0000b\"");
}

#[test]
fn deep_nesting_is_refused_and_does_not_crash() {
    for open in ["[", "{\"a\":", "[{\"a\":"] {
        assert!(refused(&open.repeat(10_000)), "{open}");
    }
    let closed = "[".repeat(10_000) + &"]".repeat(10_000);
    assert!(refused(&closed));
    assert!(!refused(&("[".repeat(100) + &"]".repeat(100))));
}

#[test]
fn a_message_is_an_object_of_one_key() {
    let named = |text: &str| canonical_message(text.as_bytes());
    let spend = (String::from("spend"), br#"{"spend":{"a":1,"b":2}}"#.to_vec());

    assert_eq!(named(r#"{ "spend": {"b":2, "a":1} }"#), Ok(spend));
    assert_eq!(named(r#"{"a":{},"b":{}}"#), Err(JsonError::NotOneKey { count: 2 }));
    assert_eq!(named("{}"), Err(JsonError::NotOneKey { count: 0 }));
    for other in ["[]", "\"spend\"", "1", "null", "true"] {
        assert_eq!(named(other), Err(JsonError::NotObject), "{other}");
    }
    assert!(matches!(named(r#"{"a":{},"a":{}}"#), Err(JsonError::Malformed { .. })));
}

#[test]
fn an_instantiation_is_an_object_of_any_keys() {
    assert_eq!(canonical_object(br#"{"b":1, "a":2}"#), Ok(br#"{"a":2,"b":1}"#.to_vec()));
    assert_eq!(canonical_object(b"{}"), Ok(b"{}".to_vec()));
    assert_eq!(canonical_object(b"[]"), Err(JsonError::NotObject));
}

fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<u64>().prop_map(Value::Unsigned),
        (i64::MIN..0).prop_map(Value::Negative),
        any::<String>().prop_map(Value::String),
    ];
    leaf.prop_recursive(4, 32, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::Array),
            prop::collection::btree_map(any::<String>(), inner, 0..6)
                .prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(cases(300))]

    /// What is stored is what was judged: the canonical form means the same, and is its own canonical form.
    #[test]
    fn the_canonical_form_is_read_back_as_it_was(value in any_value()) {
        let bytes = value.canonical().unwrap();
        prop_assert_eq!(Value::parse(&bytes), Ok(value));
    }

    /// Two parsers that see different messages in the same bytes are how a class is smuggled.
    #[test]
    fn another_parser_reads_the_same_in_the_canonical_form(value in any_value()) {
        let read: serde_json::Value = serde_json::from_slice(&value.canonical().unwrap()).unwrap();
        prop_assert_eq!(read, as_others_see(&value));
    }

    #[test]
    fn no_bytes_crash_the_parser(bytes in prop::collection::vec(prop::sample::select(ALPHABET.to_vec()), 0..24)) {
        if let Ok(value) = Value::parse(&bytes) {
            let canonical = value.canonical().unwrap();
            prop_assert!(serde_json::from_slice::<serde_json::Value>(&canonical).is_ok());
            prop_assert_eq!(Value::parse(&canonical), Ok(value));
        }
    }
}

/// Bytes that mean something in JSON.
const ALPHABET: &[u8] = br#"{}[]"":,\u0019aen-. "#;

fn as_others_see(value: &Value) -> serde_json::Value {
    match value {
        Value::Null => serde_json::Value::Null,
        Value::Bool(value) => (*value).into(),
        Value::Unsigned(value) => (*value).into(),
        Value::Negative(value) => (*value).into(),
        Value::String(value) => value.as_str().into(),
        Value::Array(items) => items.iter().map(as_others_see).collect(),
        Value::Object(entries) => {
            let entries = entries.iter().map(|(key, value)| (key.clone(), as_others_see(value)));
            serde_json::Value::Object(entries.collect())
        }
    }
}
