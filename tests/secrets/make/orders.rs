//! Numbers that payment apps and shops give out: orders, tickets, parcels, phones.

use super::encode::luhn;
use super::{Sheet, dice, digits};
use crate::harness::wander::Dice;

fn day(dice: &mut Dice) -> String {
    format!("20{:02}{:02}{:02}", 16 + dice.roll(11), 1 + dice.roll(12), 1 + dice.roll(28))
}

/// Order numbers and their like.
pub(crate) fn orders() -> Sheet {
    let mut sheet = Sheet::benign(
        "orders",
        "Order numbers of 16 to 28 digits that begin with a date, also with a right Luhn digit; WeChat and Alipay numbers; tickets, parcels, phone numbers.",
    );
    sheet.plain("2016071921001003030200089909");
    sheet.plain("4200001180202108191793854834");
    let mut dice = dice(111);
    let told = [
        "{}",
        "订单号{}",
        "订单号：{}，付了钱显示未支付",
        "order {} still says pending",
        "交易单号 {} 退款没到",
        "Order no. {}",
        "transaction number {} was charged twice",
        "流水号是{}麻烦查一下",
    ];
    for number in 0..60 {
        let length = [16, 17, 18, 19, 20, 24, 28][number % 7];
        let start = day(&mut dice);
        let mut order = format!("{start}{}", digits(&mut dice, length - 9));
        // Half of them pass for a card by their last digit alone.
        order.push(if number % 2 == 0 { luhn(&order) } else { '3' });
        let text = told[number % told.len()].replace("{}", &order);
        sheet.row(&[if number % 3 == 0 { "order-id" } else { "free" }, &text]);
    }
    for number in 0..12 {
        let order = format!("42000{}{}{}", digits(&mut dice, 5), day(&mut dice), digits(&mut dice, 10));
        sheet.row(&[["free", "order-id"][number % 2], &told[number % told.len()].replace("{}", &order)]);
    }
    for number in 0..10 {
        let phone = format!("1{}{}", dice.pick(&["38", "59", "86", "77"]), digits(&mut dice, 8));
        let text = match number % 5 {
            0 => format!("我的手机号是{phone}"),
            1 => format!("手机 {} {} {}", &phone[..3], &phone[3..7], &phone[7..]),
            2 => format!("call me at +86 {phone}"),
            3 => format!("绑定的是{phone}，验证码发到旧号码去了"),
            _ => phone,
        };
        sheet.row(&[["free", "phone"][usize::from(number % 5 == 4)], &text]);
    }
    for number in 0..14 {
        let text = match number % 7 {
            0 => format!("快递单号 SF{}", digits(&mut dice, 13)),
            1 => format!("tracking 1Z999AA1{}", digits(&mut dice, 10)),
            2 => format!("工单号 {}", digits(&mut dice, 8)),
            3 => format!("ticket #{}", digits(&mut dice, 7)),
            4 => format!("受理编号WF-{}", digits(&mut dice, 4)),
            5 => format!("case number {}-{}", digits(&mut dice, 4), digits(&mut dice, 6)),
            _ => format!("报警回执号 {}", digits(&mut dice, 12)),
        };
        sheet.plain(&text);
    }
    sheet
}
