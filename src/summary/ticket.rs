//! The ticket: one leaf a field, each from one place, null where it is unknown.

use super::contacts::{self, Contacted};
use super::fact::{self, Fact};
use super::words::{self, Teller};
use crate::flow::step::Outcome;
use crate::flow::value::Value;
use crate::i18n::Lang;
use serde::Serialize;

/// How soon somebody should look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Urgency {
    /// Money may be leaving.
    Urgent,
    /// There is a deadline or a reason.
    High,
    /// Neither.
    Normal,
}

impl Urgency {
    /// The word for people.
    pub fn words(self, lang: Lang) -> String {
        words::say(
            match self {
                Self::Urgent => "summary-urgency-urgent",
                Self::High => "summary-urgency-high",
                Self::Normal => "summary-urgency-normal",
            },
            lang,
        )
    }
}

/// The case, as ticket systems file it.
#[derive(Debug, Clone, Serialize)]
#[expect(missing_docs, reason = "the contract names and explains these leaves; each is the field of that name")]
pub struct Ticket {
    pub problem: Option<String>,
    pub request: Option<String>,
    pub deadline: Option<String>,
    pub urgency_reason: Option<String>,
    pub ticket_no: Option<String>,
    pub urgency: Urgency,
    pub account: Account,
    pub transaction: Transaction,
    pub error: ErrorShown,
    pub environment: Environment,
    pub evidence: Vec<Evidence>,
    pub communication_log: Vec<Contacted>,
    pub security: Security,
}

/// Who has the problem, masked, and how to reach them.
#[derive(Debug, Clone, Serialize)]
#[expect(missing_docs, reason = "each is the field of that name")]
pub struct Account {
    pub account: Option<String>,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub contact_wish: Option<String>,
}

/// The payment it is about.
#[derive(Debug, Clone, Serialize)]
#[expect(missing_docs, reason = "each is the field of that name")]
pub struct Transaction {
    pub occurred_at: Option<String>,
    pub amount: Option<String>,
    pub fee: Option<String>,
    pub order_id: Option<String>,
    pub merchant_order_id: Option<String>,
    pub tx_hash: Option<String>,
    pub chain: Option<String>,
    pub from_address: Option<String>,
    pub to_address: Option<String>,
    pub memo: Option<String>,
    pub payee: Option<String>,
    pub method: Option<String>,
    pub card_last4: Option<String>,
    pub status_shown: Option<String>,
}

/// The error as the wallet shows it.
#[derive(Debug, Clone, Serialize)]
#[expect(missing_docs, reason = "each is the field of that name")]
pub struct ErrorShown {
    pub error_code: Option<String>,
    pub error_message: Option<String>,
}

/// What it runs on.
#[derive(Debug, Clone, Serialize)]
#[expect(missing_docs, reason = "each is the field of that name")]
pub struct Environment {
    pub app_version: Option<String>,
    pub os: Option<String>,
    pub device: Option<String>,
    pub firmware: Option<String>,
    pub network_type: Option<String>,
    /// The language of the session.
    pub locale: String,
    /// The person's zone: its name, else its offset.
    pub time_zone: Option<String>,
    /// ISO 3166.
    pub country: Option<String>,
}

/// A file or other proof that the person holds.
#[derive(Debug, Clone, Serialize)]
pub struct Evidence {
    /// Its name, never its content.
    pub name: String,
    /// Bytes.
    pub size: Option<u64>,
    /// 64 hex digits.
    pub sha256: Option<String>,
}

/// What makes it a matter of security.
#[derive(Debug, Clone, Serialize)]
pub struct Security {
    /// A secret got out.
    pub secret_exposed: Option<bool>,
    /// There is a transaction that the person did not make.
    pub unauthorised: Option<bool>,
    /// From the police.
    pub police_report_no: Option<String>,
}

