//! From a way to its code and back.

use super::beginning::DEPTH;
use super::digits::Digits;
use super::number::{Number, checks, holds, suspect};
use super::route::{Origin, Route, Step};
use super::walked::walk;
use crate::i18n::Lang;
use crate::pack::Pack;
use crate::profile::Profile;
use crate::seal::letters;
use crate::session::Session;
use crate::session::guide::From;

/// The most symbols of a code: with a hyphen behind each fourth they are 48 characters.
const SYMBOLS: usize = 39;
/// How many of them are the pack's hash, and how many stand at the end to find a slip.
const HASH: usize = 4;
const CHECKS: usize = 2;
/// A group, as people read them aloud.
const GROUP: usize = 4;

/// The code of a session's way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Code {
    /// All of it.
    Whole(String),
    /// It was too long: its last screens.
    Tail(String),
    /// The profile belongs to no pack, or the way cannot be told.
    None,
}

/// Why a code cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// Symbols that no code has, or not as many.
    NoCode,
    /// It was misread or mistyped; the group in which the slip is, where it can be known.
    Slip(Option<String>),
    /// It was made by other flows: the first group of theirs, and of these.
    OtherPack(String, String),
    /// It leads nowhere in these flows.
    Nowhere,
}

/// The code of a session.
pub fn code(session: &Session<'_>) -> Code {
    if session.profile().outside {
        return Code::None;
    }
    let (pack, profile) = (session.pack(), session.profile());
    let route = Route::of(session, Origin::Typed);
    if let Some(code) = written(pack, profile, &route.clone().from_its_flow()) {
        return Code::Whole(code);
    }
    (1..route.steps.len()).find_map(|first| tail(session, &route, first)).map_or(Code::None, Code::Tail)
}

/// The code of what followed step `first`.
fn tail(session: &Session<'_>, route: &Route, first: usize) -> Option<String> {
    let (frames, ways) = session.middle(first);
    if frames.is_empty() || frames.len() > DEPTH {
        return None;
    }
    let route = Route { from: From::Middle(frames), steps: route.steps[first..].to_vec(), ways, ..route.clone() };
    written(session.pack(), session.profile(), &route)
}

fn written(pack: &Pack, profile: &Profile, route: &Route) -> Option<String> {
    let digits = Digits::writing(route.ways.iter().copied());
    let (walked, digits) = walk(pack, Some(profile), route.lang, digits, Some(route))?;
    // Steps whose paths differ went another way, and that would be told as this one.
    let same =
        walked.steps.len() == route.steps.len() && walked.steps.iter().zip(&route.steps).all(|(a, b)| same_step(a, b));
    let mut symbols = hash(pack);
    symbols.extend(digits.finished()?.symbols());
    symbols.extend(checks(&symbols));
    (same && symbols.len() <= SYMBOLS).then(|| letters::grouped(&symbols, GROUP))
}

/// Whether a step is the same but for its path's beginning, which a way from the middle does not know.
fn same_step(a: &Step, b: &Step) -> bool {
    let last = |step: &Step| step.path.rsplit('.').next().unwrap_or_default().to_owned();
    last(a) == last(b) && std::mem::discriminant(&a.moved) == std::mem::discriminant(&b.moved)
}

/// The way that a code tells, its typed answers told in `lang`, or in the code's own language.
pub fn decode(pack: &Pack, code: &str, lang: Option<Lang>) -> Result<Route, Refused> {
    let symbols: Option<Vec<u8>> =
        code.chars().filter(|c| !c.is_whitespace() && !is_dash(*c)).map(letters::value).collect();
    let symbols =
        symbols.filter(|symbols| (HASH + CHECKS..=SYMBOLS).contains(&symbols.len())).ok_or(Refused::NoCode)?;
    if !holds(&symbols) {
        let group = |at: usize| {
            let end = (at * GROUP + GROUP).min(symbols.len());
            letters::grouped(&symbols[at * GROUP..end], GROUP)
        };
        return Err(Refused::Slip(suspect(&symbols).map(|at| group(at / GROUP))));
    }
    let own = hash(pack);
    if symbols[..HASH] != own {
        return Err(Refused::OtherPack(letters::grouped(&symbols[..HASH], GROUP), letters::grouped(&own, GROUP)));
    }
    let number = Number::of(&symbols[HASH..symbols.len() - CHECKS]);
    let shown = lang.unwrap_or(Lang::En);
    let read = |lang| walk(pack, None, lang, Digits::reading(number.clone()), None);
    let (route, _) = read(shown).ok_or(Refused::Nowhere)?;
    // The language is in the code itself.
    match lang {
        None if route.lang != shown => read(route.lang).map(|(route, _)| route).ok_or(Refused::Nowhere),
        Some(lang) => Ok(Route { lang, ..route }),
        None => Ok(route),
    }
}

/// What stands between the groups, by whatever hand.
pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '.' | ',' | '_' | '\u{ff0d}')
}

/// The first 20 bits of the pack's hash.
fn hash(pack: &Pack) -> Vec<u8> {
    let bits = u32::from_str_radix(pack.hash.as_str().get(..5).unwrap_or("0"), 16).unwrap_or(0);
    (0..4).rev().map(|at| u8::try_from(bits >> (5 * at) & 31).unwrap_or(0)).collect()
}
