//! Drawing a thousand findings in each format.

use super::clock::Worked;
use super::corpus::Preset;
use super::packs::file;
use criterion::{Criterion, Throughput};
use std::hint::black_box;
use walletfix::diagnostic::Diagnostic;
use walletfix::diagnostic::render::json::Checked;
use walletfix::diagnostic::render::{github, human, json, sarif};
use walletfix::explain::prose;
use walletfix::i18n::Lang;
use walletfix::parse::read_pack;
use walletfix::secrets::blot;

const COUNT: usize = 1_000;

pub(crate) fn measure(criterion: &mut Criterion<Worked>) {
    let findings = findings();
    let path = |name: &str| name.to_owned();
    let mut group = criterion.benchmark_group("a thousand findings");
    group.throughput(Throughput::Elements(COUNT as u64));
    group.bench_function("human", |bencher| {
        bencher.iter(|| human::render(black_box(&findings), Lang::Zh, true, 80, blot));
    });
    group.bench_function("json", |bencher| {
        bencher.iter(|| json::render(black_box(&findings), Checked::default(), Lang::Zh));
    });
    let prose = |rule| prose(rule, Lang::Zh);
    group.bench_function("sarif", |bencher| {
        bencher.iter(|| sarif::render(black_box(&findings), &[], Lang::Zh, &path, &prose));
    });
    group.bench_function("github", |bencher| {
        bencher.iter(|| github::render(black_box(&findings), &[], Lang::Zh, &path));
    });
    group.finish();
}

/// What is found in faulty flows, over and over, file by file.
fn findings() -> Vec<Diagnostic> {
    let made: Vec<_> = Preset::named("broken").expect("a preset").made().collect();
    let files: Vec<_> = made.iter().map(|made| file(&made.name, made.text.clone())).collect();
    let (_, found) = read_pack(&files);
    for made in &made {
        let named = |found: &Diagnostic| found.source.name == made.name && Some(found.rule.id()) == made.fault;
        assert!(found.iter().any(named), "the fault of {} is not among the findings", made.name);
    }
    let mut findings: Vec<Diagnostic> = found.iter().cycle().take(COUNT).cloned().collect();
    findings.sort_by(|a, b| (&a.source.name, a.span).cmp(&(&b.source.name, b.span)));
    findings
}
