//! One connection: greet, read a request, do the deed.

use super::{Deed, GLANCE, Greeting, Shared};
use rustls::{ServerConnection, StreamOwned};
use std::io::{self, ErrorKind, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::thread::sleep;

/// Nobody sends more before a server has answered.
const LARGEST_REQUEST: usize = 1024 * 1024;

/// The first byte of TLS (RFC 8446, section 5.1), which no method of HTTP begins with.
const TLS_HANDSHAKE: u8 = 22;

/// A request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Asked {
    /// `GET`, `HEAD`, `POST`, `CONNECT`; `TLS` where that is spoken to a server that does not.
    pub(crate) method: String,
    /// The path with its query.
    pub(crate) path: String,
    /// The headers, names in lower case.
    pub(crate) headers: Vec<(String, String)>,
    /// The body.
    pub(crate) body: String,
}

impl Asked {
    /// The header of that name, in lower case.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

pub(super) fn serve(stream: TcpStream, shared: &Shared) {
    // Whoever waits looks up now and then, and ends with its server.
    let ready = stream.set_read_timeout(Some(GLANCE)).and_then(|()| stream.set_write_timeout(Some(GLANCE * 10)));
    if ready.is_err() {
        return;
    }
    match &shared.greeting {
        Greeting::Plain => talk(&mut Plain(stream), shared),
        Greeting::Tls(config) => {
            let Ok(tls) = ServerConnection::new(config.clone()) else { return };
            talk(&mut StreamOwned::new(tls, stream), shared);
        }
        Greeting::Silent => wait_for_the_end(&mut Plain(stream), shared),
        Greeting::Cutting => cut(&stream, shared),
    }
}

/// A connection that can be cut below whatever is spoken on it.
trait Line: Read + Write {
    fn socket(&self) -> &TcpStream;
    /// Says goodbye as the protocol wants it.
    fn close(&mut self);
}

struct Plain(TcpStream);

impl Read for Plain {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.read(buffer)
    }
}

impl Write for Plain {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

impl Line for Plain {
    fn socket(&self) -> &TcpStream {
        &self.0
    }

    fn close(&mut self) {
        let _ = self.0.shutdown(Shutdown::Write);
    }
}

impl Line for StreamOwned<ServerConnection, TcpStream> {
    fn socket(&self) -> &TcpStream {
        &self.sock
    }

    fn close(&mut self) {
        self.conn.send_close_notify();
        let _ = self.flush();
        let _ = self.sock.shutdown(Shutdown::Write);
    }
}

fn talk(line: &mut impl Line, shared: &Shared) {
    let Some(asked) = request(line, shared) else { return };
    let deed = (shared.handler)(&asked);
    let head = asked.method == "HEAD";
    let target = asked.path.clone();
    shared.asked.lock().expect("no server panicked").push(asked);
    // Whoever asked may hang up at any time.
    let _ = act(line, deed, head, &target, shared);
}

fn act(line: &mut impl Line, deed: Deed, head: bool, target: &str, shared: &Shared) -> io::Result<()> {
    match deed {
        Deed::Say(bytes) => {
            let end = if head { end_of_headers(&bytes).unwrap_or(bytes.len()) } else { bytes.len() };
            say(line, &bytes[..end], shared)?;
            line.close();
            wait_for_the_end(line, shared);
        }
        Deed::Drip(first, rest, pause) => {
            say(line, &first, shared)?;
            for byte in rest {
                sleep(pause);
                say(line, &[byte], shared)?;
            }
            line.close();
            wait_for_the_end(line, shared);
        }
        Deed::Endless(first, over_and_over) => {
            say(line, &first, shared)?;
            loop {
                say(line, &over_and_over, shared)?;
            }
        }
        Deed::Stall(bytes) => {
            say(line, &bytes, shared)?;
            wait_for_the_end(line, shared);
        }
        Deed::Hang => wait_for_the_end(line, shared),
        Deed::Cut => reset(line.socket()),
        Deed::Tunnel => tunnel(line, target, shared)?,
    }
    Ok(())
}

fn end_of_headers(bytes: &[u8]) -> Option<usize> {
    bytes.windows(4).position(|four| four == b"\r\n\r\n").map(|at| at + 4)
}

/// Writes all of it, unless the server ends before.
fn say(line: &mut impl Line, mut bytes: &[u8], shared: &Shared) -> io::Result<()> {
    while !bytes.is_empty() {
        if shared.over() {
            return Err(ErrorKind::Interrupted.into());
        }
        match line.write(bytes) {
            Ok(0) => return Err(ErrorKind::WriteZero.into()),
            Ok(count) => bytes = &bytes[count..],
            Err(error) if waits(&error) => {}
            Err(error) => return Err(error),
        }
    }
    loop {
        match line.flush() {
            Err(error) if waits(&error) && !shared.over() => {}
            other => return other,
        }
    }
}

fn waits(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut | ErrorKind::Interrupted)
}

