//! A time server (SNTP) on loopback.

use super::GLANCE;
use std::net::{Ipv4Addr, SocketAddr, UdpSocket};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread::{JoinHandle, spawn};

/// Answers every packet as it is told.
pub(crate) struct TimeServer {
    address: SocketAddr,
    over: Arc<AtomicBool>,
    packets: Arc<AtomicUsize>,
    listening: Option<JoinHandle<()>>,
}

impl TimeServer {
    /// `reply` makes a packet of a packet; `None`: silence.
    pub(crate) fn new(reply: impl Fn(&[u8]) -> Option<Vec<u8>> + Send + 'static) -> Self {
        let socket = UdpSocket::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port on loopback");
        let address = socket.local_addr().expect("an address");
        socket.set_read_timeout(Some(GLANCE)).expect("a glance");
        let (over, packets) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
        let (ends, counted) = (Arc::clone(&over), Arc::clone(&packets));
        let listening = spawn(move || {
            let mut buffer = [0; 512];
            while !ends.load(Ordering::Relaxed) {
                let Ok((count, from)) = socket.recv_from(&mut buffer) else { continue };
                counted.fetch_add(1, Ordering::SeqCst);
                if let Some(packet) = reply(&buffer[..count]) {
                    let _ = socket.send_to(&packet, from);
                }
            }
        });
        Self { address, over, packets, listening: Some(listening) }
    }

    /// The host with its port, as a profile names it.
    pub(crate) fn host(&self) -> String {
        self.address.to_string()
    }

    /// Packets so far.
    pub(crate) fn packets(&self) -> usize {
        self.packets.load(Ordering::SeqCst)
    }
}

impl Drop for TimeServer {
    fn drop(&mut self) {
        self.over.store(true, Ordering::Relaxed);
        if let Some(listening) = self.listening.take() {
            let _ = listening.join();
        }
    }
}
