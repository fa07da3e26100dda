//! A relay between a command and its node. It lets everything through, and knows when the command hands in a transaction:
//! the moment in which a test wants it dead.

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;

use anyhow::{Context, Result};
use cosmwasm_std::Binary;
use serde_json::Value;

/// When a command dies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Death {
    /// Its transaction is signed, and no node has it.
    BeforeItIsHandedIn,
    /// A node has its transaction, and it has not heard so.
    AfterItIsTaken,
}

/// Who commands die by.
pub trait Fate: Send + Sync + 'static {
    /// Whether the sender of this transaction dies, and when.
    fn decide(&self, transaction: &[u8]) -> Option<Death>;

    /// Kills the sender by SIGKILL.
    fn kill(&self, death: Death) -> Result<()>;
}

/// Relays to a node, until the test ends; the address to ask instead.
pub fn relay(node: &str, fate: Arc<impl Fate>) -> Result<String> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let address = format!("http://{}", listener.local_addr()?);
    let node = node.to_string();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let (node, fate) = (node.clone(), fate.clone());
            // What fails here is a connection that ends, which is what the command sees.
            thread::spawn(move || converse(&stream, &node, fate.as_ref()));
        }
    });
    Ok(address)
}

/// Question and answer, until the command hangs up or dies.
fn converse(mut stream: &TcpStream, node: &str, fate: &impl Fate) -> Result<()> {
    let mut questions = BufReader::new(stream);
    while let Some(question) = question(&mut questions)? {
        let death = transaction(&question).and_then(|transaction| fate.decide(&transaction));
        if let Some(death @ Death::BeforeItIsHandedIn) = death {
            return fate.kill(death);
        }
        let answer = ask(node, &question)?;
        match death {
            Some(death) if was_taken(&answer) => return fate.kill(death),
            _ => {}
        }
        let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n", answer.len());
        stream.write_all((head + &answer).as_bytes())?;
    }
    Ok(())
}

/// The body of the next HTTP request; none where the connection has ended.
fn question(stream: &mut impl BufRead) -> Result<Option<String>> {
    let mut length = 0;
    for nth in 0.. {
        let mut line = String::new();
        if stream.read_line(&mut line)? == 0 && nth == 0 {
            return Ok(None);
        }
        let line = line.trim().to_ascii_lowercase();
        if line.is_empty() {
            break;
        }
        if let Some(told) = line.strip_prefix("content-length:") {
            length = told.trim().parse()?;
        }
    }
    let mut body = vec![0; length];
    stream.read_exact(&mut body)?;
    Ok(Some(String::from_utf8(body)?))
}

fn ask(node: &str, question: &str) -> Result<String> {
    let mut response = ureq::post(node).header("content-type", "application/json").send(question)?;
    response.body_mut().read_to_string().context("an answer of the node")
}

/// The transaction that is handed in, if one is.
fn transaction(question: &str) -> Option<Vec<u8>> {
    let question: Value = serde_json::from_str(question).ok()?;
    let handed_in = question["method"] == "broadcast_tx_sync";
    let bytes = Binary::from_base64(question["params"]["tx"].as_str()?).ok()?;
    handed_in.then(|| bytes.to_vec())
}

fn was_taken(answer: &str) -> bool {
    serde_json::from_str(answer).is_ok_and(|answer: Value| answer["result"]["code"] == 0)
}