/// More of what the other side says; `None`: it hung up, or the server ends.
fn more(line: &mut impl Read, buffer: &mut [u8], shared: &Shared) -> Option<usize> {
    while !shared.over() {
        match line.read(buffer) {
            Ok(0) => return None,
            Ok(count) => return Some(count),
            Err(error) if waits(&error) => {}
            Err(_) => return None,
        }
    }
    None
}

fn wait_for_the_end(line: &mut impl Read, shared: &Shared) {
    while more(line, &mut [0; 4096], shared).is_some() {}
}

/// A request in full.
fn request(line: &mut impl Line, shared: &Shared) -> Option<Asked> {
    let (mut bytes, mut buffer) = (Vec::new(), [0; 4096]);
    let head = loop {
        if let Some(end) = end_of_headers(&bytes) {
            break end;
        }
        let count = more(line, &mut buffer, shared)?;
        bytes.extend_from_slice(&buffer[..count]);
        // Somebody says hello in TLS, and nobody here understands it.
        if bytes[0] == TLS_HANDSHAKE {
            let (method, path) = ("TLS".to_owned(), String::new());
            return Some(Asked { method, path, headers: Vec::new(), body: String::new() });
        }
        if bytes.len() > LARGEST_REQUEST {
            return None;
        }
    };
    let text = String::from_utf8_lossy(&bytes[..head]).into_owned();
    let mut lines = text.lines();
    let mut words = lines.next()?.split(' ');
    let (method, path) = (words.next()?.to_owned(), words.next()?.to_owned());
    let headers: Vec<(String, String)> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.trim().to_ascii_lowercase(), value.trim().to_owned()))
        .collect();
    let length = headers.iter().find(|(name, _)| name == "content-length").and_then(|(_, value)| value.parse().ok());
    let length: usize = length.unwrap_or(0);
    while bytes.len() < head + length.min(LARGEST_REQUEST) {
        let count = more(line, &mut buffer, shared)?;
        bytes.extend_from_slice(&buffer[..count]);
    }
    let body = String::from_utf8_lossy(&bytes[head..]).into_owned();
    Some(Asked { method, path, headers, body })
}

/// Waits for the first bytes and leaves them unread: closing then resets the connection.
fn cut(stream: &TcpStream, shared: &Shared) {
    while !shared.over() {
        match stream.peek(&mut [0; 1]) {
            Err(error) if waits(&error) => {}
            _ => return,
        }
    }
}

/// Resets the connection at once.
fn reset(stream: &TcpStream) {
    #[cfg(unix)]
    let _ = rustix::net::sockopt::set_socket_linger(stream, Some(std::time::Duration::ZERO));
    let _ = stream.shutdown(Shutdown::Read);
}

/// Bytes to and fro between who asked and the host that was asked for.
fn tunnel(line: &mut impl Line, target: &str, shared: &Shared) -> io::Result<()> {
    let mut near = line.socket().try_clone()?;
    let mut far = TcpStream::connect(target)?;
    far.set_read_timeout(Some(GLANCE))?;
    say(line, b"HTTP/1.1 200 Connection established\r\n\r\n", shared)?;
    let (mut from_near, mut to_far) = (near.try_clone()?, far.try_clone()?);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            pass(&mut from_near, &mut to_far, shared);
            let _ = to_far.shutdown(Shutdown::Write);
        });
        pass(&mut far, &mut near, shared);
        let _ = near.shutdown(Shutdown::Write);
    });
    Ok(())
}

fn pass(from: &mut TcpStream, to: &mut TcpStream, shared: &Shared) {
    let mut buffer = [0; 4096];
    while let Some(count) = more(from, &mut buffer, shared) {
        if to.write_all(&buffer[..count]).is_err() {
            return;
        }
    }
}
