//! What a program proves itself with: JWT, API keys, session tokens, bot tokens, addresses with a password in them.

mod field;
mod jwt;
mod prefixed;
mod web;

use super::reading::Reading;
use super::{Confidence, Kind, Report};
use crate::flow::step::TextFormat;

/// Finds tokens.
pub(super) fn find(reading: &Reading<'_>, _format: TextFormat, report: &mut Report<'_>) {
    let mut sure = |range| report(range, Kind::Token, Confidence::Exact);
    jwt::find(reading.text(), &mut sure);
    prefixed::find(reading.text(), &mut sure);
    web::find(reading, &mut sure);
    field::find(reading, &mut |range| report(range, Kind::Token, Confidence::Likely));
}

#[cfg(test)]
mod tests {
    use crate::flow::step::TextFormat;
    use crate::secrets::{Kind, find};

    fn found(text: &str) -> Vec<&str> {
        find(text, TextFormat::Free)
            .into_iter()
            .filter(|found| found.kind == Kind::Token)
            .map(|found| &text[found.span])
            .collect()
    }

    /// Characters by a linear generator.
    fn chance(size: usize, digits: &[u8]) -> String {
        let mut state: usize = 7;
        let next = std::iter::repeat_with(|| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            char::from(digits[(state >> 33) % digits.len()])
        });
        next.take(size).collect()
    }

    #[test]
    fn finds_tokens_that_name_themselves() {
        let all = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        let body = |size| chance(size, all);
        for token in [
            format!("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.{}", body(43)),
            "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxMjM0NTY3ODkwIn0".to_owned(),
            format!("ghp_{}", body(36)),
            format!("github_pat_{}_{}", body(22), body(59)),
            format!("sk-{}", body(48)),
            format!("sk-proj-{}", body(48)),
            format!("sk_live_{}", body(24)),
            format!("AKIA{}", chance(16, &all[..26])),
            format!("xoxb-123456789012-123456789012-{}", body(24)),
            format!("AIza{}", body(35)),
            format!("glpat-{}", body(20)),
            format!("npm_{}", body(36)),
            format!("SG.{}.{}", body(22), body(43)),
            format!("123456789:{}", body(35)),
            format!("https://hooks.slack.com/services/T00000000/B00000000/{}", body(24)),
            format!("mainnet.infura.io/v3/{}", chance(32, b"0123456789abcdef")),
        ] {
            for text in [
                token.clone(),
                format!("令牌{token}泄露了"),
                format!("I pasted \"{token}\", help"),
                format!("see {token}."),
            ] {
                assert_eq!(found(&text), [token.as_str()], "{text}");
            }
        }
    }

    #[test]
    fn finds_tokens_by_their_names() {
        let token = chance(32, b"ABCDEFGHabcdefgh0123456789");
        let long = chance(64, b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");
        for text in [
            format!("Authorization: Bearer {token}"),
            format!("Basic {}", "dXNlcjpQYXNzV29yZA=="),
            format!("api_key={token}&x=1"),
            format!("?access_token={token}"),
            format!("sessionid={token}; path=/"),
            format!("\"client_secret\": \"{token}\""),
            format!("secret={token}"),
            format!("API 密钥：{token}。"),
            format!("我的API密钥是{token}"),
            format!("My API secret is {long}"),
            format!("Binance 的 secret key 我填的就是这一个 {long} 但是报错"),
            "postgres://admin:hunter22@db.example.com/x".to_owned(),
            format!("Cookie: a=1; token={token}"),
        ] {
            assert_eq!(found(&text).len(), 1, "{text}: {:?}", found(&text));
        }
        assert_eq!(found(&format!("api_key={token}&x=1")), [token.as_str()]);
        assert_eq!(found("https://me:pass@host.example"), ["me:pass"]);
    }

    #[test]
    fn what_is_no_token_stays() {
        for text in [
            "token: TR7NHqjeKQGxTCi8q8ZY4pL8otSzgjLj6t",
            "token=0xdAC17F958D2ee523a2206206994597C13D831ec7",
            "Token EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v 不见了",
            "Basic troubleshooting did not help, nor did basic MIMEApplication",
            "basic authentication failed, bearer authentication too",
            "the risk-assessment-2024-department-12 wrote",
            "request id: 550e8400-e29b-41d4-a716-446655440000",
            "https://etherscan.io/address/0xdAC17F958D2ee523a2206206994597C13D831ec7",
            "http://localhost:8080/path/@me",
            "mailto:me@example.com, https://medium.com/@someone/a:b",
            "session expired, access token invalid, api key not found",
            "task-1234567890-abcdefghij",
            "secret: see screenshot_2024-01-02_10.png",
        ] {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
        }
    }
}
