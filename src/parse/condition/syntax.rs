//! Words and signs to a tree. Names are not looked up here.

use super::lexer::{Sign, Token, place};
use crate::diagnostic::{Findings, Rule};
use crate::flow::condition::Comparison;
use crate::flow::draft::DraftCondition;
use crate::i18n::Message;

/// Every word of the grammar; no fact may be called so.
pub const WORDS: [&str; 14] =
    ["or", "and", "not", "is", "known", "unknown", "one", "of", "has", "at", "least", "older", "newer", "than"];

/// What can follow a fact.
const AFTER_FACT: [&str; 9] = ["is", "has", "<", "=", ">", "older than", "newer than", "and", "or"];

/// Deeper nesting is no condition that anybody reads.
const DEEPEST: usize = 32;

/// A condition whose names may name nothing.
#[derive(Debug)]
pub(super) enum Expression<'c> {
    Or(Vec<Expression<'c>>),
    And(Vec<Expression<'c>>),
    Not(Box<Expression<'c>>),
    Test(Token<'c>, Claim<'c>),
}

/// What a test says about its subject.
#[derive(Debug)]
pub(super) enum Claim<'c> {
    Yes,
    Known,
    Is(Vec<Token<'c>>),
    Has(Vec<Token<'c>>),
    HasAtLeast(Token<'c>),
    /// The right side: a name, a number, or an amount in two words.
    Compare(Comparison, Token<'c>, Option<Token<'c>>),
    Age {
        older: bool,
        than: Token<'c>,
    },
}

struct Parser<'c, 'f> {
    draft: &'c DraftCondition,
    tokens: &'f [Token<'c>],
    at: usize,
    depth: usize,
    /// Whether the last test was a fact alone, so that a claim about it could follow.
    bare: bool,
    findings: &'f Findings,
}

/// Reads the whole condition; the first thing that is wrong is reported.
pub(super) fn read<'c>(draft: &'c DraftCondition, tokens: &[Token<'c>], findings: &Findings) -> Option<Expression<'c>> {
    let mut parser = Parser { draft, tokens, at: 0, depth: 0, bare: false, findings };
    let expression = parser.or()?;
    if parser.at < tokens.len() {
        return parser.expected(if parser.bare { &AFTER_FACT } else { &["and", "or"] });
    }
    Some(expression)
}

impl<'c> Parser<'c, '_> {
    fn or(&mut self) -> Option<Expression<'c>> {
        let mut parts = vec![self.and()?];
        while self.take("or") {
            parts.push(self.and()?);
        }
        if parts.len() > 1 { Some(Expression::Or(parts)) } else { parts.pop() }
    }

    fn and(&mut self) -> Option<Expression<'c>> {
        let mut parts = vec![self.not()?];
        while self.take("and") {
            parts.push(self.not()?);
        }
        if parts.len() > 1 { Some(Expression::And(parts)) } else { parts.pop() }
    }

    fn not(&mut self) -> Option<Expression<'c>> {
        self.depth += 1;
        if self.depth > DEEPEST {
            let message = Message::new("when-syntax-deep");
            self.findings.report(Rule::WhenSyntax, self.draft.span, message);
            return None;
        }
        let expression = if self.take("not") {
            Expression::Not(Box::new(self.not()?))
        } else if self.take_sign(Sign::Open) {
            let inside = self.or()?;
            if !self.take_sign(Sign::Close) {
                return self.expected(&[")"]);
            }
            inside
        } else {
            self.test()?
        };
        self.depth -= 1;
        Some(expression)
    }

    fn test(&mut self) -> Option<Expression<'c>> {
        let Some(subject) = self.peek().filter(|token| token.sign == Sign::Word && !is_grammar(token.text)) else {
            return self.expected(&["when-expect-fact"]);
        };
        self.at += 1;
        self.bare = false;
        if let Some(Token { sign: Sign::Compare(comparison), .. }) = self.peek() {
            self.at += 1;
            let right = self.word()?;
            let number = right.text.starts_with(|first: char| first.is_ascii_digit() || first == '-');
            let currency = self.peek().filter(|next| number && next.sign == Sign::Word && !is_grammar(next.text));
            self.at += usize::from(currency.is_some());
            return Some(Expression::Test(subject, Claim::Compare(comparison, right, currency)));
        }
        if self.take("is") {
            let not = self.take("not");
            let test = if self.take("known") {
                Expression::Test(subject, Claim::Known)
            } else if self.take("unknown") {
                Expression::Not(Box::new(Expression::Test(subject, Claim::Known)))
            } else if !not && self.take_pair("one", "of")? {
                Expression::Test(subject, Claim::Is(self.list()?))
            } else {
                Expression::Test(subject, Claim::Is(vec![self.word()?]))
            };
            return Some(if not { Expression::Not(Box::new(test)) } else { test });
        }
        if self.take("has") {
            let claim = if self.take_pair("at", "least")? {
                Claim::HasAtLeast(self.word()?)
            } else if self.take_pair("one", "of")? {
                Claim::Has(self.list()?)
            } else {
                Claim::Has(vec![self.word()?])
            };
            return Some(Expression::Test(subject, claim));
        }
        for (word, older) in [("older", true), ("newer", false)] {
            if self.take(word) {
                // "sent-at older 24h" reads well too and is understood.
                let more = self.tokens.get(self.at + 1).is_some_and(|token| !ends(token));
                if !self.take("than") && more {
                    return self.expected(&["than"]);
                }
                let than = self.word()?;
                self.whole_duration(than)?;
                return Some(Expression::Test(subject, Claim::Age { older, than }));
            }
        }
        self.bare = true;
        Some(Expression::Test(subject, Claim::Yes))
    }

    /// Refuses `7 days`, which is one thing to its author.
    fn whole_duration(&self, number: Token<'c>) -> Option<()> {
        let Some(unit) = self.peek().filter(|next| !ends(next)) else { return Some(()) };
        if !number.text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Some(());
        }
        let span = place(self.draft, number.start, unit.start + unit.text.len());
        let written = format!("{} {}", number.text, unit.text);
        self.findings.report(Rule::BadLiteral, span, Message::new("bad-literal-duration").with("value", written));
        None
    }

    /// `(a, b, c)`
    fn list(&mut self) -> Option<Vec<Token<'c>>> {
        if !self.take_sign(Sign::Open) {
            return self.expected(&["("]);
        }
        let mut words = vec![self.word()?];
        while self.take_sign(Sign::Comma) {
            words.push(self.word()?);
        }
        if !self.take_sign(Sign::Close) {
            return self.expected(&[",", ")"]);
        }
        Some(words)
    }

    fn word(&mut self) -> Option<Token<'c>> {
        let Some(token) = self.peek().filter(|token| token.sign == Sign::Word) else {
            return self.expected(&["when-expect-value"]);
        };
        self.at += 1;
        Some(token)
    }

    fn peek(&self) -> Option<Token<'c>> {
        self.tokens.get(self.at).copied()
    }

    fn take(&mut self, word: &str) -> bool {
        let found = self.peek().is_some_and(|token| token.sign == Sign::Word && token.text == word);
        self.at += usize::from(found);
        found
    }

    /// Takes two words that only together belong to the grammar; a test that ends after the first has an option of that
    /// name.
    fn take_pair(&mut self, first: &str, second: &str) -> Option<bool> {
        let next = self.tokens.get(self.at + 1);
        let ends = next.is_none_or(|token| token.sign == Sign::Close || ends(token) && token.sign == Sign::Word);
        if ends || !self.take(first) {
            return Some(false);
        }
        if self.take(second) { Some(true) } else { self.expected(&[second]) }
    }

    fn take_sign(&mut self, sign: Sign) -> bool {
        let found = self.peek().is_some_and(|token| token.sign == sign);
        self.at += usize::from(found);
        found
    }

    /// Reports what should stand here. A name that begins with `when-expect` is the key of a sentence.
    fn expected<T>(&self, names: &[&str]) -> Option<T> {
        let (span, found) = match self.peek() {
            Some(token) => (token.span(self.draft), Message::new("when-found").with("found", token.text)),
            None => {
                let text = self.draft.text.as_str();
                let (start, last) = text.trim_end().char_indices().next_back().unwrap_or_default();
                // Behind nothing at all: the blank, or the closing quote.
                let last = if last == '\0' { text.chars().next().unwrap_or('"') } else { last };
                (place(self.draft, start, start + last.len_utf8()), Message::new("when-found-end"))
            }
        };
        let what = match names {
            [key] if key.starts_with("when-expect") => Message::new(*key),
            _ => Message::new("when-expect").with_names("names", names.iter().copied()),
        };
        let message = Message::new("when-syntax").with("found", found).with("expected", what);
        self.findings.report(Rule::WhenSyntax, span, message);
        None
    }
}

/// Whether a test ends before this token.
fn ends(token: &Token<'_>) -> bool {
    token.sign != Sign::Word || matches!(token.text, "and" | "or")
}

fn is_grammar(word: &str) -> bool {
    WORDS.contains(&word)
}
