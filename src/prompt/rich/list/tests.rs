//! A list under random keys in random windows.

use super::{Choices, List, Outcome, Under};
use crate::i18n::Lang;
use crate::palette::Tone;
use crate::prompt::layout::Line;
use crate::prompt::rich::commands;
use crate::prompt::rich::history::History;
use crate::prompt::rich::keys::Key;
use crate::prompt::rich::page::{Page, Size};
use crate::prompt::rich::viewport;
use crate::prompt::{Command, Form, Screen, ScreenOption};
use crate::wording::width;
use proptest::collection::vec;
use proptest::prelude::{
    Just, ProptestConfig, Strategy, TestCaseError, any, prop_assert, prop_assert_eq, prop_oneof, proptest,
};
use proptest::sample::select;
use unicode_segmentation::UnicodeSegmentation as _;

const LABELS: [&str; 12] = [
    "失败或已关闭，钱已经退回原来付款的那张卡或者余额里了",
    "处理中",
    "成功",
    "Somebody has my recovery phrase, or asked for it",
    "Not mine",
    "ＴＲＣ20 USDT",
    "1 to 5 days",
    "x",
    "不知道",
    "Back to the shop",
    "2. 处理中",
    "https://help.demo-pay.example/a-very-long-address-without-any-place-to-break",
];

fn screen(form: Form, count: usize) -> Screen {
    let option = |at: usize| ScreenOption {
        value: format!("o{at}"),
        label: LABELS[at % LABELS.len()].to_owned(),
        heading: (at % 7 == 3).then(|| "Money is missing or stuck".to_owned()),
    };
    Screen {
        path: "a".to_owned(),
        visit: 1,
        lang: Lang::En,
        form,
        title: Some("Title".to_owned()),
        notices: vec!["Something was found.".to_owned()],
        text: "What do you see there?\nLook at the top of the page.".to_owned(),
        channels: Vec::new(),
        options: (0..count).map(option).collect(),
        default: Vec::new(),
        default_words: None,
        format_words: None,
        ahead: None,
        urgent: count % 2 == 1,
    }
}

fn key() -> impl Strategy<Value = Key> {
    let keys = [
        Key::Up,
        Key::Down,
        Key::PageUp,
        Key::PageDown,
        Key::Home,
        Key::End,
        Key::Left,
        Key::Backspace,
        Key::Delete,
        Key::DeleteWord,
        Key::DeleteToStart,
        Key::BringBack,
        Key::Char(' '),
        Key::Escape,
    ];
    let texts = ["1", "2", "20", "处理", "x", "不", "知道", ":", "re", "：返", "trc", "t", "1,3", "zz", "没有", "\n"];
    prop_oneof![3 => select(keys.to_vec()), 2 => select(texts.to_vec()).prop_map(|text| Key::Paste(text.into()))]
}

/// Enter picks what is seen, and all that is drawn fits into the window.
fn check(list: &mut List<'_>, screen: &Screen, size: Size, asked: bool) -> Result<(), TestCaseError> {
    list.set_low(size.is_low());
    if let Some(pointer) = list.pointer() {
        prop_assert!(list.shown().contains(&pointer));
    }
    prop_assert_eq!(list.under() == Under::Nothing, list.shown().is_empty());
    let page = Page { screen, introduced: false, kept: true };
    let whole = page.whole(list, size);
    let rest = page.rest(list, size, asked);
    for (picture, most) in whole.iter().map(|whole| (whole, size.rows - 1)).chain([(&rest, size.rows.max(2) - 1)]) {
        prop_assert!(picture.rows.len() <= most, "{} rows of {size:?}: {picture:#?}", picture.rows.len());
        for row in &picture.rows {
            let fits = width(&row.text) < size.columns.max(8) || row.text.graphemes(true).count() <= 8;
            prop_assert!(fits, "{size:?}: {row:?}");
        }
        if let Some((row, before)) = &picture.cursor {
            prop_assert!(picture.rows[*row].text.starts_with(before.as_str()) && picture.typed <= *row);
        }
        // What is hidden is said.
        let hidden = list.shown().iter().filter_map(|at| Some((*at, list.option(*at)?))).any(|(at, option)| {
            let begins = |row: &Line| match list.under() {
                Under::Commands => row.text.contains(&format!(":{}", option.value)),
                _ => row.text[2..].trim_start().starts_with(&format!("{}.", at + 1)),
            };
            !picture
                .rows
                .iter()
                .skip(picture.typed)
                .any(|row| row.text.len() > 2 && row.text.is_char_boundary(2) && begins(row))
        });
        let says = picture.rows.iter().any(|row| row.tone == Tone::Hint && row.text.contains(" more"));
        prop_assert!(!hidden || says, "{size:?}: {picture:#?}");
        // What Enter picks is pointed at; of a long line only the end may be seen, without its mark.
        let pointed = picture.rows.iter().skip(picture.typed).filter(|row| row.text.starts_with("> ")).count();
        let line = picture.cursor.is_some() && picture.rows[picture.typed].text.starts_with("> ");
        prop_assert_eq!(pointed, usize::from(line) + usize::from(list.pointer().is_some()), "{:#?}", picture);
    }
    Ok(())
}

