//! The summary's id: the same flow, profile and answers give the same id, whenever and in whichever mode.

use crate::flow::step::Verb;
use crate::flow::value::Value;
use crate::session::story::Story;
use sha2::{Digest, Sha256};

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// `WF-` and six base-32 characters (Crockford's alphabet) of a hash over flow, profile, own words, and the path and
/// value of each answer and result on the final path. No instant and no timing is part of it.
pub(super) fn of(story: &Story) -> String {
    let mut hash = Sha256::new();
    let mut part = |text: &str| {
        hash.update(u64::try_from(text.len()).unwrap_or(u64::MAX).to_be_bytes());
        hash.update(text.as_bytes());
    };
    part(&story.flow);
    part(&story.profile.id);
    part(story.words.as_deref().unwrap_or_default());
    for visit in &story.visits {
        if matches!(visit.step.verb, Verb::Ask(_) | Verb::Do(_) | Verb::Try(_) | Verb::Probe(_)) {
            part(&visit.path);
            part(&written(&visit.value));
        }
    }
    let digest = hash.finalize();
    let bits = digest.iter().take(4).fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte));
    let letters = (0..6).map(|at| ALPHABET[(bits >> (27 - 5 * at) & 31) as usize] as char);
    format!("WF-{}", letters.collect::<String>())
}

/// One spelling per value: `100` and `100.00`, `8.5` and `8.5.0` are the same answer.
fn written(value: &Value) -> String {
    match value {
        Value::Unknown => "?".to_owned(),
        Value::Choice(id) => format!("choice {id}"),
        Value::Choices(ids) => format!("choices {}", ids.join(",")),
        Value::Amount(amount) => format!("amount {} {}", amount.number.normalize(), amount.currency),
        Value::Number(number) => format!("number {number}"),
        Value::Time(instant) => format!("time {instant}"),
        Value::Version(version) => {
            let known = version.0.iter().rposition(|part| *part > 0).map_or(0, |last| last + 1);
            let parts: Vec<String> = version.0.iter().take(known).map(u64::to_string).collect();
            format!("version [{}]", parts.join(", "))
        }
        Value::Text(text) => format!("text {text}"),
    }
}
