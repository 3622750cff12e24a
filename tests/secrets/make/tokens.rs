//! What programs prove themselves with.

use super::encode::{base64_url, hex};
use super::{ALPHANUMERIC, Sheet, bytes, dice, digits, string};
use crate::harness::wander::Dice;

/// A JSON Web Token (RFC 7519) and its signature.
fn web_token(dice: &mut Dice, number: usize) -> (String, String) {
    let head = base64_url(br#"{"alg":"HS256","typ":"JWT"}"#);
    let claims = base64_url(format!("{{\"sub\":\"user-{number}\",\"iat\":1767225600}}").as_bytes());
    let signature = base64_url(&bytes::<32>(dice));
    (format!("{head}.{claims}.{signature}"), signature)
}

/// Tokens.
pub(crate) fn tokens() -> Sheet {
    let mut sheet = Sheet::secrets(
        "tokens",
        "JSON Web Tokens and keys of well-known forms, exact; keys and sessions that only a word next to them tells, context.",
    );
    let mut dice = dice(91);
    let told = [
        "{}",
        "Authorization: Bearer {}",
        "我把登录的 token 发给他了：{}",
        "the app log shows access_token={} and then it stops",
        "{\"token\":\"{}\"}",
        "接口返回 {} 然后就报错了",
    ];
    for (number, sentence) in told.iter().enumerate() {
        let (token, signature) = web_token(&mut dice, number);
        sheet.exact("token", &signature, &sentence.replace("{}", &token));
    }
    let (token, signature) = web_token(&mut dice, 7);
    let address = format!("https://wallet.example/callback?access_token={token}");
    sheet.row(&["token", "exact", "url", &signature, &address]);
    let known: [(&str, &str, usize); 7] = [
        ("ghp_", ALPHANUMERIC, 36),
        ("glpat-", ALPHANUMERIC, 20),
        ("npm_", ALPHANUMERIC, 36),
        ("AKIA", "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 16),
        ("AIza", ALPHANUMERIC, 35),
        ("sk-proj-", ALPHANUMERIC, 48),
        ("hf_", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", 34),
    ];
    for (number, (prefix, alphabet, length)) in known.into_iter().enumerate() {
        let token = format!("{prefix}{}", string(&mut dice, alphabet, length));
        let text = match number % 3 {
            0 => token.clone(),
            1 => format!("密钥泄露了 {token} 怎么办"),
            _ => format!("I pushed {token} by mistake"),
        };
        sheet.exact("token", &token, &text);
    }
    let fine = format!("github_pat_11{}_{}", string(&mut dice, ALPHANUMERIC, 20), string(&mut dice, ALPHANUMERIC, 59));
    sheet.exact("token", &fine, &fine);
    let bot = format!("{}:AA{}", digits(&mut dice, 10), string(&mut dice, ALPHANUMERIC, 33));
    sheet.exact("token", &bot, &format!("telegram bot token {bot}"));
    let named = [
        "api_key={}",
        "api secret: {}",
        "交易所的 API 密钥是 {}，有人用它下单了",
        "API Key：{}",
        "Cookie: sessionid={}",
        "client_secret = \"{}\"",
        "access token {} expired",
        "X-API-KEY: {}",
        "我的访问令牌是{}",
        "refresh_token={} in the log",
    ];
    for (number, sentence) in named.iter().enumerate() {
        let token = if number % 2 == 0 { string(&mut dice, ALPHANUMERIC, 40) } else { hex(&bytes::<16>(&mut dice)) };
        sheet.context("token", &token, &sentence.replace("{}", &token));
    }
    sheet
}
