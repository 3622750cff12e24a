//! Hosts by which to tell online from offline where a profile names none.
//!
//! Independent of each other, reachable inside and outside China, and blocked together by no country. The pages answer plain
//! HTTP on purpose, since only there a sign-in page can step in between.

use crate::profile::{Endpoint, Portal};

/// Name and operator.
const ENDPOINTS: [(&str, &str); 4] = [
    ("www.baidu.com", "Baidu"),
    ("www.qq.com", "Tencent"),
    ("www.apple.com", "Apple"),
    ("www.microsoft.com", "Microsoft"),
];

/// Page, operator and the body of its 200; both belong to operators from above, so that one that is gone changes nothing.
const PORTALS: [(&str, &str, &str); 2] = [
    (
        "http://captive.apple.com/hotspot-detect.html",
        "Apple",
        "<HTML><HEAD><TITLE>Success</TITLE></HEAD><BODY>Success</BODY></HTML>",
    ),
    ("http://www.msftconnecttest.com/connecttest.txt", "Microsoft", "Microsoft Connect Test"),
];

/// The program's own hosts to reach.
pub(super) fn endpoints() -> Vec<Endpoint> {
    let endpoint = |(host, operator): (&str, &str)| Endpoint { host: host.to_owned(), operator: operator.to_owned() };
    ENDPOINTS.into_iter().map(endpoint).collect()
}

/// The program's own pages whose answer is known.
pub(super) fn portals() -> Vec<Portal> {
    let portal = |(url, operator, body): (&str, &str, &str)| Portal {
        url: url.to_owned(),
        operator: operator.to_owned(),
        status: 200,
        body: Some(body.to_owned()),
    };
    PORTALS.into_iter().map(portal).collect()
}
