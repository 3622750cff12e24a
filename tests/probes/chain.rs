//! What chains say: each case of an explorer or node on loopback, what a paste can be, and laws that hold whatever is said.

mod cases;
mod choosing;
mod kept;
mod laws;
mod node;
mod patience;

use super::{Background, PATIENT, Prober as _, World, call, world};
use indexmap::IndexMap;
use node::Node;
use std::cell::RefCell;
use std::net::{SocketAddr, TcpListener};
use walletfix::flow::probe::{Finding, ProbeKind};
use walletfix::profile::{Explorer, ExplorerKind};

const NOW: &str = "2026-03-19T12:00:00Z";

/// The checks as people have them, with explorers on loopback.
struct Chain {
    node: Node,
    checks: RefCell<Background>,
}

impl Chain {
    fn start() -> Self {
        let node = Node::start();
        let address = node.address;
        Self::at(node, address)
    }

    /// The same with a port at which nobody listens.
    fn nobody() -> Self {
        let closed = TcpListener::bind(("127.0.0.1", 0)).and_then(|listener| listener.local_addr()).expect("a port");
        Self::at(Node::start(), closed)
    }

    fn at(node: Node, address: SocketAddr) -> Self {
        let own = format!("http://{address}");
        let world = with_explorers(&[
            ("btc", ExplorerKind::Esplora, &format!("{own}/btc")),
            ("ltc", ExplorerKind::Esplora, &format!("{own}/ltc")),
            ("coin", ExplorerKind::Esplora, &format!("{own}/coin")),
            ("eth", ExplorerKind::EthereumRpc, &own),
            ("polygon", ExplorerKind::EthereumRpc, &own),
            ("strange", ExplorerKind::EthereumRpc, &own),
            ("sepolia", ExplorerKind::EthereumRpc, &own),
            ("tron", ExplorerKind::Tron, &format!("{own}/")),
        ]);
        let checks = Background::new(world, || NOW.parse().expect("an instant"));
        Self { node, checks: RefCell::new(checks) }
    }
}

fn with_explorers(explorers: &[(&str, ExplorerKind, &str)]) -> World {
    let mut world = world(&[], NOW);
    let explorer = |(chain, kind, url): &(&str, ExplorerKind, &str)| {
        ((*chain).to_owned(), Explorer { kind: *kind, url: (*url).to_owned() })
    };
    world.profile.explorers = explorers.iter().map(explorer).collect::<IndexMap<_, _>>();
    world
}

/// Looks one up; `-` is no chain.
fn look_up(chain: &Chain, probe: &str, name: &str, id: &str) -> Finding {
    look_up_within(chain, probe, name, id, 4000)
}

/// The same within so many milliseconds.
fn look_up_within(chain: &Chain, probe: &str, name: &str, id: &str, deadline: u64) -> Finding {
    let (probe, key) = match probe {
        "tx" => (ProbeKind::TxStatus, "tx"),
        _ => (ProbeKind::AddressBalance, "address"),
    };
    let inputs: Vec<_> = [(key, id), ("chain", name)].into_iter().filter(|(_, value)| *value != "-").collect();
    let call = call("looked-up", probe, deadline, &inputs);
    let mut checks = chain.checks.borrow_mut();
    checks.start(&call);
    checks.poll(&call, PATIENT).expect("a finding")
}
