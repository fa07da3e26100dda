//! Pointers into answers (RFC 6901), and the text that an assertion compares.

use isonomia_core::json::Value;

/// The document of RFC 6901, section 5, with numbers in the place of its list.
const RFC: &[u8] =
    br#"{"foo":["bar","baz"],"":0,"a/b":1,"c%d":2,"e^f":3,"g|h":4,"i\\j":5,"k\"l":6," ":7,"m~n":8}"#;

fn at<'a>(document: &'a Value, pointer: &str) -> Option<&'a Value> {
    document.at(pointer)
}

/// Source: RFC 6901, section 5.
#[test]
fn the_examples_of_the_rfc() {
    let document = Value::parse(RFC).unwrap();
    let number = |value| Some(Value::Unsigned(value));

    assert_eq!(at(&document, ""), Some(&document));
    assert_eq!(at(&document, "/foo/0"), Some(&Value::String("bar".into())));
    for (pointer, value) in [
        ("/", 0),
        ("/a~1b", 1),
        ("/c%d", 2),
        ("/e^f", 3),
        ("/g|h", 4),
        ("/i\\j", 5),
        ("/k\"l", 6),
        ("/ ", 7),
        ("/m~0n", 8),
    ] {
        assert_eq!(at(&document, pointer), number(value).as_ref(), "{pointer}");
    }
}

#[test]
fn an_escaped_tilde_is_not_the_beginning_of_another_escape() {
    let document = Value::parse(br#"{"~1":1,"/":2,"~01":3}"#).unwrap();

    assert_eq!(at(&document, "/~01"), Some(&Value::Unsigned(1)));
    assert_eq!(at(&document, "/~1"), Some(&Value::Unsigned(2)));
    assert_eq!(at(&document, "/~001"), Some(&Value::Unsigned(3)));
}

#[test]
fn what_is_not_there_is_nothing() {
    let document = Value::parse(br#"{"foo":["bar","baz"],"n":7}"#).unwrap();

    for pointer in
        ["foo", "/bar", "/foo/2", "/foo/-", "/foo/-1", "/foo/x", "/foo/", "/foo/0/0", "/n/0", "/n/", "//foo"]
    {
        assert_eq!(at(&document, pointer), None, "{pointer}");
    }
    assert_eq!(at(&document, "/foo/18446744073709551616"), None);
}

/// RFC 6901, section 4: digits without leading zeros.
#[test]
fn an_index_has_one_spelling() {
    let document = Value::parse(br#"{"foo":["bar","baz"]}"#).unwrap();

    for pointer in ["/foo/00", "/foo/01", "/foo/+1"] {
        assert_eq!(at(&document, pointer), None, "{pointer}");
    }
}

#[test]
fn a_string_is_compared_as_it_is_and_anything_else_in_its_canonical_form() {
    let text = |json: &[u8]| Value::parse(json).unwrap().text();

    assert_eq!(text(br#""1""#), "1");
    assert_eq!(text(b"1"), "1");
    assert_eq!(text(b"-5"), "-5");
    assert_eq!(text(b"null"), "null");
    assert_eq!(text(br#"{"b": [ true ], "a": "x"}"#), r#"{"a":"x","b":[true]}"#);
}
