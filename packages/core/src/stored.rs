//! How values are stored: as the list of their fields, without the names, in a third of the bytes.
//!
//! A chain charges thirty units of gas for each byte written. A stored value that changes its fields goes under a new
//! name in the store (docs/decisions/0016-stored-values-are-lists.md).

/// Serialises a struct as the list of its fields, in the order given here; a field may be converted by a pair of functions
/// on its way in and out.
#[macro_export]
macro_rules! stored_as_list {
    ($name:ident { $($field:ident $(($to:path, $from:path))?),+ $(,)? }) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serde::Serialize::serialize(
                    &($($crate::stored_as_list!(@to self.$field $(, $to)?),)+),
                    serializer,
                )
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let ($($field,)+) = serde::Deserialize::deserialize(deserializer)?;
                Ok($name { $($field: $crate::stored_as_list!(@from $field $(, $from)?)),+ })
            }
        }
    };
    (@to $value:expr) => { &$value };
    (@to $value:expr, $to:path) => { $to(&$value) };
    (@from $value:expr) => { $value };
    (@from $value:expr, $from:path) => { $from($value) };
}
