//! The same case for a place that everybody can read.

use super::mask::{is_distinct, replace};
use crate::flow::field::{Field, Place};
use crate::flow::value::Value;
use crate::session::story::Story;
use std::mem::take;

/// The story without what tells who the person is, and without its hashes, addresses and order numbers unless
/// `numbers` asks for them: as if the person had taken those answers out, and wherever else they had written them.
pub(super) fn story<'p>(story: &Story<'p>, numbers: bool) -> Story<'p> {
    let mut public = story.clone();
    let mut withheld: Vec<String> = Vec::new();
    for visit in &mut public.visits {
        if visit.step.field.is_some_and(|field| is_personal(field) || !numbers && is_number(field)) {
            visit.dropped = true;
            if let (Value::Text(text), Some(field)) = (&visit.value, visit.step.field)
                && is_distinct(field, text.trim())
                && visit.step.field != Field::named("card-last4")
            {
                withheld.push(text.trim().to_owned());
            }
        }
    }
    withheld.sort_by_key(|text| std::cmp::Reverse(text.len()));
    let clean = |text: &mut String| {
        *text = withheld.iter().fold(take(text), |text, value| replace(&text, value, LEFT_OUT, true));
        *text = shapeless(text, numbers);
    };
    public.words.iter_mut().for_each(clean);
    for visit in &mut public.visits {
        let number = visit.step.field.is_some_and(is_number);
        let code = visit.step.field == Field::named("error-code");
        if let (Value::Text(text), false) = (&mut visit.value, visit.dropped || number) {
            let is_kept = code && is_code(text) && !withheld.iter().any(|value| text.contains(value.as_str()));
            if !is_kept {
                clean(text);
            }
        }
    }
    if let Some(ending) = &mut public.ending {
        clean(&mut ending.text.0);
        clean(&mut ending.text.1);
    }
    // Names of agents, tickets and files are nobody else's business.
    public.notes.clear();
    public.attachments.clear();
    public
}

/// What stands in the place of a value.
const LEFT_OUT: &str = "[-]";

fn is_personal(field: Field) -> bool {
    field.masked()
        || matches!(field.place(), Place::Account | Place::Evidence | Place::ContactLog | Place::Security)
        || field.name() == "ticket-no"
}

fn is_number(field: Field) -> bool {
    matches!(field.name(), "order-id" | "merchant-order-id" | "tx-hash" | "from-address" | "to-address" | "memo")
}

/// Whether what was typed for the code of an error can be one, and no phone number or order: one short word. Without a
/// letter it has fewer digits than a phone number, of which Hong Kong's and Singapore's have eight.
fn is_code(text: &str) -> bool {
    let text = text.trim();
    let most = if text.contains(|c: char| c.is_ascii_alphabetic()) { 9 } else { 6 };
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':' | '.' | '#');
    text.len() <= LONGEST_CODE && text.chars().all(is_part) && text.chars().filter(char::is_ascii_digit).count() <= most
}

/// Windows writes `0x80070005`, services `ERR_10005678`; mobile numbers have eleven digits.
const LONGEST_CODE: usize = 16;

/// The text without what looks like an address of mail or a phone number, and unless `numbers` asks for them, like an
/// address on a chain, a hash or an order number: nobody asked for those, and they stand there all the same.
fn shapeless(text: &str, numbers: bool) -> String {
    let all: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while at < all.len() {
        let (end, leaves) = shape(&all, at, numbers);
        if leaves {
            out.push_str(LEFT_OUT);
        } else {
            out.extend(&all[at..end]);
        }
        at = end;
    }
    out
}

/// Where what begins there ends, and whether it is left out.
fn shape(all: &[char], at: usize, numbers: bool) -> (usize, bool) {
    let until =
        |from: usize, is: fn(char) -> bool| all[from..].iter().position(|c| !is(*c)).map_or(all.len(), |n| from + n);
    let begins = |is: fn(char) -> bool| is(all[at]) && (at == 0 || !is(all[at - 1]));
    let in_mail = |c: char| c.is_ascii_alphanumeric() || "._%+-@".contains(c);
    if begins(in_mail) {
        let end = until(at, in_mail);
        if all[at..end].split(|c| *c == '@').skip(1).any(|host| host.contains(&'.')) {
            return (end, true);
        }
    }
    let in_word = |c: char| c.is_ascii_alphanumeric();
    if begins(in_word) {
        let end = until(at, in_word);
        let word = &all[at..end];
        let mixed = word.iter().any(char::is_ascii_digit) && word.iter().any(|c| !c.is_ascii_digit());
        // Short ones are codes of errors.
        if word.starts_with(&['0', 'x']) || word.starts_with(&['0', 'X']) {
            return (end, word.len() >= 18 && !numbers);
        }
        if mixed && word.len() >= 26 {
            return (end, !numbers);
        }
    }
    if is_date(&all[at..]) {
        return (at + DATE.len(), false);
    }
    let (mut end, mut count, mut gap) = (at, 0, 0);
    for (n, c) in all[at..].iter().enumerate() {
        if c.is_ascii_digit() {
            if n > 0 && gap > 0 && is_date(&all[at + n..]) {
                break;
            }
            (end, count, gap) = (at + n + 1, count + 1, 0);
        } else if gap < 3 && (matches!(c, '+' | '-' | '(' | ')') || count > 0 && c.is_whitespace()) {
            gap += 1;
        } else {
            break;
        }
    }
    let order = count >= 12 && end - at == count;
    if count >= 7 { (end, !(order && numbers)) } else { (at + 1, false) }
}

/// What a date looks like, which is no phone number: its digits and what stands between.
const DATE: &str = "dddd-dd-dd";

fn is_date(text: &[char]) -> bool {
    let fits = |(form, c): (char, &char)| if form == 'd' { c.is_ascii_digit() } else { *c == form };
    text.len() >= DATE.len()
        && DATE.chars().zip(text).all(fits)
        && matches!(text[..2], ['1', '9'] | ['2', '0'])
        && !text.get(DATE.len()).is_some_and(char::is_ascii_digit)
}
