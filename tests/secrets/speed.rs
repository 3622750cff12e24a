//! What the filter costs, by hand: `cargo test --release --test main filter_speed -- --ignored --nocapture`.

use std::hint::black_box;
use std::time::Instant;
use walletfix::flow::step::TextFormat;
use walletfix::secrets::find;

const CHINESE: &str = "昨天下午我在超市用手机付款，扣了两次钱，商家说只收到一笔。我看了账单，两笔都显示处理中，等了一个晚上也没有退回来，";
const ENGLISH: &str =
    "I sent the payment last night and it still says pending, the shop tells me nothing has arrived on their side. ";

/// `part` over and over, 500 characters in all.
fn five_hundred(part: &str) -> String {
    part.chars().cycle().take(500).collect()
}

#[test]
#[ignore = "prints figures; a slow machine is no mistake"]
fn filter_speed() {
    let words: String = bip39::Language::English.word_list().iter().step_by(29).flat_map(|word| [*word, " "]).collect();
    let characters: String = bip39::Language::SimplifiedChinese.word_list().iter().step_by(3).copied().collect();
    let texts = [
        ("Chinese prose", five_hundred(CHINESE)),
        ("English prose", five_hundred(ENGLISH)),
        ("digits", five_hundred("6222021234567890128")),
        ("hex", five_hundred("0123456789abcdef9e37")),
        ("base58", five_hundred("5KYZdUEo39z3FPrtuX2QbbwGnNP5zTd7yyr2SC1j299sBCnWjss")),
        ("list words", five_hundred(&words)),
        ("list characters", five_hundred(&characters)),
        ("spaces", five_hundred(" ")),
        ("cues", five_hundred("密码是验证码是PIN CVV password code ")),
    ];
    for (name, text) in &texts {
        let rounds = 200;
        let start = Instant::now();
        for _ in 0..rounds {
            black_box(find(black_box(text), TextFormat::Free));
        }
        println!("{name:<16}{:>10.1} µs", start.elapsed().as_secs_f64() * 1e6 / f64::from(rounds));
        let long: String = text.chars().cycle().take(500_000).collect();
        let start = Instant::now();
        black_box(find(black_box(&long), TextFormat::Free));
        println!("{:<16}{:>10.1} ms for 500,000 characters", "", start.elapsed().as_secs_f64() * 1e3);
    }
}
