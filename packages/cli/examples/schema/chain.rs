//! The types that are not ours, of the chain, of cw4 and of cw20, in our words: theirs are written for other readers.

use serde_json::{json, Value};

/// A type, a field of it, a variant, or a field of a variant, with what it is.
const WORDS: &[(&str, &str)] = &[
    ("Addr", "An address of the chain."),
    ("Binary", "Bytes, in base64."),
    ("HexBinary", "Bytes, in lower-case hexadecimal."),
    ("Uint128", "A whole number from 0 to 2^128 - 1, as a string of decimal digits."),
    ("Empty", "Nothing: `{}`."),
    ("Coin", "Coins of the chain."),
    ("Coin.amount", "Base units."),
    ("Coin.denom", "The denomination."),
    (
        "CosmosMsg_for_Empty",
        "A message of the chain. An action is of the kinds `bank` and `wasm`; others are refused.",
    ),
    ("CosmosMsg_for_Empty::bank", "To the bank of the chain."),
    ("CosmosMsg_for_Empty::custom", "No action."),
    ("CosmosMsg_for_Empty::wasm", "To a contract, or about one."),
    ("BankMsg", "A message to the bank of the chain; coins are the sender's, which is whoever executes it."),
    ("BankMsg::send", "Sends coins."),
    ("BankMsg::send.to_address", "To whom."),
    ("BankMsg::send.amount", "What."),
    ("BankMsg::burn", "Burns coins."),
    ("BankMsg::burn.amount", "What."),
    ("WasmMsg", "A message to a contract, or about one; the sender is whoever executes it."),
    ("WasmMsg::execute", "Calls a contract."),
    ("WasmMsg::execute.contract_addr", "The contract."),
    ("WasmMsg::execute.msg", "The message, as JSON."),
    ("WasmMsg::execute.funds", "Coins that go with it."),
    ("WasmMsg::instantiate", "Makes a contract."),
    ("WasmMsg::instantiate.admin", "Who may migrate it; nobody where nothing is said."),
    ("WasmMsg::instantiate.code_id", "Its code."),
    ("WasmMsg::instantiate.msg", "The message that makes it, as JSON."),
    ("WasmMsg::instantiate.funds", "Coins that go with it."),
    ("WasmMsg::instantiate.label", "Its label, 1 to 128 bytes."),
    ("WasmMsg::instantiate2", "Makes a contract at an address that is known before."),
    ("WasmMsg::instantiate2.admin", "Who may migrate it; nobody where nothing is said."),
    ("WasmMsg::instantiate2.code_id", "Its code."),
    ("WasmMsg::instantiate2.msg", "The message that makes it, as JSON."),
    ("WasmMsg::instantiate2.funds", "Coins that go with it."),
    ("WasmMsg::instantiate2.label", "Its label, 1 to 128 bytes."),
    (
        "WasmMsg::instantiate2.salt",
        "What the address is made of besides the code and the sender, 1 to 64 bytes.",
    ),
    ("WasmMsg::migrate", "Gives a contract other code; its administrator may."),
    ("WasmMsg::migrate.contract_addr", "The contract."),
    ("WasmMsg::migrate.msg", "The message to the new code, as JSON."),
    ("WasmMsg::migrate.new_code_id", "The new code."),
    ("WasmMsg::update_admin", "Names another administrator; the present one may."),
    ("WasmMsg::update_admin.contract_addr", "The contract."),
    ("WasmMsg::update_admin.admin", "Who."),
    ("WasmMsg::clear_admin", "Takes the administrator away, for ever; the present one may."),
    ("WasmMsg::clear_admin.contract_addr", "The contract."),
    ("Cw20ReceiveMsg", "What a cw20 token tells the contract that tokens were sent to."),
    ("Cw20ReceiveMsg.amount", "Base units."),
    ("Cw20ReceiveMsg.msg", "What the sender said, as JSON."),
    ("Cw20ReceiveMsg.sender", "Who sent them."),
    ("AdminResponse", "Who may change the members by hand."),
    ("AdminResponse.admin", "Always null: nobody may."),
    ("HooksResponse", "Who is told of changes."),
    ("HooksResponse.hooks", "Always empty."),
    ("Member", "A member of a cw4 group."),
    ("Member.addr", "Who."),
    ("Member.weight", "Its power, w."),
    ("MemberListResponse", "The members."),
    ("MemberListResponse.members", "In order of address."),
    ("MemberResponse", "The weight of a member."),
    ("MemberResponse.weight", "Its power, w; null for whoever is no member."),
    ("TotalWeightResponse", "The weight of all members."),
    ("TotalWeightResponse.weight", "V."),
    ("ContractVersion", "The name of a contract and its version, as cw2 keeps them."),
    ("ContractVersion.contract", "The name, with where it is published."),
    ("ContractVersion.version", "The version."),
];

