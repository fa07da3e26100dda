//! The limit: a contract that does nothing, and one that counts votes and checks nothing.

use anyhow::Result;
use serde_json::json;

use super::scene::Scene;
use crate::meter::Figure;
use crate::people::{account, accounts};
use crate::Bench;

/// The least that anything costs.
pub fn figures(bench: &Bench) -> Result<Vec<Figure>> {
    let mut scene = Scene::new(bench, "limit");
    let (founder, voters) = (account("founder"), accounts("voter", 3));
    let codes = [scene.store("limit-nothing")?, scene.store("limit-vote")?];
    let nothing = scene.make("create-nothing", &founder, codes[0], "nothing", &json!({}))?;
    let count = scene.make("create-vote", &founder, codes[1], "count", &json!({}))?;
    scene.tx("nothing", &voters[0], &nothing, &json!({}), &[])?;
    let vote = json!({ "vote": {} });
    scene.tx("vote-first", &voters[0], &count, &vote, &[])?;
    scene.tx("vote", &voters[1], &count, &vote, &[])?;
    scene.tx("vote-again", &voters[1], &count, &vote, &[])?;
    Ok(scene.figures())
}
