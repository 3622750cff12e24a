//! Words that follow "password is" and a colon in sentences, and are no passwords.

/// In the order of their letters.
#[rustfmt::skip]
const WORDS: [&str; 369] = [
    "1password", "able", "about", "accepted", "account", "accounts", "after", "again", "alipay", "allowed",
    "already", "also", "always", "another", "answered", "anyway", "appears", "apple", "asked", "asking", "assword",
    "asterisks", "attempt", "attempts", "auth", "authentication", "autofill", "autofilled", "backup", "because",
    "been", "before", "being", "between", "binance", "biometric", "biometrics", "bitwarden", "blank", "blocked",
    "both", "breached", "broken", "browser", "button", "bybit", "can't", "cancelled", "cannot", "case",
    "case-sensitive", "changed", "changing", "character", "characters", "checked", "choose", "chrome", "code",
    "coinbase", "complex", "complexity", "compromised", "confirm", "confirmed", "contains", "copied", "correct",
    "correctly", "could", "couldn't", "created", "current", "dashlane", "decrypt", "decrypted", "decryption",
    "default", "denied", "deny", "device", "didn't", "different", "digits", "disabled", "does", "doesn't", "don't",
    "done", "dots", "each", "easy", "edge", "either", "email", "empty", "encrypted", "encryption", "enter",
    "entered", "error", "ever", "every", "everywhere", "exact", "exactly", "expired", "expires", "exposed", "face",
    "facebook", "faceid", "failed", "failure", "fallback", "false", "field", "filled", "fine", "fingerprint",
    "firefox", "first", "five", "fixed", "forget", "forgot", "forgotten", "found", "four", "from", "given", "gone",
    "good", "google", "guessed", "hacked", "hard", "hash", "hashed", "have", "having", "help", "here", "hidden",
    "icloud", "identical", "ignored", "imtoken", "incorrect", "input", "instead", "invalid", "iphone", "isn't",
    "it's", "just", "keepass", "keeper", "keychain", "known", "last", "lastpass", "leaked", "least", "ledger",
    "left", "length", "letters", "like", "locked", "logged", "login", "long", "longer", "look", "lost", "made",
    "mandatory", "masked", "match", "matched", "matching", "maybe", "memorable", "metamask", "might", "mine",
    "minimum", "mismatch", "missed", "missing", "mistyped", "must", "mustn't", "n/a", "name", "need", "needed",
    "needs", "never", "none", "nope", "not", "nothing", "nowhere", "null", "number", "numbers", "okay", "once", "only",
    "optional", "outdated", "over", "page", "paper", "passkey", "passphrase", "password", "passwords", "paypal",
    "phished", "phone", "pick", "please", "policy", "popup", "possible", "possibly", "previous", "probably",
    "prompt", "prompted", "protected", "provided", "random", "recognised", "recognized", "recovered", "redacted",
    "refused", "rejected", "remains", "remembered", "removed", "repeatedly", "required", "requires", "reset",
    "resetting", "retry", "right", "rule", "rules", "safari", "safe", "same", "saved", "screen", "secret", "secure",
    "seems", "seen", "sent", "shared", "short", "should", "show", "shown", "shows", "similar", "simple", "since", "skipped",
    "some", "someone", "something", "somewhere", "stars", "still", "stolen", "stored", "strange", "string",
    "strong", "stuck", "submitted", "success", "sure", "symbols", "test", "text", "than", "that", "that's", "their",
    "them", "then", "there", "these", "they", "this", "three", "through", "times", "token", "tokenpocket", "touch",
    "touchid", "trezor", "tries", "true", "trust", "trustwallet", "trying", "twice", "typed", "unavailable",
    "unchanged", "undefined", "under", "unknown", "unlock", "unlocked", "unlocking", "unsafe", "unset", "until",
    "unusable", "updated", "used", "user", "username", "usually", "valid", "value", "verified", "very", "visible",
    "wallet", "wasn't", "weak", "wechat", "weird", "were", "what", "when", "where", "which", "while", "will",
    "windows", "with", "within", "without", "won't", "word", "words", "work", "working", "works", "would", "write",
    "written", "wrong", "xxxx", "xxxxx", "your", "yours",
];

/// Whether a word is one of these.
pub(super) fn is_plain(word: &str) -> bool {
    let lower = word.to_ascii_lowercase();
    WORDS.binary_search(&lower.as_str()).is_ok()
}

#[cfg(test)]
mod tests {
    use super::WORDS;

    #[test]
    fn words_are_in_order() {
        assert!(WORDS.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