/// Puts our words in the place of theirs, wherever a schema has such a type.
pub fn describe(root: &mut Value) {
    if let Some(title) = root["title"].as_str().map(str::to_string) {
        describe_type(&title, root);
    }
    for (name, definition) in object(root, "definitions") {
        describe_type(name, definition);
    }
}

fn describe_type(name: &str, schema: &mut Value) {
    say(name, schema);
    describe_fields(name, schema);
    let variants = schema.get_mut("oneOf").and_then(Value::as_array_mut);
    for variant in variants.into_iter().flatten() {
        let bodies: Vec<String> = object(variant, "properties").map(|(word, _)| word.clone()).collect();
        for word in bodies {
            let path = format!("{name}::{word}");
            say(&path, variant);
            object(variant, "properties").for_each(|(_, body)| describe_fields(&path, body));
        }
    }
}

fn describe_fields(path: &str, schema: &mut Value) {
    for (field, schema) in object(schema, "properties") {
        say(&format!("{path}.{field}"), schema);
    }
}

fn object<'a>(schema: &'a mut Value, key: &str) -> impl Iterator<Item = (&'a String, &'a mut Value)> {
    schema.get_mut(key).and_then(Value::as_object_mut).into_iter().flatten()
}

/// A reference cannot hold words of its own: it is wrapped, as the generator of schemas does it.
fn say(path: &str, schema: &mut Value) {
    let Some((_, words)) = WORDS.iter().find(|(of, _)| *of == path) else { return };
    if schema.get("$ref").is_some() {
        *schema = json!({ "allOf": [schema.take()] });
    }
    schema["description"] = json!(words);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contracts;

    #[test]
    fn every_word_is_said_somewhere() {
        let all = contracts::all().unwrap();
        let text: String = all.iter().map(|(_, schema)| contracts::text(schema)).collect();
        for (of, words) in WORDS {
            assert!(text.contains(&json!(words).to_string()), "{of} is nowhere: take it out of chain.rs");
        }
    }

    #[test]
    fn a_field_of_theirs_is_told_in_our_words() {
        let mut schema = json!({
            "title": "Ours", "description": "Ours.", "properties": { "amount": { "$ref": "#/definitions/Uint128" } },
            "definitions": { "Coin": { "description": "theirs", "properties": {
                "amount": { "$ref": "#/definitions/Uint128" }
            } } }
        });
        describe(&mut schema);
        assert_eq!(schema["description"], "Ours.");
        assert_eq!(schema.get("oneOf"), None);
        assert_eq!(schema["properties"]["amount"], json!({ "$ref": "#/definitions/Uint128" }));
        let coin = &schema["definitions"]["Coin"];
        assert_eq!(coin["description"], "Coins of the chain.");
        let amount = json!({ "allOf": [{ "$ref": "#/definitions/Uint128" }], "description": "Base units." });
        assert_eq!(coin["properties"]["amount"], amount);
    }
}
