//! `flows search`.

use crate::harness::command::walletfix;
use serde_json::Value;

#[test]
fn a_table_with_the_best_first() {
    let ran = walletfix("flows search 客户说付了 我没收到 --lang zh").run().code(0).stderr("");
    let first = ran.stdout.lines().next().unwrap_or_default();
    assert!(first.starts_with("  payment-not-received  ") && first.ends_with("已付款但对方没收到"), "{}", ran.stdout);
    let ran = walletfix("flows search").arg("my wallet was stolen").run().code(0).stderr("");
    assert!(ran.stdout.starts_with("  account-compromised "), "{}", ran.stdout);
    assert!(ran.stdout.contains("Theft or strange activity\n"), "{}", ran.stdout);
}

#[test]
fn json_has_ids_and_scores() {
    let ran = walletfix("flows search --format json money never arrived").run().code(0).stderr("");
    let rows: Vec<Value> = serde_json::from_str(&ran.stdout).expect("JSON");
    assert_eq!(rows[0]["id"], "payment-not-received");
    let scores: Vec<u64> = rows.iter().map(|row| row["score"].as_u64().expect("a score")).collect();
    assert!(scores.is_sorted_by(|a, b| a >= b), "{scores:?}");
    assert!(rows.iter().all(|row| row.as_object().expect("an object").len() == 2));
}

#[test]
fn nothing_found_is_no_mistake() {
    let ran = walletfix("flows search zzzz").run().code(0).stdout("");
    ran.stderr("No problem is close to these words. Other words may find it.\nAll flows: walletfix flows\n");
    walletfix("flows search zzzz --lang zh").run().code(0).complains("没有找到相近的问题");
    walletfix("flows search zzzz --format json").run().code(0).stdout("[]\n").stderr("");
    walletfix("flows search").run().code(2).complains("WORDS");
}

#[test]
fn a_pack_of_one_s_own() {
    let ran = walletfix("flows search --flows examples/first-flow it will not open --format json").run().code(0);
    assert!(ran.stdout.contains("app-does-not-open"), "{}", ran.stdout);
    walletfix("flows search --flows no-such-folder open").run().code(4).stdout("");
}
