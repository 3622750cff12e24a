//! The cases in the files beside this one, tried over real sockets.
//!
//! A case: `=== what it is`, what is looked up (`tx CHAIN ID`, `balance CHAIN ADDRESS`), what is said to each request in
//! turn, and what comes out. `< GET /path` has a line of status and headers and a line of body; `< batch` has lines of a
//! method and its result. `{id}` is the id or address as typed.

use super::node::Say;
use super::{Chain, look_up};
use serde_json::Value;
use walletfix::flow::probe::Finding;
use walletfix::flow::value::Value as Fact;

const FILES: [(&str, &str); 4] = [
    ("esplora", include_str!("esplora.txt")),
    ("ethereum", include_str!("ethereum.txt")),
    ("tron", include_str!("tron.txt")),
    ("balance", include_str!("balance.txt")),
];

struct Case {
    name: String,
    probe: String,
    chain: String,
    id: String,
    says: Vec<Say>,
    expected: String,
}

#[test]
fn every_case_comes_out() {
    let chain = Chain::start();
    let (mut wrong, mut tried) = (Vec::new(), 0);
    for (file, text) in FILES {
        for case in cases(text) {
            tried += 1;
            let (came, left) = case.tried(&chain);
            if came != case.expected || left > 0 {
                wrong.push(format!(
                    "{file}: {}\n  came     {came}\n  expected {}\n  unsaid {left}",
                    case.name, case.expected
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(tried > 60, "{tried}");
}

/// The finding of every case.
pub(super) fn findings(chain: &Chain) -> Vec<Finding> {
    FILES.iter().flat_map(|(_, text)| cases(text)).map(|case| case.found(chain)).collect()
}

impl Case {
    fn found(&self, chain: &Chain) -> Finding {
        chain.node.says(&self.says);
        look_up(chain, &self.probe, &self.chain, &self.id)
    }

    fn tried(&self, chain: &Chain) -> (String, usize) {
        let finding = self.found(chain);
        let host = chain.node.address.to_string();
        let observed = finding.observed.unwrap_or_default().replace(&host, "HOST");
        let came = match finding.value {
            Fact::Unknown => format!("? {}", finding.reason.map(|reason| reason.key).unwrap_or_default()),
            Fact::Amount(amount) => format!("{amount} | {observed}"),
            value => format!("{} | {observed}", value.key()),
        };
        let (asked, left) = chain.node.heard();
        assert!(asked.len() <= 9, "{}: {asked:?}", self.name);
        (came, left)
    }
}

fn cases(text: &str) -> Vec<Case> {
    text.split("=== ").skip(1).map(case).collect()
}

fn case(text: &str) -> Case {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')).peekable();
    let name = lines.next().expect("a name").to_owned();
    let mut words = lines.next().expect("what is looked up").splitn(3, ' ').map(str::to_owned);
    let (probe, chain, id) = (words.next().unwrap(), words.next().unwrap(), words.next().unwrap());
    let digits = id.to_ascii_lowercase().trim_start_matches("0x").to_owned();
    let filled = |line: &str| line.replace("{id}", &id).replace("{digits}", &digits);
    let (mut says, mut expected) = (Vec::new(), String::new());
    while let Some(line) = lines.next() {
        if let Some(result) = line.strip_prefix("> ") {
            result.clone_into(&mut expected);
        } else if line == "< batch" {
            let mut results = Vec::new();
            while let Some(line) = lines.next_if(|line| line.starts_with("eth_")) {
                let line = filled(line);
                let (method, result) = line.split_once(": ").expect("a method and its result");
                let result = match result.strip_prefix("error ") {
                    Some(code) => Err(code.parse().expect("a code")),
                    None => Ok(serde_json::from_str::<Value>(result).expect(result)),
                };
                results.push((method.to_owned(), result));
            }
            says.push(Say::Batch(results));
        } else if let Some(request) = line.strip_prefix("< ") {
            let head = lines.next().expect("a status");
            let (status, headers) = head.split_once(' ').unwrap_or((head, ""));
            let headers =
                headers.split(" | ").filter(|header| !header.is_empty()).map(|header| format!("{header}\r\n"));
            let body =
                lines.next_if(|line| !line.starts_with(['<', '>']) || line.starts_with("<!")).unwrap_or_default();
            let status = status.parse().expect("a status");
            says.push(Say::Page(filled(request), status, headers.collect(), filled(body).into_bytes()));
        } else {
            panic!("{name}: {line}");
        }
    }
    Case { name, probe, chain, id, says, expected }
}
