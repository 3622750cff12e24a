//! Reading one flow, against the TOML parser that it stands on.

use super::clock::Worked;
use super::packs::{by_dice, draft};
use criterion::{Criterion, Throughput};
use std::hint::black_box;
use toml::de::DeTable;

pub(crate) fn measure(criterion: &mut Criterion<Worked>) {
    let files = by_dice("ci", 1);
    let text = std::str::from_utf8(&files[0].bytes).expect("a flow is text");
    let mut group = criterion.benchmark_group("reading");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("toml alone", |bencher| bencher.iter(|| DeTable::parse(black_box(text)).is_ok()));
    group.bench_function("a flow of 30 steps", |bencher| bencher.iter(|| draft(black_box(&files[0]))));
    group.finish();
}
