//! A terminal that types what a page shows, on an embedded chain, and compares what is printed.
//!
//! Blocks of `console` hold lines that begin with `$` and what comes of them; `…` stands for lines that are left out.
//! What a page does not show, somebody does in a comment: `<!-- vote 1 -->` (all five people say Yes), `<!-- wait 30d -->`,
//! `<!-- wait opening 1 -->`, `<!-- resolve 1 -->`, `<!-- execute 1 -->`, `<!-- store voting -->` (its code, once more).

use anyhow::{bail, ensure, Context, Result};
use clap::{Args, Parser, Subcommand};
use isonomia_cli::shell::*;
use isonomia_core::tally::Choice;
use isonomia_embedded::{first_wasm_error, Dao, CASH, DAY};

use super::folder;
use crate::keeper::watched;
use crate::lifecycle::town::*;
use crate::migration::code;
use crate::shell::typing::{notation_of, sign};

/// Everybody that the pages name.
pub const NAMES: [&str; 16] = [
    "ann",
    "bob",
    "cat",
    "dan",
    "eve",
    "yan",
    "zoe",
    "grantee",
    "painter",
    "printer",
    "host",
    "committee",
    "gina",
    "hugo",
    "mallory",
    "roofer",
];

#[derive(Parser)]
struct Line {
    #[command(subcommand)]
    verb: Typed,
}

#[derive(Args)]
struct Signed<V: Args> {
    #[command(flatten)]
    verb: V,
    #[arg(long)]
    from: String,
    #[arg(long)]
    yes: bool,
}

/// The verbs that the pages use, as `isonomia` has them.
#[derive(Subcommand)]
enum Typed {
    Propose(Signed<Propose>),
    Vote(Signed<Vote>),
    Resolve(Signed<Resolve>),
    Execute(Signed<Execute>),
    Cancel(Signed<Cancel>),
    Pause(Signed<Pause>),
    Rollback(Signed<Rollback>),
    OperatorReady(Signed<OperatorReady>),
    Pay(Signed<Pay>),
    WithdrawStream(Signed<WithdrawStream>),
    Preview(Preview),
    Show(Show),
    Guardian(Guardian),
    Upgrade(Upgrade),
    Budgets(Budgets),
    Streams(Streams),
    Treasury(Treasury),
}

/// A town with a treasury of a million, as the scenarios have it.
pub fn town_of_the_pages() -> Result<Dao> {
    let mut dao = founded(crate::dao().own_registrar().with(|params| params.min_attested = 0))?;
    let treasury = dao.contracts.treasury.clone();
    dao.mint(&treasury, 1_000_000_000_000 - TREASURE, CASH)?;
    Ok(dao)
}

/// Types a whole page. What is printed is what it shows; the page as it is to be is returned besides.
pub fn types(dao: &mut Dao, page: &str) -> Result<String> {
    let (mut written, mut lines) = (Vec::new(), page.lines().peekable());
    let mut typing = false;
    while let Some(line) = lines.next() {
        written.push(line.to_string());
        match line.trim() {
            "```console" => typing = true,
            "```" => typing = false,
            comment if comment.starts_with("<!--") => silently(dao, comment)?,
            typed if typing && typed.starts_with("$ ") => {
                let mut shown = Vec::new();
                while let Some(next) = lines.next_if(|next| !next.starts_with("$ ") && *next != "```") {
                    shown.push(next);
                }
                let told = type_line(dao, &typed[2..])?;
                written.extend(agreed(&shown, &told));
            }
            _ => {}
        }
    }
    Ok(written.join("\n") + "\n")
}

/// What is shown if it is what was printed but for what was left out; else what was printed.
fn agreed(shown: &[&str], told: &str) -> Vec<String> {
    let told: Vec<&str> = told.lines().collect();
    let mut from = 0;
    let (mut left_out, mut agrees) = (false, true);
    for line in shown {
        if *line == "…" {
            left_out = true;
            continue;
        }
        let found = told[from..].iter().position(|each| each.trim_end() == line.trim_end());
        match found {
            Some(at) if at == 0 || left_out => from += at + 1,
            _ => agrees = false,
        }
        left_out = false;
    }
    match agrees && (left_out || from == told.len()) {
        true => shown.iter().map(|line| line.to_string()).collect(),
        false => told.iter().map(|line| line.trim_end().to_string()).collect(),
    }
}

