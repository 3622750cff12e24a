//! Servers on loopback that behave as badly as real ones: real sockets, real TLS, one thread a connection.
//!
//! `Server::plain(|asked| answer("200 OK", &[("Content-Type", "application/json")], body))` is a host that answers;
//! `server.url("/path")` is where. What it was asked stands in `server.asked()`. Everything ends when it is dropped.

mod authority;
mod deed;
mod exchange;
#[cfg(target_os = "linux")]
mod time;

pub(crate) use authority::{Authority, Certificate};
pub(crate) use deed::{Deed, answer};
pub(crate) use exchange::Asked;
#[cfg(target_os = "linux")]
pub(crate) use time::TimeServer;

use rustls::ServerConfig;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{JoinHandle, spawn};
use std::time::Duration;

/// How often a thread that waits looks whether its server is gone.
const GLANCE: Duration = Duration::from_millis(20);

/// What a server does for a request.
type Handler = dyn Fn(&Asked) -> Deed + Send + Sync;

/// What happens on a connection before the first request.
#[derive(Clone)]
enum Greeting {
    /// Nothing: HTTP at once.
    Plain,
    /// TLS.
    Tls(Arc<ServerConfig>),
    /// The connection is taken, and that is all.
    Silent,
    /// The connection is taken and cut as soon as the other side says something.
    Cutting,
}

/// A host on loopback.
pub(crate) struct Server {
    address: SocketAddr,
    scheme: &'static str,
    shared: Arc<Shared>,
    listening: Option<JoinHandle<()>>,
}

struct Shared {
    greeting: Greeting,
    handler: Box<Handler>,
    over: AtomicBool,
    connections: AtomicUsize,
    open: AtomicUsize,
    asked: Mutex<Vec<Asked>>,
}

impl Shared {
    fn over(&self) -> bool {
        self.over.load(Ordering::Relaxed)
    }
}

impl Server {
    /// Answers over HTTP.
    pub(crate) fn plain(handler: impl Fn(&Asked) -> Deed + Send + Sync + 'static) -> Self {
        Self::start("http", Greeting::Plain, Box::new(handler))
    }

    /// Answers over HTTPS with that certificate.
    pub(crate) fn tls(
        authority: &Authority,
        certificate: Certificate,
        handler: impl Fn(&Asked) -> Deed + Send + Sync + 'static,
    ) -> Self {
        Self::start("https", Greeting::Tls(authority.config(certificate)), Box::new(handler))
    }

    /// Takes every connection and never says a word, so that neither TLS nor HTTP comes about.
    pub(crate) fn silent() -> Self {
        Self::start("https", Greeting::Silent, Box::new(|_| Deed::Hang))
    }

    /// Takes every connection and resets it at the first byte.
    pub(crate) fn cutting() -> Self {
        Self::start("https", Greeting::Cutting, Box::new(|_| Deed::Cut))
    }

    fn start(scheme: &'static str, greeting: Greeting, handler: Box<Handler>) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port on loopback");
        let address = listener.local_addr().expect("an address");
        let (connections, open) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let (over, asked) = (AtomicBool::new(false), Mutex::new(Vec::new()));
        let shared = Arc::new(Shared { greeting, handler, over, connections, open, asked });
        let known = Arc::clone(&shared);
        let listening = Some(spawn(move || listen(&listener, &known)));
        Self { address, scheme, shared, listening }
    }

    /// The host with its port, as a profile names it.
    pub(crate) fn host(&self) -> String {
        self.address.to_string()
    }

    /// A page of it; the path begins with `/`.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("{}://{}{path}", self.scheme, self.address)
    }

    /// Connections so far.
    pub(crate) fn connections(&self) -> usize {
        self.shared.connections.load(Ordering::SeqCst)
    }

    /// Connections that the other side still holds.
    pub(crate) fn open(&self) -> usize {
        self.shared.open.load(Ordering::SeqCst)
    }

    /// The requests so far.
    pub(crate) fn asked(&self) -> Vec<Asked> {
        self.shared.asked.lock().expect("no server panicked").clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.over.store(true, Ordering::Relaxed);
        // Whoever waits for a connection gets one.
        drop(TcpStream::connect(self.address));
        if let Some(listening) = self.listening.take() {
            let _ = listening.join();
        }
    }
}

fn listen(listener: &TcpListener, shared: &Arc<Shared>) {
    let mut threads = Vec::new();
    while let Ok((stream, _)) = listener.accept() {
        if shared.over() {
            break;
        }
        shared.connections.fetch_add(1, Ordering::SeqCst);
        shared.open.fetch_add(1, Ordering::SeqCst);
        let shared = Arc::clone(shared);
        threads.push(spawn(move || {
            exchange::serve(stream, &shared);
            shared.open.fetch_sub(1, Ordering::SeqCst);
        }));
    }
    for thread in threads {
        // A connection that the other side cut is nothing to fail for.
        let _ = thread.join();
    }
}

/// A port that is taken, and behind which nobody listens: connections are refused.
#[cfg(unix)]
pub(crate) struct Refusing {
    _socket: std::os::fd::OwnedFd,
    address: SocketAddr,
}

#[cfg(unix)]
impl Refusing {
    pub(crate) fn new() -> Self {
        let (socket, address) = bound();
        Self { _socket: socket, address }
    }

    pub(crate) fn host(&self) -> String {
        self.address.to_string()
    }
}

/// A host that answers no attempt to connect: its queue is full, so that the system drops what else arrives.
#[cfg(target_os = "linux")]
pub(crate) struct Full {
    _socket: std::os::fd::OwnedFd,
    _queued: Vec<TcpStream>,
    address: SocketAddr,
}

#[cfg(target_os = "linux")]
impl Full {
    pub(crate) fn new() -> Self {
        let (socket, address) = bound();
        rustix::net::listen(&socket, 0).expect("a listener");
        let patience = Duration::from_millis(100);
        let mut queued = Vec::new();
        while let Ok(stream) = TcpStream::connect_timeout(&address, patience) {
            queued.push(stream);
            assert!(queued.len() < 64, "the queue of {address} is never full");
        }
        Self { _socket: socket, _queued: queued, address }
    }

    pub(crate) fn host(&self) -> String {
        self.address.to_string()
    }
}

#[cfg(unix)]
fn bound() -> (std::os::fd::OwnedFd, SocketAddr) {
    use rustix::net::{AddressFamily, SocketType, bind, getsockname, socket};
    let socket = socket(AddressFamily::INET, SocketType::STREAM, None).expect("a socket");
    bind(&socket, &SocketAddr::from((Ipv4Addr::LOCALHOST, 0))).expect("a port on loopback");
    let address = getsockname(&socket).ok().and_then(|address| SocketAddr::try_from(address).ok());
    (socket, address.expect("its address"))
}
