//! A sentence of the program in a language: looked up, filled in, closed up.

use super::clock::Worked;
use criterion::Criterion;
use std::hint::black_box;
use walletfix::i18n::{self, Lang, Message};

pub(crate) fn measure(criterion: &mut Criterion<Worked>) {
    let messages = [
        ("without values", Message::new("prompt-answer")),
        ("with a value", Message::new("screen-understood").with("words", "1280 CNY")),
        ("of a rule", Message::new("unknown-step").with("name", "nowhere")),
        ("with a count", Message::new("files-tally-errors").with("count", 3_usize)),
    ];
    let mut group = criterion.benchmark_group("a sentence");
    for (name, message) in &messages {
        for lang in Lang::ALL {
            assert!(i18n::has(lang, &message.key), "{}", message.key);
            group.bench_function(format!("{name}, {}", lang.tag()), |bencher| {
                bencher.iter(|| black_box(message).text(lang));
            });
        }
    }
    group.finish();
}
