//! What a secret can be.

use crate::i18n::Message;

/// What a text looks like that nobody should write down here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// 12 to 24 words of BIP-39, whole or nearly so.
    RecoveryPhrase,
    /// A key that moves money: hex, WIF, xprv and its relatives, Solana.
    PrivateKey,
    /// An encrypted key file: Ethereum keystore JSON.
    Keystore,
    /// A PEM block with a private key.
    PemKey,
    /// What an authenticator app is set up with: an otpauth address, a base32 secret.
    OtpSecret,
    /// A list of backup codes.
    BackupCodes,
    /// A code by SMS, mail or app that counts once.
    OneTimeCode,
    /// The PIN of a card, a device or a payment.
    Pin,
    /// A password.
    Password,
    /// The whole number of a payment card.
    Card,
    /// The three or four digits of a card's back.
    Cvv,
    /// The number of a bank account, in context, or an IBAN.
    BankAccount,
    /// A Chinese identity number (GB 11643-1999).
    IdNumber,
    /// What a program proves itself with: JWT, API keys, session tokens.
    Token,
}

impl Kind {
    /// All kinds with the word that journals and JSON use.
    pub const ALL: [(&'static str, Self); 14] = [
        ("recovery-phrase", Self::RecoveryPhrase),
        ("private-key", Self::PrivateKey),
        ("keystore", Self::Keystore),
        ("pem-key", Self::PemKey),
        ("otp-secret", Self::OtpSecret),
        ("backup-codes", Self::BackupCodes),
        ("one-time-code", Self::OneTimeCode),
        ("pin", Self::Pin),
        ("password", Self::Password),
        ("card", Self::Card),
        ("cvv", Self::Cvv),
        ("bank-account", Self::BankAccount),
        ("id-number", Self::IdNumber),
        ("token", Self::Token),
    ];

    /// The word that journals and JSON use.
    pub fn id(self) -> &'static str {
        Self::ALL.iter().find(|(_, kind)| *kind == self).map_or("", |(id, _)| id)
    }

    /// The kind of that word.
    pub fn named(id: &str) -> Option<Self> {
        Self::ALL.iter().find(|(name, _)| *name == id).map(|(_, kind)| *kind)
    }

    /// What people call it.
    pub fn name(self) -> Message {
        Message::new(format!("secret-{}", self.id()))
    }

    /// What to write instead of it.
    pub fn instead(self) -> Message {
        Message::new(format!("secret-instead-{}", self.id()))
    }

    /// Whether whoever gets it can move money or log in at once, so that it matters where else it was typed. Cards, accounts
    /// and identity numbers are given to shops and offices every day.
    pub fn opens_wallet(self) -> bool {
        !matches!(self, Self::Card | Self::BankAccount | Self::IdNumber)
    }

    /// Whether its last four characters help support and harm nobody, so that the rest alone is taken out.
    pub fn keeps_tail(self) -> bool {
        matches!(self, Self::Card | Self::BankAccount)
    }
}
