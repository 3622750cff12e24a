//! An explorer and a node on loopback: real sockets, what they say comes from a case.

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

/// What is said to one request.
#[derive(Debug, Clone)]
pub(super) enum Say {
    /// To that method and path: status, headers, body.
    Page(String, u16, String, Vec<u8>),
    /// To a batch of questions: method (and the block it names), and the result or the number of an error.
    Batch(Vec<(String, Result<Value, i64>)>),
    /// Nothing, for longer than anybody waits.
    Silence,
    /// A promise of much, and a byte now and then.
    Drip,
}

/// Who answers; every request takes the next thing to say.
pub(super) struct Node {
    pub(super) address: SocketAddr,
    script: Arc<Mutex<Script>>,
}

#[derive(Default)]
struct Script {
    says: Vec<Say>,
    asked: Vec<String>,
}

impl Node {
    pub(super) fn start() -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
        let address = listener.local_addr().expect("an address");
        let script = Arc::<Mutex<Script>>::default();
        let held = Arc::clone(&script);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let held = Arc::clone(&held);
                thread::spawn(move || serve(&stream, &held));
            }
        });
        Self { address, script }
    }

    /// What is said from now on.
    pub(super) fn says(&self, says: &[Say]) {
        *self.script.lock().expect("a script") = Script { says: says.to_vec(), asked: Vec::new() };
    }

    /// What was asked since, and how much was left to say.
    pub(super) fn heard(&self) -> (Vec<String>, usize) {
        let script = self.script.lock().expect("a script");
        (script.asked.clone(), script.says.len())
    }
}

/// One connection, until it is closed.
fn serve(stream: &TcpStream, script: &Mutex<Script>) -> Option<()> {
    let mut reader = BufReader::new(stream);
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok().filter(|read| *read > 0)?;
        let mut words = line.split(' ');
        let request = format!("{} {}", words.next()?, words.next()?);
        let mut length = 0;
        loop {
            let mut header = String::new();
            reader.read_line(&mut header).ok()?;
            if header.trim().is_empty() {
                break;
            }
            if let Some(value) = header.to_ascii_lowercase().strip_prefix("content-length:") {
                length = value.trim().parse().ok()?;
            }
        }
        let mut body = vec![0; length];
        reader.read_exact(&mut body).ok()?;
        let next = next(&request, &body, script);
        let mut stream = stream;
        if let Some(Say::Silence | Say::Drip) = next {
            return stay(stream, matches!(next, Some(Say::Drip)));
        }
        let (status, headers, body) = answer(next, &request, &body);
        let head = format!("HTTP/1.1 {status} X\r\n{headers}content-length: {}\r\n\r\n", body.len());
        stream.write_all(&[head.as_bytes(), &body].concat()).ok()?;
    }
}

/// Says nothing, or too little, until whoever asked has gone.
fn stay(mut stream: &TcpStream, drips: bool) -> Option<()> {
    let begin = Instant::now();
    if drips {
        stream.write_all(b"HTTP/1.1 200 X\r\ncontent-length: 1000\r\n\r\n{").ok()?;
    }
    while begin.elapsed() < Duration::from_secs(3) {
        thread::sleep(Duration::from_millis(50));
        stream.write_all(if drips { b" " } else { b"" }).ok()?;
    }
    None
}

fn next(request: &str, body: &[u8], script: &Mutex<Script>) -> Option<Say> {
    let mut script = script.lock().expect("a script");
    script.asked.push(format!("{request} {}", String::from_utf8_lossy(body)).trim().to_owned());
    (!script.says.is_empty()).then(|| script.says.remove(0))
}

fn answer(next: Option<Say>, request: &str, body: &[u8]) -> (u16, String, Vec<u8>) {
    match next {
        Some(Say::Page(wanted, status, headers, body)) if wanted == request || wanted == "*" => (status, headers, body),
        Some(Say::Batch(results)) => match batch(&serde_json::from_slice(body).unwrap_or_default(), &results) {
            Some(body) => (200, "content-type: application/json\r\n".to_owned(), body.to_string().into_bytes()),
            None => (599, String::new(), b"another question".to_vec()),
        },
        _ => (599, String::new(), b"not in the script".to_vec()),
    }
}

/// The answers to a batch, last first, as the standard allows; `None`: other questions were asked.
fn batch(asked: &Value, results: &[(String, Result<Value, i64>)]) -> Option<Value> {
    let asked = asked.as_array().filter(|asked| asked.len() == results.len())?;
    let mut replies = Vec::new();
    for question in asked.iter().rev() {
        let method = question["method"].as_str()?;
        let blocks = question["params"].as_array()?.iter().filter_map(Value::as_str).filter(|text| text.len() < 42);
        let name = blocks.fold(method.to_owned(), |name, block| format!("{name} {block}"));
        let (_, result) = results.iter().find(|(own, _)| *own == name)?;
        let id = &question["id"];
        replies.push(match result {
            Ok(value) => json!({ "jsonrpc": "2.0", "id": id, "result": value }),
            Err(code) => json!({ "jsonrpc": "2.0", "id": id, "error": { "code": code, "message": "no" } }),
        });
    }
    Some(Value::Array(replies))
}
