//! The families: each a pack of a given size that is as bad as it can be in one respect.

use std::borrow::Cow;
use std::fmt::Write as _;
use walletfix::pack::PackFile;

/// Packs of one kind, of any size.
pub(crate) struct Family {
    pub(crate) name: &'static str,
    /// The smallest size that is measured; the others are twice and four times as large.
    pub(crate) size: usize,
    pub(crate) files: fn(usize) -> Vec<PackFile>,
}

const fn family(name: &'static str, size: usize, files: fn(usize) -> Vec<PackFile>) -> Family {
    Family { name, size, files }
}

pub(crate) const FAMILIES: &[Family] = &[
    family("steps in a chain", 3000, |n| flow(&steps(n, |_| String::new()))),
    family("steps in a circle", 3000, circle),
    family("questions in a chain", 2000, |n| flow(&questions(n, "yes-no", "field = \"evidence\"\n"))),
    family("steps nobody reaches", 3000, unreachable),
    family("lists in lists", 200_000, |n| nested("[", "]", n)),
    family("tables in tables", 60_000, |n| nested("{ x = ", " }", n)),
    family("brackets in a condition", 20_000, |n| condition(&format!("{}sure{}", "(".repeat(n), ")".repeat(n)))),
    family("not not not", 20_000, |n| condition(&format!("{}sure", "not ".repeat(n)))),
    family("and, or without end", 4000, |n| condition(&vec!["sure or not sure and how is slow"; n].join(" or "))),
    family("nested and, or", 4000, |n| {
        condition(&format!("{}sure{}", "(sure or how is slow and ".repeat(n), ")".repeat(n)))
    }),
    family("one of many values", 20_000, |n| condition(&format!("how is one of ({})", vec!["slow"; n].join(", ")))),
    family("options", 1500, |n| options(n, "choice")),
    family("options to tick", 1500, |n| options(n, "choices")),
    family("options read one by one", 400, |n| options_read(n, "is")),
    family("ticks read one by one", 100, |n| options_read(n, "has")),
    family("facts read at the end", 100, facts_at_the_end),
    family("facts read together", 100, facts_together),
    family("placeholders", 4000, placeholders),
    family("cases of one branch", 800, |n| cases(n, |_| "sure".to_owned())),
    family("comparisons with numbers", 300, |n| cases(n, |at| format!("amount is known and amount > {at}.5 CNY"))),
    family("comparisons with each other", 24, compared),
    family("ages", 300, |n| cases(n, |at| format!("when is known and when older than {}m", at + 1))),
    family("long texts", 60_000, |n| texts("请稍等。", "Wait a bit. ", n)),
    family("one long word", 200_000, |n| texts("等", "w", n)),
    family("texts about passwords", 8000, |n| texts("请不要输入密码，", "never enter your password, ", n)),
    family("texts full of numbers", 8000, |n| texts("拨打 12 34 56，", "call 12 34 56, ", n)),
    family("texts full of names", 8000, |n| texts("微信号：ab_1，", "telegram @ab_1, ", n)),
    family("texts full of marks", 20_000, |n| texts("（，。！", "(,.!", n)),
    family("texts full of braces", 20_000, |n| texts("{{}}{", "{{}}{", n)),
    family("mistakes of every kind", 1500, mistakes),
    family("unknown keys", 3000, |n| mistyped(n, "nextt", "x")),
    family("long unknown keys", 1500, |n| mistyped(n, "some-key-that-nobody-knows-and-that-is-rather-long", "x")),
    family("unknown steps", 1500, |n| flow(&unknown_steps(n))),
    family("unknown facts", 1500, unknown_facts),
    family("duplicate keys", 3000, duplicate_keys),
    family("duplicate tables", 3000, |n| {
        flow(&"[step.again]\ntell = { zh = \"一\", en = \"A\" }\nnext = \"end\"\n".repeat(n))
    }),
    family("duplicate options", 1500, duplicate_options),
    family("no TOML at all", 20_000, |n| vec![file("a.toml", "这 不是 = = TOML [[\n".repeat(n))]),
    family("bad characters", 200_000, |n| vec![file("a.toml", format!("# {}\n", "\u{202e}".repeat(n)))]),
    family("allow entries", 1500, allowed),
    family("allows that fire", 1500, allowed_once),
    family("flows", 500, flows),
    family("broken flows", 500, |n| {
        (0..n).map(|at| file(&format!("f{at}.toml"), "format = 1\n[flow]\nx = 1\n".to_owned())).collect()
    }),
    family("calls one after the other", 400, calls),
    family("calls in diamonds", 200, diamonds),
    family("calls of calls of calls", 200, call_chain),
    family("many callers of one", 400, callers),
    family("calls that do not exist", 400, |n| absent_calls(n)),
    family("inputs of a call", 300, inputs),
    family("flows that go to each other", 400, goes),
    family("tests", 600, tests),
    family("answers in a test", 2000, answers),
    family("tests of the same name", 1500, same_names),
    family("profiles", 200, profiles),
    family("channels of a profile", 600, channels),
    family("domains of a profile", 600, domains),
    family("regions", 300, regions),
];

