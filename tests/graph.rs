//! `walletfix graph`: pictures that show every step and every way once, and that their languages can read.

mod command;
mod grammar;

use crate::harness::cases;
use grammar::{Picture, dot, mermaid};
use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::sample::select;
use proptest::test_runner::{Config, TestRunner};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use walletfix::cli::args::preview::Drawing;
use walletfix::cli::graph::{Chart, INK, LINE, colours, reached, text};
use walletfix::flow::step::{Outcome, Verb};
use walletfix::flowtest::coverage::{Atlas, Covered};
use walletfix::i18n::Lang;
use walletfix::library;
use walletfix::pack::{Pack, PackFile};
use walletfix::parse::read_pack_within;

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Every pack of this repository.
fn packs() -> Vec<Pack> {
    let own = fs::read_dir(here("tests/packs")).unwrap().map(|entry| entry.unwrap().path());
    let folders = own.chain([here("flows"), here("examples/first-flow"), here("tests/coverage/shop")]);
    folders.map(|folder| read_pack_within(&library::folder(&folder, true).unwrap(), 0).0).collect()
}

/// Both pictures of a flow, as if no test were there unless `reached` says more.
fn drawn(pack: &Pack, reached: Option<&Covered>, flow: &str, lang: Lang) -> [Picture; 2] {
    let chart = Chart::new(pack, &Atlas::new(pack), reached, &pack.flows[flow], lang);
    [mermaid(&text(&chart, Drawing::Mermaid, lang)), dot(&text(&chart, Drawing::Dot, lang))]
}

#[test]
fn every_step_and_every_way_is_drawn_once() {
    for pack in packs() {
        let atlas = Atlas::new(&pack);
        let reached = reached(&pack, &atlas);
        for flow in pack.flows.values() {
            for lang in Lang::ALL {
                let [mermaid, dot] = drawn(&pack, reached.as_ref(), &flow.id, lang);
                let steps: BTreeSet<String> = flow.steps.keys().cloned().collect();
                let of_steps: BTreeSet<String> = mermaid
                    .nodes
                    .keys()
                    .filter_map(|name| name.strip_prefix("s_"))
                    .map(|id| id.replace('_', "-"))
                    .collect();
                assert_eq!(of_steps, steps, "{}", flow.id);
                let of_steps: BTreeSet<String> = dot.nodes.keys().filter(|name| !name.contains(' ')).cloned().collect();
                assert_eq!(of_steps, steps, "{}", flow.id);
                // Ways, in both by the step they leave and the step they lead to; the rest of a name is a flow.
                let ways = atlas.of_flow(&flow.id).filter_map(|number| atlas.way(number)).filter(|way| !way.is_end());
                let mut ways: Vec<(&str, &str)> = ways
                    .map(|way| {
                        let step = flow.step(way.step);
                        (step.id.as_str(), if matches!(step.verb, Verb::Go(_)) { "flow" } else { way.target })
                    })
                    .collect();
                ways.sort_unstable();
                let plain = |name: &str| match name.strip_prefix("s_") {
                    Some(id) => id.replace('_', "-"),
                    None if name.starts_with("flow_") || name.starts_with("flow ") => "flow".to_owned(),
                    None => name.to_owned(),
                };
                for picture in [&mermaid, &dot] {
                    let edges = picture.edges.iter().filter(|(from, ..)| from != "flow begins");
                    let mut edges: Vec<(String, String)> =
                        edges.map(|(from, to, ..)| (plain(from), plain(to))).collect();
                    edges.sort();
                    let edges: Vec<(&str, &str)> =
                        edges.iter().map(|(from, to)| (from.as_str(), to.as_str())).collect();
                    assert_eq!(edges, ways, "{}", flow.id);
                }
                // The two languages show the same words and dash the same lines.
                let words = |picture: &Picture| {
                    let mut all: Vec<_> = picture.nodes.values().cloned().collect();
                    all.extend(
                        picture
                            .edges
                            .iter()
                            .map(|(.., lines, dashed)| [lines.clone(), vec![dashed.to_string()]].concat()),
                    );
                    all.sort();
                    all
                };
                let (mut in_dot, in_mermaid) = (words(&dot), words(&mermaid));
                // DOT has the beginning as a node and an edge of its own.
                let beginning = &dot.nodes["flow begins"];
                in_dot.remove(in_dot.iter().position(|lines| lines == beginning).unwrap());
                in_dot.remove(in_dot.iter().position(|lines| lines == &["false"]).unwrap());
                assert_eq!(in_dot, in_mermaid, "{}", flow.id);
            }
        }
    }
}

