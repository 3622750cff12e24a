//! Lists of backup codes: several short codes of one shape, with a word that says so or many of them.

mod code;
mod list;

use super::base58::run::{after, before, leads, says};
use super::reading::Reading;
use super::{Confidence, Kind, Report};
use crate::flow::step::TextFormat;
use code::{Code, codes};

/// What people call them.
const CUES: [&str; 32] = [
    "备用码",
    "备份码",
    "备用代码",
    "备份代码",
    "备用验证码",
    "备份验证码",
    "备用密钥",
    "恢复码",
    "恢复代码",
    "恢复密钥",
    "救援码",
    "紧急代码",
    "安全备用",
    "应急码",
    "backup code",
    "backup codes",
    "backup-codes",
    "back-up code",
    "back-up codes",
    "backup key",
    "backup verification codes",
    "recovery code",
    "recovery codes",
    "recovery-codes",
    "recovery key",
    "scratch code",
    "scratch codes",
    "emergency code",
    "emergency codes",
    "rescue code",
    "rescue codes",
    "one-time backup",
];

/// How near such a word must be.
const REACH: usize = 80;

/// How many codes are a list: where a word says so, and where none does.
const SAID: usize = 2;
const UNSAID: usize = 6;

/// Finds lists of backup codes.
pub(super) fn find(reading: &Reading<'_>, _format: TextFormat, report: &mut Report<'_>) {
    let (text, lower) = (reading.text(), reading.lower());
    let said = says(lower, &CUES);
    let mut list: Vec<Code> = Vec::new();
    let mut finish = |open: &mut Vec<Code>| {
        let all = std::mem::take(open);
        let codes = list::trimmed(text, &all);
        let ([first, ..], [.., end]) = (codes, codes) else { return };
        let range = first.range.start..end.range.end;
        let near =
            said && (is_led(before(lower, range.start, REACH)) || says(after(lower, range.end, REACH / 2), &CUES));
        let found = if near {
            (codes.len() >= SAID && list::is_said(text, codes))
                || (codes.len() == 1 && leads(lower, range.start, &CUES) && list::is_one(text, first))
        } else {
            codes.len() >= UNSAID && list::is_plain(text, codes)
        };
        if found {
            // Two codes may pass for the number of a card; the list counts then, which is longer.
            let sure = if codes.len() > 1 { Confidence::Exact } else { Confidence::Likely };
            report(range, Kind::BackupCodes, sure);
        }
    };
    for code in codes(text) {
        if list.last().is_some_and(|last| !list::goes_on(lower, last, &code)) {
            finish(&mut list);
        }
        list.push(code);
    }
    finish(&mut list);
}

/// Whether the text before a list says what it is, and nothing else of it after that.
fn is_led(before: &str) -> bool {
    const OTHERS: [&str; 12] =
        ["?", "账号", "帐号", "订单", "手机", "电话", "版本", "account", "order", "phone", "version", "user"];
    let last = CUES.iter().filter_map(|cue| before.rfind(cue).map(|at| at + cue.len())).max();
    let between = last.and_then(|end| before.get(end..));
    between.is_some_and(|between| !OTHERS.iter().any(|other| between.contains(other))) && says(before, &CUES)
}

#[cfg(test)]
mod tests {
    use crate::flow::step::TextFormat;
    use crate::secrets::{Kind, find};

    /// Codes by a linear generator.
    fn list(size: usize, digits: &[u8], cut: Option<(usize, char)>) -> Vec<String> {
        let mut state: usize = 99;
        let mut next = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            char::from(digits[(state >> 33) % digits.len()])
        };
        let mut code = || {
            let mut code: String = (0..size).map(|_| next()).collect();
            if let Some((at, sign)) = cut {
                code.insert(at, sign);
            }
            code
        };
        (0..10).map(|_| code()).collect()
    }

    fn found(text: &str) -> Vec<&str> {
        let all = find(text, TextFormat::Free).into_iter();
        all.filter(|found| found.kind == Kind::BackupCodes).map(|found| &text[found.span]).collect()
    }

    fn lists() -> Vec<Vec<String>> {
        let hex = b"0123456789abcdef";
        vec![
            list(10, hex, Some((5, '-'))),
            list(8, b"0123456789", Some((4, ' '))),
            list(8, b"0123456789", None),
            list(8, b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ", Some((4, '-'))),
            list(8, hex, None),
        ]
    }

    #[test]
    fn finds_lists() {
        for codes in lists() {
            let plain = codes.join("\n");
            for text in [plain.clone(), format!("帮我看看：\n{plain}\n谢谢"), format!("Look:\n\n{plain}\n\nthanks")]
            {
                assert_eq!(found(&text), [plain.as_str()], "{text}");
            }
            let numbered: Vec<String> =
                codes.iter().enumerate().map(|(at, code)| format!("{}. {code}", at + 1)).collect();
            let text = format!("backup codes:\n{}", numbered.join("\n"));
            assert_eq!(found(&text).len(), 1, "{text}");
            for (from, to) in
                [("我的备用码是", "，用不了"), ("恢复码：", "。"), ("my recovery codes are ", " and none works")]
            {
                for sign in [", ", "\n", "、"] {
                    let some = codes[..3].join(sign);
                    let text = format!("{from}{some}{to}");
                    assert_eq!(found(&text), [some.as_str()], "{text}");
                }
            }
        }
        assert_eq!(found("备用码1: 12345678 备用码2: 23456781。"), ["12345678 备用码2: 23456781"]);
        assert_eq!(found("备用码是 a1b2-c3d4"), ["a1b2-c3d4"]);
        assert_eq!(found("recovery key: ABCD-EFGH-JK2M-NPQR-STUV-WX3Z-QQ7Q"), ["ABCD-EFGH-JK2M-NPQR-STUV-WX3Z-QQ7Q"]);
    }

    #[test]
    fn other_lists_stay() {
        for text in [
            "恢复码在哪里看？我的账号是 a1b2c3d4 和 e5f6a7b8",
            "the recovery codes of user1234 and user5678",
            "备用码收不到，手机号 13812345678，订单 20240102",
            "the recovery codes from 2024-01-02 and 2024-01-03 were refused",
            "backup codes do not work since version 10.12.3",
            "backup codes please, my friend",
            "20240101\n20240102\n20240103\n20240104\n20240105\n20240106",
            "10000000\n20000000\n30000000\n40000000\n50000000\n60000000",
            "INV-10012 INV-10013 INV-10014 INV-10015 INV-10016 INV-10017",
            "13812345678\n13912345678\n13712345678\n13612345678\n13512345678\n13412345678",
            "WF-1234-5678\nWF-1235-5678\nWF-1236-5678\nWF-1237-5678\nWF-1238-5678\nWF-1239-5678",
            "0xa9059cbb\n0x23b872dd\n0x095ea7b3\n0x70a08231\n0x18160ddd\n0x313ce567",
            "100.25001 200.25001 300.25001",
            "recovery phrase and backup settings were changed yesterday morning",
            "the backup code is 10034",
        ] {
            assert_eq!(found(text), Vec::<&str>::new(), "{text}");
        }
    }
}
