//! What a server does once it has read a request.

use std::time::Duration;

/// What a server does; afterwards it closes.
#[derive(Debug, Clone)]
pub(crate) enum Deed {
    /// Says these bytes.
    Say(Vec<u8>),
    /// Says the first bytes, then one of the others each time.
    Drip(Vec<u8>, Vec<u8>, Duration),
    /// Says the first bytes, then the others over and over, until nobody listens any more.
    Endless(Vec<u8>, Vec<u8>),
    /// Says nothing, for as long as the other side waits.
    Hang,
    /// Says these bytes of what should be more, then nothing, for as long as the other side waits.
    Stall(Vec<u8>),
    /// Resets the connection.
    Cut,
    /// Opens a tunnel to wherever the request says, as a proxy does for CONNECT.
    Tunnel,
}

/// An answer in full: `status` as in `200 OK`; length and end of the connection are added.
pub(crate) fn answer(status: &str, headers: &[(&str, &str)], body: impl AsRef<[u8]>) -> Deed {
    let body = body.as_ref();
    let mut bytes = format!("HTTP/1.1 {status}\r\n").into_bytes();
    for (name, value) in headers {
        bytes.extend_from_slice(format!("{name}: {value}\r\n").as_bytes());
    }
    bytes.extend_from_slice(format!("Content-Length: {}\r\nConnection: close\r\n\r\n", body.len()).as_bytes());
    bytes.extend_from_slice(body);
    Deed::Say(bytes)
}
