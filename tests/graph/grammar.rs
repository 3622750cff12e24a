//! As much of Mermaid and DOT as a picture needs, read strictly: what is not understood is a mistake.

use std::collections::BTreeMap;

/// What was drawn.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Picture {
    /// What stands in each node, by its name, line by line.
    pub(crate) nodes: BTreeMap<String, Vec<String>>,
    /// From, to, what stands beside it, and whether it is dashed.
    pub(crate) edges: Vec<(String, String, Vec<String>, bool)>,
    /// The classes of nodes; of Mermaid only.
    pub(crate) classes: BTreeMap<String, Vec<String>>,
}

const BRACKETS: [(&str, &str); 9] = [
    ("{{", "}}"),
    ("([", "])"),
    ("[[", "]]"),
    ("[/", "/]"),
    ("[(", ")]"),
    ("{", "}"),
    ("[", "]"),
    ("(", ")"),
    (">", "]"),
];

/// Reads Mermaid.
pub(crate) fn mermaid(text: &str) -> Picture {
    let mut picture = Picture::default();
    let mut lines = text.lines().skip_while(|line| line.starts_with("%% ") && !line.contains('{'));
    assert_eq!(lines.next(), Some("flowchart TD"));
    let first = lines.next().expect("a beginning");
    let begins = first.strip_prefix("  start((").and_then(|rest| rest.split_once(")) --> ")).expect("a beginning");
    label(begins.0);
    assert!(is_name(begins.1), "{first}");
    for line in lines {
        let statement = line.strip_prefix("  ").expect(line);
        if let Some(style) = statement.strip_prefix("classDef ") {
            let (class, style) = style.split_once(' ').expect(line);
            assert!(
                is_name(class) && style.chars().all(|c| c.is_ascii_alphanumeric() || "#:,- ".contains(c)),
                "{line}"
            );
        } else if let Some(members) = statement.strip_prefix("class ") {
            let (members, class) = members.split_once(' ').expect(line);
            let members: Vec<String> = members.split(',').map(str::to_owned).collect();
            assert!(members.iter().all(|member| picture.nodes.contains_key(member)), "{line}");
            picture.classes.insert(class.to_owned(), members);
        } else {
            let end = statement.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').expect(line);
            let (name, rest) = statement.split_at(end);
            assert!(is_name(name), "{line}");
            match rest.strip_prefix(' ') {
                Some(arrow) => picture.edges.push(arrowed(name, arrow)),
                None => {
                    let (open, close) = BRACKETS.iter().find(|(open, _)| rest.starts_with(open)).expect(line);
                    let inside = rest.strip_prefix(open).and_then(|rest| rest.strip_suffix(close)).expect(line);
                    let before = picture.nodes.insert(name.to_owned(), label(inside));
                    assert_eq!(before, None, "{name} stands there twice");
                }
            }
        }
    }
    picture
}

fn arrowed(from: &str, arrow: &str) -> (String, String, Vec<String>, bool) {
    let (dashed, rest) = match arrow.strip_prefix("-->") {
        Some(rest) => (false, rest),
        None => (true, arrow.strip_prefix("-.->").expect(arrow)),
    };
    let (lines, to) = match rest.strip_prefix('|') {
        Some(rest) => {
            let (inside, to) = rest.split_once("| ").expect(arrow);
            (label(inside), to)
        }
        None => (Vec::new(), rest.strip_prefix(' ').expect(arrow)),
    };
    assert!(is_name(to), "{arrow}");
    (from.to_owned(), to.to_owned(), lines, dashed)
}

/// Words that mean something to Mermaid where a name could stand.
fn is_name(name: &str) -> bool {
    let reserved =
        ["end", "graph", "flowchart", "subgraph", "style", "linkStyle", "class", "classDef", "click", "default"];
    !reserved.contains(&name)
        && name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

/// A label of Mermaid: nothing in it may mean anything but a line break and a character by its number.
fn label(quoted: &str) -> Vec<String> {
    let inside = quoted.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).expect(quoted);
    inside.split("<br/>").map(numbered).collect()
}

fn numbered(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some(character) = rest.chars().next() {
        if let Some(number) = rest.strip_prefix('#') {
            let (digits, after) = number.split_once(';').expect(line);
            out.push(char::from_u32(digits.parse().expect(line)).expect(line));
            rest = after;
            continue;
        }
        let plain = character.is_ascii_alphanumeric() || " ,/()?!'-".contains(character) || !character.is_ascii();
        assert!(plain && !character.is_control(), "{character:?} in {line}");
        rest = &rest[character.len_utf8()..];
        if character != '\u{200b}' {
            out.push(character);
        }
    }
    assert!(!line.contains("--") && !line.starts_with('-'), "{line}");
    out
}

