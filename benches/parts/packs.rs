//! Packs in memory: flows by dice, and two flows that are written for one question each.

use crate::corpus::Preset;
use std::borrow::Cow;
use std::fmt::Write;
use walletfix::diagnostic::{Findings, Severity};
use walletfix::flow::draft::Draft;
use walletfix::pack::{Pack, PackFile};
use walletfix::parse::{document, flow_file, read_pack, source_text};

/// A file of a pack.
pub(crate) fn file(path: &str, text: String) -> PackFile {
    PackFile { path: path.to_owned(), name: path.to_owned(), bytes: Cow::Owned(text.into_bytes()) }
}

/// The first files of a preset.
pub(crate) fn by_dice(preset: &str, count: usize) -> Vec<PackFile> {
    let preset = Preset::named(preset).expect("a preset");
    preset.made().take(count).map(|made| file(&made.name, made.text)).collect()
}

/// A pack in which nothing is wrong, so that what is measured is what sound flows cost.
pub(crate) fn sound(files: &[PackFile]) -> Pack {
    let (pack, found) = read_pack(files);
    let error = found.iter().find(|found| found.severity == Severity::Error);
    assert!(error.is_none(), "{error:?}");
    pack
}

/// A flow as its file says it.
pub(crate) fn draft(file: &PackFile) -> Option<Draft> {
    let text = source_text::read(&file.name, &file.bytes);
    let findings = Findings::new(&text.source);
    document::read(&text.source, &findings, |root| flow_file::read(file.path.trim_end_matches(".toml"), root))
}

const HEAD: &str = "format = 1\n\n[flow]\ntitle.zh = \"测量\"\ntitle.en = \"Measured\"\ngroup = \"money\"\nowner = \"bench\"\nstart = \"a0\"\n\n";
const END: &str = "end = \"contact\"\ntext.zh = \"请联系客服。\"\ntext.en = \"Contact support.\"\n";

/// A flow of ten steps a block, in which later steps of a block ask about its earlier ones, and never about other blocks.
pub(crate) fn blocks(count: usize) -> PackFile {
    let mut text = HEAD.to_owned();
    for at in 0..count {
        let after = at + 1;
        // Writing into a string cannot fail.
        let _ = write!(
            text,
            r#"[step.a{at}]
ask.zh = "账单里有这一笔吗？"
ask.en = "Is it in the history?"
type = "yes-no"
next = "b{at}"

[step.b{at}]
ask.zh = "现在显示什么？"
ask.en = "What does it show now?"
type = "choice"
options = [
  {{ value = "failed", zh = "失败", en = "Failed" }},
  {{ value = "pending", zh = "处理中", en = "Pending" }},
  {{ value = "done", zh = "成功", en = "Done" }},
]
next = "c{at}"

[step.c{at}]
ask.zh = "是多少钱？"
ask.en = "How much is it?"
type = "amount"
field = "amount"
next = "d{at}"

[step.d{at}]
branch = [
  {{ when = "a{at} is yes and b{at} is failed", next = "e{at}" }},
  {{ when = "c{at} > 100 CNY", next = "f{at}" }},
]
else = "g{at}"

[step.e{at}]
tell.zh = "这一笔没有成功。"
tell.en = "It did not go through."
next = "h{at}"

[step.f{at}]
tell.zh = "金额较大，请先核对。"
tell.en = "It is a large amount: check it first."
next = "h{at}"

[step.g{at}]
do.zh = "请更新应用。"
do.en = "Update the app."
next = "h{at}"

[step.h{at}]
branch = [{{ when = "a{at} is no or b{at} is pending", next = "i{at}" }}]
else = "j{at}"

[step.i{at}]
tell.zh = "请再等一等。"
tell.en = "Wait a little longer."
next = "j{at}"

[step.j{at}]
tell.zh = "接下来看下一笔。"
tell.en = "Now to the next one."
next = "a{after}"

"#
        );
    }
    let _ = write!(text, "[step.a{count}]\n{END}");
    file("blocks.toml", text)
}

/// A flow that asks so many questions one after the other, each of which names the answer before it, and its test.
pub(crate) fn chain(count: usize) -> Vec<PackFile> {
    let mut text = HEAD.to_owned();
    for at in 0..count {
        let (before, after) = (at.saturating_sub(1), at + 1);
        let (zh, en) = if at == 0 {
            (String::new(), String::new())
        } else {
            (format!("您刚才答的是“{{a{before}}}”。"), format!("Your answer was “{{a{before}}}”. "))
        };
        let _ = write!(
            text,
            r#"[step.a{at}]
ask.zh = "{zh}这一次成功了吗？"
ask.en = "{en}Did it work this time?"
type = "yes-no"
next = "a{after}"

"#
        );
    }
    let _ = write!(text, "[step.a{count}]\n{END}");
    let script = format!(
        "format = 1\nflow = \"chain\"\n\n[[test]]\nname = \"to the end\"\nanswers = {{ \"*\" = true }}\nexpect = {{ end = \"a{count}\" }}\n"
    );
    vec![file("chain.toml", text), file("tests/chain.toml", script)]
}
