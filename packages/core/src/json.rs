//! JSON as the policy reads it: no duplicate keys, one canonical form, and pointers into answers.
//!
//! Two parsers that see different messages in the same bytes are how a class is smuggled; so what is stored, judged and
//! sent is the canonical re-serialisation: no white space, keys in order, each once.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

/// A JSON value without fractions.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A whole number from 0.
    Unsigned(u64),
    /// A whole number below 0.
    Negative(i64),
    /// A string.
    String(String),
    /// A list.
    Array(Vec<Value>),
    /// Entries in the order of their keys, each key once.
    Object(Vec<(String, Value)>),
}

/// Why a message is refused.
#[derive(Debug, PartialEq, thiserror::Error)]
pub enum JsonError {
    /// Not JSON, a fraction, or a key twice.
    #[error("not a message: {why}")]
    Malformed {
        /// What the parser says.
        why: String,
    },
    /// Not an object.
    #[error("a message is one JSON object")]
    NotObject,
    /// Not one key.
    #[error("a message has one top-level key, not {count}")]
    NotOneKey {
        /// How many keys it has.
        count: usize,
    },
}

impl Value {
    /// Parses; refuses fractions and duplicate keys at any depth.
    pub fn parse(bytes: &[u8]) -> Result<Value, JsonError> {
        serde_json_wasm::from_slice(bytes).map_err(|error| JsonError::Malformed { why: error.to_string() })
    }

    /// The canonical form.
    pub fn canonical(&self) -> Result<Vec<u8>, JsonError> {
        serde_json_wasm::to_vec(self).map_err(|error| JsonError::Malformed { why: error.to_string() })
    }

    /// The value at a pointer: keys and indices behind `/`, `~1` for `/` and `~0` for `~` in a key (RFC 6901).
    pub fn at(&self, pointer: &str) -> Option<&Value> {
        if pointer.is_empty() {
            return Some(self);
        }
        let path = pointer.strip_prefix('/')?;
        path.split('/')
            .try_fold(self, |value, token| value.child(&token.replace("~1", "/").replace("~0", "~")))
    }

    fn child(&self, token: &str) -> Option<&Value> {
        match self {
            Value::Object(entries) => entries.iter().find(|(key, _)| key == token).map(|(_, value)| value),
            Value::Array(items) => items.get(index(token)?),
            _ => None,
        }
    }

    /// A string as it is, anything else in its canonical form: what an assertion compares.
    pub fn text(&self) -> String {
        match self {
            Value::String(text) => text.clone(),
            other => String::from_utf8(other.canonical().unwrap_or_default()).unwrap_or_default(),
        }
    }
}

/// An index has one spelling: digits, and no zero before them (RFC 6901).
fn index(token: &str) -> Option<usize> {
    let index: usize = token.parse().ok()?;
    (index.to_string() == token).then_some(index)
}

/// The canonical form of an object that need not have one key: the message of an instantiation or a migration.
pub fn canonical_object(bytes: &[u8]) -> Result<Vec<u8>, JsonError> {
    match Value::parse(bytes)? {
        object @ Value::Object(_) => object.canonical(),
        _ => Err(JsonError::NotObject),
    }
}

/// The one top-level key of a message, and its canonical form.
pub fn canonical_message(bytes: &[u8]) -> Result<(String, Vec<u8>), JsonError> {
    let value = Value::parse(bytes)?;
    let Value::Object(entries) = &value else {
        return Err(JsonError::NotObject);
    };
    let [(key, _)] = entries.as_slice() else {
        return Err(JsonError::NotOneKey { count: entries.len() });
    };
    Ok((key.clone(), value.canonical()?))
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Null => serializer.serialize_none(),
            Value::Bool(value) => serializer.serialize_bool(*value),
            Value::Unsigned(value) => serializer.serialize_u64(*value),
            Value::Negative(value) => serializer.serialize_i64(*value),
            Value::String(value) => serializer.serialize_str(value),
            Value::Array(items) => {
                let mut seq = serializer.serialize_seq(Some(items.len()))?;
                items.iter().try_for_each(|item| seq.serialize_element(item))?;
                seq.end()
            }
            Value::Object(entries) => {
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                entries.iter().try_for_each(|(key, value)| map.serialize_entry(key, value))?;
                map.end()
            }
        }
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("a JSON value without fractions")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Unsigned(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(u64::try_from(value).map(Value::Unsigned).unwrap_or(Value::Negative(value)))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_string()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(Value::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut entries: Vec<(String, Value)> = Vec::new();
        while let Some((key, value)) = map.next_entry::<String, Value>()? {
            match entries.binary_search_by(|(earlier, _)| earlier.cmp(&key)) {
                Ok(_) => return Err(A::Error::custom(format!("the key `{key}` stands twice"))),
                Err(index) => entries.insert(index, (key, value)),
            }
        }
        Ok(Value::Object(entries))
    }
}
