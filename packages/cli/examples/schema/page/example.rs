//! A request and its answer, as a DAO of the tests has given it.

use serde_json::Value;

/// A line of an example is not longer, if it can be broken.
const WIDTH: usize = 100;
/// Addresses, hashes and bytes that are longer are cut.
const LONGEST: usize = 40;

/// The example of a query, folded; nothing where there is none.
pub fn tell(example: &Value) -> String {
    if example.is_null() {
        return String::new();
    }
    let [request, answer] = ["request", "answer"].map(|part| lay_out(&example[part], 0));
    format!("<details><summary>example</summary>\n\n```json\n{request}\n```\n\n```json\n{answer}\n```\n\n</details>\n\n")
}

/// JSON on one line where it fits, and else an entry a line.
fn lay_out(value: &Value, depth: usize) -> String {
    let line = on_one_line(value);
    let entries: Vec<String> = match value {
        Value::Object(named) if line.len() + depth > WIDTH => {
            named.iter().map(|(name, one)| format!("\"{name}\": {}", lay_out(one, depth + 2))).collect()
        }
        Value::Array(items) if line.len() + depth > WIDTH => {
            items.iter().map(|one| lay_out(one, depth + 2)).collect()
        }
        _ => return line,
    };
    let (opens, closes) = if value.is_array() { ("[", "]") } else { ("{", "}") };
    let (inner, outer) = (" ".repeat(depth + 2), " ".repeat(depth));
    format!("{opens}\n{inner}{}\n{outer}{closes}", entries.join(&format!(",\n{inner}")))
}

fn on_one_line(value: &Value) -> String {
    let all = |entries: Vec<String>| entries.join(", ");
    match value {
        Value::Object(named) if named.is_empty() => "{}".to_string(),
        Value::Object(named) => {
            let entries = named.iter().map(|(name, one)| format!("\"{name}\": {}", on_one_line(one)));
            format!("{{ {} }}", all(entries.collect()))
        }
        Value::Array(items) => format!("[{}]", all(items.iter().map(on_one_line).collect())),
        Value::String(text) => Value::String(cut(text)).to_string(),
        other => other.to_string(),
    }
}

/// The beginning and the end of a long text.
fn cut(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    match letters.len() > LONGEST {
        true => letters[..12].iter().chain(&['…']).chain(&letters[letters.len() - 6..]).collect(),
        false => text.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_fits_stands_on_a_line_and_the_rest_below_each_other() {
        let short = json!({ "b": [1, "two"], "a": {} });
        assert_eq!(lay_out(&short, 0), r#"{ "a": {}, "b": [1, "two"] }"#);
        let word = "x".repeat(40);
        let long = json!({ "list": [word, word, word], "short": null });
        let rows = format!("{{\n  \"list\": [\n    \"{word}\",\n    \"{word}\",\n    \"{word}\"\n  ],\n  \"short\": null\n}}");
        assert_eq!(lay_out(&long, 0), rows);
    }

    #[test]
    fn an_address_is_cut_in_the_middle() {
        let address = format!("cosmwasm1{}", "z".repeat(40));
        assert_eq!(cut(&address), "cosmwasm1zzz…zzzzzz");
        assert_eq!(cut("ann"), "ann");
    }

    #[test]
    fn an_example_is_folded() {
        let example = json!({ "request": { "config": {} }, "answer": { "day": 86400 } });
        let told = "<details><summary>example</summary>\n\n```json\n{ \"config\": {} }\n```\n\n```json\n{ \"day\": 86400 }\n```\n\n</details>\n\n";
        assert_eq!(tell(&example), told);
        assert_eq!(tell(&Value::Null), "");
    }
}
