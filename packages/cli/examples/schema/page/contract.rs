//! The chapter of a contract: how it is made, what it takes, what it answers.

use serde_json::Value;

use super::example;
use super::links::{message_anchor, Links};
use super::table::{View, Way};
use crate::node::{description, variants, Variant};

/// The line of the index.
pub fn index(contract: &str, schema: &Value) -> String {
    let all = |place: &str| {
        let names = variants(&schema[place]).into_iter().map(|one| one.name);
        let links = names.map(|name| format!("[{name}](#{})", message_anchor(contract, place, name)));
        links.collect::<Vec<_>>().join(" · ")
    };
    format!("| [{contract}](#{contract}) | {} | {} |\n", all("execute"), all("query"))
}

/// The whole chapter; `inside` is what a cw20 token may carry to the contract.
pub fn chapter(
    contract: &str,
    schema: &Value,
    inside: Option<&Value>,
    (examples, links): (&Value, &Links),
) -> String {
    let view = View { links, contract };
    let mut chapter = format!("\n## {contract}\n\n");
    chapter.push_str(&made(contract, "instantiate", &schema["instantiate"], view));
    chapter.push_str(&part(contract, "execute", &schema["execute"], view));
    for message in variants(&schema["execute"]) {
        chapter.push_str(&takes(contract, &message, inside, view));
    }
    chapter.push_str(&part(contract, "query", &schema["query"], view));
    for query in variants(&schema["query"]) {
        chapter.push_str(&answers(contract, &query, &schema["responses"][query.name], view));
        chapter.push_str(&example::tell(&examples[query.name]));
    }
    chapter.push_str(&made(contract, "migrate", &schema["migrate"], view));
    chapter
}

/// The heading of all messages; that they are what the contract takes is said by it, and only the rest by words.
fn part(contract: &str, place: &str, schema: &Value, view: View) -> String {
    let rest = description(schema).split_once('.').map_or("", |(_, rest)| rest);
    let rest = view.text(rest);
    let gap = if rest.is_empty() { "" } else { "\n\n" };
    format!("### {contract}: {place}\n\n{rest}{gap}")
}

/// The one message that makes it, or gives it other code.
fn made(contract: &str, how: &str, schema: &Value, view: View) -> String {
    if schema.is_null() {
        return String::new();
    }
    let body = match variants(schema).is_empty() {
        true => view.fields("field", schema, Way::In),
        false => view.words(schema, Way::In),
    };
    format!("### {contract}: {how}\n\n{}\n\n{body}", view.text(description(schema)))
}

fn heading(contract: &str, place: &str, name: &str) -> String {
    format!("#### <a id=\"{}\"></a>`{name}`\n\n", message_anchor(contract, place, name))
}

fn takes(contract: &str, message: &Variant, inside: Option<&Value>, view: View) -> String {
    let told = heading(contract, "execute", message.name) + &view.text(message.description) + "\n\n";
    let body = message.body.unwrap_or(&Value::Null);
    if body.get("$ref").is_none() {
        return told + &view.fields("field", body, Way::In);
    }
    let carried = format!("With a {}.", view.kind(body));
    match inside.filter(|_| message.name == "receive") {
        Some(inside) => format!("{told}{carried} In its `msg`:\n\n{}", view.words(inside, Way::In)),
        None => format!("{told}{carried}\n\n"),
    }
}

fn answers(contract: &str, query: &Variant, answer: &Value, view: View) -> String {
    let mut told = heading(contract, "query", query.name) + &view.text(query.description) + "\n\n";
    told += &view.fields("argument", query.body.unwrap_or(&Value::Null), Way::In);
    let fields = view.fields("answer", answer, Way::Out);
    if fields.is_empty() {
        told += &format!("The answer is a {}: {}\n\n", view.kind(answer), view.text(description(answer)));
    }
    told + &fields
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn vault() -> Value {
        json!({
            "instantiate": { "description": "Makes a vault.", "properties": {} },
            "execute": { "description": "What it takes.", "oneOf": [
                { "description": "Takes tokens.", "properties": { "receive": { "$ref": "#/definitions/Cw20ReceiveMsg" } } }
            ], "definitions": { "Cw20ReceiveMsg": { "description": "Tokens." } } },
            "query": { "description": "What it answers. Of now.", "oneOf": [
                { "description": "How much.", "properties": { "deposit": {} } }
            ] },
            "migrate": { "description": "Gives it other code.", "required": ["to"], "properties": {
                "to": { "type": "string", "description": "Which." }
            } },
            "responses": { "deposit": { "properties": { "stake": { "type": "string", "description": "So much." } } } }
        })
    }

    #[test]
    fn a_chapter_has_everything_and_the_index_leads_there() {
        let schemas = [("vault", vault())];
        let links = Links::new(&schemas);
        let inside = json!({ "oneOf": [{ "description": "Locks.", "properties": { "stake": {} } }] });
        let told = chapter("vault", &schemas[0].1, Some(&inside), (&Value::Null, &links));
        let all = "\n## vault\n\n### vault: instantiate\n\nMakes a vault.\n\n### vault: execute\n\n\
            #### <a id=\"vault-execute-receive\"></a>`receive`\n\nTakes tokens.\n\n\
            With a [Cw20ReceiveMsg](#type-cw20receivemsg). In its `msg`:\n\n\
            | one of | with | |\n|---|---|---|\n| `{\"stake\": {}}` |  | Locks. |\n\n\
            ### vault: query\n\nOf now.\n\n\
            #### <a id=\"vault-query-deposit\"></a>`deposit`\n\nHow much.\n\n\
            | answer | type | |\n|---|---|---|\n| `stake` | string | So much. |\n\n\
            ### vault: migrate\n\nGives it other code.\n\n\
            | field | type | |\n|---|---|---|\n| `to` | string | Which. |\n\n";
        assert_eq!(told, all);
        let line =
            "| [vault](#vault) | [receive](#vault-execute-receive) | [deposit](#vault-query-deposit) |\n";
        assert_eq!(index("vault", &schemas[0].1), line);
    }
}
