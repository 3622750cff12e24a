//! Small packs by dice: flows that are well formed, and mean nothing.

use crate::harness::wander::Dice;
use std::borrow::Cow;
use std::fmt::Write;
use walletfix::pack::PackFile;

/// What a step asks or checks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    Choice,
    YesNo,
    Choices,
    Number,
    Cny,
    Money,
    Version,
    Time,
    Text,
    Do,
    Try,
    Network,
    Domain,
    Newest,
    Tell,
    Branch,
    Run(usize),
    Go,
    Return,
    End,
}

/// Which kinds a pack has, so that its sessions can all be tried.
#[derive(Clone, Copy)]
struct Taste {
    profile: bool,
    time: bool,
    money: bool,
}

/// A flow that is being thought up.
struct Plan {
    shared: bool,
    once: bool,
    kinds: Vec<Kind>,
    /// Which of its questions a caller may answer.
    inputs: Vec<bool>,
    skips: Vec<bool>,
    gives: Vec<usize>,
}

/// The files of a pack: `main`, `other`, and up to two shared flows.
pub(crate) fn pack(dice: &mut Dice) -> Vec<PackFile> {
    let taste = Taste { profile: dice.once_in(4), time: dice.once_in(6), money: dice.once_in(3) };
    let shared = [0, 0, 1, 1, 2][dice.roll(5)];
    let mut plans: Vec<Plan> = Vec::new();
    for number in 0..shared {
        // A flow runs only those before it.
        plans.push(plan(dice, true, number, taste));
    }
    plans.push(plan(dice, false, shared, taste));
    let mut files = Vec::new();
    for (at, plan) in plans.iter().enumerate() {
        let path = if plan.shared { format!("shared/f{at}.toml") } else { "main.toml".to_owned() };
        files.push(file(&path, written(dice, &plans, plan, taste)));
    }
    files.push(file(
        "other.toml",
        "format = 1\n[flow]\ntitle.zh = \"别的\"\ntitle.en = \"Other\"\nstart = \"s0\"\nowner = \"x\"\n[step.s0]\nend = \"contact\"\ntext.zh = \"找客服。\"\ntext.en = \"Ask.\"\n".to_owned(),
    ));
    if taste.profile {
        let profile = "format = 1\n[profile]\nname.zh = \"付\"\nname.en = \"Pay\"\nkind = \"payment\"\ncurrency = \"CNY\"\ntime-zone = \"Asia/Shanghai\"\n[profile.limits]\nsingle = \"5 CNY\"\n[[channel]]\nid = \"chat\"\nkind = \"chat\"\nname.zh = \"客服\"\nname.en = \"Support\"\nfor = [\"contact\", \"urgent\", \"legal\", \"fraud\"]\n";
        files.push(file("profiles/pay.toml", profile.to_owned()));
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

fn file(path: &str, text: String) -> PackFile {
    PackFile { path: path.to_owned(), name: path.to_owned(), bytes: Cow::Owned(text.into_bytes()) }
}

fn plan(dice: &mut Dice, shared: bool, below: usize, taste: Taste) -> Plan {
    let count = 3 + dice.roll(if shared { 3 } else { 5 });
    let mut measured = 0;
    let mut kinds: Vec<Kind> = (0..count)
        .map(|_| {
            loop {
                let kind = match dice.roll(22) {
                    0..=2 => Kind::Choice,
                    3 | 4 => Kind::YesNo,
                    5 => Kind::Choices,
                    6 => Kind::Number,
                    7 => Kind::Cny,
                    8 => Kind::Money,
                    9 => Kind::Version,
                    10 => Kind::Time,
                    11 => Kind::Text,
                    12 => Kind::Do,
                    13 => Kind::Try,
                    14 => Kind::Network,
                    15 => Kind::Domain,
                    16 => Kind::Newest,
                    17 => Kind::Tell,
                    18 if below > 0 => Kind::Run(dice.roll(below)),
                    _ => Kind::Branch,
                };
                match kind {
                    Kind::Time if !taste.time => {}
                    Kind::Money if !taste.money => {}
                    Kind::Number | Kind::Cny | Kind::Money | Kind::Version | Kind::Newest | Kind::Time => {
                        measured += 1;
                        if measured <= 2 {
                            break kind;
                        }
                    }
                    _ => break kind,
                }
            }
        })
        .collect();
    if below > 0 && !dice.once_in(4) {
        kinds.push(Kind::Run(dice.roll(below)));
    }
    if shared {
        kinds.push(Kind::Return);
        kinds.push(if dice.once_in(4) { Kind::End } else { Kind::Return });
    } else {
        kinds.push(Kind::End);
        kinds.push(if dice.once_in(5) { Kind::Go } else { Kind::End });
    }
    // The last step is an end, so that every other step has one to lead to.
    for at in (1..kinds.len() - 1).rev() {
        kinds.swap(at, dice.roll(at + 1));
    }
    let facts: Vec<usize> = (0..kinds.len()).filter(|at| is_fact(kinds[*at])).collect();
    let gives = facts.iter().copied().filter(|_| shared && dice.once_in(3)).collect();
    Plan {
        shared,
        once: shared && dice.once_in(3),
        inputs: kinds.iter().map(|kind| shared && is_ask(*kind) && dice.once_in(2)).collect(),
        skips: kinds.iter().map(|kind| (is_ask(*kind) || is_probe(*kind)) && dice.once_in(3)).collect(),
        kinds,
        gives,
    }
}

fn is_ask(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Choice
            | Kind::YesNo
            | Kind::Choices
            | Kind::Number
            | Kind::Cny
            | Kind::Money
            | Kind::Version
            | Kind::Time
            | Kind::Text
    )
}

fn is_probe(kind: Kind) -> bool {
    matches!(kind, Kind::Network | Kind::Domain | Kind::Newest)
}

fn is_fact(kind: Kind) -> bool {
    is_ask(kind) || is_probe(kind) || matches!(kind, Kind::Do | Kind::Try | Kind::Run(_))
}

/// Words of a fact that has some.
fn words(kind: Kind, plans: &[Plan]) -> Vec<String> {
    let list: &[&str] = match kind {
        Kind::Choice | Kind::Choices => &["a", "b", "c"],
        Kind::YesNo => &["yes", "no"],
        Kind::Do => &["done", "cannot", "already-done", "skipped"],
        Kind::Try => &["fixed", "not-fixed", "already-tried", "skipped"],
        Kind::Network => &["online", "captive", "filtered", "offline"],
        Kind::Domain => &["official", "look-alike", "unlisted"],
        Kind::Run(callee) => return returns(&plans[callee]),
        _ => &[],
    };
    list.iter().map(|word| (*word).to_owned()).collect()
}

/// What a shared flow returns: its first `return` is `ok`, its second `fixed`.
fn returns(plan: &Plan) -> Vec<String> {
    let count = plan.kinds.iter().filter(|kind| **kind == Kind::Return).count();
    ["ok", "fixed"][..count].iter().map(|word| (*word).to_owned()).collect()
}

/// Every fact of a flow by name, those that shared flows give included.
fn facts(plan: &Plan, plans: &[Plan]) -> Vec<(String, Kind)> {
    let mut all = Vec::new();
    for (at, kind) in plan.kinds.iter().enumerate().filter(|(_, kind)| is_fact(**kind)) {
        all.push((format!("s{at}"), *kind));
        if let Kind::Run(callee) = kind {
            let given = &plans[*callee];
            all.extend(given.gives.iter().map(|fact| (format!("s{at}.s{fact}"), given.kinds[*fact])));
        }
    }
    all
}

fn written(dice: &mut Dice, plans: &[Plan], plan: &Plan, taste: Taste) -> String {
    let mut out = String::from("format = 1\n[flow]\ntitle.zh = \"流程\"\ntitle.en = \"Flow\"\nowner = \"x\"\n");
    writeln!(out, "start = \"s{}\"", if dice.once_in(6) { dice.roll(plan.kinds.len()) } else { 0 }).unwrap();
    if plan.shared {
        writeln!(out, "shared = true\nonce = {}", plan.once).unwrap();
        let gives: Vec<String> = plan.gives.iter().map(|fact| format!("\"s{fact}\"")).collect();
        writeln!(out, "gives = [{}]", gives.join(", ")).unwrap();
    }
    let mut returned = 0;
    for (at, kind) in plan.kinds.iter().enumerate() {
        writeln!(out, "[step.s{at}]").unwrap();
        step(dice, plans, plan, taste, at, *kind, &mut returned, &mut out);
    }
    out
}

#[expect(clippy::too_many_arguments, clippy::too_many_lines, reason = "everything that a step may name")]
fn step(
    dice: &mut Dice,
    plans: &[Plan],
    plan: &Plan,
    taste: Taste,
    at: usize,
    kind: Kind,
    returned: &mut usize,
    out: &mut String,
) {
    let facts = facts(plan, plans);
    let text = |dice: &mut Dice, key: &str| {
        let shown = if dice.once_in(4) { placeholder(dice, &facts, taste) } else { String::new() };
        format!("{key}.zh = \"看 {shown}\"\n{key}.en = \"See {shown}\"\n")
    };
    // What asks nobody leads on, or most flows would go round by themselves.
    let waits = is_ask(kind) || matches!(kind, Kind::Do | Kind::Try | Kind::Tell);
    let target = |dice: &mut Dice| {
        let count = plan.kinds.len();
        let from = if waits && dice.once_in(4) { 0 } else { at + 1 };
        let near = if dice.once_in(2) { 2 } else { count };
        format!("s{}", (from + dice.roll((count - from).min(near))).min(count - 1))
    };
    let mut answers = words(kind, plans);
    match kind {
        _ if is_ask(kind) => {
            out.push_str(&text(dice, "ask"));
            let name = match kind {
                Kind::Choice => "choice",
                Kind::YesNo => "yes-no",
                Kind::Choices => "choices",
                Kind::Number => "number",
                Kind::Cny | Kind::Money => "amount",
                Kind::Version => "version",
                Kind::Time => "time",
                _ => "text",
            };
            writeln!(out, "type = \"{name}\"").unwrap();
            if dice.once_in(4) {
                writeln!(out, "field = \"{}\"", if kind == Kind::Choice { "status-shown" } else { "error-message" })
                    .unwrap();
            }
            match kind {
                Kind::Choice | Kind::Choices => {
                    out.push_str("options = [\n");
                    for word in &answers {
                        writeln!(out, "  {{ value = \"{word}\", zh = \"选{word}\", en = \"Take {word}\" }},").unwrap();
                    }
                    out.push_str("]\n");
                    if kind == Kind::Choices {
                        out.push_str(["", "min = 1\n", "max = 2\n", "min = 1\nmax = 2\n"][dice.roll(4)]);
                    }
                }
                Kind::Number => out.push_str("min = 0\nmax = 4\n"),
                Kind::Cny => out.push_str("currency = \"CNY\"\n"),
                _ => {}
            }
            if plan.inputs[at] {
                out.push_str("input = true\n");
            }
            if plan.skips[at] {
                out.push_str("can-skip = true\n");
                answers.push("unknown".to_owned());
            }
            if kind == Kind::Choices {
                answers.clear();
                answers.extend(plan.skips[at].then(|| "unknown".to_owned()));
            }
            next(dice, &answers, &target, out);
        }
        Kind::Do | Kind::Try => {
            out.push_str(&text(dice, if kind == Kind::Do { "do" } else { "try" }));
            if dice.once_in(3) {
                let condition = condition(dice, &facts, plans, taste, 2);
                writeln!(out, "repeats-payment = \"{condition}\"").unwrap();
            }
            next(dice, &answers, &target, out);
        }
        Kind::Network | Kind::Domain | Kind::Newest => {
            let (name, with) = match kind {
                Kind::Network => ("network", String::new()),
                Kind::Newest => ("latest-version", "with = { platform = \"ios\" }\n".to_owned()),
                _ => {
                    let texts: Vec<&String> =
                        facts.iter().filter(|(_, kind)| *kind == Kind::Text).map(|(name, _)| name).collect();
                    let url = if texts.is_empty() { "x".to_owned() } else { format!("{{{}}}", dice.pick(&texts)) };
                    ("domain", format!("with = {{ url = \"{url}\" }}\n"))
                }
            };
            writeln!(out, "probe = \"{name}\"\n{}", with.trim_end()).unwrap();
            let asks = dice.once_in(2);
            if asks {
                out.push_str(&text(dice, "ask"));
                writeln!(out, "can-skip = {}", plan.skips[at]).unwrap();
            }
            answers.extend((!asks || plan.skips[at]).then(|| "unknown".to_owned()));
            next(dice, &answers, &target, out);
        }
        Kind::Tell => {
            out.push_str(&text(dice, "tell"));
            writeln!(out, "next = \"{}\"", target(dice)).unwrap();
        }
        Kind::Branch => {
            out.push_str("branch = [\n");
            for _ in 0..=dice.roll(3) {
                let condition = condition(dice, &facts, plans, taste, 3);
                writeln!(out, "  {{ when = \"{condition}\", next = \"{}\" }},", target(dice)).unwrap();
            }
            writeln!(out, "]\nelse = \"{}\"", target(dice)).unwrap();
        }
        Kind::Run(callee) => {
            writeln!(out, "run = \"shared/f{callee}\"").unwrap();
            let given = with(dice, &plans[callee], &facts);
            if !given.is_empty() {
                writeln!(out, "with = {{ {} }}", given.join(", ")).unwrap();
            }
            next(dice, &answers, &target, out);
        }
        Kind::Go => out.push_str("go = \"other\"\n"),
        Kind::Return => {
            writeln!(out, "return = \"{}\"", ["ok", "fixed"][*returned]).unwrap();
            *returned += 1;
        }
        _ => {
            let outcome = *dice.pick(&["advice", "contact", "resolved", "urgent"]);
            let times: Vec<&String> =
                facts.iter().filter(|(_, kind)| *kind == Kind::Time).map(|(name, _)| name).collect();
            if !times.is_empty() && dice.once_in(2) {
                writeln!(out, "end = \"wait\"\nwait = \"1h\"\nsince = \"{}\"", dice.pick(&times)).unwrap();
            } else {
                writeln!(out, "end = \"{outcome}\"").unwrap();
            }
            out.push_str(&text(dice, "text"));
        }
    }
}

/// One step for all answers, or a table of some and `else`.
fn next(dice: &mut Dice, answers: &[String], target: &dyn Fn(&mut Dice) -> String, out: &mut String) {
    if answers.is_empty() || dice.once_in(2) {
        writeln!(out, "next = \"{}\"", target(dice)).unwrap();
        return;
    }
    let named = 1 + dice.roll(answers.len());
    let mut entries: Vec<String> =
        answers.iter().take(named).map(|answer| format!("{answer} = \"{}\"", target(dice))).collect();
    entries.push(format!("else = \"{}\"", target(dice)));
    writeln!(out, "next = {{ {} }}", entries.join(", ")).unwrap();
}

fn placeholder(dice: &mut Dice, facts: &[(String, Kind)], taste: Taste) -> String {
    if taste.profile && dice.once_in(3) {
        return "{profile.limits.single}".to_owned();
    }
    if facts.is_empty() {
        return String::new();
    }
    let (name, kind) = dice.pick(facts).clone();
    let tail = if kind == Kind::Choices && !name.contains('.') { ["", ".rest", ".count"][dice.roll(3)] } else { "" };
    format!("{{{name}{tail}}}")
}

fn with(dice: &mut Dice, callee: &Plan, facts: &[(String, Kind)]) -> Vec<String> {
    let mut given = Vec::new();
    for (at, kind) in callee.kinds.iter().enumerate().filter(|(at, _)| callee.inputs[*at]) {
        let fitting: Vec<&String> = facts.iter().filter(|(_, other)| other == kind).map(|(name, _)| name).collect();
        let literal = match kind {
            Kind::Choice => "\"b\"",
            Kind::YesNo => "\"yes\"",
            Kind::Number => "3",
            Kind::Cny => "\"5 CNY\"",
            Kind::Version => "\"2\"",
            _ => "",
        };
        if !fitting.is_empty() && !dice.once_in(3) {
            given.push(format!("s{at} = \"{{{}}}\"", dice.pick(&fitting)));
        } else if !literal.is_empty() && dice.once_in(2) {
            given.push(format!("s{at} = {literal}"));
        }
    }
    given
}

fn condition(dice: &mut Dice, facts: &[(String, Kind)], plans: &[Plan], taste: Taste, depth: usize) -> String {
    if depth > 0 && dice.once_in(3) {
        let left = condition(dice, facts, plans, taste, depth - 1);
        let right = condition(dice, facts, plans, taste, depth - 1);
        return format!("({left}) {} ({right})", *dice.pick(&["and", "or"]));
    }
    let test = test(dice, facts, plans, taste);
    if dice.once_in(6) { format!("not ({test})") } else { test }
}

fn test(dice: &mut Dice, facts: &[(String, Kind)], plans: &[Plan], taste: Taste) -> String {
    if facts.is_empty() || (taste.profile && dice.once_in(4)) {
        let kind = *dice.pick(&["payment", "exchange"]);
        return match dice.roll(4) {
            0 => "profile.limits.single is known".to_owned(),
            1 => format!("profile.kind is {kind}"),
            2 => format!("profile.kind is not {kind}"),
            _ => "profile.kind is known".to_owned(),
        };
    }
    let (name, kind) = dice.pick(facts).clone();
    if dice.once_in(4) {
        return format!("{name} is {}", *dice.pick(&["known", "unknown", "not known"]));
    }
    let sign = *dice.pick(&["<", "<=", "=", ">", ">="]);
    let peers: Vec<&String> = facts
        .iter()
        .filter(|(_, other)| scale(*other).is_some() && scale(*other) == scale(kind))
        .map(|f| &f.0)
        .collect();
    match kind {
        Kind::Choices => match dice.roll(4) {
            0 => format!("{name} has a"),
            1 => format!("{name} has one of (b, c)"),
            2 => format!("{name} has b"),
            _ => format!("{name} has at least {}", 1 + dice.roll(3)),
        },
        Kind::Number | Kind::Cny | Kind::Money | Kind::Version | Kind::Newest => {
            if scale(kind) == Some(1) && taste.profile && dice.once_in(3) {
                return format!("{name} {sign} profile.limits.single");
            }
            if peers.len() > 1 && dice.once_in(2) {
                return format!("{name} {sign} {}", dice.pick(&peers));
            }
            match scale(kind) {
                Some(0) => format!("{name} {sign} {}", dice.roll(5)),
                Some(1) => format!("{name} {sign} 5 CNY"),
                _ => format!("{name} {sign} {}", 1 + dice.roll(2)),
            }
        }
        Kind::Time => format!("{name} {} than {}", *dice.pick(&["older", "newer"]), *dice.pick(&["24h", "72h"])),
        Kind::Text => format!("{name} is known"),
        _ => {
            let words = words(kind, plans);
            let word = dice.pick(&words).clone();
            match dice.roll(4) {
                0 if kind == Kind::YesNo => name,
                1 => format!("{name} is not {word}"),
                2 => format!("{name} is one of ({word}, {})", dice.pick(&words)),
                _ => format!("{name} is {word}"),
            }
        }
    }
}

/// What can be compared with each other.
fn scale(kind: Kind) -> Option<usize> {
    match kind {
        Kind::Number => Some(0),
        Kind::Cny | Kind::Money => Some(1),
        Kind::Version | Kind::Newest => Some(2),
        _ => None,
    }
}
