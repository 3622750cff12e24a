//! English: words in order, an order and its object.

use super::super::words::List;
use super::Kind;
use super::words::{
    ADVERBS, BREAKS, HEADS, NEGATIONS, NO_SECRET, NO_SECRET_OF, OTHERS, OWNERS, PAIRS, SECRETS, VERBS, WEAK,
};

/// Words between an order and what it is about; more is another thought.
const REACH: usize = 10;

/// Words of one sentence that are judged together: nobody writes longer ones, and so a text of any length costs what it is
/// long.
const LONGEST: usize = 120;

/// A word, or a sign that parts words.
#[derive(Debug, Clone, PartialEq)]
enum Token {
    Word(String),
    /// `,` or a bracket: the thought may go on.
    Pause,
    /// The end of a sentence, `;` or `:`.
    Stop,
}

impl Token {
    fn word(&self) -> Option<&str> {
        match self {
            Self::Word(word) => Some(word),
            Self::Pause | Self::Stop => None,
        }
    }

    fn is_in(&self, list: &List) -> bool {
        self.word().is_some_and(|word| list.has(word))
    }

    fn is(&self, words: &[&str]) -> bool {
        self.word().is_some_and(|word| words.contains(&word))
    }
}

/// The word for a secret that `text` asks for.
pub(super) fn asked(text: &str, kind: Kind) -> Option<String> {
    let tokens = tokens(text);
    let sentences = tokens.split(|token| *token == Token::Stop).flat_map(|sentence| sentence.chunks(LONGEST));
    let in_capitals = text.contains("PIN");
    sentences.into_iter().find_map(|sentence| {
        let (at, length) = secrets(sentence, in_capitals).into_iter().find(|&(at, length)| {
            ordered(sentence, at) || (kind == Kind::Question && questioned(sentence, at, length))
        })?;
        Some(sentence[at..at + length].iter().filter_map(Token::word).collect::<Vec<_>>().join(" "))
    })
}

/// What is quoted is a name on a screen, so it becomes one word that means nothing here.
fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut word = String::new();
    let mut quoted = false;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let character = if character == '’' { '\'' } else { character };
        match character {
            '“' | '”' | '"' => {
                if !quoted {
                    tokens.push(Token::Word("“”".to_owned()));
                }
                quoted = character != '”' && !quoted;
                continue;
            }
            _ if quoted => continue,
            _ => {}
        }
        let inner = matches!(character, '\'' | '-') && !word.is_empty();
        if character.is_alphanumeric() || inner {
            word.extend(character.to_lowercase());
            continue;
        }
        if !word.is_empty() {
            tokens.push(Token::Word(std::mem::take(&mut word)));
        }
        let ends = match character {
            '.' => characters.peek().is_none_or(|next| !next.is_alphanumeric()),
            '!' | '?' | ';' | ':' | '\n' | '。' | '？' => true,
            _ => false,
        };
        if ends {
            tokens.push(Token::Stop);
        } else if matches!(character, ',' | '(' | ')' | '，') {
            tokens.push(Token::Pause);
        }
    }
    if !word.is_empty() {
        tokens.push(Token::Word(word));
    }
    tokens
}

/// Every secret that a sentence names: where, and how many words it takes.
fn secrets(sentence: &[Token], in_capitals: bool) -> Vec<(usize, usize)> {
    let no_secret = sentence.iter().any(|token| token.is_in(&NO_SECRET));
    let mut found = Vec::new();
    for (at, token) in sentence.iter().enumerate() {
        let Some(word) = token.word() else { continue };
        let before = at.checked_sub(1).and_then(|before| sentence[before].word()).unwrap_or_default();
        let pair = PAIRS.iter().find(|(second, firsts)| *second == word && firsts.has(before));
        let other = NO_SECRET_OF.has(before);
        let length = if pair.is_some() {
            2
        } else if SECRETS.has(word) || (WEAK.has(word) && !no_secret && !other) {
            1
        } else {
            continue;
        };
        // "Pin the tab" is an order, a PIN is written in capitals. A seed is one only where somebody owns it.
        let is_verb = word == "pin" && !in_capitals;
        let is_plant = word == "seed" && !OWNERS.has(before) && length == 1;
        let next = sentence.get(at + 1);
        let is_part = next.is_some_and(|next| next.is_in(&HEADS))
            || (word == "seed" && next.is_some_and(|next| next.is(&["phrase", "words"])));
        let is_tail = word == "number" && sentence.iter().any(|token| token.is(&["last", "four", "4", "ending"]));
        if !is_verb && !is_plant && !is_part && !is_tail {
            found.push((at + 1 - length, length));
        }
    }
    found
}

/// Whether an order is about the secret at `at`.
fn ordered(sentence: &[Token], at: usize) -> bool {
    (at.saturating_sub(REACH)..at).any(|verb| {
        sentence[verb].is_in(&VERBS)
            && is_order(sentence, verb)
            && reaches(&sentence[verb..at], sentence.get(at + 1))
            && !on_paper(sentence, verb)
    })
}

