//! Proving one flow: every shipped one that is a problem of its own, and two of a thousand steps.

use super::clock::Worked;
use super::packs::{blocks, by_dice, draft, sound};
use criterion::BenchmarkGroup;
use criterion::Criterion;
use std::hint::black_box;
use walletfix::analysis::{BUDGET, Ground};
use walletfix::diagnostic::Rule;
use walletfix::library;
use walletfix::pack::PackFile;

pub(crate) fn measure(criterion: &mut Criterion<Worked>) {
    let mut group = criterion.benchmark_group("proof");
    let shipped = library::embedded(false);
    for flow in shipped.iter().filter(|file| !file.path.contains('/')) {
        prove(&mut group, flow.path.trim_end_matches(".toml"), &shipped, flow);
    }
    let by_dice = by_dice("thousand", 1);
    prove(&mut group, "1,000 steps by dice", &by_dice, &by_dice[0]);
    let blocks = [blocks(100)];
    prove(&mut group, "1,000 steps in blocks", &blocks, &blocks[0]);
    group.finish();
}

/// Everything that proving this flow of a pack takes, once all flows are linked.
fn prove(group: &mut BenchmarkGroup<'_, Worked>, name: &str, files: &[PackFile], flow: &PackFile) {
    let pack = sound(files);
    let draft = draft(flow).expect("a flow");
    group.bench_function(name, |bencher| {
        bencher.iter(|| {
            let ground = Ground::new(pack.flows.values(), pack.profiles.values());
            let found = ground.check(black_box(&draft), BUDGET);
            assert!(found.iter().all(|found| found.rule != Rule::AnalysisLimit), "{name} has too many ways");
        });
    });
}