impl Ticket {
    pub(super) fn of(teller: &Teller, facts: &[Fact]) -> Self {
        let leaf = |name: &str| fact::words_of(facts, name);
        let story = teller.story;
        let outcome = story.ending.as_ref().map(|ending| ending.outcome);
        let urgency = if outcome == Some(Outcome::Urgent) {
            Urgency::Urgent
        } else if leaf("deadline").or_else(|| leaf("urgency-reason")).is_some() {
            Urgency::High
        } else {
            Urgency::Normal
        };
        Self {
            problem: leaf("problem"),
            request: leaf("request"),
            deadline: leaf("deadline"),
            urgency_reason: leaf("urgency-reason"),
            ticket_no: leaf("ticket-no").or_else(|| story.ticket().map(|number| teller.own_words(number))),
            urgency,
            account: Account {
                account: leaf("account"),
                phone: leaf("phone"),
                email: leaf("email"),
                contact_wish: leaf("contact-wish"),
            },
            transaction: Transaction {
                occurred_at: leaf("occurred-at"),
                amount: plain_amount(facts, "amount"),
                fee: plain_amount(facts, "fee"),
                order_id: leaf("order-id"),
                merchant_order_id: leaf("merchant-order-id"),
                tx_hash: leaf("tx-hash"),
                chain: leaf("chain"),
                from_address: leaf("from-address"),
                to_address: leaf("to-address"),
                memo: leaf("memo"),
                payee: leaf("payee"),
                method: leaf("method"),
                card_last4: leaf("card-last4"),
                status_shown: leaf("status-shown"),
            },
            error: ErrorShown { error_code: leaf("error-code"), error_message: leaf("error-message") },
            environment: Environment {
                app_version: leaf("app-version"),
                os: leaf("os"),
                device: leaf("device"),
                firmware: leaf("firmware"),
                network_type: leaf("network-type"),
                locale: story.lang.tag().to_owned(),
                time_zone: Some(zone_name(teller)),
                country: story.country.clone(),
            },
            evidence: evidence(teller, facts),
            communication_log: contacts::of(teller, facts),
            security: Security {
                secret_exposed: secret_exposed(teller),
                unauthorised: danger(teller, "not-mine"),
                police_report_no: leaf("police-report-no"),
            },
        }
    }
}

/// Amounts are decimal strings without group marks: `1280.00 CNY`.
fn plain_amount(facts: &[Fact], name: &str) -> Option<String> {
    fact::standing(facts, name).find_map(|fact| fact.value.as_str().map(str::to_owned))
}

fn zone_name(teller: &Teller) -> String {
    let story = teller.story;
    match story.zone.iana_name() {
        Some(name) => name.to_owned(),
        None => story.at.to_zoned(story.zone.clone()).strftime("%:z").to_string(),
    }
}

fn evidence(teller: &Teller, facts: &[Fact]) -> Vec<Evidence> {
    let named = fact::standing(facts, "evidence").filter_map(|fact| fact.words.clone());
    let named = named.map(|name| Evidence { name, size: None, sha256: None });
    let attached = teller.story.attachments.iter().map(|file| Evidence {
        name: teller.own_words(&file.name),
        size: Some(file.size),
        sha256: Some(file.sha256.clone()),
    });
    named.chain(attached).collect()
}

fn secret_exposed(teller: &Teller) -> Option<bool> {
    match (teller.story.exposed, danger(teller, "secret-out")) {
        (Some(true), _) | (_, Some(true)) => Some(true),
        (Some(false), _) | (_, Some(false)) => Some(false),
        (None, None) => None,
    }
}

/// Whether the guard's question was answered with that danger; `None` where it was not answered.
fn danger(teller: &Teller, id: &str) -> Option<bool> {
    let visit = teller.story.visits.iter().rfind(|visit| visit.path == "guard.danger")?;
    match &visit.value {
        Value::Choices(ticked) => Some(ticked.iter().any(|ticked| ticked == id)),
        _ => None,
    }
}
