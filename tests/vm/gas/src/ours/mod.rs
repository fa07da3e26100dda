//! Our suite: every story yields figures `ours/…`.

mod asking;
pub mod deciding;
mod delegating;
pub mod draft;
mod founding;
mod issuers;
mod registering;
mod ruling;
mod screens;
pub mod stage;
mod staking;
pub mod trial;

use anyhow::Result;

use crate::meter::Figure;
use crate::Bench;

/// Every story of ours.
pub fn figures(bench: &Bench) -> Result<Vec<Figure>> {
    let stories = [
        staking::native,
        staking::cw20,
        delegating::delegating,
        deciding::small,
        deciding::large,
        deciding::without_deposit,
        registering::registering,
        registering::purging,
        ruling::ruling,
        asking::asking,
        screens::screens,
    ];
    let mut figures = vec![];
    for story in stories {
        figures.extend(story(bench)?);
    }
    Ok(figures)
}
