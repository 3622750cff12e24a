//! What is said instead of an answer: it is understood everywhere, it never loses the question, and it never gets past the
//! guard.

use crate::harness::command::walletfix;
use crate::harness::talk::Talk;

const GUARD: &str = "先排除危险";
const LIST: &str = "这一笔现在显示什么";
const YES_NO: &str = "可用余额变少了吗";
const LINE: &str = "您想转多少钱";

/// A conversation at a prompt of `transfer-failed`.
fn at(prompt: &str) -> Talk {
    let mut talk = walletfix("diagnose transfer-failed --lang zh --profile demo-pay --offline").talk();
    let way = [(GUARD, ""), ("这几种情况都没有", "1"), (LIST, "1"), (YES_NO, "2"), ("说的是哪一类", "2")];
    for (see, line) in way.into_iter().take_while(|(see, _)| *see != prompt) {
        talk.answer(see, line);
    }
    talk
}

#[test]
fn what_is_no_answer_is_told_and_the_question_stays() {
    let cases = [
        (GUARD, ":flow", "请先回答这个安全确认，再换问题。"),
        (GUARD, ":back", "这是第一个画面，前面没有了。"),
        (GUARD, ":review", "还没有回答。"),
        (GUARD, "9", "没有这个序号"),
        (GUARD, "?", "拿不准就选“不知道”"),
        (LIST, "", "这一行是空的。"),
        (LIST, "?", "应用打不开就选“不知道”"),
        (LIST, "？", "应用打不开就选“不知道”"),
        (LIST, ":help", "随时可以输入"),
        (LIST, "：ｈｅｌｐ", "随时可以输入"),
        (LIST, ":nonsense", "没有 :nonsense 这个命令"),
        (LIST, ":stop", "同一步出现第 3 次时"),
        (YES_NO, "也许", "没看懂。写“是”“否”"),
        (LINE, "", "这一行是空的。"),
        (LINE, "很多", "没看懂金额。"),
        (LINE, "20 USD", "CNY"),
        (LINE, "?", "例如 100 CNY"),
    ];
    for (prompt, line, told) in cases {
        let mut talk = at(prompt);
        talk.answer(prompt, line);
        let said = talk.prompt();
        assert!(said.contains(told), "{line:?} at {prompt:?} says\n{said}");
        assert!(said.contains(prompt), "{line:?} at {prompt:?} loses the question:\n{said}");
    }
    // What the flow cannot do without.
    let mut talk = walletfix("diagnose ends --flows tests/packs/leaving --lang zh").talk();
    talk.answer("是多少钱", ":skip");
    let said = talk.prompt();
    assert!(said.contains("这个问题不能跳过。") && said.contains("是多少钱"), "{said}");
}

#[test]
fn an_answer_is_left_out_of_the_summary_and_comes_back_with_a_change() {
    let mut talk = at("说的是哪一类");
    talk.answer("说的是哪一类", ":review");
    talk.answer("以下是全部回答", "2");
    talk.answer("这个回答怎么处理", "2");
    let said = talk.answer("说的是哪一类", "4");
    assert!(said.contains("不写进摘要："), "{said}");
    talk.answer("看这张卡", "4");
    talk.answer("按回车看摘要", "");
    let ran = talk.end().code(0);
    assert!(!ran.stdout.contains("失败或已关闭"), "{}", ran.stdout);
}

#[test]
fn quitting_is_possible_everywhere_and_loses_nothing() {
    for prompt in [LIST, YES_NO, LINE] {
        let mut talk = at(prompt);
        talk.answer(prompt, ":quit");
        let ran = talk.end().code(3).stdout("").complains("已保存。继续：walletfix resume ");
        let mut talk = walletfix("resume").home(ran.home).talk();
        let said = talk.prompt();
        assert!(said.contains(prompt), "{said}");
    }
}

#[test]
fn no_is_none_of_the_dangers_and_a_skip_of_that_is_said_to_be_no_no() {
    for (lang, no, asked, counts) in [
        ("en", "no", "None of these, right?", "That counts as “I don't know”"),
        ("zh", "没有", "这几种情况都没有，对吗？", "这样就是“不知道”"),
    ] {
        let run = |lines: &str| walletfix("diagnose transfer-failed --lang").arg(lang).stdin(lines).run();
        let ran = run(&format!("{no}\n:skip\n:quit\n"));
        assert_eq!(ran.stderr.matches(asked).count(), 1, "{}", ran.stderr);
        ran.complains(counts);
        // Typed by mistake, a word that is no command names those that every screen has.
        let ran = run(":stopp\n:quit\n");
        assert!(ran.stderr.contains(":stopp") && !ran.stderr.contains(":stop "), "{}", ran.stderr);
        assert!(!ran.stderr.contains(":stop,") && !ran.stderr.contains(":stop、"), "{}", ran.stderr);
    }
}

#[test]
fn enter_alone_makes_no_list_longer() {
    let profile = "tests/scenes/pack/profiles/demo.toml";
    let run = walletfix("diagnose proof --lang en --flows tests/packs/listing --profile").arg(profile);
    // Away while the second file is asked for, and back: yes was the last answer to whether there is another.
    let ran = run.stdin("bill.png\n1\n:flow\n\n1\n1\n\n\nchat.png\n\n2\n\n").run();
    assert_eq!(ran.stderr.matches("That was empty").count(), 3, "{}", ran.stderr);
    assert!(ran.stderr.contains("What is the name"), "{}", ran.stderr);
    assert!(!ran.stderr.contains("Enter means"), "{}", ran.stderr);
}
