//! Chinese identity numbers (GB 11643-1999) and IBANs (ISO 13616).

use super::encode::{iban, identity_check};
use super::{Sheet, dice, digits, grouped, string, wide};
use crate::harness::wander::Dice;

fn identity_number(dice: &mut Dice) -> String {
    let place = *dice.pick(&["110105", "310101", "440305", "510104", "330106", "420111", "610113"]);
    let (year, month, day) = (1950 + dice.roll(60), 1 + dice.roll(12), 1 + dice.roll(28));
    let mut number = format!("{place}{year}{month:02}{day:02}{}", digits(dice, 3));
    number.push(identity_check(&number));
    number
}

/// Identity numbers.
pub(crate) fn identity_numbers() -> Sheet {
    let mut sheet = Sheet::secrets(
        "identity-numbers",
        "Chinese identity numbers of 18 characters with a right check character: alone, in sentences, full-width, with spaces, X in both cases.",
    );
    let mut dice = dice(81);
    sheet.exact("id-number", "11010519491231002X", "11010519491231002X");
    sheet.exact("id-number", "11010519491231002X", "ID11010519491231002x");
    sheet.exact("id-number", "11010519491231002X", "1101 0519 4912 3100 2X");
    sheet.exact("id-number", "11010519491231002X", "110105-19491231-002X");
    sheet.exact("id-number", "11010519491231002X", "sfz=11010519491231002X&name=a");
    let told = [
        "{}",
        "我的身份证号是{}，实名认证不通过",
        "身份证{}",
        "My Chinese ID number is {} and verification failed",
        "姓名张三，身份证号码：{}，手机号没变",
        "实名用的是我妈妈的{}",
        "客服让我报{}给他核对",
        "ID no. {} was rejected",
        "ID card: {}",
        "I sent {} to the agent for KYC, was that wrong?",
    ];
    let mut ending_in_x = 0;
    for number in 0..20 {
        let mut identity = identity_number(&mut dice);
        while number % 4 == 1 && !identity.ends_with('X') {
            identity = identity_number(&mut dice);
        }
        ending_in_x += usize::from(identity.ends_with('X'));
        let shown = match number % 5 {
            1 => identity.to_lowercase(),
            2 => wide(&identity),
            3 => format!("{} {} {}", &identity[..6], &identity[6..14], &identity[14..]),
            _ => identity.clone(),
        };
        sheet.exact("id-number", &identity, &told[number % told.len()].replace("{}", &shown));
    }
    assert!(ending_in_x >= 5);
    sheet
}

/// IBANs.
pub(crate) fn ibans() -> Sheet {
    let mut sheet = Sheet::secrets(
        "ibans",
        "IBANs of many countries with right check digits: in one piece, in groups of four, in lower case, in sentences.",
    );
    let mut dice = dice(82);
    sheet.exact("bank-account", "GB82WEST12345698765432", "GB82 WEST 1234 5698 7654 32");
    sheet.exact("bank-account", "DE89370400440532013000", "DE89370400440532013000");
    let told =
        ["{}", "IBAN: {}", "please refund to {} thanks", "我的国际账号是{}，退款退到这里", "退款账户 {} 一直没收到"];
    // Country, letters at the start of the account, digits after them.
    for (number, (country, letters, count)) in [
        ("DE", 0, 18),
        ("FR", 0, 23),
        ("GB", 4, 14),
        ("NL", 4, 10),
        ("ES", 0, 20),
        ("IT", 1, 22),
        ("CH", 0, 17),
        ("AT", 0, 16),
        ("PL", 0, 24),
        ("BE", 0, 12),
        ("NO", 0, 11),
        ("AE", 0, 19),
    ]
    .into_iter()
    .enumerate()
    {
        let account = string(&mut dice, "ABCDEFGHKLMNPRSTUVW", letters) + &digits(&mut dice, count);
        let iban = iban(country, &account);
        let shown = match number % 3 {
            0 => iban.clone(),
            1 => grouped(&iban, 4, " "),
            _ => iban.to_lowercase(),
        };
        sheet.exact("bank-account", &iban, &told[number % told.len()].replace("{}", &shown));
    }
    sheet
}
