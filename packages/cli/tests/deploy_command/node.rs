//! A node that a thread plays.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};

use cosmwasm_std::{Binary, HexBinary};
use serde_json::{json, Value};

/// What a node answers to a question of its state: by the path and the bytes of the question. None is "not found".
pub trait State: Fn(&str, &[u8]) -> Option<Vec<u8>> + Send + 'static {}

impl<F: Fn(&str, &[u8]) -> Option<Vec<u8>> + Send + 'static> State for F {}

/// What a state is told when a transaction is handed in; every one lands at once.
pub const HANDED_IN: &str = "handed in";

/// A node of that chain which knows no account and no contract; its address.
pub fn node(chain_id: &'static str) -> String {
    node_with(chain_id, |_, _| None)
}

/// A node of that chain with a state; its address.
pub fn node_with(chain_id: &'static str, state: impl State) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            answer(stream, chain_id, &state);
        }
    });
    address
}

fn answer(mut stream: TcpStream, chain_id: &str, state: &impl State) {
    let asked = request(&mut stream);
    let result = match asked["method"].as_str() {
        Some("status") => json!({
            "node_info": { "network": chain_id },
            "sync_info": {
                "latest_block_height": "7", "latest_block_time": "2026-01-01T00:00:00Z", "latest_app_hash": "00",
                "catching_up": false,
            },
        }),
        Some("broadcast_tx_sync") => {
            state(HANDED_IN, &[]);
            json!({ "code": 0 })
        }
        Some("tx") => json!({ "hash": "AB", "height": "8", "tx_result": { "code": 0, "gas_used": "5" } }),
        _ => json!({ "response": queried(&asked["params"], state) }),
    };
    let text = json!({ "jsonrpc": "2.0", "id": 1, "result": result }).to_string();
    let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\nconnection: close\r\n\r\n", text.len());
    let _ = stream.write_all((head + &text).as_bytes());
}

fn queried(params: &Value, state: &impl State) -> Value {
    let data = HexBinary::from_hex(params["data"].as_str().unwrap_or_default()).unwrap_or_default();
    match state(params["path"].as_str().unwrap_or_default(), &data) {
        Some(value) => json!({ "code": 0, "value": Binary::from(value).to_base64() }),
        None => json!({ "code": 5, "log": "not found" }),
    }
}

fn request(stream: &mut TcpStream) -> Value {
    let mut bytes = Vec::new();
    let mut byte = [0];
    while !bytes.ends_with(b"\r\n\r\n") && stream.read(&mut byte).unwrap_or(0) == 1 {
        bytes.push(byte[0]);
    }
    let head = String::from_utf8_lossy(&bytes).to_lowercase();
    let length =
        head.split("content-length: ").nth(1).and_then(|rest| rest.split("\r\n").next()?.parse().ok());
    let mut body = vec![0; length.unwrap_or(0)];
    stream.read_exact(&mut body).unwrap();
    serde_json::from_slice(&body).unwrap_or_default()
}

/// A node that is not there.
pub fn nowhere() -> String {
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    format!("http://{free}")
}

/// A field of a message as protobuf writes it: bytes, a text or a message.
pub fn field(number: u8, bytes: &[u8]) -> Vec<u8> {
    let mut written = vec![number << 3 | 2];
    let mut length = bytes.len();
    while length > 0x7f {
        written.push(length as u8 & 0x7f | 0x80);
        length >>= 7;
    }
    written.push(length as u8);
    [written, bytes.to_vec()].concat()
}

/// A field with a number below 128.
pub fn number(field: u8, value: u8) -> Vec<u8> {
    vec![field << 3, value]
}
