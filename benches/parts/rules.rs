//! What a pack costs beyond reading: names, rules, proof. Fewer files than threads are begun for.

use super::clock::Worked;
use super::packs::{by_dice, draft, sound};
use criterion::{Criterion, Throughput};
use std::hint::black_box;
use walletfix::diagnostic::Findings;
use walletfix::lint;
use walletfix::parse::{read_pack, read_pack_within};

const FILES: usize = 30;

pub(crate) fn measure(criterion: &mut Criterion<Worked>) {
    let files = by_dice("ci", FILES);
    sound(&files);
    let drafts: Vec<_> = files.iter().map(|file| draft(file).expect("a flow")).collect();
    let mut group = criterion.benchmark_group("30 flows");
    group.throughput(Throughput::Elements(FILES as u64));
    group.bench_function("read", |bencher| {
        bencher.iter(|| files.iter().filter_map(|file| draft(black_box(file))).count());
    });
    group.bench_function("rules of one flow alone", |bencher| {
        bencher.iter(|| {
            let found = black_box(&drafts).iter().map(|draft| {
                let findings = Findings::new(&draft.source);
                lint::flow(draft, &findings);
                findings.count()
            });
            found.sum::<usize>()
        });
    });
    // No budget: no flow is proven.
    group.bench_function("read, linked, every rule", |bencher| bencher.iter(|| read_pack_within(black_box(&files), 0)));
    group.bench_function("read, linked, every rule, proven", |bencher| bencher.iter(|| read_pack(black_box(&files))));
    group.finish();
}