fn file(path: &str, text: String) -> PackFile {
    PackFile { path: path.to_owned(), name: path.to_owned(), bytes: Cow::Owned(text.into_bytes()) }
}

fn head(start: &str, more: &str) -> String {
    format!("format = 1\n[flow]\ntitle = {{ zh = \"一\", en = \"One\" }}\nstart = \"{start}\"\nowner = \"x\"\n{more}\n")
}

const END: &str = "[step.end]\nend = \"contact\"\ntext = { zh = \"请找客服。\", en = \"Ask support.\" }\n";
const FIRST: &str = "[step.s0]\nask = { zh = \"确定吗？\", en = \"Sure?\" }\ntype = \"yes-no\"\nlabel = { zh = \"确定\", en = \"Sure\" }\n";

/// A flow of these steps, which begin with `s0`, and an end.
fn flow(steps: &str) -> Vec<PackFile> {
    vec![file("a.toml", head("s0", "") + steps + END)]
}

fn next(at: usize, n: usize) -> String {
    if at + 1 < n { format!("s{}", at + 1) } else { "end".to_owned() }
}

fn steps(n: usize, more: impl Fn(usize) -> String) -> String {
    (0..n).fold(String::new(), |mut out, at| {
        let _ = write!(
            out,
            "[step.s{at}]\ntell = {{ zh = \"请稍等。\", en = \"Wait.\" }}\nnext = \"{}\"\n{}",
            next(at, n),
            more(at)
        );
        out
    })
}

fn circle(n: usize) -> Vec<PackFile> {
    let steps = steps(n, |_| String::new()).replacen("next = \"end\"", "next = \"again\"", 1);
    let again = "[step.again]\nask = { zh = \"再来吗？\", en = \"Again?\" }\ntype = \"yes-no\"\nlabel = { zh = \"再来\", en = \"Again\" }\nnext = { yes = \"s0\", no = \"end\" }\n";
    flow(&(steps + again))
}

fn questions(n: usize, kind: &str, more: &str) -> String {
    (0..n).fold(String::new(), |mut out, at| {
        let _ = write!(out, "[step.s{at}]\nask = {{ zh = \"这样吗？\", en = \"Like this?\" }}\ntype = \"{kind}\"\n{more}next = \"{}\"\n", next(at, n));
        out
    })
}

fn unreachable(n: usize) -> Vec<PackFile> {
    let lost = (0..n).fold(String::new(), |mut out, at| {
        let _ = write!(out, "[step.l{at}]\ntell = {{ zh = \"请稍等。\", en = \"Wait.\" }}\nnext = \"end\"\n");
        out
    });
    flow(&(steps(1, |_| String::new()) + &lost))
}

fn nested(open: &str, close: &str, n: usize) -> Vec<PackFile> {
    flow(&format!("[step.s0]\nx = {}1{}\n", open.repeat(n), close.repeat(n)))
}

/// A flow that asks for a fact of every type and then branches.
fn branching(cases: &str) -> Vec<PackFile> {
    let asked = "[step.s0]\nask = { zh = \"怎么了？\", en = \"What?\" }\ntype = \"choice\"\noptions = [{ value = \"slow\", zh = \"慢\", en = \"Slow\" }, { value = \"lost\", zh = \"丢了\", en = \"Lost\" }]\nnext = \"sure\"\n[step.sure]\nask = { zh = \"确定吗？\", en = \"Sure?\" }\ntype = \"yes-no\"\nnext = \"amount\"\n[step.amount]\nask = { zh = \"多少钱？\", en = \"How much?\" }\ntype = \"amount\"\ncurrency = \"CNY\"\ncan-skip = true\nnext = \"when\"\n[step.when]\nask = { zh = \"什么时候？\", en = \"When?\" }\ntype = \"time\"\ncan-skip = true\nnext = \"judge\"\n";
    flow(&format!("{asked}[step.judge]\nbranch = [\n{cases}]\nelse = \"end\"\n").replace("how ", "s0 "))
}

