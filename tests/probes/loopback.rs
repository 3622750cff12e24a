//! A host on this computer that answers as it is told, and remembers what it was asked.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// The host; its thread ends with the tests.
pub(super) struct Loopback {
    /// `127.0.0.1:PORT`.
    pub(super) host: String,
    next: Arc<Mutex<Vec<u8>>>,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Loopback {
    pub(super) fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let host = listener.local_addr().expect("an address").to_string();
        let (next, asked) = (Arc::<Mutex<Vec<u8>>>::default(), Arc::<Mutex<Vec<String>>>::default());
        let (answer, heads) = (Arc::clone(&next), Arc::clone(&asked));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                // Whoever hangs up early has heard enough.
                let _ = serve(stream, &answer.lock().expect("an answer").clone(), &heads);
            }
        });
        Self { host, next, asked }
    }

    /// What it answers from now on: `503`, or `403 name: value|name: value`, and a body.
    pub(super) fn answers(&self, head: &str, body: &[u8]) {
        let (status, headers) = head.split_once(' ').unwrap_or((head, ""));
        let length = format!("content-length: {}", body.len());
        let headers = headers.split('|').filter(|line| !line.is_empty()).chain([&length, "connection: close"]);
        let headers: Vec<&str> = headers.collect();
        let head = format!("HTTP/1.1 {status} X\r\n{}\r\n\r\n", headers.join("\r\n"));
        *self.next.lock().expect("an answer") = [head.as_bytes(), body].concat();
    }

    /// The heads of all requests since the last time.
    pub(super) fn asked(&self) -> Vec<String> {
        std::mem::take(&mut *self.asked.lock().expect("requests"))
    }
}

fn serve(mut stream: TcpStream, answer: &[u8], asked: &Mutex<Vec<String>>) -> std::io::Result<()> {
    let mut head = Vec::new();
    let mut chunk = [0; 1024];
    while !head.windows(4).any(|end| end == b"\r\n\r\n") {
        match stream.read(&mut chunk)? {
            0 => break,
            count => head.extend_from_slice(&chunk[..count]),
        }
    }
    asked.lock().expect("requests").push(String::from_utf8_lossy(&head).to_ascii_lowercase());
    stream.write_all(answer)
}
