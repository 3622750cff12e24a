//! Text from the network as it is shown: what hostile lines become, and what holds for every text.

use crate::harness::cases;
use proptest::prelude::*;
use walletfix::probe::remote::clean::clean;
use walletfix::probe::remote::quote::quote;
use walletfix::wording::width;

const WIDE: usize = 200;

/// `tests/probes/quotes.tsv`: what is left, and what a page said; `\u{..}` and `\n` as in Rust.
#[test]
fn what_pages_say() {
    let lines = include_str!("quotes.tsv").lines().enumerate().filter(|(_, line)| !line.starts_with('#'));
    let mut wrong = Vec::new();
    for (at, line) in lines {
        let (left, said) = line.split_once('\t').expect("two columns");
        let quoted = quote(&unescaped(said), WIDE);
        if quoted != left {
            wrong.push(format!("quotes.tsv:{}: {quoted}", at + 1));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        out.push_str(before);
        if let Some(line) = after.strip_prefix('n') {
            out.push('\n');
            rest = line;
        } else {
            let (code, after) = after.strip_prefix("u{").and_then(|code| code.split_once('}')).expect("a code");
            out.push(u32::from_str_radix(code, 16).ok().and_then(char::from_u32).expect("a sign"));
            rest = after;
        }
    }
    out + rest
}

#[test]
fn a_text_is_cut_where_it_is_too_wide() {
    assert_eq!(clean("One two three", 13), "One two three");
    assert_eq!(clean("One two three", 12), "One two t...");
    assert_eq!(clean("One two three", 11), "One two...", "no blank before the cut");
    assert_eq!(clean("提现延迟", 8), "提现延迟");
    assert_eq!(clean("提现延迟了", 8), "提现...");
    assert_eq!(clean("提现延迟了", 3), "提");
    assert_eq!(clean("abc", 0), "");
}

#[test]
fn marks_do_not_pile_up() {
    let tower = format!("E{}nd", "\u{301}\u{489}\u{20dd}\u{334}".repeat(50));
    assert_eq!(clean(&tower, WIDE).chars().count(), 3 + 3);
    assert_eq!(clean("Việt e\u{301}\u{323} नमस्ते", WIDE), "Việt e\u{301}\u{323} नमस्ते");
    assert_eq!(clean("\u{301}\u{301}a", WIDE), "a", "nothing to stand on");
}

#[test]
fn a_secret_in_a_page_is_not_repeated() {
    let card = "4111111111111111";
    assert!(!clean(&format!("Card {card} refused"), WIDE).contains(card));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases(256)) })]

    #[test]
    fn one_line_of_so_many_columns(text in "(?s).{0,200}", columns in 0_usize..120) {
        for shown in [clean(&text, columns), quote(&text, columns)] {
            prop_assert!(width(&shown) <= columns, "{:?} is {} wide", shown, width(&shown));
            prop_assert!(!shown.chars().any(|sign| sign.is_control() || matches!(sign, '\u{2028}' | '\u{2029}')), "{:?}", shown);
            prop_assert_eq!(shown.trim(), &shown);
        }
    }

    /// The generator knows the categories from its own tables.
    #[test]
    fn format_private_and_control_characters_leave_nothing(hidden in "[\\p{Cf}\\p{Co}\\p{Cc}\\p{Zl}\\p{Zp}--\u{1b}\u{90}\u{98}\u{9b}\u{9d}-\u{9f}]{1,12}") {
        let shown = clean(&format!("a{hidden}b"), WIDE);
        prop_assert!(shown == "ab" || shown == "a b", "{:?} of {:?}", shown, hidden);
    }

    #[test]
    fn escape_sequences_leave_nothing(
        before in "[a-z]{1,8}",
        sequence in "\u{1b}\\[[0-9;]{0,6}[A-Za-z]|\u{9b}[0-9;]{0,6}m|\u{1b}\\][0-9];[a-z:/.]{0,20}(\u{7}|\u{1b}\\\\)|\u{1b}P[a-z0-9]{0,9}\u{9c}|\u{1b}[7-9c=>]",
        after in "[A-Z]{1,8}",
    ) {
        prop_assert_eq!(clean(&format!("{before}{sequence}{after}"), WIDE), format!("{before}{after}"));
    }

    /// However a number to call is written, it does not come through.
    #[test]
    fn no_number_to_call(
        groups in prop::collection::vec("[2-9]{2,4}", 4..6),
        joint in prop::sample::select(&["", " ", "-", ".", "–", " - ", ") ", "·", "/", "\u{200b}", "\u{a0}", "_"]),
        digits in prop::sample::select(&['0', '０', '𝟬', '٠', '①']),
        before in "[a-z，。 ]{0,10}",
    ) {
        let number = groups.join(joint);
        let odd: String = number.chars().map(|sign| match (sign.to_digit(10), digits) {
            (Some(digit), '①') if digit > 0 => char::from_u32(u32::from('①') + digit - 1).unwrap_or(sign),
            (Some(digit), zero) if zero != '①' => char::from_u32(u32::from(zero) + digit).unwrap_or(sign),
            _ => sign,
        }).collect();
        let shown = quote(&format!("{before}{odd} ok"), WIDE);
        prop_assert!(shown.chars().filter(|sign| sign.is_numeric()).count() < 5, "{:?} of {:?}", shown, odd);
        prop_assert!(shown.ends_with(" ok"), "{:?}", shown);
    }

    #[test]
    fn no_address(
        host in "[a-z]{2,8}(-[a-z]{1,4})?\\.[a-z]{2,6}",
        form in prop::sample::select(&["HOST", "https://HOST/x?y=1", "a.b@HOST", "(HOST)", "www.HOST", "HOST/x", "去HOST看", "h[.]HOST"]),
        before in "[a-z， ]{0,10}",
    ) {
        let shown = quote(&format!("{before} {} ok", form.replace("HOST", &host)), WIDE);
        prop_assert!(!shown.contains('.') || shown.replace("[...]", "").find('.').is_none(), "{:?}", shown);
        prop_assert!(!shown.contains(host.as_str()) && shown.contains("[...]") && shown.ends_with(" ok"), "{:?}", shown);
    }
}