fn condition(condition: &str) -> Vec<PackFile> {
    branching(&format!("{{ when = \"{condition}\", next = \"end\" }},\n"))
}

fn cases(n: usize, condition: impl Fn(usize) -> String) -> Vec<PackFile> {
    let line = |at| format!("{{ when = \"{}\", next = \"end\" }},\n", condition(at));
    branching(&(0..n).map(line).collect::<String>())
}

fn compared(n: usize) -> Vec<PackFile> {
    let asked = questions(n, "amount", "currency = \"CNY\"\n").replace("\"end\"", "\"judge\"");
    let pairs = (1..n).map(|at| format!("{{ when = \"s{at} > s{}\", next = \"end\" }},\n", at - 1)).collect::<String>();
    flow(&format!("{asked}[step.judge]\nbranch = [\n{pairs}]\nelse = \"end\"\n"))
}

fn option_list(n: usize) -> String {
    (0..n).map(|at| format!("  {{ value = \"o{at}\", zh = \"第 {at} 种\", en = \"Kind {at}\" }},\n")).collect()
}

fn options(n: usize, kind: &str) -> Vec<PackFile> {
    let list = option_list(n);
    flow(&format!(
        "[step.s0]\nask = {{ zh = \"哪一种？\", en = \"Which?\" }}\ntype = \"{kind}\"\nlabel = {{ zh = \"哪种\", en = \"Kind\" }}\noptions = [\n{list}]\nnext = \"end\"\n"
    ))
}

fn options_read(n: usize, word: &str) -> Vec<PackFile> {
    let kind = if word == "is" { "choice" } else { "choices" };
    let asked = format!(
        "[step.s0]\nask = {{ zh = \"哪一种？\", en = \"Which?\" }}\ntype = \"{kind}\"\noptions = [\n{}]\nnext = \"judge\"\n",
        option_list(n)
    );
    let cases: String = (0..n).map(|at| format!("{{ when = \"s0 {word} o{at}\", next = \"end\" }},\n")).collect();
    flow(&format!("{asked}[step.judge]\nbranch = [\n{cases}]\nelse = \"end\"\n"))
}

fn facts_at_the_end(n: usize) -> Vec<PackFile> {
    let asked = questions(n, "yes-no", "").replace("\"end\"", "\"judge\"");
    let cases: String = (0..n).map(|at| format!("{{ when = \"s{at}\", next = \"end\" }},\n")).collect();
    flow(&format!("{asked}[step.judge]\nbranch = [\n{cases}]\nelse = \"end\"\n"))
}

fn facts_together(n: usize) -> Vec<PackFile> {
    let asked = questions(n, "yes-no", "").replace("\"end\"", "\"judge\"");
    let all: Vec<String> = (0..n).map(|at| format!("s{at}")).collect();
    flow(&format!(
        "{asked}[step.judge]\nbranch = [{{ when = \"{}\", next = \"end\" }}]\nelse = \"end\"\n",
        all.join(" and ")
    ))
}

fn placeholders(n: usize) -> Vec<PackFile> {
    let text = "{s0} ".repeat(n);
    flow(&format!(
        "{FIRST}next = \"told\"\n[step.told]\ntell = {{ zh = \"一 {text}\", en = \"One {text}\" }}\nnext = \"end\"\n"
    ))
}

fn texts(zh: &str, en: &str, n: usize) -> Vec<PackFile> {
    let (zh, en) = (zh.repeat(n), en.repeat(n));
    flow(&format!("[step.s0]\ntell = {{ zh = \"{zh}\", en = \"{en}\" }}\nnext = \"end\"\n"))
}

fn mistakes(n: usize) -> Vec<PackFile> {
    flow(&(0..n).fold(String::new(), |mut out, at| {
        let _ = write!(out, "[step.S{at}]\naks = {{ zh = \"好吗{{x}}？\" }}\ntype = \"yesno\"\nnext = \"s{at}\"\nbranch = [{{ when = \"y == 1\" }}]\n");
        out
    }))
}

fn mistyped(n: usize, key: &str, value: &str) -> Vec<PackFile> {
    let keys: String = (0..n).map(|at| format!("{key}-{at} = \"{value}\"\n")).collect();
    flow(&format!("{FIRST}next = \"end\"\n{keys}"))
}

fn unknown_steps(n: usize) -> String {
    (0..n).fold(String::new(), |mut out, at| {
        let _ = write!(out, "[step.s{at}]\ntell = {{ zh = \"请稍等。\", en = \"Wait.\" }}\nnext = \"s{at}-missing\"\n");
        out
    })
}

