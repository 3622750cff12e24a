//! A certificate authority of our own, and certificates good and bad for hosts on loopback.
//!
//! A program trusts it when `SSL_CERT_FILE` names the file that it wrote (and `SSL_CERT_DIR` names nothing).

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair, date_time_ymd};
use rustls::ServerConfig;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use std::path::Path;
use std::sync::Arc;

/// What a server shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Certificate {
    /// Right for `127.0.0.1`.
    Good,
    /// Vouched for, in the name of somebody else.
    WrongName,
    /// Ended in 2001.
    Expired,
    /// Begins in 2199: what a clock that is far behind makes of a good one.
    NotYet,
    /// Nobody vouches for it.
    SelfSigned,
}

/// Vouches for certificates.
pub(crate) struct Authority {
    issuer: CertifiedIssuer<'static, KeyPair>,
}

impl Authority {
    /// A new one, its own certificate written to that file.
    pub(crate) fn written_to(file: &Path) -> Self {
        let mut params = CertificateParams::default();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.distinguished_name.push(DnType::CommonName, "walletfix tests");
        let key = KeyPair::generate().expect("a key");
        let issuer = CertifiedIssuer::self_signed(params, key).expect("a certificate");
        std::fs::write(file, issuer.pem()).expect("a file");
        Self { issuer }
    }

    /// How a server with that certificate speaks TLS.
    pub(super) fn config(&self, kind: Certificate) -> Arc<ServerConfig> {
        let key = KeyPair::generate().expect("a key");
        let name = if kind == Certificate::WrongName { "somebody-else.example" } else { "127.0.0.1" };
        let mut params = CertificateParams::new([name.to_owned()]).expect("a name");
        match kind {
            Certificate::Expired => {
                params.not_before = date_time_ymd(2000, 1, 1);
                params.not_after = date_time_ymd(2001, 1, 1);
            }
            Certificate::NotYet => {
                params.not_before = date_time_ymd(2199, 1, 1);
                params.not_after = date_time_ymd(2200, 1, 1);
            }
            Certificate::Good | Certificate::WrongName | Certificate::SelfSigned => {}
        }
        let signed = match kind {
            Certificate::SelfSigned => params.self_signed(&key),
            _ => params.signed_by(&key, &self.issuer),
        };
        let chain: Vec<CertificateDer<'static>> = vec![signed.expect("a certificate").der().clone()];
        let key = PrivateKeyDer::try_from(key.serialize_der()).expect("a key");
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .expect("protocols")
            .with_no_client_auth()
            .with_single_cert(chain, key);
        Arc::new(config.expect("a certificate and its key"))
    }
}
