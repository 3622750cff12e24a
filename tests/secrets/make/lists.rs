//! Lists of backup codes as services hand them out.

use super::{Sheet, dice, digits, string};
use crate::harness::wander::Dice;

type Form = fn(&mut Dice) -> String;

const FORMS: [Form; 6] = [
    |dice| digits(dice, 8),
    |dice| format!("{} {}", digits(dice, 4), digits(dice, 4)),
    |dice| {
        format!(
            "{}-{}",
            string(dice, "abcdefghjkmnpqrstuvwxyz23456789", 5),
            string(dice, "abcdefghjkmnpqrstuvwxyz23456789", 5)
        )
    },
    |dice| string(dice, "ABCDEFGHJKMNPQRSTUVWXYZ23456789", 10),
    |dice| format!("{}-{}", digits(dice, 4), digits(dice, 4)),
    |dice| digits(dice, 6),
];

/// Backup codes in lists.
pub(crate) fn backup_codes() -> Sheet {
    let mut sheet = Sheet::secrets(
        "backup-codes",
        "Lists of backup codes: 6 and 8 digits, groups, letters and digits; in lines, numbered, with commas. The core is every code.",
    );
    let mut dice = dice(61);
    let told = [
        "我的备用码是：\n{}\n用哪一个？",
        "Backup codes:\n{}",
        "备份验证码 {}",
        "these are my recovery codes {} none of them works",
        "谷歌给的备用验证码\n{}",
        "2FA backup codes: {}\nI have used the first one",
        "恢复码：{}，都试过了",
        "Save these one-time recovery codes in a safe place.\n{}",
    ];
    for number in 0..18 {
        let codes: Vec<String> = (0..5 + number % 6).map(|_| FORMS[number % 6](&mut dice)).collect();
        let list = match number % 4 {
            0 => codes.join("\n"),
            1 => codes.join(", "),
            2 => {
                let lines: Vec<String> = codes.iter().zip(1..).map(|(code, at)| format!("{at}. {code}")).collect();
                lines.join("\n")
            }
            _ => codes.join("，"),
        };
        let core: Vec<String> = codes.iter().map(|code| code.replace([' ', '-'], "")).collect();
        sheet.context("backup-codes", &core.join(" "), &told[number % told.len()].replace("{}", &list));
    }
    sheet
}