/// Whether the object of the order that `words` begin with is what comes after them.
fn reaches(words: &[Token], after: Option<&Token>) -> bool {
    let mut inner = &words[1..];
    // What is asked with "what your password is" is the password.
    let last = |count: usize| inner.len().checked_sub(count).and_then(|at| inner.get(at));
    if last(2).or(last(1)).is_some_and(|token| token.is(&["what"])) && after.is_some_and(|next| next.is(&["is", "was"]))
    {
        return true;
    }
    // "type in", "read out", "fill in" are one verb; "that code" is a code.
    if inner.first().is_some_and(|token| token.is(&["in", "out", "down", "up", "over", "with", "back", "aloud"])) {
        inner = &inner[1..];
    }
    let inner = match inner {
        [rest @ .., last] if last.is(&["that"]) => rest,
        all => all,
    };
    inner.iter().enumerate().all(|(at, token)| {
        let follows_pause = at > 0 && (inner[at - 1] == Token::Pause || inner[at - 1].is(&["and", "or"]));
        let is_person = token.is(&["to"])
            && inner.get(at + 1).is_some_and(|next| {
                next.is(&["support", "us", "me", "them", "staff", "him", "her", "customer", "our"])
                    || next.is_in(&OWNERS)
            });
        // After a pause another order begins, and has objects of its own.
        let is_new = follows_pause && token.is_in(&VERBS);
        !is_new && (is_person || !(token.is_in(&BREAKS) || token.is(&["to"])))
    })
}

/// Whether the verb at `verb` is an order, and nothing turns it round.
fn is_order(sentence: &[Token], verb: usize) -> bool {
    let before = sentence[..verb].iter().rposition(|token| !token.is_in(&ADVERBS));
    let stands_first = match before {
        None => true,
        Some(before) => match &sentence[before] {
            Token::Pause | Token::Stop => true,
            Token::Word(word) => match word.as_str() {
                "and" | "or" | "then" => !sentence.first().is_some_and(|first| first.is_in(&OTHERS)),
                "must" | "should" | "shall" | "can" | "may" => true,
                "you" => sentence.first().is_some_and(|first| first.is(&["can", "could", "would", "will", "may"])),
                "to" => before.checked_sub(1).is_some_and(|at| {
                    sentence[at]
                        .is(&["need", "have", "sure", "remember", "ought", "required", "safe", "ok", "okay", "fine"])
                }),
                word => word.bytes().all(|byte| byte.is_ascii_digit()),
            },
        },
    };
    stands_first && !is_turned(sentence, verb)
}

/// Whether a negation before the verb holds for it.
fn is_turned(sentence: &[Token], verb: usize) -> bool {
    let Some(negation) = sentence[..verb].iter().rposition(|token| token.is_in(&NEGATIONS)) else { return false };
    let between = &sentence[negation + 1..verb];
    if between.iter().any(|token| token.is(&["but", "then", "so"])) {
        return false;
    }
    // "Never share, send or type it" goes on over commas; "do not wait, type it" does not.
    let is_or = |at: usize| sentence[at].is(&["or", "nor"]);
    let pauses = between.contains(&Token::Pause);
    let joined = (negation + 1..sentence.len().saturating_sub(1)).filter(|at| is_or(*at)).any(|at| {
        at + 1 == verb
            || (at > verb && sentence[at + 1].is_in(&VERBS))
            || sentence[at + 1..=verb.max(at + 1)].iter().any(|token| token.is_in(&VERBS))
    });
    !pauses || joined
}

/// Writing it on paper is how a recovery phrase is kept.
fn on_paper(sentence: &[Token], verb: usize) -> bool {
    sentence[verb].is(&["write", "copy", "put"]) && sentence.iter().any(|token| token.is(&["paper", "metal", "steel"]))
}

/// Whether a question asks for the secret itself, rather than about it.
fn questioned(sentence: &[Token], at: usize, length: usize) -> bool {
    if sentence[..at].iter().any(|token| token.is_in(&NEGATIONS)) {
        return false;
    }
    let after = &sentence[at + length..];
    let before = &sentence[..at];
    // "Your recovery phrase?", "PIN:"
    if after.is_empty() && before.iter().all(|token| token.is_in(&OWNERS) || *token == Token::Pause) {
        return true;
    }
    // "What is your PIN?", "Which password did you use?", "the first three words of your phrase"
    let asks = before.iter().rposition(|token| token.is(&["what", "what's", "which", "whats"]));
    let lost = after.iter().any(|token| {
        token.is(&[
            "forget",
            "forgot",
            "forgotten",
            "lose",
            "lost",
            "fail",
            "fails",
            "mean",
            "change",
            "changed",
            "work",
            "for",
        ])
    });
    let about = |token: &Token| {
        token.is(&[
            "type", "kind", "sort", "length", "format", "colour", "color", "date", "time", "happened", "happens",
            "app", "device",
        ])
    };
    let is_open = |words: &[Token]| {
        let mut rest = words.iter();
        // "Which of your passwords" asks for one by its name.
        if words.first().is_some_and(|token| token.is(&["of"])) {
            return false;
        }
        let copula = rest.as_slice().first().is_some_and(|token| token.is(&["is", "are", "was", "were"]));
        if copula {
            rest.next();
        }
        rest.as_slice().len() <= 7 && !rest.any(|token| token.is_in(&BREAKS) || about(token))
    };
    if let Some(asks) = asks
        && !lost
        && is_open(&before[asks + 1..])
    {
        return true;
    }
    // "What does your password begin with?"
    if asks.is_some()
        && after.first().is_some_and(|next| next.is(&["start", "begin", "end", "starts", "begins", "ends"]))
    {
        return true;
    }
    // "May we have your password?", "we need your code"
    let wanted = before
        .iter()
        .rposition(|token| token.is(&["have", "get", "need", "needs", "want", "wants", "require", "requires", "know"]));
    let by_us = before.iter().any(|token| token.is(&["we", "i", "support", "staff", "agent", "us"]));
    wanted.is_some_and(|wanted| by_us && before[wanted + 1..].iter().all(|token| token.is_in(&OWNERS)))
}
