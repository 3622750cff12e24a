//! A server on this computer that takes every connection, counts it and says nothing: whoever speaks to it is seen, and
//! waits.

use std::fs;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::Duration;

/// Only a failing test waits this long.
const PATIENCE: Duration = Duration::from_secs(10);

type Visitors = Arc<(Mutex<Vec<TcpStream>>, Condvar)>;

/// The server.
pub(crate) struct Counter {
    address: SocketAddr,
    visitors: Visitors,
}

impl Counter {
    /// Listens on a port that was free.
    pub(crate) fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("an address");
        let visitors = Visitors::default();
        let shared = Arc::clone(&visitors);
        thread::spawn(move || {
            for visitor in listener.incoming().flatten() {
                shared.0.lock().unwrap().push(visitor);
                shared.1.notify_all();
            }
        });
        Self { address, visitors }
    }

    /// Its host with its port, as profiles name it.
    pub(crate) fn host(&self) -> String {
        self.address.to_string()
    }

    /// A provider's file in that folder: its hosts are this server.
    pub(crate) fn profile(&self, folder: &Path) -> PathBuf {
        let host = self.host();
        let path = folder.join("shop.toml");
        let text = format!(
            r#"format = 1

[profile]
name.zh = "小店"
name.en = "Shop"
kind = "payment"
currency = "CNY"
country = "CN"
time-zone = "Asia/Shanghai"
status-page = "https://{host}/api/v2/summary.json"

[profile.connectivity]
endpoints = [{{ host = "{host}", operator = "One" }}, {{ host = "{host}", operator = "Two" }}]
portal = [{{ url = "http://{host}/204", operator = "One" }}, {{ url = "http://{host}/204", operator = "Two" }}]

[[channel]]
id = "chat"
kind = "chat"
name.zh = "在线客服"
name.en = "Chat"
for = ["contact", "urgent", "legal", "fraud"]
"#
        );
        fs::write(&path, text).unwrap();
        path
    }

    /// How many connections were made.
    pub(crate) fn visits(&self) -> usize {
        self.visitors.0.lock().unwrap().len()
    }

    /// Waits until somebody has come; `false`: nobody does.
    pub(crate) fn wait_for_visit(&self) -> bool {
        self.wait_for_more_than(0)
    }

    /// Waits until more than so many have come.
    pub(crate) fn wait_for_more_than(&self, before: usize) -> bool {
        let visitors = self.visitors.0.lock().unwrap();
        let waited = self.visitors.1.wait_timeout_while(visitors, PATIENCE, |visitors| visitors.len() <= before);
        !waited.unwrap().1.timed_out()
    }
}
