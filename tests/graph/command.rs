//! The command itself, and two pictures as it prints them.

use super::here;
use crate::harness::command::walletfix;
use std::fs;

#[test]
fn in_mermaid() {
    insta::assert_snapshot!(
        "shop-pay",
        walletfix("graph pay --flows tests/coverage/shop").run().code(0).stderr("").stdout
    );
}

#[test]
fn in_dot() {
    let line = "graph transfer-failed --flows tests/packs/small --lang zh --format dot";
    insta::assert_snapshot!("small-transfer-failed", walletfix(line).run().code(0).stderr("").stdout);
}

#[test]
fn without_tests_nothing_is_dashed_and_the_picture_says_so() {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(here("examples/first-flow/app-does-not-open.toml"), folder.path().join("app.toml")).unwrap();
    let ran = walletfix("graph app --flows").arg(folder.path()).run().code(0).stderr("");
    assert!(!ran.stdout.contains("-.->"));
    let ran = ran.prints("%% The pack has no tests, so no line is dashed.\n");
    let example = walletfix("graph app-does-not-open --flows examples/first-flow").run().code(0);
    let ran_again = example.prints("%% Every way and every end is taken by a test of the pack.\n");
    let body = |text: &str| text.split_once("flowchart TD").unwrap().1.to_owned();
    assert_eq!(body(&ran.stdout), body(&ran_again.stdout));
}

#[test]
fn a_flow_is_named_by_its_id_or_its_file() {
    let by_id = walletfix("graph shared/line --flows tests/coverage/shop").run().code(0).stdout;
    walletfix("graph tests/coverage/shop/shared/line.toml").run().code(0).stdout(&by_id);
    walletfix("graph shared/line.toml --flows tests/coverage/shop").run().code(0).stdout(&by_id);
    let unknown = walletfix("graph transfer-faild").run().code(2).stdout("");
    unknown.complains("There is no flow transfer-faild. The nearest is transfer-failed.");
    walletfix("graph no/such/file.toml").run().code(4).stdout("");
    walletfix("graph").run().code(2).complains("FLOW is missing");
    walletfix("graph transfer-failed --format svg").run().code(2).complains("mermaid or dot");
}

#[test]
fn without_a_folder_it_is_the_folder_flows_or_the_programs_own() {
    let place = tempfile::tempdir().unwrap();
    let own = walletfix("graph transfer-failed").dir(place.path()).run().code(0);
    walletfix("graph transfer-failed").run().code(0).stdout(&own.stdout);
    fs::create_dir(place.path().join("flows")).unwrap();
    fs::copy(here("examples/first-flow/app-does-not-open.toml"), place.path().join("flows/app.toml")).unwrap();
    walletfix("graph app").dir(place.path()).run().code(0).prints("flowchart TD");
    walletfix("graph transfer-failed").dir(place.path()).run().code(2).stdout("");
}

#[test]
fn a_flow_with_mistakes_is_refused_with_them() {
    let folder = tempfile::tempdir().unwrap();
    let text = fs::read_to_string(here("examples/first-flow/app-does-not-open.toml")).unwrap();
    fs::write(folder.path().join("app.toml"), text.replace(r#"next = "support""#, r#"next = "suport""#)).unwrap();
    let ran = walletfix("graph app --flows").arg(folder.path()).run().code(1).stdout("");
    ran.complains("error[unknown-step]").complains("The flow app has mistakes");
}
