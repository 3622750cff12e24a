//! A Wi-Fi that answers for every host: its page is no witness of what time it is.

use super::{call, found, prober, profile, reason};
use crate::harness::alone::{alone, run_alone};
use crate::harness::server::{Authority, Refusing, Server, answer};
use std::time::Duration;
use walletfix::flow::probe::ProbeKind;
use walletfix::profile::{Connectivity, Portal};

#[test]
fn a_sign_in_page_does_not_say_the_time() {
    let Some(folder) = alone() else {
        return run_alone(concat!(module_path!(), "::a_sign_in_page_does_not_say_the_time"), &[], |_| {});
    };
    let _roots = Authority::written_to(&folder.join("ca.pem"));
    // The box in the wall has never been told the time.
    let date = ("Date", "Thu, 01 Jan 1970 00:07:00 GMT");
    for (body, result, why) in [("<html>Welcome</html>", "unknown", "net-refused"), ("Success", "wrong", "")] {
        let page = Server::plain(move |_| answer("200 OK", &[date], body));
        let nobody = Refusing::new();
        let portal = |operator: &str| Portal {
            url: page.url("/hotspot"),
            operator: operator.to_owned(),
            status: 200,
            body: Some("Success".to_owned()),
        };
        let mut profile = profile(&[nobody.host()], &[]);
        profile.connectivity = Connectivity { portals: vec![portal("One"), portal("Two")], ..profile.connectivity };
        let (finding, _) = found(&mut prober(profile), &call("clock", ProbeKind::Clock, Duration::from_secs(3)));
        assert_eq!((finding.value.key(), reason(&finding)), (result, why), "{body}: {finding:?}");
    }
}
