//! What the contracts tell: `schema/events.json`, and the same as a page.

use isonomia_api::events::kind::{Form, Kind, KINDS};
use isonomia_api::events::{Action, Attribute, Contract, Event, Given, CONTRACTS, PLAIN};
use serde_json::{json, Value};

/// What the contracts tell, for machines.
pub fn schema() -> Value {
    let attributes = |list: &[Attribute]| list.iter().map(attribute).collect::<Vec<_>>();
    let events = |contract: &Contract| {
        let event = |event: &Event| {
            let attributes: Vec<_> = event.attributes().map(attribute).collect();
            let kind = format!("wasm-{}", event.name);
            json!({ "type": kind, "says": event.says, "attributes": attributes })
        };
        contract.events.iter().map(event).collect::<Vec<_>>()
    };
    let contract = |contract: &&Contract| {
        let action = |action: &Action| {
            let events: Vec<_> = action.events.iter().map(|name| format!("wasm-{name}")).collect();
            json!({ "action": action.name, "events": events })
        };
        let actions: Vec<_> = contract.actions.iter().map(action).collect();
        json!({ "contract": contract.name, "actions": actions, "events": events(contract) })
    };
    json!({
        "given": {
            "optional": "The attribute is left out where there is nothing to say.",
            "none": "The attribute is the word `none` where there is nothing to say.",
        },
        "kinds": KINDS.iter().map(|known| kind(known)).collect::<Vec<_>>(),
        "plain": { "type": "wasm", "attributes": attributes(PLAIN) },
        "contracts": CONTRACTS.iter().map(contract).collect::<Vec<_>>(),
    })
}

fn attribute(attribute: &Attribute) -> Value {
    let Attribute { key, kind, says, given } = attribute;
    let mut told = json!({ "key": key, "kind": kind.name, "says": says });
    match given {
        Given::Always => {}
        Given::Sometimes => told["optional"] = true.into(),
        Given::OrNone => told["none"] = true.into(),
    }
    told
}

fn kind(kind: &Kind) -> Value {
    let mut told = json!({ "kind": kind.name, "says": kind.says });
    let (form, words) = match kind.form {
        Form::U64 => ("u64", None),
        Form::Uint128 => ("Uint128", None),
        Form::Bool => ("bool", None),
        Form::Enum(words) => ("enum", Some(words)),
        Form::Hex => ("hex", None),
        Form::Address => ("address", None),
        Form::Measure(units) => ("number, a space, and a unit", Some(units)),
        Form::List(Form::Pin) => ("list of address:u64, with commas between", None),
        Form::List(_) => ("list of addresses, with commas between", None),
        Form::Pin => ("address:u64", None),
        Form::Json => ("json", None),
        Form::Word => ("word", None),
        Form::Text => ("text", None),
    };
    told["form"] = form.into();
    if let Some(words) = words {
        told["values"] = words.into();
    }
    told
}

/// The head of the page.
const HEAD: &str =
    "# Events\n\nEvery event of the six contracts. Written by `scripts/schema.sh`, beside `events.json`; \
                    how to read them: [docs/events.md](../docs/events.md).\n";

/// What the contracts tell, for people.
pub fn page() -> String {
    let mut page = HEAD.to_string();
    for contract in CONTRACTS {
        page += &format!("\n## `{}`\n\n| action | events |\n|---|---|\n", contract.name);
        for Action { name, events } in contract.actions {
            let events: Vec<_> = events.iter().map(|event| format!("`{event}`")).collect();
            page += &format!("| `{name}` | {} |\n", events.join(", "));
        }
        for event in contract.events {
            page += &section(event);
        }
    }
    page += "\n## Kinds\n\n| kind | form | what it is |\n|---|---|---|\n";
    for known in KINDS {
        let told = kind(known);
        let values = told["values"].as_array().map(Vec::as_slice).unwrap_or_default();
        let values: Vec<_> =
            values.iter().filter_map(Value::as_str).map(|value| format!("`{value}`")).collect();
        let form = told["form"].as_str().unwrap_or_default();
        let form =
            if values.is_empty() { form.to_string() } else { format!("{form}: {}", values.join(", ")) };
        page += &format!("| `{}` | {form} | {} |\n", known.name, known.says);
    }
    page
}

fn section(event: &Event) -> String {
    let mut section = format!("\n### `wasm-{}`\n\n{}\n", event.name, event.says);
    if event.attributes().next().is_some() {
        section += "\n| attribute | kind | what it says |\n|---|---|---|\n";
    }
    for Attribute { key, kind, says, given } in event.attributes() {
        let given = match given {
            Given::Always => "",
            Given::Sometimes => ", or absent",
            Given::OrNone => " or `none`",
        };
        section += &format!("| `{key}` | `{}`{given} | {says} |\n", kind.name);
    }
    section
}
