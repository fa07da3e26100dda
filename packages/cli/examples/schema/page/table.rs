//! Tables of fields.

use serde_json::Value;

use super::links::Links;
use crate::node::{description, fields, is_required, variants};

/// A page of a contract: its links, seen from there.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// All of them.
    pub links: &'a Links<'a>,
    /// Where one stands.
    pub contract: &'a str,
}

/// Whether what may be null may also be left out.
#[derive(Clone, Copy, PartialEq)]
pub enum Way {
    /// A message: it may.
    In,
    /// An answer: it never is.
    Out,
}

impl View<'_> {
    /// A description in a line of a table.
    pub fn cell(&self, words: &str) -> String {
        self.links.text(words, self.contract).replace('|', "\\|").replace("\n\n", "<br>").replace('\n', " ")
    }

    /// A description of paragraphs.
    pub fn text(&self, words: &str) -> String {
        self.links.text(words.trim(), self.contract)
    }

    /// The fields of an object; nothing where it has none.
    pub fn fields(&self, head: &str, schema: &Value, way: Way) -> String {
        let rows: String =
            fields(schema).into_iter().map(|(name, one)| self.row(schema, name, one, way)).collect();
        if rows.is_empty() {
            return rows;
        }
        format!("| {head} | type | |\n|---|---|---|\n{rows}\n")
    }

    fn row(&self, of: &Value, name: &str, schema: &Value, way: Way) -> String {
        let is_optional = way == Way::In && !is_required(of, name);
        let (mark, kind) = match is_optional {
            true => ("?", self.kind(or_null(schema).unwrap_or(schema))),
            false => ("", self.kind(schema)),
        };
        let kind = if is_optional { kind.replace(" or null", "") } else { kind };
        format!("| `{name}{mark}` | {kind} | {} |\n", self.cell(description(schema)))
    }

    /// The type of a value, in words that lead to it.
    pub fn kind(&self, schema: &Value) -> String {
        if let Some(name) = schema["$ref"].as_str().and_then(|link| link.strip_prefix("#/definitions/")) {
            return self.links.to_type(name, self.contract);
        }
        if let Some(one) = schema["allOf"].get(0) {
            return self.kind(one);
        }
        if let Some(one) = or_null(schema) {
            return format!("{} or null", self.kind(one));
        }
        match &schema["type"] {
            Value::Array(types) => {
                let types: Vec<String> = types.iter().map(|one| named(one, schema, self)).collect();
                types.join(" or ")
            }
            one => named(one, schema, self),
        }
    }

    /// The words of an enum: each with what it holds.
    pub fn words(&self, schema: &Value, way: Way) -> String {
        let rows = variants(schema).into_iter().map(|variant| {
            let fields = variant.body.map(fields).unwrap_or_default();
            let held = fields.iter().map(|(name, one)| {
                let may = if way == Way::In && variant.body.is_some_and(|body| !is_required(body, name)) {
                    "?"
                } else {
                    ""
                };
                format!("`{name}{may}`: {}", self.kind(one))
            });
            let held: Vec<String> = held.collect();
            let name = match (variant.body, held.is_empty()) {
                (None, _) => format!("`\"{}\"`", variant.name),
                (Some(_), true) => format!("`{{\"{}\": {{}}}}`", variant.name),
                (Some(_), false) => format!("`{{\"{}\": {{…}}}}`", variant.name),
            };
            let told = fields.iter().map(|(name, one)| format!(" `{name}`: {}", description(one)));
            let told: String = std::iter::once(variant.description.to_string()).chain(told).collect();
            format!("| {name} | {} | {} |\n", held.join("<br>"), self.cell(&told))
        });
        let rows: String = rows.collect();
        format!("| one of | with | |\n|---|---|---|\n{rows}\n")
    }
}

/// What is there where it is not null.
fn or_null(schema: &Value) -> Option<&Value> {
    schema["anyOf"].as_array().filter(|any| any.len() == 2 && any[1]["type"] == "null").map(|any| &any[0])
}

fn named(kind: &Value, schema: &Value, view: &View) -> String {
    match kind.as_str().unwrap_or_default() {
        "integer" => "number".to_string(),
        "array" => format!("list of {}", view.kind(&schema["items"])),
        "" => "anything".to_string(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn told(told: impl Fn(View) -> String) -> String {
        let schemas = [("vault", json!({ "execute": { "definitions": { "Asset": {} } } }))];
        told(View { links: &Links::new(&schemas), contract: "vault" })
    }

    fn schema() -> Value {
        json!({ "required": ["asset"], "properties": {
            "asset": { "allOf": [{ "$ref": "#/definitions/Asset" }], "description": "Of a | b." },
            "other": { "anyOf": [{ "$ref": "#/definitions/Asset" }, { "type": "null" }], "description": "One." },
            "limit": { "type": ["integer", "null"], "description": "At most." },
            "names": { "type": "array", "items": { "type": "string" }, "description": "All." }
        } })
    }

    #[test]
    fn what_may_be_left_out_of_a_message_is_marked_and_what_may_be_null_in_an_answer_is_said() {
        let message = told(|view| view.fields("field", &schema(), Way::In));
        let rows = "| field | type | |\n|---|---|---|\n\
            | `asset` | [Asset](#type-asset) | Of a \\| b. |\n| `limit?` | number | At most. |\n\
            | `names?` | list of string | All. |\n| `other?` | [Asset](#type-asset) | One. |\n\n";
        assert_eq!(message, rows);
        let answer = told(|view| view.fields("answer", &schema(), Way::Out));
        assert!(answer.contains("| `limit` | number or null | At most. |\n"));
        assert!(answer.contains("| `other` | [Asset](#type-asset) or null | One. |\n"));
        assert_eq!(told(|view| view.fields("field", &json!({}), Way::In)), "");
    }

    #[test]
    fn an_enum_is_a_table_of_its_words() {
        let schema = json!({ "oneOf": [
            { "description": "Nobody.", "enum": ["vacant"] },
            { "description": "Somebody.", "properties": { "taken": {
                "required": ["by"], "properties": { "by": { "type": "string", "description": "Who." } }
            } } },
            { "description": "Nothing.", "properties": { "none": {} } }
        ] });
        let rows = "| one of | with | |\n|---|---|---|\n| `\"vacant\"` |  | Nobody. |\n\
            | `{\"taken\": {…}}` | `by`: string | Somebody. `by`: Who. |\n| `{\"none\": {}}` |  | Nothing. |\n\n";
        assert_eq!(told(|view| view.words(&schema, Way::In)), rows);
    }
}
