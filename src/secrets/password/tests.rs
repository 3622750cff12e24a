//! Passwords in sentences, and sentences about passwords.

use super::find;
use crate::flow::step::TextFormat;
use crate::secrets::cue::{found_by, found_in};
use crate::secrets::kind::Kind;

#[test]
fn passwords() {
    for (text, password) in [
        ("密码是Hunter2!", "Hunter2!"),
        ("密码：hunter2", "hunter2"),
        ("密码:dragon", "dragon"),
        ("我的登录密码是 Abc123456，帮我看看", "Abc123456"),
        ("密码改成了 Abc@1234", "Abc@1234"),
        ("密码设置为qwerty", "qwerty"),
        ("密码 123456", "123456"),
        ("账号 alice 密码 hunter2", "hunter2"),
        ("账号/密码：alice / hunter2", "hunter2"),
        ("口令是“芝麻开门芝麻开门”", "芝麻开门芝麻开门"),
        ("钱包密码就是「hunter2」", "hunter2"),
        ("邮箱密码应该是Passw0rd", "Passw0rd"),
        ("密码我记得是 Hunter2", "Hunter2"),
        ("支付密码是abc123", "abc123"),
        ("Ｐａｓｓｗｏｒｄ：ｈｕｎｔｅｒ２", "ｈｕｎｔｅｒ２"),
        ("Hunter2 是我的登录密码", "Hunter2"),
        ("my password is hunter2", "hunter2"),
        ("Password: hunter2", "hunter2"),
        ("password: \"correct horse battery staple\"", "correct horse battery staple"),
        ("password=dragonfly&user=alice", "dragonfly"),
        ("{\"password\": \"dragonfly\"}", "dragonfly"),
        ("DB_PASSWORD='dragonfly'", "dragonfly"),
        ("pwd = Qwerty12", "Qwerty12"),
        ("passwd:letmein1", "letmein1"),
        ("passphrase: moonlight-over-tea7", "moonlight-over-tea7"),
        ("user/pass: alice / hunter2", "hunter2"),
        ("login alice pw hunter2", "hunter2"),
        ("login alice pwd hunter2", "hunter2"),
        ("I changed my password to Hunter2", "Hunter2"),
        ("The password for my wallet is Hunter2.", "Hunter2"),
        ("password has been set to tR0ub4dor&3", "tR0ub4dor&3"),
        ("hunter2 is my password", "hunter2"),
        ("passphrase: correct horse battery staple", "correct horse battery staple"),
        ("he asked for the password so I gave him oldmill1962", "oldmill1962"),
        ("I told him my password, it's Mypass1234", "Mypass1234"),
        ("the wallet password should be Kx7-Pq2-Zm9", "Kx7-Pq2-Zm9"),
        ("the password was P@ssw0rd!", "P@ssw0rd!"),
        ("他让我报密码，我就说meimei_99", "meimei_99"),
        ("I reset it to Tulip$2023 and the new password does not work", "Tulip$2023"),
        ("so the password, PineCone55, is what he has now", "PineCone55"),
        ("密码没错的，Lq880088，我输了好多遍", "Lq880088"),
        ("When I type Corgi!Paws3 it says wrong password", "Corgi!Paws3"),
    ] {
        assert_eq!(found_by(find, text), [(password, Kind::Password)], "{text}");
    }
}

#[test]
fn no_passwords() {
    for text in [
        "我忘记密码了",
        "密码是什么时候改的",
        "密码是对的",
        "密码是我老婆生日",
        "密码是 6 位数字",
        "密码: 忘了",
        "密码输错 5 次",
        "密码是 2026 年改的",
        "密码提示“密码错误”",
        "密码是“忘记密码”里重置的",
        "密码错误 10034",
        "密码不正确，错误码：A10034",
        "密码是 Face ID 代替的",
        "密码管理器是 1Password",
        "重置密码的邮件发到 name@example.com",
        "密码是 name@example.com 收的",
        "提示密码 API 返回 E5003",
        "登录密码是在 app.example.com 改的",
        "密码：******",
        "my password is wrong",
        "my password is not accepted",
        "password is at least 8 characters",
        "password must be 8-16 characters",
        "the password is 12-character long",
        "password reset email",
        "Error: password authentication failed for user",
        "https://example.com/reset?password=&user=alice",
        "https://example.com/reset-password?lang=en",
        "I forgot my password",
        "Wrong password: please try again",
        "Incorrect password: 3 attempts left",
        "password: required",
        "Password: ********",
        "password = null",
        "the password was reset on 2026-11-24",
        "password expired 20261124",
        "password 2FA is on",
        "the password manager is 1Password",
        "I changed my password to be safe",
        "the password reset link was sent to name@example.com",
        "password page shows error E5003",
        "compass: north, bypass: none",
        "boarding pass A12345",
        "1Password is my password manager",
        "the password field is greyed out in v2.3.1",
        "Do you remember the password? My phone is iPhone15",
        "password.",
        "Forgotten password: self-custody",
        "{ zh = \"支付密码\", en = \"The payment password\" }",
        "hash_password(\"password\", 10)",
        "password is:",
        "My username is maria_88 and I forgot the password",
        "我的网名叫star_0729，密码登录不了",
        "订单TB83920175要密码才能退款吗",
        "I typed my password on an iPhone14 and on a Galaxy-S23",
    ] {
        assert_eq!(found_by(find, text), [], "{text}");
    }
    assert_eq!(found_in(find, "Invalid password: dragon", TextFormat::Error), []);
    assert_eq!(found_in(find, "Invalid password: hunter2", TextFormat::Error).len(), 1);
}