fn unknown_facts(n: usize) -> Vec<PackFile> {
    let told: String = (0..n).map(|at| format!("{{fact-{at}}} ")).collect();
    flow(&format!(
        "{}[step.told]\ntell = {{ zh = \"一 {told}\", en = \"One {told}\" }}\nnext = \"end\"\n",
        questions(n, "yes-no", "").replace("\"end\"", "\"told\"")
    ))
}

fn duplicate_keys(n: usize) -> Vec<PackFile> {
    flow(&format!("{FIRST}{}", "next = \"end\"\n".repeat(n)))
}

fn duplicate_options(n: usize) -> Vec<PackFile> {
    let list = "{ value = \"same\", zh = \"一样\", en = \"Same\" },\n".repeat(n);
    flow(&format!(
        "[step.s0]\nask = {{ zh = \"哪一种？\", en = \"Which?\" }}\ntype = \"choice\"\nlabel = {{ zh = \"哪种\", en = \"Kind\" }}\noptions = [\n{list}]\nnext = \"end\"\n"
    ))
}

fn allowed(n: usize) -> Vec<PackFile> {
    flow(&steps(n, |_| "allow = { unused-fact = \"so\", text-too-long = \"so\", too-deep = \"so\" }\n".to_owned()))
}

fn allowed_once(n: usize) -> Vec<PackFile> {
    flow(&questions(n, "yes-no", "allow = { unused-fact = \"so\" }\n"))
}

fn flows(n: usize) -> Vec<PackFile> {
    let text = head("s0", "") + FIRST + "next = \"end\"\n" + END;
    (0..n).map(|at| file(&format!("f{at}.toml"), text.clone())).collect()
}

/// A shared flow of one question; `more` steps stand between the question and the result.
fn shared(at: usize, then: &str, more: &str) -> PackFile {
    let text = format!(
        "{}{FIRST}next = \"{then}\"\n{more}[step.ok]\nreturn = \"ok\"\n",
        head("s0", "shared = true\ngives = [\"s0\"]\n")
    );
    file(&format!("shared/f{at}.toml"), text)
}

fn run_steps(n: usize, callee: impl Fn(usize) -> String) -> String {
    (0..n).fold(String::new(), |mut out, at| {
        let _ = write!(out, "[step.s{at}]\nrun = \"{}\"\nnext = \"{}\"\n", callee(at), next(at, n));
        out
    })
}

fn calls(n: usize) -> Vec<PackFile> {
    let mut files = flow(&run_steps(n, |_| "shared/f0".to_owned()));
    files.push(shared(0, "ok", ""));
    files
}

/// Each flow runs the next one twice, so that there are 2^n ways down.
fn diamonds(n: usize) -> Vec<PackFile> {
    let mut files = flow(&run_steps(1, |_| "shared/f0".to_owned()));
    files.extend((0..n).map(|at| {
        let run = |name: &str, next: &str| format!("[step.{name}]\nrun = \"shared/f{}\"\nnext = \"{next}\"\n", at + 1);
        if at + 1 < n { shared(at, "one", &(run("one", "two") + &run("two", "ok"))) } else { shared(at, "ok", "") }
    }));
    files
}

fn call_chain(n: usize) -> Vec<PackFile> {
    let mut files = flow(&run_steps(1, |_| "shared/f0".to_owned()));
    files.extend((0..n).map(|at| {
        let run = format!("[step.one]\nrun = \"shared/f{}\"\nnext = \"ok\"\n", at + 1);
        if at + 1 < n { shared(at, "one", &run) } else { shared(at, "ok", "") }
    }));
    files
}

fn callers(n: usize) -> Vec<PackFile> {
    let mut files: Vec<PackFile> = (0..n)
        .map(|at| file(&format!("f{at}.toml"), head("s0", "") + &run_steps(1, |_| "shared/f0".to_owned()) + END))
        .collect();
    files.push(shared(0, "ok", ""));
    files
}

fn absent_calls(n: usize) -> Vec<PackFile> {
    let caller = |at: usize| {
        file(
            &format!("flow-number-{at}.toml"),
            head("s0", "") + &run_steps(3, |step| format!("flow-nunber-{at}-{step}")) + END,
        )
    };
    (0..n).map(caller).collect()
}