/// Reads DOT.
pub(crate) fn dot(text: &str) -> Picture {
    let tokens = tokens(text);
    let mut rest = tokens.as_slice();
    let mut picture = Picture::default();
    let mut next = || {
        let (first, others) = rest.split_first().expect("more");
        rest = others;
        first.clone()
    };
    assert_eq!(next(), Token::Word("digraph".to_owned()));
    assert!(matches!(next(), Token::Text(_)));
    assert_eq!(next(), Token::Mark("{"));
    loop {
        // In quotes `node` is a name like any other.
        let (first, is_name) = match next() {
            Token::Mark("}") => break,
            Token::Text(name) => (name, true),
            Token::Word(name) => (name, false),
            Token::Mark(mark) => panic!("{mark}"),
        };
        let mut token = next();
        let mut to = None;
        if token == Token::Mark("->") {
            to = Some(match next() {
                Token::Text(name) => name,
                other => panic!("{other:?}"),
            });
            token = next();
        }
        let mut attributes = BTreeMap::new();
        if token == Token::Mark("[") {
            loop {
                let Token::Word(key) = next() else { panic!("an attribute of {first}") };
                assert_eq!(next(), Token::Mark("="));
                match next() {
                    Token::Word(value) | Token::Text(value) => attributes.insert(key, value),
                    Token::Mark(mark) => panic!("{mark}"),
                };
                match next() {
                    Token::Mark(",") => {}
                    Token::Mark("]") => break,
                    other => panic!("{other:?}"),
                }
            }
            token = next();
        }
        assert_eq!(token, Token::Mark(";"));
        let lines = || attributes.get("label").map(|label| unescaped(label)).unwrap_or_default();
        if let Some(to) = to {
            let dashed = attributes.get("style").is_some_and(|style| style == "dashed");
            picture.edges.push((first, to, lines(), dashed));
        } else if is_name {
            assert_eq!(picture.nodes.insert(first.clone(), lines()), None, "{first} stands there twice");
        } else {
            assert!(["graph", "node", "edge"].contains(&first.as_str()), "{first}");
        }
    }
    assert!(rest.is_empty(), "{rest:?}");
    picture
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Word(String),
    /// In quotes; a quote inside has lost its backslash.
    Text(String),
    Mark(&'static str),
}

fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with("// ")) {
        let mut rest = line.trim();
        while let Some(first) = rest.chars().next() {
            if first == '"' {
                let (text, after) = text_in(&rest[1..]);
                tokens.push(Token::Text(text));
                rest = after.trim_start();
                continue;
            }
            let mark = ["->", "{", "}", "[", "]", "=", ",", ";"].into_iter().find(|mark| rest.starts_with(mark));
            if let Some(mark) = mark {
                tokens.push(Token::Mark(mark));
                rest = rest[mark.len()..].trim_start();
                continue;
            }
            let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
            assert!(end > 0, "{line}");
            tokens.push(Token::Word(rest[..end].to_owned()));
            rest = rest[end..].trim_start();
        }
    }
    tokens
}

/// Up to the quote that ends it: the only one without a backslash.
fn text_in(rest: &str) -> (String, &str) {
    let mut out = String::new();
    let mut characters = rest.char_indices();
    while let Some((at, character)) = characters.next() {
        match character {
            '"' => return (out, &rest[at + 1..]),
            '\\' => match characters.next().expect(rest).1 {
                '"' => out.push('"'),
                other => out.extend(['\\', other]),
            },
            other => out.push(other),
        }
    }
    panic!("no end in {rest}")
}

/// What Graphviz shows for a label: escapes and entities read.
fn unescaped(label: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut characters = label.chars();
    while let Some(character) = characters.next() {
        if character == '\\' {
            match characters.next() {
                Some('n') => lines.push(String::new()),
                Some('\\') => lines.last_mut().expect("a line").push('\\'),
                other => panic!("{other:?} in {label}"),
            }
        } else {
            lines.last_mut().expect("a line").push(character);
        }
    }
    for line in &mut lines {
        for (at, _) in line.match_indices('&') {
            assert!(line[at..].starts_with("&amp;"), "{line}");
        }
        *line = line.replace("&amp;", "&");
    }
    lines
}
