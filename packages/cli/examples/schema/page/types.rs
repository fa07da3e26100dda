//! The types that messages and answers share.

use super::links::{plain, Links, Type};
use super::table::{View, Way};
use crate::node::{description, variants};

/// All of them, with an index.
pub fn chapter(links: &Links) -> String {
    let types = links.types();
    let index: Vec<String> = types.iter().map(|one| format!("[{}](#{})", title(one), one.anchor())).collect();
    let told: String = types.iter().map(|one| tell(one, links)).collect();
    format!("\n## Types\n\n{}\n\n{}\n", index.join(" · "), told.trim_end())
}

fn title(one: &Type) -> String {
    let whose = one.only.filter(|_| one.own).map(|contract| format!(" of {contract}"));
    format!("{}{}", plain(one.name), whose.unwrap_or_default())
}

fn tell(one: &Type, links: &Links) -> String {
    let view = View { links, contract: one.only.unwrap_or_default() };
    let body = match variants(one.schema).is_empty() {
        true => view.fields("field", one.schema, Way::Out),
        false => view.words(one.schema, Way::Out),
    };
    let words = view.text(description(one.schema));
    format!("### <a id=\"{}\"></a>{}\n\n{words}\n\n{body}", one.anchor(), title(one))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_type_stands_where_links_lead() {
        let schemas = [(
            "vault",
            json!({ "execute": { "definitions": { "CosmosMsg_for_Empty": {
            "description": "A message.", "type": "string"
        } } } }),
        )];
        let links = Links::new(&schemas);
        let chapter = chapter(&links);
        let index = "[CosmosMsg](#type-cosmosmsg)";
        assert_eq!(
            chapter,
            format!("\n## Types\n\n{index}\n\n### <a id=\"type-cosmosmsg\"></a>CosmosMsg\n\nA message.\n")
        );
        assert_eq!(links.to_type("CosmosMsg_for_Empty", "vault"), "[CosmosMsg](#type-cosmosmsg)");
    }
}
