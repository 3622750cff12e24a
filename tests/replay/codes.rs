//! Ways become codes and come back.

use super::{PACK, walks};
use walletfix::replay::{Code, Origin, Route, code, decode};
use walletfix::session::Moved;

/// A step without what a code does not hold: words, and what checks saw beside their result.
pub(super) fn outline(route: &Route) -> Vec<String> {
    let moved = |moved: &Moved| match moved {
        Moved::Answer(value) if value.key() == "known" => match value {
            walletfix::flow::value::Value::Choices(ticked) => format!("answer {}", ticked.join(",")),
            _ => "answer".to_owned(),
        },
        Moved::Answer(value) => format!("answer {}", value.key()),
        Moved::Probe(result) => format!("probe {}", result.value.key()),
        other => format!("{other:?}"),
    };
    route.steps.iter().map(|step| format!("{} {}", step.path, moved(&step.moved))).collect()
}

#[test]
fn every_tested_way_comes_back() {
    let (mut count, mut longest, mut tails, mut total) = (0, String::new(), Vec::new(), 0);
    let mut wrong = Vec::new();
    for (name, session) in walks() {
        count += 1;
        let route = Route::of(&session, Origin::Typed).from_its_flow();
        match code(&session) {
            Code::Whole(code) => {
                assert!(code.len() <= 48, "{name}: {code}");
                total += code.len();
                if code.len() > longest.len() {
                    longest = format!("{code}  {name}");
                    longest.truncate(code.len());
                    println!("{} {code} {name} ({} steps)", code.len(), route.steps.len());
                }
                match decode(&PACK, &code, None) {
                    Ok(back) if outline(&back) == outline(&route) => {}
                    other => wrong.push(format!(
                        "{name}: {code}\n{:?}\n{:?}",
                        outline(&route),
                        other.map(|back| outline(&back))
                    )),
                }
            }
            other => tails.push(format!("{name}: {other:?} {} steps", route.steps.len())),
        }
    }
    println!("{count} ways, {} characters on average, {} too long", total / count, tails.len());
    assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong[..wrong.len().min(3)].join("\n"));
    assert!(
        tails.is_empty(),
        "{} of {count} have no whole code: {}",
        tails.len(),
        tails[..tails.len().min(10)].join("\n")
    );
}
