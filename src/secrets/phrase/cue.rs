//! What people call a recovery phrase, right before they write it down.

/// How many bytes before the words it may stand: a short sentence.
const REACH: usize = 72;

/// All in small letters.
const CUES: [&str; 26] = [
    "助记词",
    "助記詞",
    "助记",
    "恢复词",
    "恢復詞",
    "恢复短语",
    "恢復短語",
    "复原短语",
    "还原词",
    "备份词",
    "備份詞",
    "种子",
    "種子",
    "注记词",
    "密语",
    "密語",
    "词组",
    "詞組",
    "单词",
    "單詞",
    "个词",
    "個詞",
    "mnemonic",
    "seed",
    "recovery phrase",
    "secret phrase",
];

/// Whether a cue stands shortly before this place of a text in small letters.
pub(super) fn stands_before(lower: &str, at: usize) -> bool {
    let from = (0..=at.saturating_sub(REACH)).rev().find(|from| lower.is_char_boundary(*from)).unwrap_or(0);
    lower.get(from..at).is_some_and(|before| CUES.iter().any(|cue| before.contains(cue)))
}

/// What people call the words of a phrase where they then say which ones.
const NAMES: [&str; 7] = ["words", "phrase", "mnemonic", "seed", "seeds", "短语", "詞"];

/// What stands between that name and the words.
const LINKS: [&str; 10] = ["are", "is", "was", "were", "as follows", "是", "为", "為", "如下", "叫"];

/// Whether the words that begin at this place of a text in small letters are announced as those of a phrase: `my words are`.
pub(super) fn announces(lower: &str, at: usize) -> bool {
    let from = (0..=at.saturating_sub(REACH)).rev().find(|from| lower.is_char_boundary(*from)).unwrap_or(0);
    let before = lower.get(from..at).unwrap_or("");
    let said = before.trim_end_matches(|c: char| !c.is_alphabetic());
    // A sentence or a line ends in between, but for the number of a first word.
    let gap = before.get(said.len()..).unwrap_or("");
    if gap.contains(['!', '?', '。', '；', ';', ',', '，']) {
        return false;
    }
    let is_marked = gap.contains([':', '：', '=']);
    let linked = LINKS.iter().find_map(|link| said.strip_suffix(link));
    let linked = linked.filter(|rest| rest.ends_with(' ') || !said.is_ascii());
    let name = linked.or(is_marked.then_some(said)).map(str::trim_end);
    name.is_some_and(|name| NAMES.iter().chain(&CUES).any(|cue| name.ends_with(cue)))
}

/// The end of the first cue in a run.
pub(super) fn end_within(run: &str) -> Option<usize> {
    CUES.iter().filter_map(|cue| Some(run.find(cue)? + cue.len())).min()
}
