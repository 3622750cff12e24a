//! Why nothing came back: the stage that failed, and its reason in words.

use super::resolve::Unresolved;
use super::stage;
use crate::i18n::Message;
use std::error::Error;
use std::io;

/// The stages of a request, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Stage {
    /// Looking up the name (DNS).
    Name,
    /// Opening the connection (TCP).
    Connection,
    /// Making it secret and finding out who is there (TLS).
    Tls,
    /// Asking and being answered (HTTP).
    Http,
}

/// What went wrong at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Cause {
    /// The name has no address.
    NoAddress,
    /// The name leads to this computer or into a private network, and nobody is there.
    Astray,
    /// Nobody listens there.
    Refused,
    /// There is no way to that address.
    Unreachable,
    /// The connection was cut.
    Cut,
    /// Nothing came in time.
    Silent,
    /// The certificate is no longer, or not yet, valid.
    CertificateDate,
    /// The certificate is for another name.
    CertificateName,
    /// Nobody whom this computer trusts vouches for the certificate.
    CertificateIssuer,
    /// Anything else about TLS.
    Tls,
    /// More than what anybody sane would answer.
    TooLarge,
    /// What came is no HTTP, or compressed though nobody asked for that.
    Garbled,
    /// The proxy that this computer is set to use gave no way there.
    Proxy,
    /// This computer has no list of whom to trust.
    NoRoots,
    /// This computer has no room for another connection, or a rule against it.
    Here,
}

/// A request without an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Failure {
    /// The host that was asked.
    pub(super) host: String,
    /// How far it got.
    pub(super) stage: Stage,
    /// What was wrong there.
    pub(super) cause: Cause,
}

impl Stage {
    /// The word for it in what was observed.
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Name => "dns",
            Self::Connection => "tcp",
            Self::Tls => "tls",
            Self::Http => "http",
        }
    }
}

impl Failure {
    /// What a library's error means, at the stage that the request has reached.
    pub(super) fn of(host: &str, error: &reqwest::Error) -> Self {
        let (stage, cause) = meaning(error, error.is_connect(), stage::at());
        Self { host: host.to_owned(), stage, cause }
    }

    /// What an error at a stage means that was looked at alone.
    pub(super) fn at(host: &str, stage: Stage, error: &(dyn Error + 'static)) -> Self {
        let (stage, cause) = meaning(error, true, stage);
        Self { host: host.to_owned(), stage, cause }
    }

    /// In words.
    pub(super) fn message(&self) -> Message {
        Message::new(self.key()).with("host", self.host.as_str())
    }

    /// In facts: stage and cause.
    pub(super) fn observed(&self) -> String {
        let key = self.key();
        let cause = if self.cause == Cause::Silent { "silent" } else { key.strip_prefix("net-").unwrap_or(key) };
        format!("{} {cause}", self.stage.id())
    }

    fn key(&self) -> &'static str {
        match (self.stage, &self.cause) {
            (_, Cause::NoAddress) => "net-no-address",
            (_, Cause::Astray) => "net-astray",
            (_, Cause::Refused) => "net-refused",
            (_, Cause::Unreachable) => "net-unreachable",
            (_, Cause::Cut) => "net-cut",
            (Stage::Name, Cause::Silent) => "net-silent-name",
            (Stage::Connection, Cause::Silent) => "net-silent-connection",
            (Stage::Tls, Cause::Silent) => "net-silent-tls",
            (Stage::Http, Cause::Silent) => "net-silent",
            (_, Cause::CertificateDate) => "net-certificate-date",
            (_, Cause::CertificateName) => "net-certificate-name",
            (_, Cause::CertificateIssuer) => "net-certificate-issuer",
            (_, Cause::Tls) => "net-tls",
            (_, Cause::TooLarge) => "net-too-large",
            (_, Cause::Garbled) => "net-garbled",
            (_, Cause::Proxy) => "net-proxy",
            (_, Cause::NoRoots) => "net-no-roots",
            (_, Cause::Here) => "net-here",
        }
    }
}

