//! Chinese has no spaces: clauses, the secret in them, an order before it (`请输入密码`) or after it (`把密码发给客服`).

use super::Kind;
use super::words::{
    HEADS_ZH, NEGATIONS_ZH, NO_NEGATION_ZH, OTHERS_ZH, SECRETS_ZH, TOLD_AFTER_ZH, TOLD_ZH, VERBS_ZH, WARNINGS_ZH,
};

/// Characters between an order and the secret; more is another thought.
const REACH: usize = 14;
/// Characters around a secret that can say what is done with it.
const AROUND: usize = 48;
/// Clauses after an order that can say what would come of it.
const AFTER: usize = 6;
/// What stands for a quoted name or for a word that only looks like a negation.
const BLANK: &str = "◻";

/// The word for a secret that `text` asks for.
pub(super) fn asked(text: &str, kind: Kind) -> Option<String> {
    let text = unquoted(&text.to_lowercase());
    text.split(['。', '！', '？', '；', '\n', '?', '!', ';']).zip(ends(&text)).find_map(|(sentence, is_question)| {
        let clauses: Vec<&str> = sentence.split(['，', ',', '（', '）', '(', ')']).collect();
        clauses.iter().enumerate().find_map(|(number, clause)| {
            let next = clauses
                .get(number + 1)
                .filter(|next| ["一起", "一并", "一同"].iter().any(|word| next.starts_with(word)));
            let found = secrets(clause).into_iter().find(|secret| {
                // `助记词和密码，一起交给客服`
                let goes_on = next.is_some_and(|next| secret.end == clause.len() && ordered_after(next, "", next));
                let rest = || clauses[number..].iter().take(AFTER).copied().collect::<String>();
                ((goes_on || is_ordered(clause, secret, is_question)) && !is_warning(&rest()))
                    || (kind == Kind::Question && is_questioned(clause, secret))
            });
            found.map(|secret| clause[secret.start..secret.end].to_owned())
        })
    })
}

/// Whether each sentence ends as a question.
fn ends(text: &str) -> impl Iterator<Item = bool> + '_ {
    let signs = text.chars().filter(|sign| matches!(sign, '。' | '！' | '？' | '；' | '\n' | '?' | '!' | ';'));
    signs.map(|sign| matches!(sign, '？' | '?')).chain([false])
}

/// Names on a screen are no orders.
fn unquoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut quoted = false;
    for character in text.chars() {
        match character {
            '“' | '「' | '『' | '‘' => {
                quoted = true;
                out.push_str(BLANK);
            }
            '”' | '」' | '』' | '’' => quoted = false,
            '"' => quoted = !quoted,
            _ if quoted => {}
            _ => out.push(character),
        }
    }
    out
}

/// Where a clause names a secret, in bytes.
struct Secret {
    start: usize,
    end: usize,
}

fn secrets(clause: &str) -> Vec<Secret> {
    let mut found: Vec<Secret> = Vec::new();
    let mut at = 0;
    while let Some(character) = clause[at..].chars().next() {
        let rest = &clause[at..];
        let word = SECRETS_ZH.all().iter().find(|word| rest.starts_with(**word) && is_whole(clause, at, word));
        match word {
            Some(word) => {
                let end = at + word.len();
                if !HEADS_ZH.all().iter().any(|head| clause[end..].trim_start().starts_with(head)) {
                    found.push(Secret { start: at, end });
                }
                at = end;
            }
            None => at += character.len_utf8(),
        }
    }
    found
}

/// What stands before and after a secret, as far as it matters: so a clause of any length costs what it is long.
fn around<'c>(clause: &'c str, secret: &Secret) -> (&'c str, &'c str) {
    let (before, after) = (&clause[..secret.start], &clause[secret.end..]);
    let from = before.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
    let until = after.char_indices().nth(AROUND).map_or(after.len(), |(at, _)| at);
    (&before[from..], &after[..until])
}

/// Latin words stand for themselves: the "pin" in "shopping" is none.
fn is_whole(clause: &str, at: usize, word: &str) -> bool {
    let is_latin = |character: Option<char>| character.is_some_and(|character| character.is_ascii_alphanumeric());
    !word.starts_with(|first: char| first.is_ascii_alphabetic())
        || !(is_latin(clause[..at].chars().next_back())
            || (word.is_ascii() && is_latin(clause[at + word.len()..].chars().next())))
}

fn is_ordered(clause: &str, secret: &Secret, is_question: bool) -> bool {
    let (before, after) = around(clause, secret);
    let asks_politely = before.contains("能") || before.contains("可以") || before.contains("可否");
    // A question is no order, unless it is a polite one.
    if ["吗", "没有", "了没", "呢"].iter().any(|word| after.contains(word)) && !asks_politely {
        return false;
    }
    ordered_before(before, after)
        || (!(is_question && ["谁", "哪", "什么"].iter().any(|word| after.contains(word)))
            && ordered_after(clause, before, after))
}

