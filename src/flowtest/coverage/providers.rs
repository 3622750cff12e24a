//! Lines of branches that ask only who the provider is: no test can take one whose provider the pack does not have.

use crate::flow::condition::{Condition, Facts, Operand, Subject, Test};
use crate::flow::duration::Wait;
use crate::flow::value::Value;
use crate::i18n::Lang;
use crate::pack::Pack;
use crate::profile::Profile;
use jiff::Timestamp;

/// Whether the condition reads nothing but the profile, and is true for none that the pack has.
pub(super) fn has_none(pack: &Pack, condition: &Condition) -> bool {
    let holds = |profile: &Profile| condition.holds(&Provider(profile));
    reads_profile_alone(condition) && !pack.profiles.values().chain([&pack.generic]).any(holds)
}

fn reads_profile_alone(condition: &Condition) -> bool {
    let profile = |subject: &Subject| matches!(subject, Subject::Profile(_));
    match condition {
        Condition::Or(parts) | Condition::And(parts) => parts.iter().all(reads_profile_alone),
        Condition::Not(part) => reads_profile_alone(part),
        Condition::Test(test) => match test {
            Test::Yes(subject)
            | Test::Known(subject)
            | Test::Is(subject, _)
            | Test::Has(subject, _)
            | Test::HasAtLeast(subject, _) => profile(subject),
            Test::Compare(left, _, Operand::Subject(right)) => profile(left) && profile(right),
            Test::Compare(left, ..) => profile(left),
            // An instant in a profile would be judged by a clock.
            Test::Age { .. } => false,
        },
    }
}

/// A profile alone.
struct Provider<'p>(&'p Profile);

impl Facts for Provider<'_> {
    fn fact(&self, _name: &str) -> Value {
        Value::Unknown
    }

    fn profile(&self, path: &str) -> Value {
        match (path, self.0.value(path)) {
            ("name", _) => Value::Text(self.0.name.as_plain(Lang::En)),
            // Always known, whatever it is.
            ("currency" | "time-zone", Value::Unknown) => Value::Text(String::new()),
            (_, value) => value,
        }
    }

    fn profile_wait(&self, path: &str) -> Option<Wait> {
        self.0.waits.get(path).copied()
    }

    fn now(&self) -> Timestamp {
        Timestamp::UNIX_EPOCH
    }

    fn before(&self, instant: Timestamp, _wait: Wait) -> Timestamp {
        instant
    }
}
