//! One file of anything among files that are sound: the first byte says what kind of file it is.

use crate::laws::file;
use walletfix::pack::PackFile;

/// A flow that others call, in two steps.
const SHARED: &str = "format = 1\n[flow]\ntitle = { zh = \"查\", en = \"Check\" }\nstart = \"on\"\nowner = \"x\"\nshared = true\ngives = [\"on\"]\n[step.on]\nask = { zh = \"开了吗？\", en = \"Is it on?\" }\ntype = \"yes-no\"\ninput = true\nnext = \"ok\"\n[step.ok]\nreturn = \"ok\"\n";
const FLOW: &str = include_str!("../../examples/first-flow/app-does-not-open.toml");
const TESTS: &str = include_str!("../../examples/first-flow/tests/app-does-not-open.toml");
const PROFILE: &str = include_str!("../../flows/profiles/demo-pay.toml");

/// The files, or `None` where nothing is left to read.
pub fn files(data: &[u8]) -> Option<Vec<PackFile>> {
    let (kind, bytes) = data.split_first()?;
    let shared = || file("shared/check.toml", SHARED.as_bytes());
    let flow = || file("app-does-not-open.toml", FLOW.as_bytes());
    Some(match kind {
        b'p' => vec![flow(), file("profiles/p.toml", bytes)],
        b'r' => vec![flow(), file("profiles/demo-pay.toml", PROFILE.as_bytes()), file("regions/r.toml", bytes)],
        b't' => vec![flow(), file("tests/app-does-not-open.toml", bytes)],
        b's' => vec![file("shared/a.toml", bytes), shared()],
        // Several files, parted by a byte that no text has.
        b'm' => bytes.split(|byte| *byte == 0xff).take(4).zip(["a", "b", "shared/c", "shared/d"]).map(|(bytes, id)| file(&format!("{id}.toml"), bytes)).collect(),
        b'w' => vec![flow(), file("profiles/demo-pay.toml", PROFILE.as_bytes()), file("tests/app-does-not-open.toml", TESTS.as_bytes()), shared(), file("a.toml", bytes)],
        _ => vec![file("a.toml", bytes), shared()],
    })
}