#[test]
fn a_key_lays_out_no_more_of_a_long_list_than_of_a_short_one() {
    let laid_out = |count: usize| -> usize {
        let screen = screen(Form::One, count);
        let commands = || commands::entries(&screen, true, true);
        let mut list = List::new(Choices { options: &screen.options, commands: &commands, several: false }, &[]);
        let mut history = History::default();
        let page = Page { screen: &screen, introduced: true, kept: true };
        let keys = [Key::Down, Key::PageDown, Key::End, Key::Up, Key::Char('s'), Key::Backspace, Key::Home];
        let most = keys.iter().cycle().take(70).map(|key| {
            list.press(key, &mut history);
            let before = viewport::laid_out_so_far();
            assert!(page.whole(&mut list, Size { rows: 24, columns: 80 }).is_some());
            viewport::laid_out_so_far() - before
        });
        most.max().unwrap_or_default()
    };
    // Forwards, and backwards from the pointer, for every length of the hint; never by the length of the list.
    assert!(laid_out(200) <= 24 * 8, "{}", laid_out(200));
    assert!(laid_out(2000) <= laid_out(200) + 8, "{}", laid_out(2000));
}

#[test]
fn a_page_is_as_long_as_what_is_seen() {
    let screen = screen(Form::One, 40);
    let commands = || commands::entries(&screen, true, true);
    let mut list = List::new(Choices { options: &screen.options, commands: &commands, several: false }, &[]);
    let mut history = History::default();
    let page = Page { screen: &screen, introduced: true, kept: true };
    for rows in [16, 24, 40] {
        list.press(&Key::Home, &mut history);
        page.whole(&mut list, Size { rows, columns: 120 });
        let seen = list.part.1;
        list.press(&Key::PageDown, &mut history);
        assert_eq!(list.pointer(), Some(seen));
        page.whole(&mut list, Size { rows, columns: 120 });
        list.press(&Key::PageUp, &mut history);
        assert!(list.pointer() < Some(seen));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]

    #[test]
    fn whatever_is_pressed_fits_and_points_at_what_is_seen(
        keys in vec((key(), 1..30_usize, 1..100_usize), 0..40),
        asked in any::<bool>(),
        count in 0..40_usize,
        form in select(vec![Form::One, Form::Several, Form::Line]),
    ) {
        let screen = screen(form, count);
        let commands = || commands::entries(&screen, true, true);
        let options: &[ScreenOption] = if form == Form::Line { &[] } else { &screen.options };
        let mut list = List::new(Choices { options, commands: &commands, several: form == Form::Several }, &[]);
        let mut history = History::default();
        for (key, rows, columns) in keys {
            list.press(&key, &mut history);
            check(&mut list, &screen, Size { rows, columns }, asked)?;
            if let Outcome::Picked(places) = list.enter() {
                prop_assert!(places.iter().all(|at| *at < count));
            }
        }
    }

    #[test]
    fn typing_and_taking_it_back_changes_nothing(
        moves in vec(any::<bool>(), 0..8),
        typed in "[0-9a-z处理中不知道:,]{1,8}",
        several in any::<bool>(),
    ) {
        let screen = screen(Form::One, 12);
        let commands = || commands::entries(&screen, true, true);
        let mut list = List::new(Choices { options: &screen.options, commands: &commands, several }, &[2]);
        let mut history = History::default();
        for down in moves {
            list.press(if down { &Key::Down } else { &Key::Up }, &mut history);
        }
        let before = (list.pointer(), list.shown().to_vec(), list.under(), list.ticked.clone());
        for character in typed.chars() {
            list.press(&Key::Char(character), &mut history);
        }
        for _ in typed.chars() {
            list.press(&Key::Backspace, &mut history);
        }
        prop_assert_eq!(list.line().text(), "");
        prop_assert_eq!((list.pointer(), list.shown().to_vec(), list.under(), list.ticked.clone()), before);
    }

    #[test]
    fn escape_leads_out_from_anywhere(keys in vec(key(), 0..10), form in Just(Form::Several)) {
        let screen = screen(form, 9);
        let commands = || commands::entries(&screen, true, true);
        let mut list = List::new(Choices { options: &screen.options, commands: &commands, several: true }, &[]);
        let mut history = History::default();
        for key in keys {
            list.press(&key, &mut history);
        }
        let first = list.press(&Key::Escape, &mut history);
        let second = list.press(&Key::Escape, &mut history);
        prop_assert!(first == Outcome::Command(Command::Back) || second == Outcome::Command(Command::Back));
    }
}