fn silently(dao: &mut Dao, comment: &str) -> Result<()> {
    let words: Vec<&str> =
        comment.trim_start_matches("<!--").trim_end_matches("-->").split_whitespace().collect();
    let anyone = dao.addr("anyone");
    match words.as_slice() {
        ["vote", id] => say(dao, id.parse()?, Choice::Yes, &PEOPLE)?,
        ["wait", "opening", id] => dao.advance_to(dao.poll(id.parse()?)?.opens),
        ["wait", "end", id] => dao.advance_to(dao.opened(id.parse()?)?.closes),
        ["wait", "ready", id] => wait(dao, id.parse()?)?,
        ["store", name] => {
            dao.app.store_code(code(name));
        }
        ["wait", days] => dao.advance(days.trim_end_matches('d').parse::<u64>()? * DAY),
        ["resolve", id] => {
            let id = id.parse()?;
            dao.advance_to(dao.opened(id)?.closes);
            dao.resolve(&anyone, id)?;
        }
        ["execute", id] => {
            let id = id.parse()?;
            wait(dao, id)?;
            dao.execute(&anyone, id)?;
        }
        other => bail!("nobody knows how to do {other:?}"),
    }
    Ok(())
}

fn type_line(dao: &mut Dao, line: &str) -> Result<String> {
    let mut words = words(line)?;
    for word in words.iter_mut().filter(|word| *word == "upgrade.json") {
        *word = folder().with_file_name("upgrade.json").display().to_string();
    }
    let line = Line::try_parse_from(&words).with_context(|| format!("not understood: {words:?}"))?;
    Ok(match line.verb {
        Typed::Propose(line) => signs(dao, &line),
        Typed::Vote(line) => signs(dao, &line),
        Typed::Resolve(line) => signs(dao, &line),
        Typed::Execute(line) => signs(dao, &line),
        Typed::Cancel(line) => signs(dao, &line),
        Typed::Pause(line) => signs(dao, &line),
        Typed::Rollback(line) => signs(dao, &line),
        Typed::OperatorReady(line) => signs(dao, &line),
        Typed::Pay(line) => signs(dao, &line),
        Typed::WithdrawStream(line) => signs(dao, &line),
        Typed::Preview(question) => asks(dao, &question),
        Typed::Show(question) => asks(dao, &question),
        Typed::Upgrade(question) => asks(dao, &question),
        Typed::Guardian(question) => asks(dao, &question),
        Typed::Budgets(question) => asks(dao, &question),
        Typed::Streams(question) => asks(dao, &question),
        Typed::Treasury(question) => asks(dao, &question),
    })
}

/// The preview, or what is refused and why. On a real chain its fee stands below the preview, and the receipt.
fn signs<V: Args + Verb>(dao: &mut Dao, line: &Signed<V>) -> String {
    let deed = || {
        let asked = watched(dao);
        let desk = Desk::new(&asked, &dao.app.block_info().chain_id, notation_of(dao, &NAMES))?;
        line.verb.deed(&desk, dao.addr(&line.from).as_str())
    };
    let signed = deed().and_then(|deed| {
        let preview = deed.preview.to_string();
        sign(dao, &line.from, deed).map(|_| preview)
    });
    signed.unwrap_or_else(|error| format!("isonomia: {}\n", first_wasm_error(&error)))
}

fn asks(dao: &Dao, question: &impl Question) -> String {
    match answered_as(dao, question) {
        Ok(text) => text,
        Err(error) => format!("isonomia: {error:#}\n"),
    }
}

fn answered_as(dao: &Dao, question: &impl Question) -> Result<String> {
    let asked = watched(dao);
    let desk = Desk::new(&asked, &dao.app.block_info().chain_id, notation_of(dao, &NAMES))?;
    Ok(question.ask(&desk)?.to_string())
}

/// Words as a shell reads them: quotation marks keep words together.
fn words(line: &str) -> Result<Vec<String>> {
    let parts: Vec<&str> = line.split('"').collect();
    ensure!(parts.len() % 2 == 1, "a quotation mark is open: {line}");
    let mut words = Vec::new();
    for (index, part) in parts.iter().enumerate() {
        match index % 2 {
            0 => words.extend(part.split_whitespace().map(str::to_string)),
            _ => words.push(part.to_string()),
        }
    }
    Ok(words)
}