fn meaning(error: &(dyn Error + 'static), connecting: bool, stage: Stage) -> (Stage, Cause) {
    let mut source = Some(error);
    while let Some(cause) = source {
        if cause.downcast_ref::<Unresolved>().is_some() {
            return (Stage::Name, Cause::NoAddress);
        }
        if let Some(tls) = cause.downcast_ref::<rustls::Error>() {
            return (Stage::Tls, of_tls(tls));
        }
        if cause.downcast_ref::<hyper::Error>().is_some_and(|http| http.is_incomplete_message() || http.is_closed()) {
            return (stage, Cause::Cut);
        }
        let io = cause.downcast_ref::<io::Error>();
        if let Some(cause) = io.and_then(|io| of_io(io.kind())) {
            return (stage, cause);
        }
        // An I/O error that wraps another calls the source of that one its own.
        source = match io.and_then(io::Error::get_ref) {
            Some(inner) => Some(inner),
            None => cause.source(),
        };
    }
    // What is left of opening a connection is this computer's: no room for another one, or a rule against it.
    (stage, if connecting { Cause::Here } else { Cause::Garbled })
}

/// What the system says of a connection; `None`: nothing that tells.
fn of_io(kind: io::ErrorKind) -> Option<Cause> {
    Some(match kind {
        io::ErrorKind::ConnectionRefused => Cause::Refused,
        io::ErrorKind::NetworkUnreachable | io::ErrorKind::HostUnreachable | io::ErrorKind::AddrNotAvailable => {
            Cause::Unreachable
        }
        io::ErrorKind::ConnectionReset
        | io::ErrorKind::ConnectionAborted
        | io::ErrorKind::BrokenPipe
        | io::ErrorKind::UnexpectedEof => Cause::Cut,
        io::ErrorKind::TimedOut => Cause::Silent,
        _ => return None,
    })
}

/// What is wrong with who is there.
fn of_tls(error: &rustls::Error) -> Cause {
    use rustls::CertificateError as Certificate;
    match error {
        rustls::Error::InvalidCertificate(certificate) => match certificate {
            Certificate::Expired
            | Certificate::ExpiredContext { .. }
            | Certificate::NotValidYet
            | Certificate::NotValidYetContext { .. } => Cause::CertificateDate,
            Certificate::NotValidForName | Certificate::NotValidForNameContext { .. } => Cause::CertificateName,
            _ => Cause::CertificateIssuer,
        },
        _ => Cause::Tls,
    }
}

#[cfg(test)]
mod tests {
    use super::{Cause, Failure, Stage};
    use std::io::{Error, ErrorKind};

    fn cause(error: &Error) -> Cause {
        Failure::at("a.example", Stage::Connection, error).cause
    }

    #[test]
    fn what_the_system_says_is_told_apart() {
        for (kind, expected) in [
            (ErrorKind::ConnectionRefused, Cause::Refused),
            (ErrorKind::ConnectionReset, Cause::Cut),
            (ErrorKind::UnexpectedEof, Cause::Cut),
            (ErrorKind::NetworkUnreachable, Cause::Unreachable),
            (ErrorKind::HostUnreachable, Cause::Unreachable),
            (ErrorKind::TimedOut, Cause::Silent),
            (ErrorKind::PermissionDenied, Cause::Here),
        ] {
            assert_eq!(cause(&kind.into()), expected, "{kind:?}");
            assert_eq!(cause(&Error::other(Error::from(kind))), expected, "{kind:?} in another error");
        }
    }

    #[test]
    fn what_is_wrong_with_a_certificate_is_found_however_deep_it_lies() {
        let wrong = |inner| rustls::Error::InvalidCertificate(inner);
        for (error, expected) in [
            (wrong(rustls::CertificateError::Expired), Cause::CertificateDate),
            (wrong(rustls::CertificateError::NotValidForName), Cause::CertificateName),
            (wrong(rustls::CertificateError::UnknownIssuer), Cause::CertificateIssuer),
            (rustls::Error::DecryptError, Cause::Tls),
        ] {
            let shallow = Error::new(ErrorKind::InvalidData, error.clone());
            let deep = Error::other(Error::other(Error::new(ErrorKind::InvalidData, error)));
            for error in [shallow, deep] {
                let failure = Failure::at("a.example", Stage::Connection, &error);
                assert_eq!((failure.stage, failure.cause), (Stage::Tls, expected.clone()));
            }
        }
    }
}
