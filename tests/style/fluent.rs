//! Sentences of Fluent files as they can come out: a text for each variant, placeholders in braces.

use super::texts::{Role, Text};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser::parse;
use std::collections::BTreeMap;

/// Read by people whose wallet misbehaves; the other files by those who write flows.
const FOR_EVERYBODY: [&str; 6] = ["answer", "probe", "screen", "secret", "session", "summary"];

/// The texts of a file of this name, from its Chinese and its English source.
pub(super) fn texts(name: &str, sources: [&str; 2]) -> Vec<Text> {
    let [zh, en] = sources.map(messages);
    let role = if FOR_EVERYBODY.contains(&name) { Role::Spoken } else { Role::Authors };
    let mut texts = Vec::new();
    for (key, (zh_line, zh)) in zh {
        // A key that only one language has is another test's business.
        let Some((en_line, en)) = en.get(&key) else { continue };
        // English has more variants, since it has plurals.
        for at in 0..zh.len().max(en.len()) {
            let of = |variants: &[String]| variants[at.min(variants.len() - 1)].clone();
            texts.push(Text {
                file: ["zh", "en"].map(|lang| format!("src/i18n/{lang}/{name}.ftl")),
                line: [zh_line, *en_line],
                path: key.clone(),
                role,
                words: [of(&zh), of(en)],
                urgent: false,
                list: None,
            });
        }
    }
    texts
}

/// Line and variants of every message.
fn messages(source: &str) -> BTreeMap<String, (usize, Vec<String>)> {
    let resource = parse(source).unwrap_or_else(|(_, errors)| panic!("{errors:?}"));
    let mut found = BTreeMap::new();
    for entry in &resource.body {
        if let Entry::Message(message) = entry
            && let Some(value) = &message.value
        {
            let start = format!("{} =", message.id.name);
            let line = source.lines().position(|line| line.starts_with(&start)).map_or(0, |at| at + 1);
            found.insert(message.id.name.to_owned(), (line, variants(value)));
        }
    }
    found
}

fn variants(pattern: &Pattern<&str>) -> Vec<String> {
    let mut all = vec![String::new()];
    for element in &pattern.elements {
        let next = match element {
            PatternElement::TextElement { value } => vec![(*value).to_owned()],
            PatternElement::Placeable { expression } => placeable(expression),
        };
        all = all.iter().flat_map(|start| next.iter().map(move |end| format!("{start}{end}"))).collect();
    }
    all
}

fn placeable(expression: &Expression<&str>) -> Vec<String> {
    match expression {
        Expression::Select { variants: cases, .. } => cases.iter().flat_map(|case| variants(&case.value)).collect(),
        Expression::Inline(InlineExpression::StringLiteral { value }) => vec![(*value).to_owned()],
        Expression::Inline(InlineExpression::VariableReference { id }) => vec![format!("{{{}}}", id.name)],
        Expression::Inline(_) => vec!["{value}".to_owned()],
    }
}
