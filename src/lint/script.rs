//! Whether a text is in the language it stands under. Names of the other language are everyday ("App Store", “加速”), so
//! it is ordinary words that decide, and what is quoted or in brackets does not count.

use super::steps::{Role, place};
use super::texts::{Seen, literals};
use super::words::List;
use crate::diagnostic::{Findings, Rule};
use crate::i18n::{Lang, Message};
use crate::wording::is_han;

/// English words that no product is called by on its own: a Chinese text without Chinese that has one is English.
static ORDINARY: List = List::new(
    "a, account, address, after, again, all, already, amount, an, and, are, ask, at, back, balance, before, \
     but, by, can, cancel, canceled, cannot, change, check, choose, clear, click, close, code, compare, \
     completed, confirm, confirmed, contact, copy, declined, did, different, do, does, done, error, failed, \
     fee, fill, find, fixed, for, freeze, from, get, give, has, have, help, history, how, i, if, in, into, \
     is, it, its, keep, know, limit, look, message, money, more, my, network, new, next, no, none, not, \
     nothing, now, number, of, off, on, open, or, order, other, password, paste, payment, pending, phone, \
     phrase, please, problem, processing, read, refund, restart, same, save, see, send, sent, show, shown, \
     something, start, status, stop, support, tap, tell, than, that, the, then, there, these, they, this, \
     time, to, transaction, transfer, try, type, uninstall, unknown, until, update, use, version, wait, \
     waiting, wallet, was, what, when, where, which, who, why, will, with, without, wrong, yes, you, your",
);

/// So many ordinary words make a sentence.
const SENTENCE: usize = 4;

/// Chinese where English should be, or the other way round.
pub(super) fn text_wrong_script(seen: &Seen<'_>, findings: &Findings) -> bool {
    let text = seen.text;
    // Nearly every text shows at a glance that it is right; only the others are taken apart.
    let starts_right = literals(&text.text.zh).next().and_then(|text| text.chars().next()).is_some_and(is_han);
    let zh_right = starts_right && seen.zh.words < SENTENCE && !seen.zh.kana;
    let en_right = literals(&text.text.en).all(str::is_ascii);
    let of = |lang| literals(text.text.template(lang)).collect::<String>();
    let zh_wrong = !zh_right && is_no_chinese(&of(Lang::Zh), seen.role == Role::Screen);
    let en_wrong = !en_right && is_no_english(&of(Lang::En));
    for (wrong, lang, key) in
        [(zh_wrong, Lang::Zh, "text-wrong-script-zh"), (en_wrong, Lang::En, "text-wrong-script-en")]
    {
        if wrong {
            findings.report(Rule::TextWrongScript, place(text, lang), Message::new(key));
        }
    }
    zh_wrong || en_wrong
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let parts =
        text.split(|sign: char| !(sign.is_ascii_alphanumeric() || matches!(sign, '\'' | '’' | '-' | '.' | '/' | '@')));
    parts
        .map(|word| word.trim_matches(|sign: char| !sign.is_ascii_alphanumeric()))
        .filter(|word| word.starts_with(|first: char| first.is_ascii_alphabetic()))
}

/// Whether what should be Chinese is not.
fn is_no_chinese(text: &str, is_screen: bool) -> bool {
    let bare = unquoted(text);
    let han = bare.chars().filter(|sign| is_han(*sign)).count();
    let ordinary = words(&bare).filter(|word| is_ordinary(word)).count();
    if text.chars().any(is_kana) {
        return true;
    }
    if han > 0 {
        // Chinese around an English sentence.
        return ordinary >= SENTENCE && ordinary * 2 > han;
    }
    if text.chars().any(is_han) {
        return false;
    }
    let latin = words(&bare).count();
    ordinary > 0 || (is_screen && latin >= 2) || latin > SENTENCE || bare.chars().any(is_of_other_script)
}

fn is_ordinary(word: &str) -> bool {
    // "A", "I", "O" are also names of things; the article before a word is not.
    let lower = word.to_ascii_lowercase();
    ORDINARY.has(&lower) && (word.len() > 1 || word == "a")
}

/// Whether what should be English is not.
fn is_no_english(text: &str) -> bool {
    let bare = unquoted(text);
    let foreign = bare.chars().filter(|sign| is_of_other_script(*sign) || is_kana(*sign)).count();
    let han = bare.chars().filter(|sign| is_han(*sign)).count();
    let latin = words(&bare).count();
    // Two characters make a word, and a Chinese name among English words is fine.
    foreign > 0 || han.div_ceil(2) > latin || (han > 0 && latin < 2 && bare.chars().any(is_full_width))
}

fn is_full_width(sign: char) -> bool {
    matches!(sign, '，' | '。' | '？' | '！' | '：' | '；' | '、')
}

fn is_kana(sign: char) -> bool {
    matches!(sign, '\u{3041}'..='\u{30fa}' | '\u{ac00}'..='\u{d7a3}')
}

/// Greek, Cyrillic and others; some of them are drawn like Latin.
fn is_of_other_script(sign: char) -> bool {
    matches!(sign, '\u{370}'..='\u{6ff}' | '\u{900}'..='\u{dff}' | '\u{e00}'..='\u{e7f}') && sign.is_alphabetic()
        // Units and the sign of Ether.
        && !matches!(sign, 'μ' | 'Ξ' | 'Ω' | 'π')
}

/// The text without what is quoted or in brackets.
fn unquoted(text: &str) -> String {
    let mut depth = 0_usize;
    let mut straight = false;
    let kept = text.chars().filter(|sign| {
        match sign {
            '“' | '「' | '『' | '（' | '(' | '《' => depth += 1,
            '”' | '」' | '』' | '）' | ')' | '》' => {
                depth = depth.saturating_sub(1);
                return false;
            }
            '"' => straight = !straight,
            _ => {}
        }
        depth == 0 && !straight && *sign != '"'
    });
    kept.collect()
}