#[test]
fn what_no_test_takes_is_dashed() {
    let folder = here("tests/coverage/shop");
    let pack = read_pack_within(&library::folder(&folder, true).unwrap(), 0).0;
    let atlas = Atlas::new(&pack);
    let covered = reached(&pack, &atlas);
    let chart = Chart::new(&pack, &atlas, covered.as_ref(), &pack.flows["pay"], Lang::En);
    let [mermaid, dot] = drawn(&pack, covered.as_ref(), "pay", Lang::En);
    let dashed = |picture: &Picture| picture.edges.iter().filter(|(.., dashed)| *dashed).count();
    assert!(dashed(&mermaid) > 0 && dashed(&mermaid) < mermaid.edges.len());
    assert_eq!(dashed(&mermaid), dashed(&dot));
    assert_eq!(chart.untested(), dashed(&mermaid) + mermaid.classes["untested"].len());
    // Without tests nobody knows.
    let pack = read_pack_within(&library::folder(&folder, false).unwrap(), 0).0;
    assert_eq!(reached(&pack, &Atlas::new(&pack)), None);
    let picture = &drawn(&pack, None, "pay", Lang::En)[0];
    assert_eq!(dashed(picture), 0);
    assert!(!picture.classes.contains_key("untested"));
}

/// Relative luminance and contrast as WCAG 2.2 defines them.
fn contrast(one: &str, other: &str) -> f64 {
    let luminance = |colour: &str| {
        let channel = |at: usize| {
            let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn colours_can_be_read_on_light_and_dark_pages() {
    // White, GitHub's dark page, black.
    let pages = ["#ffffff", "#0d1117", "#000000"];
    for page in pages {
        assert!(contrast(LINE, page) >= 4.0, "{page}");
    }
    let mut fills = BTreeSet::new();
    for (id, outcome) in Outcome::ALL {
        let (fill, line) = colours(outcome);
        assert!(contrast(fill, INK) >= 7.0, "{id}");
        for page in pages {
            assert!(contrast(line, page) >= 3.0, "{id} on {page}: {}", contrast(line, page));
        }
        assert!(fills.insert(fill), "{id} looks like another outcome");
    }
}

/// A flow whose ids are words of the languages and whose texts are these.
fn flow_of(texts: &[String; 4]) -> String {
    let quoted = |text: &str| serde_json::to_string(&text.replace('{', "{{").replace('}', "}}")).unwrap();
    let [title, question, label, end] = texts.each_ref().map(|text| quoted(text));
    format!(
        "format = 1\n[flow]\ntitle.zh = {title}\ntitle.en = {title}\nstart = \"end\"\nowner = \"o\"\n\
         [step.end]\nask.zh = {question}\nask.en = {question}\ntype = \"choice\"\nlabel = {{ zh = \"甲\", en = \"a\" }}\n\
         options = [{{ value = \"a\", zh = {label}, en = {label}, next = \"class--x-\" }}, {{ value = \"b\", zh = \"乙\", en = \"b\", next = \"node\" }}]\n\
         [step.class--x-]\ntell.zh = {question}\ntell.en = {question}\nnext = \"node\"\n\
         [step.node]\nend = \"advice\"\ntext.zh = {end}\ntext.en = {end}\n"
    )
}

#[test]
fn no_text_breaks_out_of_its_label() {
    let pieces = [
        "\"",
        "\\",
        "#",
        ";",
        "<b>",
        "</script>",
        "&amp;",
        "&#35;",
        "`",
        "|",
        "-->",
        "]",
        ")",
        "}",
        "{",
        "%%",
        "%%{init: {}}%%",
        "\\n",
        "\\N",
        "\n",
        "style x:#;",
        "classDef a fill:#;",
        "end",
        "- a",
        "1. b",
        "$$x$$",
        "fa:fa-car",
        "\u{200b}",
        "中文",
        "，",
        "“",
        "*a*",
        "_",
        "@",
        "//",
        "/*",
    ];
    let piece = prop_oneof![
        4 => select(pieces.to_vec()).prop_map(str::to_owned),
        2 => Just(" ".to_owned()),
        1 => any::<char>().prop_map(String::from),
        1 => "[a-z]{1,8}",
    ];
    let text = vec(piece, 1..8).prop_map(|pieces| pieces.concat());
    let mut runner = TestRunner::new(Config { cases: cases(150), failure_persistence: None, ..Config::default() });
    let texts = [text.clone(), text.clone(), text.clone(), text];
    let drawn_flows = std::cell::Cell::new(0);
    let result = runner.run(&texts, |texts| {
        let file = PackFile {
            path: "x.toml".to_owned(),
            name: "x.toml".to_owned(),
            bytes: Cow::Owned(flow_of(&texts).into_bytes()),
        };
        let pack = read_pack_within(&[file], 0).0;
        // Some characters may stand in no flow.
        if pack.flows.contains_key("x") {
            drawn_flows.set(drawn_flows.get() + 1);
            let [mermaid, dot] = drawn(&pack, None, "x", Lang::Zh);
            let mut labels: Vec<_> = mermaid.nodes.into_values().collect();
            let mut in_dot: Vec<_> =
                dot.nodes.into_iter().filter(|(name, _)| name != "flow begins").map(|(_, lines)| lines).collect();
            let clean =
                |lines: &mut Vec<String>| lines.iter_mut().for_each(|line| *line = line.replace('\u{200b}', ""));
            labels.iter_mut().chain(&mut in_dot).for_each(clean);
            labels.sort();
            in_dot.sort();
            assert_eq!(labels, in_dot);
            assert_eq!(mermaid.edges.len(), 3);
        }
        Ok(())
    });
    result.unwrap();
    assert!(drawn_flows.get() * 4 > cases(150), "only {} flows could be drawn", drawn_flows.get());
}