/// `请输入您的密码`
fn ordered_before(before: &str, after: &str) -> bool {
    let verbs =
        VERBS_ZH.all().iter().flat_map(|verb| before.rmatch_indices(verb).map(|(at, verb)| (at, at + verb.len())));
    let Some((at, end)) = verbs.max_by_key(|(at, end)| (*end, usize::MAX - at)) else { return false };
    let between = &before[end..];
    let told = TOLD_ZH.all().iter().any(|word| between.starts_with(word))
        || TOLD_AFTER_ZH.all().iter().any(|word| after.trim_start().starts_with(word));
    let broken = ["关于", "有关", "什么", "哪", "后", "时"].iter().any(|word| between.contains(word));
    let is_other = is_part_of_other_word(before, at, end);
    let on_paper = before[at..].starts_with('写') && [before, after].iter().any(|part| part.contains('纸'));
    !told && !broken && !is_other && !on_paper && between.chars().count() <= REACH && is_order(&before[..at])
}

/// `把密码发给客服`, `密码请填在下面`
fn ordered_after(clause: &str, before: &str, after: &str) -> bool {
    let verbs = VERBS_ZH.all().iter().filter_map(|verb| after.find(verb).map(|at| (at, at + verb.len())));
    let Some((at, end)) = verbs.min_by_key(|(at, end)| (*at, usize::MAX - end)) else { return false };
    let told = TOLD_ZH.all().iter().any(|word| after[end..].starts_with(word));
    let is_topic = ["把", "将", "请"].iter().any(|word| before.contains(word) || after[..at].contains(word))
        || before.trim().is_empty()
        || before.trim_end().ends_with(['和', '、', '的']);
    let on_paper = after[at..].starts_with('写') && clause.contains('纸');
    // `验证码只填在应用里` says where alone it belongs.
    let is_other =
        is_part_of_other_word(after, at, end) || after[..at].ends_with('只') || after[..at].ends_with("只能");
    let between = after[..at].chars().count();
    let lead = format!("{before}{}", &after[..at]);
    !told && is_topic && !on_paper && !is_other && between <= REACH && is_order(&lead)
}

/// `概念`, `抄写`, `填写` with other neighbours: not the verb that it looks like.
fn is_part_of_other_word(text: &str, at: usize, end: usize) -> bool {
    let (before, after) = (text[..at].chars().next_back(), text[end..].chars().next());
    matches!(before, Some('抄' | '概' | '观' | '听' | '默')) || matches!(after, Some('着' | '明' | '错' | '好'))
}

/// Whether what stands before a verb leaves it an order.
fn is_order(lead: &str) -> bool {
    let mut lead = lead.replace("按要求", "").replace("按客服要求", "").replace("根据要求", "");
    for word in NO_NEGATION_ZH.all() {
        lead = lead.replace(word, BLANK);
    }
    !NEGATIONS_ZH.all().iter().chain(OTHERS_ZH.all()).any(|word| lead.contains(word))
}

/// Whether the sentence goes on to say what would come of it.
fn is_warning(rest: &str) -> bool {
    WARNINGS_ZH.all().iter().any(|word| rest.contains(word))
        && !["以免", "避免", "防止", "否则", "请"].iter().any(|word| rest.contains(word))
}

/// Whether a question asks for the secret itself, rather than about it.
fn is_questioned(clause: &str, secret: &Secret) -> bool {
    let (before, after) = around(clause, secret);
    let after = after.trim_start();
    if !is_order(before) {
        return false;
    }
    let bare = after.trim_start_matches(['的', '是', '为', '：', ':', '填']).trim_start();
    let names = ["什么", "多少", "啥", "哪些", "哪几个", "哪几", "怎么写", "怎么拼"];
    let about =
        ["时候", "时间", "原因", "情况", "类型", "意思", "用", "问题", "位", "个词", "个字", "次", "样", "年", "月"];
    let asked = names.iter().find_map(|name| bare.strip_prefix(name));
    if asked.is_some_and(|rest| bare.starts_with("哪几") || !about.iter().any(|word| rest.starts_with(word))) {
        return true;
    }
    // `您的支付密码？`, `验证码：`
    let owners = [
        "您的", "你的", "您", "你", "请问", "钱包", "登录", "支付", "交易", "当前", "现在", "完整", "全部", "新", "旧",
        "原", "的", "短信", "位", "数字", "这个", "手机", "邮箱",
    ];
    let mut lead = before.to_owned();
    for owner in owners {
        lead = lead.replace(owner, "");
    }
    let is_alone =
        lead.trim().chars().all(|character| character.is_ascii_digit() || "六四 和、：:".contains(character));
    if is_alone && bare.is_empty() {
        return true;
    }
    // `设的是什么密码`, `用的哪个 PIN`; which one was forgotten is asked by its name.
    let lost = ["忘", "丢", "改", "换", "失效", "影响"].iter().any(|word| before.contains(word));
    if !lost && ["什么", "哪个", "哪些"].iter().any(|word| before.trim_end().ends_with(word)) {
        return true;
    }
    // `助记词的前三个词`
    let part = after.strip_prefix('的').unwrap_or(after);
    let is_part = part.starts_with(['第', '前', '后', '最', '首', '末'])
        && ["个", "位", "词", "字"].iter().any(|word| part.contains(word));
    let wanted = ["需要", "要用", "提供"].iter().any(|word| before.contains(word))
        && (before.contains("我们") || before.contains("客服"));
    is_part || wanted
}
