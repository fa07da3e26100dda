//! `isonomia withdraw-stream` and `streams`: what is earned second by second.

use anyhow::{Context, Result};
use clap::Args;
use isonomia_api::treasury::{ExecuteMsg, QueryMsg, StreamInfo, StreamResponse, StreamsResponse};
use serde_json::json;

use super::asking::Question;
use super::clock::utc;
use super::deed::{Deed, Verb};
use super::desk::Desk;
use super::told::{table_of_words, Page, Told};
use crate::keeper::Asked;
use crate::live::Preview;

/// Takes what is due of a stream of yours.
#[derive(Args, Clone, Debug)]
pub struct WithdrawStream {
    /// The number of the stream.
    id: u64,
}

/// Lists the streams, a page at a time: who earns what, what was paid, and what is due.
#[derive(Args, Clone, Debug, Default)]
pub struct Streams {
    #[command(flatten)]
    page: Page,
}

impl Verb for WithdrawStream {
    fn deed<D: Asked>(&self, desk: &Desk<'_, D>, _who: &str) -> Result<Deed> {
        let msg = QueryMsg::Stream { id: self.id };
        let found = desk.ask::<StreamResponse>(&desk.contracts().treasury, &msg)?.stream;
        let stream = found.with_context(|| format!("there is no stream {}", self.id))?;
        let says = |units: cosmwasm_std::Uint128| desk.notation.says(units.u128(), &stream.asset);
        let preview = Preview::new(&format!("withdraw what is due of stream {}", self.id))
            .line(
                "due now",
                format!("{}, more by the second until {}", says(stream.due), utc(stream.course.end)),
            )
            .line("of", format!("{}, of which {} was paid", says(stream.amount), says(stream.withdrawn)))
            .line("to", desk.contract(stream.recipient.as_str()));
        Deed::new(preview, &desk.contracts().treasury, &ExecuteMsg::Withdraw { id: self.id })
    }
}

impl Question for Streams {
    type Answer = Told;

    fn ask<D: Asked>(&self, desk: &Desk<'_, D>) -> Result<Told> {
        let (start_after, limit) = (self.page.after, Some(self.page.checked()?));
        let msg = QueryMsg::Streams { start_after, limit };
        let streams = desk.ask::<StreamsResponse>(&desk.contracts().treasury, &msg)?.streams;
        let mut rows = table_of_words(["no.", "recipient", "of", "earned", "paid", "due", "course"]);
        for stream in &streams {
            rows.add_row(row(desk, stream));
        }
        let after = self.page.next(streams.iter().map(|stream| stream.id));
        let text = self.page.text(rows, "streams", after);
        Ok(Told { text, json: json!({ "streams": streams, "after": after }) })
    }
}

fn row<D: Asked>(desk: &Desk<'_, D>, stream: &StreamInfo) -> [String; 7] {
    let says = |units: cosmwasm_std::Uint128| desk.notation.says(units.u128(), &stream.asset);
    let course = match stream.cancelled {
        Some(at) => format!("cancelled {}", utc(at)),
        None => format!("cliff {}\nend {}", utc(stream.course.cliff), utc(stream.course.end)),
    };
    [
        stream.id.to_string(),
        desk.contract(stream.recipient.as_str()),
        says(stream.amount),
        says(stream.earned),
        says(stream.withdrawn),
        says(stream.due),
        course,
    ]
}
