//! Values that people recognize, within bounds.

use super::super::cell::{Bound, Point, Range, Scale};
use crate::flow::step::TextFormat;
use crate::flow::value::{Value, Version};
use rust_decimal::Decimal;

/// Round sums, the most usual first.
const SUMS: [i64; 12] = [100, 50, 20, 200, 10, 500, 1_000, 5, 2, 1, 5_000, 10_000];

/// Versions as apps have them.
const VERSIONS: [&[u64]; 4] = [&[8, 5, 1], &[8, 5], &[7], &[9]];

/// A version has at most so many parts.
const PARTS: usize = 8;

/// Any value within the bounds; every one of them fits what else is known.
pub(super) fn between(range: &Range) -> Option<Point> {
    match range.scale {
        Scale::Number => number(range),
        Scale::Amount => amount(range),
        Scale::Version => version_between(range),
    }
}

fn fits(range: &Range, point: &Point) -> bool {
    let above = |bound: &Bound| *point > bound.at || (!bound.open && *point == bound.at);
    let below = |bound: &Bound| *point < bound.at || (!bound.open && *point == bound.at);
    range.low.as_ref().is_none_or(above) && range.high.as_ref().is_none_or(below)
}

fn number(range: &Range) -> Option<Point> {
    let usual = [3, 1, 0].map(Point::Number).into_iter().find(|point| fits(range, point));
    let bounds = [&range.low, &range.high].into_iter().flatten().map(|bound| bound.at.clone());
    usual.or_else(|| bounds.into_iter().find(|point| fits(range, point)))
}

fn amount(range: &Range) -> Option<Point> {
    let exact = |bound: &Option<Bound>| match bound {
        Some(Bound { at: Point::Amount(number), .. }) => Some(*number),
        _ => None,
    };
    let (low, high) = (exact(&range.low), exact(&range.high));
    let middle = match (low, high) {
        (Some(low), Some(high)) => low.checked_add(high).and_then(|sum| sum.checked_div(Decimal::TWO)),
        (Some(low), None) => low.checked_mul(Decimal::TWO).map(|twice| twice.max(Decimal::ONE)),
        _ => None,
    };
    let usual = SUMS.into_iter().map(Decimal::from);
    let all = usual.chain(low).chain(high).chain(middle).map(|number| Point::Amount(number.normalize()));
    all.into_iter().find(|point| fits(range, point))
}

fn version_between(range: &Range) -> Option<Point> {
    let usual = VERSIONS.iter().map(|parts| Point::Version(parts.to_vec())).find(|point| fits(range, point));
    usual.or_else(|| {
        let low = match &range.low {
            Some(Bound { at: Point::Version(parts), .. }) => parts.clone(),
            _ => Vec::new(),
        };
        let longer = (0..PARTS.saturating_sub(low.len())).map(|zeros| {
            let mut parts = low.clone();
            parts.resize(low.len() + zeros, 0);
            parts.push(1);
            Point::Version(parts)
        });
        std::iter::once(Point::Version(low.clone())).chain(longer).find(|point| fits(range, point))
    })
}

/// A version as people write it; the lowest of all is 0.
pub(super) fn version(mut parts: Vec<u64>) -> Value {
    if parts.is_empty() {
        parts.push(0);
    }
    Value::Version(Version(parts))
}

/// A text of that format.
pub(super) fn text(format: TextFormat) -> &'static str {
    match format {
        TextFormat::Free => "text",
        TextFormat::Error => "error 10034",
        TextFormat::OrderId => "2016071921001003030200089909",
        TextFormat::TxHash => "0x88df016429689c079f3b2f6ad39fa052532c56795b733da78a91ebe6a713944b",
        TextFormat::Address => "0xd8dA6BF26964aF9D7eEd9e03E53415D37aA96045",
        TextFormat::Email => "name@example.com",
        TextFormat::Phone => "+1 202 555 0123",
        TextFormat::Url => "https://example.com",
    }
}
