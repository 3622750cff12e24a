//! The speed of the hand: from a key to the picture that it leads to, on a long list.

use super::clock::Worked;
use criterion::{Criterion, Throughput};
use std::hint::black_box;
use walletfix::i18n::Lang;
use walletfix::prompt::rich::rehearse;
use walletfix::prompt::{Form, Screen, ScreenOption};

/// What somebody does who looks for something: down, a page, the end, two letters and back.
const KEYS: [&[u8]; 8] = [b"\x1b[B", b"\x1b[6~", b"\x1b[F", b"\x1b[A", b"s", b"o", b"\x7f", b"\x7f"];

pub(crate) fn measure(criterion: &mut Criterion<Worked>) {
    let mut group = criterion.benchmark_group("hand");
    let keys: Vec<&[u8]> = KEYS.iter().copied().cycle().take(80).collect();
    group.throughput(Throughput::Elements(keys.len() as u64));
    for count in [20, 200] {
        let screen = long(count);
        group.bench_function(format!("80 keys on a list of {count}"), |bencher| {
            bencher.iter(|| rehearse(&screen, (24, 80), black_box(&keys)));
        });
    }
    group.finish();
}

fn long(count: usize) -> Screen {
    let labels =
        ["失败或已关闭，钱已经退回原来付款的那张卡或者余额里了", "Somebody has my recovery phrase, or asked for it"];
    let option = |at: usize| ScreenOption {
        value: format!("o{at}"),
        label: format!("{} {at}", labels[at % labels.len()]),
        heading: at.is_multiple_of(20).then(|| "Money is missing or stuck".to_owned()),
    };
    Screen {
        path: "a".to_owned(),
        visit: 1,
        lang: Lang::En,
        form: Form::One,
        title: None,
        notices: Vec::new(),
        text: "What do you see there?\nLook at the top of the page.".to_owned(),
        channels: Vec::new(),
        options: (0..count).map(option).collect(),
        default: Vec::new(),
        default_words: None,
        format_words: None,
        ahead: Some((2, Some(5))),
        urgent: false,
    }
}