fn inputs(n: usize) -> Vec<PackFile> {
    let with: String = (0..n).map(|at| format!("s{at} = \"yes\"\n")).collect();
    let asked = questions(n, "yes-no", "input = true\n").replace("\"end\"", "\"ok\"");
    vec![
        file(
            "a.toml",
            head("s0", "") + "[step.s0]\nrun = \"shared/f0\"\nnext = \"end\"\n[step.s0.with]\n" + &with + END,
        ),
        file("shared/f0.toml", head("s0", "shared = true\n") + &asked + "[step.ok]\nreturn = \"ok\"\n"),
    ]
}

fn goes(n: usize) -> Vec<PackFile> {
    let one = |at: usize| {
        file(
            &format!("f{at}.toml"),
            head("s0", "")
                + FIRST
                + &format!("next = {{ yes = \"end\", no = \"leave\" }}\n[step.leave]\ngo = \"f{}\"\n", (at + 1) % n)
                + END,
        )
    };
    (0..n).map(one).collect()
}

fn with_tests(tests: String) -> Vec<PackFile> {
    let mut files = vec![file("a.toml", head("s0", "") + FIRST + "next = \"end\"\n" + END)];
    files.push(file("tests/a.toml", "format = 1\nflow = \"a\"\nnow = 2026-09-01T10:00:00+08:00\n".to_owned() + &tests));
    files
}

fn tests(n: usize) -> Vec<PackFile> {
    with_tests(
        (0..n)
            .map(|at| {
                format!("[[test]]\nname = \"t{at}\"\nanswers = {{ s0 = \"yes\" }}\nexpect = {{ end = \"end\" }}\n")
            })
            .collect(),
    )
}

fn answers(n: usize) -> Vec<PackFile> {
    let answers: String = (0..n).map(|at| format!("s{at} = \"yes\"\n")).collect();
    with_tests(format!("[[test]]\nname = \"t\"\nexpect = {{ end = \"end\" }}\n[test.answers]\n{answers}"))
}

fn same_names(n: usize) -> Vec<PackFile> {
    with_tests("[[test]]\nname = \"t\"\nanswers = { s0 = \"yes\" }\nexpect = { end = \"end\" }\n".repeat(n))
}

fn profile(more: &str) -> String {
    format!(
        "format = 1\n[profile]\nname = {{ zh = \"付\", en = \"Pay\" }}\ncurrency = \"CNY\"\nkind = \"payment\"\n{more}"
    )
}

fn channel(id: &str, kind: &str, more: &str) -> String {
    format!(
        "[[channel]]\nid = \"{id}\"\nkind = \"{kind}\"\nname = {{ zh = \"客服\", en = \"Support\" }}\nfor = [\"contact\", \"urgent\"]\n{more}"
    )
}

fn profiles(n: usize) -> Vec<PackFile> {
    let mut files = flow(&(FIRST.to_owned() + "next = \"end\"\n"));
    files.extend((0..n).map(|at| file(&format!("profiles/p{at}.toml"), profile(&channel("chat", "chat", "")))));
    files
}

fn channels(n: usize) -> Vec<PackFile> {
    let mut files = flow(&(FIRST.to_owned() + "next = \"end\"\n"));
    let channels: String = (0..n)
        .map(|at| {
            channel(
                &format!("c{at}"),
                "form",
                &format!("address = \"https://pay{at}.example/help\"\nhours = \"Mo-Fr 09:00-17:00; PH off\"\n"),
            )
        })
        .collect();
    files.push(file("profiles/p.toml", profile(&format!("official-domains = [\"pay.example\"]\n{channels}"))));
    files
}

fn domains(n: usize) -> Vec<PackFile> {
    let mut files = flow(&(FIRST.to_owned() + "next = \"end\"\n"));
    let domains: Vec<String> = (0..n).map(|at| format!("\"pay{at}.example\"")).collect();
    let channels: String = (0..n)
        .map(|at| channel(&format!("c{at}"), "form", &format!("address = \"https://pay{at}.example/help\"\n")))
        .collect();
    files.push(file("profiles/p.toml", profile(&format!("official-domains = [{}]\n{channels}", domains.join(", ")))));
    files
}

fn regions(n: usize) -> Vec<PackFile> {
    let mut files = flow(&(FIRST.to_owned() + "next = \"end\"\n"));
    files.extend((0..n).map(|at| {
        let text = format!(
            "format = 1\n[region]\nname = {{ zh = \"甲\", en = \"A\" }}\ndisclaimer = {{ zh = \"甲\", en = \"A\" }}\ntime-zone = \"UTC\"\ncountries = [\"CN\"]\n{}",
            channel("police", "police", "verified = 2026-09-01\nsource = \"https://example.org\"\n")
        );
        file(&format!("regions/r{at}.toml"), text)
    }));
    files
}
